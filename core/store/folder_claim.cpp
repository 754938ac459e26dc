#include "store/folder_claim.h"

#include "base/error.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path_text.h"
#include "store/folder_lock.h"
#include "store/open_run.h"
#include "store/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace prunescope::store {
namespace {

constexpr const char* configName = "config.json";
constexpr std::array<std::string_view, 4> databaseNames{"run.db", "run.db-wal", "run.db-shm",
                                                        "run.db-journal"};
constexpr std::array<std::string_view, 3> resultNames{"final.weights", "label.json", "report"};

template <std::size_t Count>
bool isOneOf(const std::array<std::string_view, Count>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

UsageError holdsRun(const RunFolder& folder) {
    return {folder.path().string(), Text::of("already holds a run"),
            Text::of("Name another folder, or move this one away: a run is never overwritten.")};
}

/// A folder of somebody's own files is not the place for a run.
void refuseOtherFiles(const RunFolder& folder, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (isOneOf(resultNames, name)) throw holdsRun(folder);
        if (name == configName || isOneOf(databaseNames, name)) continue;
        throw UsageError(
            folder.path().string(), Text::of("holds other files, such as '{}'", printableName(name)),
            Text::of("Name a folder that is new or empty: a run is kept apart from other files."));
    }
}

/// Whether run.db is that of a run which ended before its first record; not when it cannot be told.
bool nothingIsRecorded(const RunFolder& folder) {
    try {
        return readStandingStill(folder, [](const Snapshot& snapshot, std::vector<Text>& problems) {
            const auto database = openRun(snapshot, runMigrations(), problems);
            if (!problems.empty()) return false;
            const std::array<std::string, 6> tables{
                headerTable,       sampleTable().name, layerStatisticTable().name, evaluationTable().name,
                eventTable().name, outcomeTable().name};
            return std::none_of(tables.begin(), tables.end(), [&](const std::string& table) {
                return database->integer(fmt::format("SELECT EXISTS (SELECT 1 FROM {})", table)) != 0;
            });
        });
    } catch (const NothingRecorded&) {
        return true;
    } catch (const Error&) {
        return false;
    }
}

void removeDatabase(const Folder& held, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (isOneOf(databaseNames, name)) held.remove(name);
    }
}

/// Whether config.json came from this program, which puts it there in one step, or from an older one, which
/// made it empty first.
bool isOurs(const RunFolder& folder, const std::string& configText, bool hadDatabase) {
    constexpr std::uint64_t longest = 1 << 20;
    const std::string there = readFile(folder.config(), longest, Links::refuse);
    return there.empty() || there == configText || hadDatabase;
}

}  // namespace

void claimFolder(const RunFolder& folder, const std::string& configText) {
    const Folder held(folder.path());
    const FolderLock lock(folder.path());
    const std::vector<std::string> names = held.names();
    refuseOtherFiles(folder, names);
    const auto holds = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const bool hasDatabase = holds("run.db");
    // A log without its database may hold the only records.
    const bool hasParts = std::any_of(databaseNames.begin(), databaseNames.end(), holds);
    if (hasDatabase ? !nothingIsRecorded(folder) : hasParts) throw holdsRun(folder);
    if (holds(configName)) {
        if (!held.isRegularFile(configName) || !isOurs(folder, configText, hasDatabase)) {
            throw UsageError(folder.path().string(),
                             Text::of("already holds a config.json of something else"),
                             Text::of("Name a folder that is new or empty, or move the file away."));
        }
        removeDatabase(held, names);
        held.write(configName, configText);
        return;
    }
    removeDatabase(held, names);
    if (!held.create(configName, configText)) throw holdsRun(folder);
}

}  // namespace prunescope::store
