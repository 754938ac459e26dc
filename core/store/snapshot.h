#pragma once

#include "base/error.h"
#include "store/changed_pages.h"
#include "store/run_folder.h"

#include <sys/stat.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::store {

class Database;

/// The state of a run's database at one moment, to be read without a write and without a lock: the database
/// file, and over it what the files beside it say. Every one of them must be a regular file.
///
/// A program that records the run only adds to its log and, now and then, copies pages from there into the
/// database file. As long as that file stands still, it and the log, as it was read meanwhile, make one
/// state; `hasChanged` says when it did not, and then what was read must be read again.
class Snapshot {
public:
    /// Throws `Error` when there is no run or it cannot be read. A file beside the database that cannot be
    /// used is named in `problems`.
    Snapshot(const RunFolder& folder, std::vector<Text>& problems);

    std::unique_ptr<Database> open() const;
    bool hasChanged() const;

    const RunFolder& folder() const { return folder_; }
    /// How much an honest database of this size can hold; a file with holes counts as what it takes on the
    /// disk.
    std::uint64_t bytes() const { return bytes_; }
    bool hasLog() const { return hasLog_; }

private:
    bool addPages(const std::filesystem::path& file, ChangedPages (*read)(const std::filesystem::path&),
                  std::vector<Text>& problems);

    RunFolder folder_;
    struct stat state_ {};
    std::shared_ptr<ChangedPages> pages_;
    std::uint64_t bytes_ = 0;
    bool hasLog_ = false;
};

/// Throws the `Error` that the run is written to faster than it can be read.
[[noreturn]] void refuseRestless(const RunFolder& folder);

/// Calls `read` with a snapshot, and the problems found so far, until it stands still meanwhile; returns the
/// result.
template <class Read>
auto readStandingStill(const RunFolder& folder, const Read& read) {
    constexpr int attempts = 8;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        std::vector<Text> problems;
        const Snapshot snapshot(folder, problems);
        const Text unusable = problems.empty() ? Text() : problems.front();
        try {
            auto result = read(snapshot, problems);
            if (!snapshot.hasChanged()) return result;
        } catch (const Error& error) {
            if (snapshot.hasChanged()) continue;
            if (unusable.empty()) throw;
            // What a file that cannot be used would have said may be what is missing now.
            throw Error(error.where(), Text::of("{}; {}", error.problem(), unusable), error.mend());
        }
    }
    refuseRestless(folder);
}

}  // namespace prunescope::store
