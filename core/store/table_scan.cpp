#include "store/table_scan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>

namespace prunescope::store {
namespace {

std::string selectSql(const std::string& table, const std::vector<std::string>& columns, bool descending) {
    // NOT INDEXED: an index that somebody added could be damaged, or lie about the order.
    return fmt::format("SELECT id, {} FROM {} NOT INDEXED ORDER BY id {}", fmt::join(columns, ", "), table,
                       descending ? "DESC" : "ASC");
}

void note(ScanProblems& problems, std::int64_t id, const Error& error) {
    if (problems.badRows == 0) {
        problems.firstBadRow = error.where().empty()
                                   ? Text::of("row {}: {}", id, error.problem())
                                   : Text::of("row {}: {} {}", id, error.where(), error.problem());
    }
    ++problems.badRows;
}

}  // namespace

Text ScanProblems::describe(const std::string& table, std::size_t rowsRead) const {
    std::vector<Text> parts;
    if (!damage.empty()) parts.push_back(Text::of("{}; {} rows could be read", damage, rowsRead));
    if (badRows > 0) {
        parts.push_back(Text::of("{} damaged rows were left out, the first at {}", badRows, firstBadRow));
    }
    return parts.empty() ? Text() : Text::of("{}: {}", table, listed(parts));
}

std::int64_t scanRows(Database& database, const std::string& table, const std::vector<std::string>& columns,
                      bool descending, std::int64_t bound, TextBudget& budget, ScanProblems& problems,
                      const std::function<void(Row&)>& onRow) {
    std::int64_t last = descending ? std::numeric_limits<std::int64_t>::max() : bound;
    bool any = false;
    try {
        Statement statement(database, selectSql(table, columns, descending));
        while (statement.step()) {
            const std::int64_t id = statement.integer(0);
            if (descending && id <= bound) break;
            if (any && (descending ? id >= last : id <= last)) {
                problems.damage = Text::of("the file is damaged (its rows are out of order)");
                break;
            }
            any = true;
            last = id;
            Row row(statement, budget, 1);
            try {
                onRow(row);
            } catch (const TooMuch& error) {
                problems.damage = error.problem();
                break;
            } catch (const Error& error) {
                note(problems, id, error);
            }
        }
    } catch (const DatabaseError& error) {
        problems.damage = error.problem();
    }
    return last;
}

}  // namespace prunescope::store
