#include "store/chained_tables.h"

#include "audit/canonical_json.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::store {
namespace {

template <class Record>
ChainedTable chained(const Table<Record>& table, bool rowByRow = true) {
    return {table.name, table.columns, rowByRow};
}

void appendReal(std::string& to, double value) {
    if (std::isinf(value)) {
        audit::appendCanonical(to, std::string_view(value > 0 ? "Infinity" : "-Infinity"));
    } else {
        audit::appendCanonical(to, value);
    }
}

void appendValue(std::string& to, const Statement& row, int column) {
    if (row.isNull(column)) {
        to += "null";
    } else if (row.isInteger(column)) {
        audit::appendCanonical(to, row.integer(column));
    } else if (row.isNumber(column)) {
        appendReal(to, row.real(column));
    } else {
        audit::appendCanonical(to, row.text(column));
    }
}

}  // namespace

const std::vector<ChainedTable>& chainedTables() {
    static const std::vector<ChainedTable> tables{
        {headerTable, headerColumns()}, chained(sampleTable(), false), chained(layerStatisticTable(), false),
        chained(maskUpdateTable()),     chained(evaluationTable()),    chained(eventTable()),
        chained(imageAnswersTable()),   chained(savedFileTable()),     chained(outcomeTable())};
    return tables;
}

std::string chainedRowsSql(const ChainedTable& table, std::int64_t schema) {
    std::string columns = "id";
    for (const Column& column : table.columns) {
        if (column.since <= schema) columns += ", " + column.name;
    }
    return fmt::format("SELECT {} FROM {} NOT INDEXED WHERE id > ? ORDER BY id", columns, table.name);
}

std::string canonicalRow(const Statement& statement) {
    std::string row = "[";
    for (int column = 1; column < statement.columnCount(); ++column) {
        if (column > 1) row += ',';
        appendValue(row, statement, column);
    }
    row += ']';
    return row;
}

}  // namespace prunescope::store
