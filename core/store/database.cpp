#include "store/database.h"

#include "store/read_only_file.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <time.h>

#include <utility>

namespace prunescope::store {
namespace {

/// Instructions between two looks at what is left of the work.
constexpr int pieceOfWork = 2'000;
constexpr int busyTimeoutMs = 5000;
/// Longest value: the confusion matrix of some 2000 classes.
constexpr int longestValue = 32 << 20;

/// Absolute, so that no name is taken for ":memory:" or a URI.
std::string plainName(const std::filesystem::path& path) {
    return std::filesystem::absolute(path).string();
}

double threadSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The errno behind the last failure, or 0. When a commit fails, only the -wal file knows it.
int systemErrorOf(sqlite3* handle) {
    if (handle == nullptr) return 0;
    int code = sqlite3_system_errno(handle);
    sqlite3_file* log = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    // A database in memory has a log whose methods are not all there.
    if (code == 0 && log != nullptr && log->pMethods != nullptr && log->pMethods->xFileControl != nullptr) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &code);
    }
    return code;
}

}  // namespace

Database::Database(const std::filesystem::path& path, OpenMode mode) : name_(path.string()) {
    const int flags =
        mode == OpenMode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
    open(plainName(path), flags, nullptr);
    // A log that could not be made a part of the run in order stays beside it: one without is then a copy
    // that lacks it.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Database::Database(const std::filesystem::path& path, std::unique_ptr<ReadOnlyFileSystem> files)
    : name_(path.string()), files_(std::move(files)) {
    open(plainName(path), SQLITE_OPEN_READONLY, files_->name().c_str());
}

Database::Database(std::string name) : name_(std::move(name)) {
    open(":memory:", SQLITE_OPEN_READWRITE, nullptr);
}

void Database::open(const std::string& file, int flags, const char* fileSystem) {
    const int code = sqlite3_open_v2(file.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, fileSystem);
    try {
        if (code != SQLITE_OK) fail("cannot open the run database: {}", code);
        harden();
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Database::~Database() {
    sqlite3_close(handle_);
}

void Database::harden() {
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, busyTimeoutMs);
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0}}) {
        sqlite3_db_config(handle_, option, value, nullptr);
    }
    for (const auto& [limit, value] : {std::pair{SQLITE_LIMIT_LENGTH, longestValue},
                                       {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                       {SQLITE_LIMIT_COLUMN, 100},
                                       {SQLITE_LIMIT_EXPR_DEPTH, 50},
                                       {SQLITE_LIMIT_COMPOUND_SELECT, 5},
                                       {SQLITE_LIMIT_VDBE_OP, 25'000},
                                       {SQLITE_LIMIT_FUNCTION_ARG, 8},
                                       {SQLITE_LIMIT_ATTACHED, 0},
                                       {SQLITE_LIMIT_WORKER_THREADS, 0}}) {
        sqlite3_limit(handle_, limit, value);
    }
    execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY");
}

void Database::tolerateDamage() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    execute("PRAGMA writable_schema = ON; PRAGMA query_only = ON");
}

void Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail("cannot use the run database: {}", code);
}

std::int64_t Database::integer(const std::string& sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(const std::string& sql) {
    Statement statement(*this, sql);
    return statement.step() ? std::string(statement.text(0)) : "";
}

void Database::copyTo(Database& other) {
    sqlite3_backup* backup = sqlite3_backup_init(other.handle_, "main", handle_, "main");
    if (backup == nullptr) other.fail("cannot copy the run database: {}", sqlite3_errcode(other.handle_));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) other.fail("cannot copy the run database: {}", code);
}

void Database::limitWork(std::int64_t instructions, double seconds) {
    remainingWork_ = instructions;
    lastSecond_ = threadSeconds() + seconds;
    const auto spend = [](void* database) { return static_cast<Database*>(database)->spendWork() ? 0 : 1; };
    sqlite3_progress_handler(handle_, pieceOfWork, spend, this);
}

bool Database::spendWork() {
    remainingWork_ -= pieceOfWork;
    return remainingWork_ >= 0 && threadSeconds() < lastSecond_;
}

bool Database::wasWrittenWithLog() const {
    return files_ != nullptr && files_->sawLogVersion();
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

void Database::fail(fmt::format_string<Text> problem, int code) const {
    const int extended = handle_ == nullptr ? code : sqlite3_extended_errcode(handle_);
    // The connection's own code is more precise when it belongs to the same failure.
    const int precise = (extended & 0xff) == (code & 0xff) ? extended : code;
    throw DatabaseError(name_, problem, precise, systemErrorOf(handle_),
                        handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_));
}

Statement::Statement(Database& database, const std::string& sql) : database_(database) {
    const int code = sqlite3_prepare_v3(database.handle(), sql.c_str(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
    if (code != SQLITE_OK) database.fail("cannot read the run database: {}", code);
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

bool Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
    if (sqlite3_stmt_readonly(handle_) != 0) database_.fail("cannot read the run database: {}", code);
    database_.fail("cannot record the run: {}", code);
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

// The result of a reset repeats the error that the last step has already thrown.
void Statement::reset() {
    sqlite3_reset(handle_);
}

void Statement::bindAt(int index, std::int64_t value) {
    check(sqlite3_bind_int64(handle_, index + 1, value));
}

void Statement::bindAt(int index, double value) {
    check(sqlite3_bind_double(handle_, index + 1, value));
}

void Statement::bindAt(int index, const std::string& value) {
    check(sqlite3_bind_text64(handle_, index + 1, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) database_.fail("cannot record the run: {}", code);
}

int Statement::columnCount() const {
    return sqlite3_column_count(handle_);
}

std::string Statement::columnName(int column) const {
    const char* name = sqlite3_column_name(handle_, column);
    return name == nullptr ? "" : name;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}
bool Statement::isInteger(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_INTEGER;
}
bool Statement::isNumber(int column) const {
    return isInteger(column) || sqlite3_column_type(handle_, column) == SQLITE_FLOAT;
}
bool Statement::isText(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_TEXT;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(handle_, column);
}

std::string_view Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // SQLite itself rolls back after some errors; a second rollback would only report that.
    if (database_.inTransaction()) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    const int code = sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) database_.fail("cannot record the run: {}", code);
}

}  // namespace prunescope::store
