#include "speed/report.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace prunescope::speed {
namespace {

constexpr double worthNaming = 1.1;   ///< below, a gain is not told from the machine's unrest
constexpr double fewMacsSaved = 1.5;  ///< theoretical speed-up
constexpr double nearTheRoof = 0.6;
constexpr double timerUnrest = 1.05;  ///< both sides of the comparison with the roof are measured

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

double Report::bandwidthGbS() const {
    double fewest = std::numeric_limits<double>::infinity();
    for (const Result& r : results) fewest = std::min(fewest, r.theory.bytesMoved(request.batch));
    return machine.bandwidthFor(fewest);
}

double Report::roofGflops(const Result& result) const {
    return std::min(machine.peakGflops(request.threads),
                    result.theory.intensity(request.batch) * bandwidthGbS());
}

bool Report::boundByMemory(const Result& result) const {
    return roofGflops(result) < machine.peakGflops(request.threads);
}

double Report::ofRoof(const Result& r) const {
    return gflops(r.theory.macsLeft, r.inferMs.median) / roofGflops(r);
}

const Result* Report::aboveRoof() const {
    const Result* highest = nullptr;
    for (const Result& r : results)
        if (ofRoof(r) > timerUnrest && (highest == nullptr || ofRoof(r) > ofRoof(*highest))) highest = &r;
    return highest;
}

Doubt Report::doubt() const {
    if (runBeside) return Doubt::runBeside;
    if (otherLoad.value_or(0) > mostUnrest) return Doubt::busy;
    if (aboveRoof() != nullptr) return Doubt::aboveRoof;
    const Result* told = telling();
    if (told == nullptr) return Doubt::none;
    if (told->inferMs.rounds < fewestRounds) return Doubt::fewRounds;
    return told->gains.spread() > mostUnrest ? Doubt::unsteady : Doubt::none;
}

Obstacle Report::obstacle(const Result& r) const {
    if (r.gains.best() >= worthNaming) return Obstacle::none;
    if (r.theory.speedup() < fewMacsSaved) return Obstacle::fewMacsSaved;
    if (boundByMemory(r) && ofRoof(r) > nearTheRoof) return Obstacle::memory;
    return Obstacle::otherWork;
}

const Result* Report::telling() const {
    const Result* best = nullptr;
    for (const Result& r : results) {
        if (r.own && r.sparsity > 0) return &r;
        if (r.sparsity > 0 && (best == nullptr || r.gains.best() > best->gains.best())) best = &r;
    }
    return best;
}

}  // namespace prunescope::speed
