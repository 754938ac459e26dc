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

/// m <- (1 - b1) g + b1 m;  s <- (1 - b2) g^2 + b2 s;  w <- (1 - eta lambda) w - eta' m / (sqrt(s) c +
/// epsilon), with the corrections of both means for their zero start in eta' and c.
void AdamW::move(const Stretch& stretch) const {
    const auto b1 = static_cast<float>(beta1_);
    const auto b2 = static_cast<float>(beta2_);
    const auto keep = static_cast<float>(1 - rate_ * stretch.weightDecay);
    const auto& w = stretch.value;
    const auto& g = stretch.gradient;
    const nn::FloatArray mean = stretch.array(0);
    const nn::FloatArray square = stretch.array(1);
    stretch.assign(mean, (1 - b1) * g + b1 * mean);
    stretch.assign(square, (1 - b2) * g * g + b2 * square);
    stretch.assign(w, keep * w - stepSize_ * mean / (square.sqrt() * squareScale_ + epsilon_));
}

}  // namespace prunescope::optim
