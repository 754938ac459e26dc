#pragma once

#include "data/dataset.h"
#include "data/table_files.h"
#include "data/table_options.h"

#include <memory>

namespace prunescope::data {

/// Reads the files and makes a `FloatTable` of them. What the code of a column rests on, its kind, categories
/// and fill value, is taken from the rows of the training file that are not tested on; those that are held
/// back for validation later are among them. Throws `Error` with file, line and column for everything that
/// does not fit together.
std::unique_ptr<Dataset> buildTable(const TableFiles& files, const TableOptions& options);

}  // namespace prunescope::data
