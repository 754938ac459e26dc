#include "ui/bench/run_speed.h"

#include "base/error.h"
#include "session/clock.h"
#include "speed/own_measurement.h"
#include "store/measurement_file.h"
#include "ui/live/run_model.h"

#include <cmath>
#include <filesystem>
#include <system_error>

namespace prunescope::ui {
namespace {

constexpr double sameSparsity = 1e-3;  ///< rounding to whole weights differs by less

}  // namespace

std::optional<OpenNetwork> openNetworkOf(const RunModel& run) {
    if (!run.hasRun()) return std::nullopt;
    const run::RunHeader& header = *run.header();
    const auto& shape = header.dataset.imageShape;
    OpenNetwork open{
        .model = header.config.model,
        .images = {shape[0], shape[1], shape[2]},
        .classes = header.dataset.target ? 1 : static_cast<std::int64_t>(header.dataset.classNames.size())};
    std::error_code ignored;
    const bool saved = run.folder() != nullptr && std::filesystem::exists(run.folder()->weights(), ignored);
    if (!saved || run.isLive()) return open;
    open.weights = run.folder()->weights();
    if (const double sparsity = run.snapshot()->sparsity; sparsity > 0) open.sparsity = sparsity;
    return open;
}

KeptMeasurement keptMeasurement(const RunModel& run) {
    if (run.folder() == nullptr || run.isLive()) return {};
    try {
        const auto measurements = store::readMeasurements(*run.folder());
        if (!measurements.empty()) return {.newest = measurements.front()};
        return {};
    } catch (const Error& error) {
        return {.problem = error.whole()};
    }
}

Text keepWithRun(const speed::Report& report) {
    const auto folder = store::runOfWeights(report.request.weights);
    const auto own = speed::ownMeasurement(report, session::SystemClock().wallMs());
    if (!folder || !own) return {};
    try {
        store::storeMeasurement(*folder, *own);
        return {};
    } catch (const Error& error) {
        return error.whole();
    }
}

std::optional<SavedTime> savedTime(const run::Measurement& m, const RunModel& run) {
    if (!run.hasRun() || m.doubt != run::Doubt::none || m.batch != run.header()->config.batch)
        return std::nullopt;
    const auto end = run.snapshot();
    const bool sameNetwork = std::abs(end->sparsity - m.sparsity) < sameSparsity;
    if (!sameNetwork || end->phase != run::Phase::exploitation || end->schedule.freeze >= end->step)
        return std::nullopt;
    const run::TimedWork& step = m.exploitation;
    SavedTime time{.frozenSteps = end->step.value - end->schedule.freeze.value, .steps = end->step.value};
    time.savedMs = static_cast<double>(time.frozenSteps) * (step.denseMs.median - step.prunedMs.median);
    time.denseMs = static_cast<double>(time.steps) * step.denseMs.median;
    return time.savedMs > 0 ? std::optional(time) : std::nullopt;
}

}  // namespace prunescope::ui
