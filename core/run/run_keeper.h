#pragma once

#include "base/strong_index.h"
#include "base/text.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace prunescope::run {

/// Why what a run records does not reach the disk at the moment. It waits in memory, and is tried again.
struct RecordingTrouble {
    std::int64_t sinceMs = 0;  ///< UTC: when writing failed first
    std::int64_t waiting = 0;  ///< records that wait
    bool full = false;         ///< there is no room for more: the run has to wait
    Text reason;               ///< what is wrong, where, and how to mend it
};

/// Where the weights of a run were saved.
struct SavedWeights {
    std::filesystem::path path;
    Text trouble{};  ///< why they are not in the run's folder, in whole; empty when they are
};

/// How the latest states of a run got to the disk.
struct StateSaving {
    std::optional<StepIndex> saved{};  ///< the latest that is on the disk, checksum and all
    Text trouble{};                    ///< why the last one is not there, in whole; empty when it is
};

/// Keeps the files of a run that trains, whatever becomes of its folder meanwhile. From any thread.
class RunKeeper {
public:
    virtual ~RunKeeper() = default;

    /// Nothing while all that is recorded reaches the disk.
    virtual std::optional<RecordingTrouble> trouble() const = 0;
    /// Tries at once to write what waits, and returns when that has been tried.
    virtual void retry() = 0;
    /// Where the run's folder is now: somebody may have renamed it, and the run may have moved.
    virtual std::filesystem::path folder() const = 0;
    /// Sentences on what became of the folder since the start; empty when it is where it was.
    virtual Text note() const = 0;
    /// Writes the weights into the run's folder, or where that is not possible to a place nearby, or else to
    /// one of the user's own. Throws `Error` when nothing of that can be written to.
    virtual SavedWeights saveWeights(std::string_view bytes) = 0;
    /// Writes the state of a step beside the records, once all that was recorded so far is on the disk; a
    /// state that still waits is given up for it. Returns at once.
    virtual void saveState(StepIndex step, std::string bytes) = 0;
    virtual StateSaving stateSaving() const = 0;
    /// Goes on recording in a new folder below `parent`, with all that was recorded so far. Throws `Error`,
    /// and then records on where it was.
    virtual void moveTo(const std::filesystem::path& parent) = 0;
};

}  // namespace prunescope::run
