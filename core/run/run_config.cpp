#include "run/run_config.h"

#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::run {
namespace {

StepIndex stepAt(double share, std::int64_t totalSteps) {
    return StepIndex{std::llround(share * static_cast<double>(totalSteps))};
}

void validateSchedule(const ScheduleConfig& schedule) {
    if (schedule.end < schedule.start) {
        throw UsageError(
            "schedule.end",
            Text::of("the ramp ends at {} of the run, before it starts at {}", schedule.end, schedule.start),
            Text::of("Give a schedule.end from schedule.start on."));
    }
    if (schedule.target < schedule.initial) {
        throw UsageError(
            "schedule.target",
            Text::of("the target {} is below the initial sparsity {}", schedule.target, schedule.initial),
            Text::of("Raise schedule.target or lower schedule.initial."));
    }
    // Any length tells whether the shape can be followed; a long run keeps the moments apart.
    const Text problem = scheduleProblem(resolvedSchedule(schedule, 1'000'000));
    if (!problem.empty()) {
        const bool drawn = schedule.shape == scheduleShapeName(ScheduleShape::drawn);
        throw UsageError(
            drawn ? "schedule.knots" : "schedule", problem,
            drawn ? Text::of("Change schedule.knots or choose another schedule.shape.")
                  : Text::of("Change schedule.initial, schedule.target, schedule.start or schedule.end."));
    }
    if (schedule.freeze < schedule.end) {
        throw UsageError("schedule.freeze",
                         Text::of("the mask would freeze at {} of the run, before the ramp ends at {}",
                                  schedule.freeze, schedule.end),
                         Text::of("The target would not be reached. Freeze at the ramp's end or later."));
    }
}

}  // namespace

bool namesNetworkFile(std::string_view model) {
    return model.ends_with(".json") || !onnxFileNamed(model).empty();
}

std::string_view onnxFileNamed(std::string_view model) {
    constexpr std::string_view ending = ".onnx";
    if (model.ends_with(ending)) return model;
    const std::size_t colon = model.rfind(':');
    const std::string_view file = model.substr(0, colon);
    const bool extents = colon != std::string_view::npos &&
                         model.find_first_not_of("0123456789x", colon + 1) == std::string_view::npos;
    return extents && file.ends_with(ending) ? file : std::string_view();
}

const std::vector<std::string>& pruningScopes() {
    static const std::vector<std::string> names{"global", "uniform", "erk"};
    return names;
}

std::optional<double> PruningConfig::budgetOf(const std::string& layer) const {
    const auto found = layers.find(layer);
    return found == layers.end() ? std::nullopt : std::optional(found->second);
}

SparsitySchedule resolvedSchedule(const ScheduleConfig& config, std::int64_t totalSteps) {
    SparsitySchedule schedule;
    schedule.shape = scheduleShapeFromName(config.shape);
    schedule.initial = config.initial;
    schedule.target = config.target;
    schedule.start = stepAt(config.start, totalSteps);
    schedule.end = stepAt(config.end, totalSteps);
    schedule.freeze = stepAt(config.freeze, totalSteps);
    schedule.knots = config.knots;
    return schedule;
}

void validateConfig(const RunConfig& config) {
    validateSchedule(config.schedule);
    if (config.learningRate.warmupEpochs > static_cast<double>(config.epochs)) {
        throw UsageError("learning_rate.warmup_epochs", Text::of("the warm-up is longer than the run"),
                         Text::of("Give fewer warm-up epochs or more epochs."));
    }
}

}  // namespace prunescope::run
