#pragma once

#include "base/signals.h"
#include "cli/course.h"
#include "run/records.h"
#include "workspace/recorded_run.h"

#include <filesystem>

namespace prunescope::cli {

/// What the system may say to a run: to stop, and to save its state. While there are none there is nothing to
/// save, and a signal ends the program at once.
struct RunSignals {
    StopSignals stop;
    SaveSignal save;
};

/// All that is known of a run once it has ended.
struct EndedRun {
    std::filesystem::path folder;
    run::RunOutcome outcome;
    Course course;
    double imagesPerSecond = 0;
    double shareOfAll = 0;  ///< prunable weights among all parameters
};

/// Watches the run until it ends: a line for each epoch, and signals are obeyed.
EndedRun watchToTheEnd(workspace::RecordedRun& live, const RunSignals& signals);

/// Writes its report and says how the run ended. Gives the exit status; throws `Error` for one that failed.
int tellTheEnd(const EndedRun& run, const RunSignals& signals, bool json);

}  // namespace prunescope::cli
