#pragma once

#include "base/text.h"
#include "run/record_difference.h"
#include "store/run_folder.h"
#include "workspace/verification.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// How far a replay has come.
struct ReplayProgress {
    std::size_t window = 0;  ///< counted from 0
    std::size_t windows = 0;
    StepIndex step{};
    StepIndex until{};
};

/// Which part of a run is trained once more.
struct ReplayRequest {
    /// So many windows between neighbouring states, drawn by `dice`; nothing: the whole run.
    std::optional<std::int64_t> windows{};
    std::uint64_t dice = 0;
    std::filesystem::path data{};           ///< where the same data are now; empty: where they were
    std::function<bool()> isInterrupted{};  ///< asked again and again; the replay ends where it says so
    std::function<void(const ReplayProgress&)> progress{};
};

/// What was trained once more, from one place of the run to another.
struct ReplayedWindow {
    StepIndex from{};
    StepIndex until{};
    bool toTheEnd = false;  ///< of the record; else to the state that was saved there
};

/// What came of it. It holds when all that is on record of the windows came out bit by bit.
struct Replayed {
    std::vector<ReplayedWindow> windows{};  ///< in the order of their steps, up to the one with the fault
    std::size_t windowsInAll = 0;           ///< that there are; 0 where the whole run was asked for
    Text fault{};                           ///< empty where it holds
    std::optional<run::RecordDifference> difference{};  ///< of records, where that is the fault
    /// Program, compiler and instruction set are those of the record. A fault says nothing of the record
    /// where they are not: this machine computes other bits.
    bool sameProgram = true;
    std::string recordedBy{};
    std::string replayedBy{};
    bool interrupted = false;
    double seconds = 0;
    std::vector<Text> notes{};

    bool holds() const { return fault.empty() && !interrupted; }
};

/// Trains a run once more from its configuration, or from saved states that its chain binds, and compares all
/// that comes with what is on record: losses, thresholds, digests of masks, evaluations, answers, events; the
/// state at the end of a window; and the weights at the end. What was decided by hand is done again at its
/// step. `bound`: what `verifyRun` said of the run. Nothing in its folder is changed. Throws `Error` where it
/// cannot be read, or its data are not there.
Replayed replayRun(const store::RunFolder& folder, const Verification& bound, const ReplayRequest& request);

}  // namespace prunescope::workspace
