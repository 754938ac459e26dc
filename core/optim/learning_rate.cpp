#include "optim/learning_rate.h"

#include <algorithm>

namespace prunescope::optim {
namespace {

LearningRateShape shapeOf(const run::LearningRateConfig& config) {
    const LearningRateEntry& entry = learningRates().get(config.shape);
    return entry.make(run::completedOptions(
        entry.description, {.prefix = "learning_rate", .field = "learning_rate"}, config.options));
}

}  // namespace

LearningRate::LearningRate(const run::LearningRateConfig& config, double base, std::int64_t stepsPerEpoch,
                           std::int64_t totalSteps)
    : shape_(shapeOf(config)),
      base_(base),
      warmupSteps_(config.warmupEpochs * static_cast<double>(stepsPerEpoch)),
      spans_{{0, static_cast<double>(totalSteps)}} {}

void LearningRate::extend(std::int64_t from, std::int64_t totalSteps) {
    spans_.push_back({from, static_cast<double>(totalSteps)});
}

double LearningRate::at(std::int64_t step) const {
    const auto t = static_cast<double>(step);
    const double warmup = t < warmupSteps_ ? std::min(1.0, (t + 1) / warmupSteps_) : 1;
    auto span = spans_.end() - 1;
    while (span != spans_.begin() && span->from > step) --span;
    return base_ * warmup * shape_(std::min(1.0, t / span->totalSteps));
}

}  // namespace prunescope::optim
