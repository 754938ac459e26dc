#pragma once

#include "run/run_record.h"
#include "session/clock.h"
#include "session/record_feed.h"
#include "session/session.h"
#include "store/run_folder.h"
#include "store/run_recorder.h"
#include "train/resolved_config.h"
#include "train/trainer.h"
#include "workspace/branch.h"
#include "workspace/take_up.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace prunescope::workspace {

/// Loads the data set and makes the network, which takes as long as the data is large; `extensions` of a run
/// that goes on. Throws `UsageError` with the option that is to blame, `Error` for data that cannot be read
/// and where memory does not suffice.
std::unique_ptr<train::Trainer> prepareRun(const train::ResolvedConfig& config,
                                           const std::vector<run::Extension>& extensions = {});

/// Where the folder of a new run is made.
struct RunPlace {
    std::filesystem::path workspace;  ///< in here, with a name that tells what is trained
    std::filesystem::path exactly{};  ///< or, if given, exactly this folder
};

/// A run that trains in the background and is recorded in a folder of its own.
class RecordedRun {
public:
    /// Makes the folder and begins. `clock` must outlive the run. `yielding`: trains at low priority, so that
    /// a window keeps moving. Throws `Error` when the folder cannot be made, `UsageError` when `exactly`
    /// holds something already.
    RecordedRun(std::unique_ptr<train::Trainer> trainer, const RunPlace& place, const session::Clock& clock,
                bool yielding);

    /// Goes on with a run in its folder. What is on record of it is the first that `drain` gives. Throws
    /// `Error` when the folder cannot be recorded into.
    RecordedRun(TakeUp takeUp, const session::Clock& clock, bool yielding);

    /// Makes the folder of a run that begins with the state of another one, as that of any new run.
    RecordedRun(Branch branch, const RunPlace& place, const session::Clock& clock, bool yielding);

    const run::RunHeader& header() const { return header_; }
    session::Session& session() { return session_; }
    /// Everything that was recorded since the last call. From any thread.
    run::RecordBatch drain() { return feed_.drain(); }
    /// Where it is now: somebody may have renamed it, or had the run saved elsewhere.
    store::RunFolder folder() const { return store::RunFolder(recorder_.folder()); }

private:
    run::RunHeader header_;
    // Destroyed from the bottom up: the session ends before what it records into.
    store::RunRecorder recorder_;
    session::RecordFeed feed_;
    session::Session session_;
};

}  // namespace prunescope::workspace
