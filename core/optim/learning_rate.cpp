#include "optim/learning_rate.h"

#include "base/suggest.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace prunescope::optim {

LearningRate::LearningRate(const run::LearningRateConfig& config, double base, std::int64_t stepsPerEpoch,
                           std::int64_t totalSteps)
    : config_(config),
      base_(base),
      warmupSteps_(config.warmupEpochs * static_cast<double>(stepsPerEpoch)),
      totalSteps_(static_cast<double>(totalSteps)) {
    const std::vector<std::string> shapes{"constant", "multi_step", "cosine"};
    if (std::find(shapes.begin(), shapes.end(), config.shape) == shapes.end()) {
        throw unknownName("unknown learning-rate schedule '{}'", config.shape, shapes, "learning_rate.shape");
    }
}

double LearningRate::shapeAt(double share) const {
    if (config_.shape == "multi_step") {
        const auto passed = std::count_if(config_.milestones.begin(), config_.milestones.end(),
                                          [share](double milestone) { return share >= milestone; });
        return std::pow(config_.gamma, static_cast<double>(passed));
    }
    if (config_.shape == "cosine") {
        return config_.finalFactor + (1 - config_.finalFactor) * (1 + std::cos(std::numbers::pi * share)) / 2;
    }
    return 1;
}

double LearningRate::at(std::int64_t step) const {
    const auto t = static_cast<double>(step);
    const double warmup = t < warmupSteps_ ? std::min(1.0, (t + 1) / warmupSteps_) : 1;
    return base_ * warmup * shapeAt(std::min(1.0, t / totalSteps_));
}

}  // namespace prunescope::optim
