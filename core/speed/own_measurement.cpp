#include "speed/own_measurement.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace prunescope::speed {
namespace {

/// One kind of work among the gains of a result.
using Gain = Quartiles Gains::*;

/// The work pays where three of four rounds were faster than those of the dense network.
std::optional<run::BreakEven> breakEvenOf(const Report& report, Gain gain) {
    std::vector<std::pair<double, double>> points;
    for (const Result& r : report.results)
        if (r.sparsity > 0) points.emplace_back(r.theory.sparsity, (r.gains.*gain).lower);
    if (points.size() < 2) return std::nullopt;
    std::sort(points.begin(), points.end());
    std::size_t pays = points.size();
    while (pays > 0 && points[pays - 1].second > 1) --pays;
    if (pays == points.size()) return std::nullopt;
    const auto& [sparsity, lower] = points[pays];
    if (pays == 0) return run::BreakEven{.sparsity = sparsity, .orBelow = true};
    const auto& [sparsityBefore, lowerBefore] = points[pays - 1];
    const double way = (1 - lowerBefore) / (lower - lowerBefore);
    return run::BreakEven{.sparsity = sparsityBefore + way * (sparsity - sparsityBefore)};
}

run::TimedWork timedWork(const Report& report, const Result& own, const Quartiles& denseMs,
                         const Quartiles& prunedMs, Gain gain) {
    return {.denseMs = denseMs,
            .prunedMs = prunedMs,
            .speedup = own.gains.*gain,
            .breakEven = breakEvenOf(report, gain)};
}

}  // namespace

std::optional<run::Measurement> ownMeasurement(const Report& report, std::int64_t wallMs) {
    const auto found =
        std::find_if(report.results.begin(), report.results.end(), [](const Result& r) { return r.own; });
    if (found == report.results.end()) return std::nullopt;
    const Result& own = *found;
    const DenseFigures& dense = report.dense;
    return run::Measurement{
        .wallMs = wallMs,
        .processor = report.machine.name,
        .instructionSet = report.machine.instructionSet,
        .cores = report.machine.cores,
        .threads = report.request.threads,
        .batch = report.request.batch,
        .sparsity = own.theory.sparsity,
        .oneImage = timedWork(report, own, dense.oneImageMs, own.oneImageMs, &Gains::oneImage),
        .inference = timedWork(report, own, dense.inferMs, own.inferMs, &Gains::batch),
        .exploration = timedWork(report, own, dense.stepMs, own.explorationMs, &Gains::exploration),
        .exploitation = timedWork(report, own, dense.stepMs, own.exploitationMs, &Gains::exploitation),
        .callers = report.callers,
        .doubt = report.doubt(),
        .otherLoad = report.otherLoad};
}

}  // namespace prunescope::speed
