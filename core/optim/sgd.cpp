#include "optim/sgd.h"

namespace prunescope::optim {

Sgd::Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters)
    : states_(makeStates(config, parameters, 1)),
      momentum_(static_cast<float>(config.momentum)),
      nesterov_(config.nesterov) {}

void Sgd::update(double learningRate) {
    const auto rate = static_cast<float>(learningRate);
    for (ParameterState& state : states_) {
        float* w = state.parameter->value();
        float* v = state.arrays[0].data();
        const float* gradient = state.parameter->gradient();
        const auto decay = static_cast<float>(state.weightDecay);
        forEachElement(*state.parameter,
                       [=, mu = momentum_, nesterov = nesterov_](std::int64_t i, bool moves) {
                           const float g = gradient[i] + decay * w[i];
                           const float velocity = mu * v[i] + g;
                           const float direction = nesterov ? g + mu * velocity : velocity;
                           v[i] = moves ? velocity : v[i];
                           w[i] = moves ? w[i] - rate * direction : w[i];
                       });
    }
}

}  // namespace prunescope::optim
