#include "view/seed_mean.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace prunescope::view {
namespace {

constexpr std::int64_t noStep = std::numeric_limits<std::int64_t>::max();

std::int64_t seedStepAt(const SeedCurve& seed, std::size_t position) {
    const bool there = position < std::min(seed.curve->size(), seed.times->size());
    return there ? seed.times->at(position).step : noStep;
}

/// Appends the moment at which the seeds stand at these places.
void appendMean(const std::vector<SeedCurve>& seeds, const std::vector<std::size_t>& places,
                SeedMean& result) {
    const auto count = static_cast<double>(seeds.size());
    Moment moment;
    double mean = 0;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        const Moment one = seeds[i].times->at(places[i]);
        moment.step = one.step;
        moment.epoch += one.epoch / count;
        moment.wallSeconds += one.wallSeconds / count;
        moment.processSeconds += one.processSeconds / count;
        mean += seeds[i].curve->at(places[i]) / count;
    }
    if (!std::isfinite(mean)) return;
    double squares = 0;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        const double away = seeds[i].curve->at(places[i]) - mean;
        squares += away * away;
    }
    const double deviation = seeds.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
    result.times.append(moment);
    result.mean.append(mean);
    result.low.append(mean - deviation);
    result.high.append(mean + deviation);
}

}  // namespace

SeedMean meanOverSeeds(const std::vector<SeedCurve>& seeds) {
    SeedMean result;
    if (seeds.empty()) return result;
    std::vector<std::size_t> places(seeds.size(), 0);
    while (true) {
        // All move on to the furthest of them, until they stand at one step.
        std::int64_t furthest = 0;
        for (std::size_t i = 0; i < seeds.size(); ++i)
            furthest = std::max(furthest, seedStepAt(seeds[i], places[i]));
        if (furthest == noStep) return result;
        bool together = true;
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            while (seedStepAt(seeds[i], places[i]) < furthest) ++places[i];
            together = together && seedStepAt(seeds[i], places[i]) == furthest;
        }
        if (!together) continue;
        appendMean(seeds, places, result);
        for (std::size_t& place : places) ++place;
    }
}

}  // namespace prunescope::view
