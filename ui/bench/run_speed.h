#pragma once

#include "base/text.h"
#include "run/measurement.h"
#include "speed/report.h"
#include "ui/bench/bench_form.h"

#include <cstdint>
#include <optional>

namespace prunescope::ui {

class RunModel;

/// The network of the run on display; its weights when they are on the disk.
std::optional<OpenNetwork> openNetworkOf(const RunModel& run);

/// The newest measurement that is kept with the run on display, or why it cannot be read.
struct KeptMeasurement {
    std::optional<run::Measurement> newest{};
    Text problem{};
};
KeptMeasurement keptMeasurement(const RunModel& run);

/// Keeps what a report says of a run's own network with that run. Gives why it could not; empty when it
/// could, and when there is nothing to keep.
Text keepWithRun(const speed::Report& report);

/// What the steps of a run with frozen masks took less than dense ones would have. Estimated: from a
/// measurement of single steps.
struct SavedTime {
    std::int64_t frozenSteps = 0;
    std::int64_t steps = 0;  ///< of the whole run
    double savedMs = 0;
    double denseMs = 0;  ///< what all steps of the run take dense
};

/// Nothing where it cannot be told from that measurement: its batch or its sparsity is not the run's, it is
/// in doubt, or the masks of the run do not stand still at its end; nor when nothing was saved.
std::optional<SavedTime> savedTime(const run::Measurement& measurement, const RunModel& run);

}  // namespace prunescope::ui
