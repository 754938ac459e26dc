#include "optim/adamw.h"

#include <cmath>

namespace prunescope::optim {

AdamW::AdamW(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters)
    : Optimizer(config, parameters, 2),
      beta1_(config.beta1),
      beta2_(config.beta2),
      epsilon_(static_cast<float>(config.epsilon)) {}

void AdamW::begin(double learningRate) {
    ++updates_;
    const auto t = static_cast<double>(updates_);
    rate_ = learningRate;
    stepSize_ = static_cast<float>(learningRate / (1 - std::pow(beta1_, t)));
    squareScale_ = static_cast<float>(1 / std::sqrt(1 - std::pow(beta2_, t)));
}

void AdamW::move(const Stretch& stretch) const {
    const auto b1 = static_cast<float>(beta1_);
    const auto b2 = static_cast<float>(beta2_);
    float* w = stretch.value;
    float* mean = stretch.arrays[0];
    float* square = stretch.arrays[1];
    const float* gradient = stretch.gradient;
    const auto keep = static_cast<float>(1 - rate_ * stretch.weightDecay);
    forEachElement(stretch, [=, stepSize = stepSize_, squareScale = squareScale_, epsilon = epsilon_](
                                std::int64_t i, bool moves) {
        const float g = gradient[i];
        const float m = b1 * mean[i] + (1 - b1) * g;
        const float s = b2 * square[i] + (1 - b2) * g * g;
        const float moved = keep * w[i] - stepSize * m / (std::sqrt(s) * squareScale + epsilon);
        mean[i] = moves ? m : mean[i];
        square[i] = moves ? s : square[i];
        w[i] = moves ? moved : w[i];
    });
}

}  // namespace prunescope::optim
