#pragma once

#include "data/table_cells.h"
#include "data/text_layout.h"

#include <functional>
#include <memory>
#include <vector>

namespace prunescope::data {

/// Decides how each column is read, once the text knows their names.
using ChooseTasks = std::function<std::vector<ColumnTask>(const TableText& text)>;

/// A table and how its numbers are written.
struct ReadTable {
    Table table;
    char decimalSign = '.';
};

/// Reads a table whose values are separated by commas, semicolons or tabs. Where the decimal sign is not
/// told, it is the point; a comma in a table that has no comma between its values and no number with a point.
/// Throws `Error` with line and column for everything that is not as it should be, numbers in groups of
/// thousands and numbers with both decimal signs among them.
ReadTable readTextTable(TableText text, const TextOptions& options, const ChooseTasks& choose);

}  // namespace prunescope::data
