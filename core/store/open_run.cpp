#include "store/open_run.h"

#include "store/tables.h"

#include <fmt/format.h>

#include <optional>

namespace prunescope::store {
namespace {

/// A row takes tens of bytes and tens of instructions; this leaves some times as many, and as much processor
/// time as the slowest machine needs.
void limitToHonestWork(Database& database, std::uint64_t bytes) {
    constexpr double bytesPerSecond = 10e6;
    database.limitWork(3'000'000 + 3 * static_cast<std::int64_t>(bytes),
                       1 + static_cast<double>(bytes) / bytesPerSecond);
}

std::unique_ptr<Database> openOnce(const Snapshot& snapshot, bool tolerant) {
    auto database = snapshot.open();
    limitToHonestWork(*database, snapshot.bytes());
    if (tolerant) database->tolerateDamage();
    database->execute("BEGIN");
    database->integer("SELECT EXISTS (SELECT 1 FROM sqlite_schema)");
    return database;
}

/// Where damage prevents that, opens it once more with less demand.
std::unique_ptr<Database> openDespiteDamage(const Snapshot& snapshot, std::vector<Text>& problems) {
    std::optional<DatabaseError> damage;
    try {
        return openOnce(snapshot, false);
    } catch (const DatabaseError& error) {
        if (!error.isDamage()) throw;
        damage = error;
    }
    try {
        auto database = openOnce(snapshot, true);
        problems.push_back(Text::of("{}: {}; what is left of it was read", "run.db", damage->problem()));
        return database;
    } catch (const DatabaseError&) {
        throw DatabaseError(*damage);
    }
}

/// A run that goes on has its last records in the log; when it ends, they are moved into the database.
void checkLog(Database& database, const Snapshot& snapshot, std::vector<Text>& problems) {
    if (!database.wasWrittenWithLog() || snapshot.hasLog()) return;
    try {
        if (database.integer(fmt::format("SELECT EXISTS (SELECT 1 FROM {})", outcomeTable().name)) != 0)
            return;
    } catch (const Error&) {
        // Then its end is not known, and may have been in the log.
    }
    problems.push_back(Text::of(
        "its run.db-wal is missing: if run.db was copied alone while the run was recorded, what was recorded "
        "last is not in it"));
}

}  // namespace

std::unique_ptr<Database> openRun(const Snapshot& snapshot, const Migrations& migrations,
                                  std::vector<Text>& problems) {
    auto database = openDespiteDamage(snapshot, problems);
    if (isEmptyDatabase(*database) && database->wasWrittenWithLog() && !snapshot.hasLog()) {
        throw NothingRecorded(
            database->name(), Text::of("is empty, and its run.db-wal is missing"),
            Text::of("It was copied alone while the run was recorded: copy run.db-wal, too, or the "
                     "whole folder."));
    }
    checkedVersion(*database, migrations);
    checkLog(*database, snapshot, problems);
    return database;
}

TextBudget textBudgetFor(const Snapshot& snapshot) {
    // Texts in UTF-8 may take more bytes than in the file's own encoding.
    constexpr std::uint64_t room = 1 << 20;
    return TextBudget(2 * snapshot.bytes() + room);
}

}  // namespace prunescope::store
