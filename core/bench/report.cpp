#include "bench/report.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace prunescope::bench {
namespace {

constexpr double worthNaming = 1.1;   ///< below, a gain is not told from the machine's unrest
constexpr double fewMacsSaved = 1.5;  ///< theoretical speed-up
constexpr double nearTheRoof = 0.6;

}  // namespace

Latency latencyOf(std::vector<double> microseconds) {
    if (microseconds.empty()) throw std::logic_error("no times to take percentiles of");
    std::sort(microseconds.begin(), microseconds.end());
    const auto at = [&](double share) {
        const double rank = std::ceil(share * static_cast<double>(microseconds.size()));
        return microseconds[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    };
    return {.median = at(0.5),
            .p95 = at(0.95),
            .p99 = at(0.99),
            .samples = static_cast<std::int64_t>(microseconds.size())};
}

double Report::roofGflops(const Result& result) const {
    return std::min(machine.peakGflops(request.threads),
                    result.theory.intensity(request.batch) * machine.bandwidthGbS);
}

bool Report::boundByMemory(const Result& result) const {
    return roofGflops(result) < machine.peakGflops(request.threads);
}

Gains Report::gains(const Result& r) const {
    return {.exploration = dense.stepMs / r.explorationMs,
            .exploitation = dense.stepMs / r.exploitationMs,
            .batch = dense.inferMs / r.inferMs,
            .oneImage = dense.batch1.median / r.batch1.median};
}

Obstacle Report::obstacle(const Result& r) const {
    if (gains(r).best() >= worthNaming) return Obstacle::none;
    if (r.theory.speedup() < fewMacsSaved) return Obstacle::fewMacsSaved;
    const double achieved = gflops(r.theory.macsLeft, r.inferMs);
    if (boundByMemory(r) && achieved > nearTheRoof * roofGflops(r)) return Obstacle::memory;
    return Obstacle::otherWork;
}

const Result* Report::telling() const {
    const Result* best = nullptr;
    for (const Result& r : results) {
        if (r.own && r.sparsity > 0) return &r;
        if (r.sparsity > 0 && (best == nullptr || gains(r).best() > gains(*best).best())) best = &r;
    }
    return best;
}

}  // namespace prunescope::bench
