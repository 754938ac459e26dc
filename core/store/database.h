#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace prunescope::store {

/// What SQLite reported, as an error that says how to mend it.
class DatabaseError : public Error {
public:
    /// `code` is SQLite's extended result code, `systemCode` the system's errno behind it or 0, `detail`
    /// SQLite's own words.
    DatabaseError(const std::string& where, fmt::format_string<Text> problem, int code, int systemCode,
                  const std::string& detail);

    int code() const { return code_; }
    /// The content is damaged, or is no database: another way of opening it will not help.
    bool isDamage() const;
    /// Another connection holds the file.
    bool isBusy() const;

private:
    int code_;
};

class ReadOnlyFileSystem;

enum class OpenMode {
    create,  ///< to write; created when absent
    modify,  ///< to write; must exist. Undoes a half-written change that a killed program left
};

/// One connection to an SQLite database, for one thread at a time. The file is not trusted: no views,
/// triggers or extensions, values of bounded length, and no way for its schema to call functions.
class Database {
public:
    /// A file of this program's own, to write. Throws `DatabaseError`; a file that is damaged may show so
    /// only when it is first read.
    Database(const std::filesystem::path& path, OpenMode mode);
    /// A file from whomever, to read. Nothing on the disk is changed.
    Database(const std::filesystem::path& path, std::unique_ptr<ReadOnlyFileSystem> files);
    /// An empty database in memory; `name` stands for it in messages.
    explicit Database(std::string name);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Runs statements that give no rows, or whose rows do not matter.
    void execute(const std::string& sql);
    /// The first column of the statement's first row; 0 without a row.
    std::int64_t integer(const std::string& sql);
    std::string text(const std::string& sql);
    /// Replaces the content of `other` by this one's, page by page.
    void copyTo(Database& other);
    /// Reads on where the file is shorter than it says, or a part of its schema makes no sense. For reading
    /// only.
    void tolerateDamage();
    /// Ends what runs with an error once SQLite has taken so many steps in all, or this thread so much
    /// processor time from now on: a file in which pages lead in circles or many times to the same page could
    /// keep it busy for ever.
    void limitWork(std::int64_t instructions, double seconds);
    bool inTransaction() const;
    /// The file was last written with a log beside it. Known once it has been read from.
    bool wasWrittenWithLog() const;

    const std::string& name() const { return name_; }
    sqlite3* handle() const { return handle_; }
    [[noreturn]] void fail(fmt::format_string<Text> problem, int code) const;

private:
    void open(const std::string& file, int flags, const char* fileSystem);
    void harden();
    bool spendWork();

    std::string name_;
    std::unique_ptr<ReadOnlyFileSystem> files_;  ///< outlives the connection
    sqlite3* handle_ = nullptr;
    std::int64_t remainingWork_ = 0;
    double lastSecond_ = 0;  ///< of the thread's processor time
};

/// A prepared statement. Columns and parameters are counted from 0.
class Statement {
public:
    Statement(Database& database, const std::string& sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Sets all parameters, in order, and makes the statement ready to run. NaN is stored as NULL.
    template <class... Values>
    Statement& bind(const Values&... values) {
        reset();
        int index = 0;
        (bindAt(index++, values), ...);
        return *this;
    }

    /// Moves to the next row; false after the last one. Throws `DatabaseError`.
    bool step();
    /// Steps to the end.
    void run();

    int columnCount() const;
    std::string columnName(int column) const;
    bool isNull(int column) const;
    bool isInteger(int column) const;
    bool isNumber(int column) const;
    bool isText(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid until the next step.
    std::string_view text(int column) const;

private:
    void reset();
    void bindAt(int index, std::int64_t value);
    void bindAt(int index, double value);
    void bindAt(int index, const std::string& value);
    void check(int code) const;

    Database& database_;
    sqlite3_stmt* handle_ = nullptr;
};

/// All or nothing: rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    void commit();

private:
    Database& database_;
};

}  // namespace prunescope::store
