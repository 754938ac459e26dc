#pragma once

#include "run/records.h"
#include "run/schedule.h"
#include "session/command.h"
#include "view/histogram.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::session {

/// A layer's weights at one step, as a picture shows them.
struct WeightPicture {
    RequestTile request;
    StepIndex step;
    view::WeightTile tile;
    view::MagnitudeHistogram histogram;
    float threshold = 0;  ///< smallest |w| that is kept
};

/// A live run at a step boundary. Whoever holds one may keep it: it never changes.
struct Snapshot {
    run::RunState state = run::RunState::running;
    std::string message;  ///< why the run failed
    bool paused = false;
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
    std::vector<run::LayerStatistic> layers;  ///< of the last mask update
    std::optional<run::MetricSample> sample;  ///< of the last step
    std::optional<run::Evaluation> validation;
    std::optional<run::Evaluation> test;
    std::shared_ptr<const WeightPicture> picture;
};

}  // namespace prunescope::session
