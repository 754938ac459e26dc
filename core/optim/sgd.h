#pragma once

#include "optim/optimizer.h"

namespace prunescope::optim {

/// Stochastic gradient descent with momentum mu, in PyTorch's form (no dampening):
///
///     g = gradient + decay w;  v = mu v + g;  w -= rate (nesterov ? g + mu v : v)
class Sgd : public Optimizer {
public:
    Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters);

protected:
    void begin(double learningRate) override;
    void move(const Stretch& stretch) const override;

private:
    float momentum_;
    bool nesterov_;
    float rate_ = 0;
};

}  // namespace prunescope::optim
