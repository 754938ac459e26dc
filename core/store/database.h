#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
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
    DatabaseError(const std::string& where, const std::string& action, int code, int systemCode,
                  const std::string& detail);

    int code() const { return code_; }
    /// The content is damaged, or is no database: another way of opening it will not help.
    bool isDamage() const;
    /// The file may be sound, but not to be had in this way, as a WAL database in a folder that is read-only.
    bool isAccess() const;
    /// Another connection holds the file.
    bool isBusy() const;

private:
    int code_;
};

enum class OpenMode {
    create,      ///< to write; created when absent
    modify,      ///< to write; must exist. Undoes a half-written change that a killed program left
    read,        ///< beside a running writer
    privateWal,  ///< reads database and -wal without a lock and without a -shm file, for a read-only folder
    immutable,   ///< reads the database file alone, for a read-only folder without a -wal file
};

/// One connection to an SQLite database, for one thread at a time. The file is not trusted: no views,
/// triggers or extensions, values of bounded length, and no way for its schema to call functions.
class Database {
public:
    /// A file. Throws `DatabaseError`; a file that is damaged may show so only when it is first read.
    Database(const std::filesystem::path& path, OpenMode mode);
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
    /// Ends what runs with an error once SQLite has taken so many steps in all: a file in which pages lead in
    /// circles or many times to the same page could keep it busy for ever.
    void limitWork(std::int64_t instructions);
    bool inTransaction() const;

    const std::string& name() const { return name_; }
    sqlite3* handle() const { return handle_; }
    [[noreturn]] void fail(const std::string& action, int code) const;

private:
    void harden();

    std::string name_;
    sqlite3* handle_ = nullptr;
    std::int64_t remainingWork_ = 0;
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
