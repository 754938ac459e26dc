#pragma once

#include "optim/state.h"

namespace prunescope::optim {

/// AdamW (Loshchilov & Hutter 2019, algorithm 2), with the decay scaled by the learning rate as in PyTorch:
///
///     w -= rate decay w;  m = b1 m + (1-b1) g;  s = b2 s + (1-b2) g^2
///     w -= rate (m / (1 - b1^t)) / (sqrt(s / (1 - b2^t)) + epsilon)
class AdamW : public Optimizer {
public:
    AdamW(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters);
    void update(double learningRate) override;
    void clearFrozenState() override { clearFrozen(states_); }

private:
    std::vector<ParameterState> states_;
    double beta1_;
    double beta2_;
    float epsilon_;
    std::int64_t updates_ = 0;
};

}  // namespace prunescope::optim
