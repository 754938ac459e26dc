#include "store/record_writer.h"

#include "store/schema.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

namespace prunescope::store {
namespace {

template <class Record>
void prependAll(std::vector<Record>& later, std::vector<Record> earlier) {
    std::move(later.begin(), later.end(), std::back_inserter(earlier));
    later = std::move(earlier);
}

template <class Record>
void insertAll(Statement& insert, const Table<Record>& table, const std::vector<Record>& records) {
    for (const Record& record : records) {
        table.bind(insert, record);
        insert.run();
    }
}

template <class Record>
std::string insertInto(const Table<Record>& table) {
    return insertSql(table.name, table.columns);
}

/// Creates the file, which must not be there. SQLite would do it too, but it hides the system's reason.
const std::filesystem::path& created(const std::filesystem::path& database) {
    const int fd = ::open(database.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    const int code = errno;
    if (fd >= 0) {
        ::close(fd);
        return database;
    }
    if (code == EEXIST) {
        throw Error(database.string(), "already holds a run",
                    "Name another folder, or move this one away: a run is never overwritten.");
    }
    throw Error(database.string(),
                fmt::format("cannot create the file: {}", std::generic_category().message(code)),
                "Choose a folder that you may write to, on a disk with space.");
}

/// Writers wait for the disk at checkpoints alone: a kill loses nothing that was committed, a power cut the
/// last moments.
Database& prepared(Database& database) {
    database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    migrate(database, runMigrations());
    return database;
}

}  // namespace

std::size_t RecordBatch::size() const {
    return samples.size() + layerStatistics.size() + evaluations.size() + events.size() + (header ? 1 : 0) +
           (outcome ? 1 : 0);
}

void RecordBatch::prepend(RecordBatch earlier) {
    if (!header) header = std::move(earlier.header);
    prependAll(samples, std::move(earlier.samples));
    prependAll(layerStatistics, std::move(earlier.layerStatistics));
    prependAll(evaluations, std::move(earlier.evaluations));
    prependAll(events, std::move(earlier.events));
    if (!outcome) outcome = std::move(earlier.outcome);
}

RecordWriter::RecordWriter(const RunFolder& folder)
    : lock_(folder.path()),
      database_(created(folder.database()), OpenMode::create),
      header_(prepared(database_), insertSql(headerTable, headerColumns())),
      sample_(database_, insertInto(sampleTable())),
      layerStatistic_(database_, insertInto(layerStatisticTable())),
      evaluation_(database_, insertInto(evaluationTable())),
      event_(database_, insertInto(eventTable())),
      outcome_(database_, insertInto(outcomeTable())) {}

void RecordWriter::write(const RecordBatch& batch) {
    if (batch.outcome) database_.execute("PRAGMA synchronous = FULL");
    Transaction transaction(database_);
    if (batch.header) {
        bindHeader(header_, *batch.header);
        header_.run();
    }
    insertAll(sample_, sampleTable(), batch.samples);
    insertAll(layerStatistic_, layerStatisticTable(), batch.layerStatistics);
    insertAll(evaluation_, evaluationTable(), batch.evaluations);
    insertAll(event_, eventTable(), batch.events);
    if (batch.outcome) {
        outcomeTable().bind(outcome_, *batch.outcome);
        outcome_.run();
    }
    transaction.commit();
}

void RecordWriter::seal() {
    database_.execute("PRAGMA synchronous = FULL");
    try {
        if (database_.text("PRAGMA journal_mode = DELETE") == "delete") return;
    } catch (const DatabaseError& error) {
        if (!error.isBusy()) throw;
    }
    // Somebody is reading. Waits a moment for them, and leaves the -wal file, empty or not, to the last who
    // closes.
    database_.execute("PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace prunescope::store
