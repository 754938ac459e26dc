#pragma once

#include "run/records.h"
#include "run/run_sink.h"
#include "store/database.h"
#include "store/row.h"

#include <string>
#include <vector>

namespace prunescope::store {

/// A column, and what to select in its place from a database of a version before it.
struct Column {
    // NOLINTNEXTLINE(google-explicit-constructor): most columns are but a name.
    Column(const char* itsName, std::int64_t version = 1, const char* elsewhere = "''")
        : name(itsName), since(version), before(elsewhere) {}

    std::string name;
    std::int64_t since;
    std::string before;
};

/// How one kind of record lies in its table. `bind` and `decode` follow the order of `columns`, to which the
/// table's `id` does not belong.
template <class Record>
struct Table {
    std::string name;
    std::vector<Column> columns;
    void (*bind)(Statement& insert, const Record& record);
    /// Throws `Error` for a row that is no such record.
    Record (*decode)(Row& row);
    /// Version of the schema that it came with.
    std::int64_t since = 1;
};

/// What to select for a record's columns from a database of this version: an older one is read as it is.
template <class Record>
std::vector<std::string> columnsIn(const Table<Record>& table, std::int64_t version) {
    std::vector<std::string> columns;
    for (const Column& column : table.columns)
        columns.push_back(version < column.since ? column.before + " AS " + column.name : column.name);
    return columns;
}

/// The names of columns.
std::vector<std::string> namesOf(const std::vector<Column>& columns);

/// The one row of run_header: JSON texts and the total of steps. Its columns are read one by one, so
/// that damage to one spares the others.
inline constexpr const char* headerTable = "run_header";
const std::vector<Column>& headerColumns();
void bindHeader(Statement& insert, const run::RunHeader& header);

const Table<run::MetricSample>& sampleTable();
const Table<run::LayerStatistic>& layerStatisticTable();
const Table<run::MaskUpdateRecord>& maskUpdateTable();
const Table<run::Evaluation>& evaluationTable();
const Table<run::AuditEvent>& eventTable();
const Table<run::ImageAnswers>& imageAnswersTable();
/// Files of the run's folder as they were written there; of several of one name the last one holds.
const Table<run::DataFile>& savedFileTable();
/// The last one holds: a run that is taken up again ends again.
const Table<run::RunOutcome>& outcomeTable();

std::string insertSql(const std::string& table, const std::vector<std::string>& columns);

}  // namespace prunescope::store
