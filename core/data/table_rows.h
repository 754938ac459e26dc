#pragma once

#include "data/table_cells.h"
#include "data/table_options.h"

#include <cstdint>
#include <vector>

namespace prunescope::data {

/// What a row of a table is for.
enum class RowUse : std::uint8_t { dropped, training, test };

/// Calls `action(row, cells)` for each row in its order, with the cells of its columns.
template <class Action>
void forEachRow(const Table& table, const Action& action) {
    std::size_t row = 0;
    for (const RowBlock& block : table.blocks) {
        for (std::size_t i = 0; i < block.begins.size(); ++i)
            action(row++, block.cells.data() + i * table.columns.size());
    }
}

/// Where a row begins in its file.
std::size_t beginOfRow(const Table& table, std::size_t row);

/// The rows that stay, all for `use`, by the rules for missing values; a label cannot be filled in. Adds to
/// `missing` how many values each column lacks. Throws `Error` with the line of the first value that is
/// missing where the rule refuses it, and when no row stays.
std::vector<RowUse> usedRows(const Table& table, const ColumnRoles& roles, RowUse use,
                             std::vector<std::int64_t>& missing);

}  // namespace prunescope::data
