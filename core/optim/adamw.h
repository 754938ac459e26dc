#pragma once

#include "optim/optimizer.h"

namespace prunescope::optim {

/// AdamW (Loshchilov & Hutter 2019, algorithm 2), with the decay scaled by the learning rate as in PyTorch:
///
///     w -= rate decay w;  m = b1 m + (1-b1) g;  s = b2 s + (1-b2) g^2
///     w -= rate (m / (1 - b1^t)) / (sqrt(s / (1 - b2^t)) + epsilon)
class AdamW : public Optimizer {
public:
    AdamW(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters);

protected:
    void begin(double learningRate) override;
    void move(const Stretch& stretch) const override;

private:
    double beta1_;
    double beta2_;
    float epsilon_;
    std::int64_t updates_ = 0;
    double rate_ = 0;
    float stepSize_ = 0;     ///< rate / (1 - b1^t)
    float squareScale_ = 0;  ///< 1 / sqrt(1 - b2^t)
};

}  // namespace prunescope::optim
