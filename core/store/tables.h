#pragma once

#include "run/records.h"
#include "run/run_sink.h"
#include "store/database.h"
#include "store/row.h"

#include <string>
#include <vector>

namespace prunescope::store {

/// How one kind of record lies in its table. `bind` and `decode` follow the order of `columns`, to which the
/// table's `id` does not belong.
template <class Record>
struct Table {
    std::string name;
    std::vector<std::string> columns;
    void (*bind)(Statement& insert, const Record& record);
    /// Throws `Error` for a row that is no such record.
    Record (*decode)(Row& row);
    /// Version of the schema that it came with.
    std::int64_t since = 1;
    /// The last so many columns came with version 2. They are texts, and empty in rows of version 1.
    std::size_t added = 0;
};

/// What to select for a record's columns from a database of this version: an older one is read as it is.
template <class Record>
std::vector<std::string> columnsIn(const Table<Record>& table, std::int64_t version) {
    std::vector<std::string> columns = table.columns;
    for (std::size_t i = columns.size() - (version < 2 ? table.added : 0); i < columns.size(); ++i)
        columns[i] = "'' AS " + columns[i];
    return columns;
}

/// The one row of run_header: five JSON texts and the total of steps. Its columns are read one by one, so
/// that damage to one spares the others.
inline constexpr const char* headerTable = "run_header";
const std::vector<std::string>& headerColumns();
void bindHeader(Statement& insert, const run::RunHeader& header);

const Table<run::MetricSample>& sampleTable();
const Table<run::LayerStatistic>& layerStatisticTable();
const Table<run::MaskUpdateRecord>& maskUpdateTable();
const Table<run::Evaluation>& evaluationTable();
const Table<run::AuditEvent>& eventTable();
/// The last one holds: a run that is taken up again ends again.
const Table<run::RunOutcome>& outcomeTable();

std::string insertSql(const std::string& table, const std::vector<std::string>& columns);

}  // namespace prunescope::store
