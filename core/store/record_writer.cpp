#include "store/record_writer.h"

#include "store/chain_writer.h"
#include "store/schema.h"
#include "store/tables.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* databaseName = "run.db";
constexpr const char* logName = "run.db-wal";
constexpr const char* indexName = "run.db-shm";
constexpr std::int64_t mostChecks = 4'000'000'000;
constexpr double mostCheckSeconds = 120;

template <class Record>
void insertAll(Statement& insert, const Table<Record>& table, const std::vector<Record>& records) {
    for (const Record& record : records) {
        table.bind(insert, record);
        insert.run();
    }
}

template <class Record>
std::string insertInto(const Table<Record>& table) {
    return insertSql(table.name, namesOf(table.columns));
}

/// Creates the file, which must not be there. SQLite would do it too, but it hides the system's reason.
const fs::path& created(const fs::path& database) {
    const int fd = ::open(database.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    const int code = errno;
    if (fd >= 0) {
        ::close(fd);
        return database;
    }
    if (code == EEXIST) {
        throw Error(database.string(), Text::of("already holds a run"),
                    Text::of("Name another folder, or move this one away: a run is never overwritten."));
    }
    throw Error(database.string(),
                Text::of("cannot create the file: {}", std::generic_category().message(code)),
                Text::of("Choose a folder that you may write to, on a disk with space."));
}

/// A commit does not wait for the disk, so that its locks are held for a moment only; `sync` waits after it.
/// A lock that another program holds is not waited for here: whoever records tries again.
Database& prepared(Database& database) {
    database.execute("PRAGMA busy_timeout = 250; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    migrate(database, runMigrations());
    return database;
}

/// A run that is taken up goes on where these many of each are on record.
void takeUp(Database& database, ChainWriter& chain, const run::TakeUp& kept) {
    const auto cut = [&](const std::string& table, std::int64_t count) {
        database.execute(fmt::format(
            "DELETE FROM {0} WHERE id NOT IN (SELECT id FROM {0} ORDER BY id LIMIT {1})", table, count));
    };
    cut(sampleTable().name, kept.samples);
    cut(layerStatisticTable().name, kept.layerStatistics);
    cut(maskUpdateTable().name, kept.maskUpdates);
    cut(evaluationTable().name, kept.evaluations);
    cut(imageAnswersTable().name, kept.imageAnswers);
    cut(outcomeTable().name, 0);
    chain.cut();
}

/// A database that this program writes into has exactly the tables that it makes, none of its pages is
/// damaged, and it is a file of its own.
void checkMake(const fs::path& file) {
    if (fs::is_symlink(fs::symlink_status(file)))
        throw Error(file.string(), Text::of("is a link: a run is never recorded through one"),
                    Text::of("Move the file to its place."));
    Database database(file, OpenMode::modify);
    database.limitWork(mostChecks, mostCheckSeconds);
    if (const std::string found = database.text("PRAGMA quick_check(1)"); found != "ok")
        throw Error(file.string(), Text::of("is damaged: {}", found),
                    Text::of("Start a new run, or take an undamaged copy of the folder."));
    if (checkedVersion(database, runMigrations()) < static_cast<std::int64_t>(runMigrations().size()))
        throw Error(file.string(), Text::of("was recorded by an earlier version of the program"),
                    Text::of("Start a new run; this one can be read all the same."));
}

/// The name of a new folder is on the disk only when the folder above is.
void flushFolderAbove(int descriptor) {
    const int above = ::openat(descriptor, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (above < 0) return;
    ::fsync(above);
    ::close(above);
}

PlaceLost lost(const fs::path& what) {
    return {what.string(), Text::of("was removed or replaced while the run was recorded into it"),
            Text::of("Save the run elsewhere: what it has recorded is still held.")};
}

}  // namespace

/// The database and what is done with it again and again.
struct RecordWriter::Connection {
    explicit Connection(const fs::path& file, OpenMode mode = OpenMode::create)
        : database(file, mode),
          header(prepared(database), insertSql(headerTable, namesOf(headerColumns()))),
          sample(database, insertInto(sampleTable())),
          layerStatistic(database, insertInto(layerStatisticTable())),
          maskUpdate(database, insertInto(maskUpdateTable())),
          evaluation(database, insertInto(evaluationTable())),
          event(database, insertInto(eventTable())),
          imageAnswers(database, insertInto(imageAnswersTable())),
          savedFile(database, insertInto(savedFileTable())),
          outcome(database, insertInto(outcomeTable())),
          chain(database) {}

    Database database;
    Statement header;
    Statement sample;
    Statement layerStatistic;
    Statement maskUpdate;
    Statement evaluation;
    Statement event;
    Statement imageAnswers;
    Statement savedFile;
    Statement outcome;
    ChainWriter chain;
};

RecordWriter::RecordWriter(const RunFolder& folder)
    : folder_(folder),
      lock_(folder.path()),
      connection_(std::make_unique<Connection>(created(folder.database()))) {
    rememberFiles();
    flushFolderAbove(lock_.descriptor());
}

RecordWriter::RecordWriter(const RunFolder& folder, RecordWriter& other)
    : folder_(folder), lock_(folder.path()) {
    {
        Database copy(created(folder.database()), OpenMode::create);
        other.connection().database.copyTo(copy);
    }
    connection_ = std::make_unique<Connection>(folder.database());
    rememberFiles();
    flushFolderAbove(lock_.descriptor());
}

RecordWriter::RecordWriter(const RunFolder& folder, Reopen /*mode*/) : folder_(folder), lock_(folder.path()) {
    checkMake(folder.database());
    connection_ = std::make_unique<Connection>(folder.database(), OpenMode::modify);
    rememberFiles();
}

std::unique_ptr<RecordWriter> RecordWriter::reopened(const RunFolder& folder) {
    return std::unique_ptr<RecordWriter>(new RecordWriter(folder, Reopen{}));
}

RecordWriter::~RecordWriter() = default;

RecordWriter::Connection& RecordWriter::connection() {
    if (!connection_) {
        connection_ = std::make_unique<Connection>(folder_.database());
        rememberFiles();
    }
    return *connection_;
}

/// The files as they were when SQLite opened them.
void RecordWriter::rememberFiles() {
    if (const auto database = fileIn(lock_.descriptor(), databaseName)) database_ = database->identity;
    index_ = fileIn(lock_.descriptor(), indexName);
    log_.reset();
    logFile_.reset();
    holdLog();
}

void RecordWriter::holdLog() {
    if (log_) return;
    log_ = fileIn(lock_.descriptor(), logName);
    if (log_) logFile_.emplace(lock_.descriptor(), logName);
}

void RecordWriter::write(const run::RecordBatch& batch) {
    Connection& to = connection();
    Transaction transaction(to.database);
    to.chain.begin();
    if (batch.takeUp) takeUp(to.database, to.chain, *batch.takeUp);
    if (batch.header) {
        bindHeader(to.header, *batch.header);
        to.header.run();
    }
    insertAll(to.sample, sampleTable(), batch.samples);
    insertAll(to.layerStatistic, layerStatisticTable(), batch.layerStatistics);
    insertAll(to.maskUpdate, maskUpdateTable(), batch.maskUpdates);
    insertAll(to.evaluation, evaluationTable(), batch.evaluations);
    insertAll(to.event, eventTable(), batch.events);
    insertAll(to.imageAnswers, imageAnswersTable(), batch.imageAnswers);
    insertAll(to.savedFile, savedFileTable(), batch.savedFiles);
    if (batch.outcome) {
        outcomeTable().bind(to.outcome, *batch.outcome);
        to.outcome.run();
    }
    to.chain.bindNew();
    synced_ = false;
    transaction.commit();
    holdLog();
}

void RecordWriter::saveState(StepIndex step, std::string_view bytes) {
    if (!states_) states_.emplace(folder_);
    states_->save(step, bytes);
}

void RecordWriter::sync() {
    if (synced_) return;
    // After a failure the system may call the next flush good although pages are lost: all goes into run.db
    // then, which SQLite flushes itself.
    if (!logFile_ || !logFile_->flush()) {
        connection().database.execute("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(FULL)");
        connection().database.execute("PRAGMA synchronous = NORMAL");
    }
    synced_ = true;
}

void RecordWriter::seal() {
    Database& database = connection().database;
    database.execute("PRAGMA synchronous = FULL");
    try {
        if (database.text("PRAGMA journal_mode = DELETE") == "delete") {
            log_.reset();
            logFile_.reset();
            index_.reset();
            return;
        }
    } catch (const DatabaseError& error) {
        if (!error.isBusy()) throw;
    }
    // Somebody is reading. Waits a moment for them, and leaves the -wal file, empty or not, to the last who
    // closes.
    database.execute("PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE)");
}

void RecordWriter::checkPlace() {
    const auto now = folderNow(lock_.descriptor(), folder_.path());
    if (!now) throw lost(folder_.path());
    const auto database = fileIn(lock_.descriptor(), databaseName);
    if (!database || database->identity != database_) throw lost(*now / databaseName);
    guardIndex(*now);
    const auto isAnother = [this](const char* name, const std::optional<FileState>& known) {
        const auto file = fileIn(lock_.descriptor(), name);
        return known && (!file || file->identity != known->identity);
    };
    // SQLite knows the files beside run.db by their names of then: a new connection knows the new ones.
    if (*now != folder_.path()) {
        connection_.reset();
        folder_ = RunFolder(*now);
    } else if (connection_ && (isAnother(logName, log_) || isAnother(indexName, index_))) {
        // What only the removed -wal file holds goes into run.db first.
        connection_->database.execute("PRAGMA wal_checkpoint(FULL)");
        connection_.reset();
    }
    connection();
}

/// SQLite looks into the -shm file through memory: where another program has cut it short, that would end
/// this one. Filled with zeros it is no index, and SQLite makes it anew from the -wal file.
void RecordWriter::guardIndex(const fs::path& folder) {
    const auto file = fileIn(lock_.descriptor(), indexName);
    if (!index_) index_ = file;
    if (!file || file->identity != index_->identity) return;
    if (file->bytes < index_->bytes) refillWithZeros(folder / indexName, index_->identity, index_->bytes);
    index_->bytes = std::max(index_->bytes, file->bytes);
}

}  // namespace prunescope::store
