#pragma once

#include "base/text.h"
#include "run/records.h"

#include <cstdint>

/// What was decided for a column of a table, in words, for window, terminal and report alike.
namespace prunescope::view {

/// "a number", "a category: blue, red, white or another", "the label: what is learned", "left out".
Text columnUse(const run::ColumnDescription& column);
/// How many numbers of a row the network reads of it.
std::int64_t columnInputs(const run::ColumnDescription& column);
/// "10, filled with 2.52", "10, their rows left out"; empty where no value is missing.
Text columnGaps(const run::ColumnDescription& column);

}  // namespace prunescope::view
