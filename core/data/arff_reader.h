#pragma once

#include "data/arff_header.h"
#include "data/text_format.h"

namespace prunescope::data {

/// Reads the table of an ARFF file, dense and sparse rows alike. A guessed column becomes one of numbers or
/// of its declared categories, and a label one of categories as well. Throws `Error` with line and column for
/// everything that is not as it should be, and for text and date attributes that are not left out.
ReadTable readArffTable(TableText text, const ChooseTasks& choose);

}  // namespace prunescope::data
