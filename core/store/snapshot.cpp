#include "store/snapshot.h"

#include "base/error.h"
#include "store/database.h"
#include "store/folder_lock.h"
#include "store/read_only_file.h"

#include <time.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

/// The system's clock of files ticks every ten milliseconds or faster: what is older than this stands still.
constexpr milliseconds restTime{30};

struct stat stateOf(const fs::path& file) {
    struct stat state {};
    if (::lstat(file.c_str(), &state) != 0) state = {};
    return state;
}

bool isSame(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
           a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// Since the last write; nothing for a time that is still to come, as in a file from another machine.
std::optional<milliseconds> age(const struct stat& state) {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const auto ms = milliseconds(1000 * (now.tv_sec - state.st_mtim.tv_sec) +
                                 (now.tv_nsec - state.st_mtim.tv_nsec) / 1'000'000);
    return ms.count() < 0 ? std::nullopt : std::optional(ms);
}

/// The file's state once nobody has just written to it, or after a second in any case.
struct stat stateAtRest(const fs::path& file) {
    struct stat state = stateOf(file);
    for (milliseconds waited{0}; waited < milliseconds(1000);) {
        const auto old = age(state);
        if (!old || *old >= restTime) break;
        std::this_thread::sleep_for(restTime - *old);
        waited += restTime - *old;
        state = stateOf(file);
    }
    return state;
}

void checkThere(const RunFolder& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder.path(), ignored)) {
        throw Error(folder.path().string(), Text::of("there is no such folder"),
                    Text::of("Name the folder of a run; `list` shows them."));
    }
    const fs::file_status status = fs::symlink_status(folder.database(), ignored);
    if (!fs::exists(status)) {
        throw Error(folder.path().string(), Text::of("holds no recorded run: run.db is missing"),
                    Text::of("Name the folder of a run, or restore run.db from a copy."));
    }
    if (!fs::is_regular_file(status)) {
        throw Error(
            folder.database().string(), Text::of("is not a regular file"),
            Text::of("Restore the run folder from a copy: links, pipes and devices in it are not followed."));
    }
}

/// Nobody needs it as long as the database is whole, but no program leaves a run so.
bool isOdd(const fs::path& file) {
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(file, ignored);
    return fs::exists(status) && !fs::is_regular_file(status);
}

/// Up to a bound the size says what a file may hold. Beyond it, holes do not count, except that some file
/// systems press what they store.
std::uint64_t plausibleBytes(const struct stat& state) {
    constexpr std::uint64_t surely = 16U << 20U;
    constexpr std::uint64_t mostPressed = 16;
    constexpr std::uint64_t block = 512;
    const auto size = static_cast<std::uint64_t>(state.st_size);
    const auto stored = static_cast<std::uint64_t>(state.st_blocks) * block;
    return size <= surely ? size : std::min(size, std::max(surely, mostPressed * stored));
}

}  // namespace

Snapshot::Snapshot(const RunFolder& folder, std::vector<Text>& problems) : folder_(folder) {
    checkThere(folder);
    const bool live = FolderLock::isHeld(folder.path());
    constexpr int attempts = 20;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        problems.clear();
        pages_ = std::make_shared<ChangedPages>();
        state_ = live ? stateAtRest(folder.database()) : stateOf(folder.database());
        addPages(folder.databaseJournal(), originalPages, problems);
        hasLog_ = addPages(folder.databaseLog(), committedPages, problems);
        if (isOdd(folder.config())) problems.push_back(Text::of("config.json: is not a regular file"));
        if (!hasChanged()) break;
    }
    bytes_ = plausibleBytes(state_);
    for (const auto& [page, content] : pages_->pages) bytes_ += content.size();
}

/// Whether the file is there.
bool Snapshot::addPages(const fs::path& file, ChangedPages (*read)(const fs::path&),
                        std::vector<Text>& problems) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(file, ignored))) return false;
    try {
        pages_->add(read(file));
    } catch (const Error& error) {
        problems.push_back(
            Text::of("{}: {}; run.db was read without it", file.filename().string(), error.problem()));
    }
    return true;
}

std::unique_ptr<Database> Snapshot::open() const {
    return std::make_unique<Database>(folder_.database(), std::make_unique<ReadOnlyFileSystem>(pages_));
}

bool Snapshot::hasChanged() const {
    return !isSame(stateOf(folder_.database()), state_);
}

void refuseRestless(const RunFolder& folder) {
    throw Error(folder.database().string(), Text::of("is written to faster than it can be read"),
                Text::of("Try again in a moment."));
}

}  // namespace prunescope::store
