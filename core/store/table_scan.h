#pragma once

#include "store/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace prunescope::store {

/// What went wrong while one table was read.
struct ScanProblems {
    Text damage;               ///< why the table could not be read through; empty when it could
    std::int64_t badRows = 0;  ///< rows that were left out because of their content
    Text firstBadRow;

    /// One sentence for a user; empty when there was no problem.
    Text describe(const std::string& table, std::size_t rowsRead) const;
};

/// Calls `onRow` for the rows of a table in the order of their ids, or the other way round; an `Error` that
/// it throws leaves the row out. Stops at damage, and before the id `bound` when `descending`. Returns the
/// last id read. A tree of pages that leads to a row twice is damage: the ids must rise.
std::int64_t scanRows(Database& database, const std::string& table, const std::vector<std::string>& columns,
                      bool descending, std::int64_t bound, TextBudget& budget, ScanProblems& problems,
                      const std::function<void(Row&)>& onRow);

/// Every record that can be read: where a page in the middle is damaged, those before it and those behind it.
/// `check` throws `Error` for a record that does not fit the run. Reads at most so many records.
template <class Record>
std::vector<Record> readTable(Database& database, const Table<Record>& table, TextBudget& budget,
                              std::vector<Text>& problems,
                              const std::function<void(const Record&)>& check = {},
                              std::size_t most = std::numeric_limits<std::size_t>::max()) {
    std::vector<Record> records;
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version < table.since) return records;
    const std::vector<std::string> columns = columnsIn(table, version);
    ScanProblems found;
    std::size_t left = most;
    const auto scan = [&](bool descending, std::int64_t bound, std::vector<Record>& into) {
        return scanRows(database, table.name, columns, descending, bound, budget, found, [&](Row& row) {
            Record record = table.decode(row);
            if (check) check(record);
            if (left == 0) throw TooMuch(Text::of("there are more than {} rows; no run has so many", most));
            --left;
            into.push_back(std::move(record));
        });
    };
    const std::int64_t last = scan(false, 0, records);
    if (!found.damage.empty()) {
        std::vector<Record> fromTheEnd;
        scan(true, last, fromTheEnd);
        std::move(fromTheEnd.rbegin(), fromTheEnd.rend(), std::back_inserter(records));
    }
    const Text problem = found.describe(table.name, records.size());
    if (!problem.empty()) problems.push_back(problem);
    return records;
}

}  // namespace prunescope::store
