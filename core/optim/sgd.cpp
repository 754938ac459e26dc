#include "optim/sgd.h"

namespace prunescope::optim {

Sgd::Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters)
    : Optimizer(config, parameters, 1),
      momentum_(static_cast<float>(config.momentum)),
      nesterov_(config.nesterov) {}

void Sgd::begin(double learningRate) {
    rate_ = static_cast<float>(learningRate);
}

void Sgd::move(const Stretch& stretch) const {
    float* w = stretch.value;
    float* v = stretch.arrays[0];
    const float* gradient = stretch.gradient;
    const auto decay = static_cast<float>(stretch.weightDecay);
    forEachElement(stretch,
                   [=, mu = momentum_, rate = rate_, nesterov = nesterov_](std::int64_t i, bool moves) {
                       const float g = gradient[i] + decay * w[i];
                       const float velocity = mu * v[i] + g;
                       const float direction = nesterov ? g + mu * velocity : velocity;
                       v[i] = moves ? velocity : v[i];
                       w[i] = moves ? w[i] - rate * direction : w[i];
                   });
}

}  // namespace prunescope::optim
