#pragma once

#include "optim/state.h"

namespace prunescope::optim {

/// Stochastic gradient descent with momentum mu, in PyTorch's form (no dampening):
///
///     g = gradient + decay w;  v = mu v + g;  w -= rate (nesterov ? g + mu v : v)
class Sgd : public Optimizer {
public:
    Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters);
    void update(double learningRate) override;
    void clearFrozenState() override { clearFrozen(states_); }

private:
    std::vector<ParameterState> states_;
    float momentum_;
    bool nesterov_;
};

}  // namespace prunescope::optim
