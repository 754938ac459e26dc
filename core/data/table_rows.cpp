#include "data/table_rows.h"

#include <cmath>

namespace prunescope::data {
namespace {

Error missingValue(const Table& table, const ColumnRoles& roles, std::size_t row, std::size_t column) {
    const bool label = column == roles.label;
    return table.text.fault(beginOfRow(table, row), column,
                            !label               ? Text::of("expected a value, found none")
                            : roles.numericLabel ? Text::of("expected the number to predict, found none")
                                                 : Text::of("expected the class of the row, found none"),
                            label ? Text::of("Mend the row, or drop such rows (data.missing: drop).")
                                  : Text::of("Drop such rows or fill in what is missing (data.missing: drop "
                                             "or fill), or leave the column "
                                             "out (data.leave_out)."));
}

}  // namespace

std::size_t beginOfRow(const Table& table, std::size_t row) {
    for (const RowBlock& block : table.blocks) {
        if (row < block.begins.size()) return block.begins[row];
        row -= block.begins.size();
    }
    return table.text.bytes().size();
}

std::vector<RowUse> usedRows(const Table& table, const ColumnRoles& roles, RowUse use,
                             std::vector<std::int64_t>& missing) {
    std::vector<RowUse> uses(table.rows(), use);
    bool any = false;
    forEachRow(table, [&](std::size_t row, const float* cells) {
        std::optional<std::size_t> refused;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (!std::isnan(cells[column])) continue;
            ++missing[column];
            if (column == roles.group) continue;
            const MissingRule rule = roles.missing[column];
            if (rule == MissingRule::drop) uses[row] = RowUse::dropped;
            const bool unfillable = rule == MissingRule::fill && column == roles.label;
            if ((rule == MissingRule::refuse || unfillable) && !refused) refused = column;
        }
        any = any || uses[row] == use;
        if (refused && uses[row] == use) throw missingValue(table, roles, row, *refused);
    });
    if (any) return uses;
    throw Error(
        table.text.name(),
        uses.empty() ? Text::of("expected rows, found none")
                     : Text::of("each of the {} rows lacks a value, so that all were dropped", uses.size()),
        uses.empty() ? Text::of("Check that the file is whole, and that its first line is a header "
                                "(data.header).")
                     : Text::of("Fill in what is missing (data.missing: fill), or leave out the columns with "
                                "gaps (data.leave_out)."));
}

}  // namespace prunescope::data
