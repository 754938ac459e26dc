#include "store/open_run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <optional>
#include <system_error>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

std::uint64_t sizeOf(const fs::path& file) {
    std::error_code code;
    const auto size = fs::file_size(file, code);
    return code ? 0 : size;
}

/// How to open the database, from the usual way to the last resort.
std::vector<OpenMode> waysToOpen(const RunFolder& folder) {
    std::vector<OpenMode> ways{OpenMode::read};
    const bool writable =
        ::access(folder.path().c_str(), W_OK) == 0 && ::access(folder.database().c_str(), W_OK) == 0;
    if (writable) ways.push_back(OpenMode::modify);
    // The log holds what was committed last: without it the database would read as an older state.
    ways.push_back(sizeOf(folder.databaseLog()) > 0 ? OpenMode::privateWal : OpenMode::immutable);
    return ways;
}

/// A row takes tens of bytes and tens of instructions; this leaves ten times as many.
std::int64_t honestWork(const fs::path& database) {
    const std::uint64_t bytes = sizeOf(database) + sizeOf(RunFolder(database.parent_path()).databaseLog());
    return 10'000'000 + 10 * static_cast<std::int64_t>(bytes);
}

std::unique_ptr<Database> openSnapshot(const fs::path& file, OpenMode mode, bool tolerant) {
    auto database = std::make_unique<Database>(file, mode);
    database->limitWork(honestWork(file));
    if (tolerant) database->tolerateDamage();
    database->execute("BEGIN");
    database->integer("SELECT count(*) FROM sqlite_schema");
    return database;
}

/// Opens in one way; where damage prevents that, once more with less demand.
std::unique_ptr<Database> openDespiteDamage(const fs::path& file, OpenMode mode,
                                            std::vector<std::string>& problems) {
    std::optional<DatabaseError> damage;
    try {
        return openSnapshot(file, mode, false);
    } catch (const DatabaseError& error) {
        if (!error.isDamage()) throw;
        damage = error;
    }
    try {
        auto database = openSnapshot(file, mode, true);
        problems.push_back(
            fmt::format("{}: {}; what is left of it was read", file.filename().string(), damage->problem()));
        return database;
    } catch (const DatabaseError&) {
        throw DatabaseError(*damage);
    }
}

std::unique_ptr<Database> openSomehow(const RunFolder& folder, std::vector<std::string>& problems) {
    std::optional<DatabaseError> first;
    for (const OpenMode mode : waysToOpen(folder)) {
        try {
            return openDespiteDamage(folder.database(), mode, problems);
        } catch (const DatabaseError& error) {
            if (!error.isAccess()) throw;
            if (!first) first = error;
        }
    }
    throw DatabaseError(*first);
}

void checkThere(const RunFolder& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder.path(), ignored)) {
        throw Error(folder.path().string(), "there is no such folder",
                    "Name the folder of a run; `list` shows them.");
    }
    if (!fs::exists(folder.database(), ignored)) {
        throw Error(folder.path().string(), "holds no recorded run: run.db is missing",
                    "Name the folder of a run, or restore run.db from a copy.");
    }
    // Opening a pipe or a device would wait for ever.
    if (!fs::is_regular_file(folder.database(), ignored)) {
        throw Error(folder.database().string(), "is not a regular file",
                    "Restore the run folder from a copy.");
    }
}

}  // namespace

std::unique_ptr<Database> openRun(const RunFolder& folder, const Migrations& migrations,
                                  std::vector<std::string>& problems) {
    checkThere(folder);
    auto database = openSomehow(folder, problems);
    if (checkedVersion(*database, migrations) == static_cast<std::int64_t>(migrations.size()))
        return database;
    auto copy = std::make_unique<Database>(folder.database().string());
    database->copyTo(*copy);
    migrate(*copy, migrations);
    return copy;
}

TextBudget textBudgetFor(const RunFolder& folder) {
    // Both files may hold the same text, and texts in UTF-8 may take more bytes than in the file's own
    // encoding.
    constexpr std::uint64_t room = 1 << 20;
    return TextBudget(2 * (sizeOf(folder.database()) + sizeOf(folder.databaseLog())) + room);
}

}  // namespace prunescope::store
