#include "view/seed_mean.h"

#include "run/spread.h"

#include <algorithm>
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
    std::vector<double> values;
    values.reserve(seeds.size());
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        const Moment one = seeds[i].times->at(places[i]);
        moment.step = one.step;
        moment.epoch += one.epoch / count;
        moment.wallSeconds += one.wallSeconds / count;
        moment.processSeconds += one.processSeconds / count;
        values.push_back(seeds[i].curve->at(places[i]));
    }
    const auto spread = run::spreadOf(values);
    // A mean over some of the seeds would jump where one has no figure.
    if (!spread || spread->n < seeds.size()) return;
    const double deviation = spread->deviation.value_or(0);
    result.times.append(moment);
    result.mean.append(spread->mean);
    result.low.append(spread->mean - deviation);
    result.high.append(spread->mean + deviation);
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
