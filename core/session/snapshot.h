#pragma once

#include "run/records.h"
#include "run/run_keeper.h"
#include "run/schedule.h"
#include "session/query.h"
#include "session/run_control.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::session {

/// A live run at a step boundary. Whoever holds one may keep it: it never changes.
struct Snapshot {
    run::RunState state = run::RunState::running;
    Text message;  ///< why the run failed, or where its files are if not where they belong
    bool paused = false;
    bool ending = false;  ///< no step comes any more: the network is measured and the run is saved
    PauseReason pauseReason = PauseReason::asked;  ///< while paused
    std::optional<run::RecordingTrouble> trouble;  ///< nothing while all that is recorded reaches the disk
    run::StateSaving stateSaving{};                ///< from where it could be taken up again
    std::optional<StepIndex>
        catchesUpWith{};  ///< a run that was taken up trains until here what is on record
    run::Phase phase = run::Phase::exploration;
    StepIndex step;
    std::int64_t totalSteps = 0;
    double epoch = 0;
    double processMs = 0;
    double imagesPerSecond = 0;  ///< measured over the last second or so, evaluations left out
    double secondsLeft = 0;      ///< estimated
    double requestedSparsity = 0;
    double sparsity = 0;
    run::SparsitySchedule schedule;
    /// The target that somebody asked for last; a guard may have put a lower one into the schedule.
    std::optional<double> askedTarget{};
    /// z of every prunable layer, now; empty for a method without, and where nothing is known of it.
    std::vector<double> strengths;
    std::vector<run::LayerStatistic> layers;  ///< of the last mask update
    std::vector<bool> runsSparse;  ///< by prunable layer: its output comes from the kept weights alone
    std::optional<run::MetricSample> sample;  ///< of the last step
    std::optional<run::Evaluation> validation;
    std::optional<run::Evaluation> test;
    std::shared_ptr<const WeightPicture> picture;  ///< of the weights that somebody watches
};

}  // namespace prunescope::session
