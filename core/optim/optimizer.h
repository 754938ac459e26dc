#pragma once

#include "nn/parameter.h"
#include "run/run_config.h"

#include <memory>
#include <vector>

namespace prunescope::optim {

using FloatParameter = nn::Parameter<float>;

/// Moves the latent values of a network's trained parameters along their gradients.
///
/// Where a parameter's `movable()` mask is 0 nothing moves: no gradient, no momentum, no weight decay; value
/// and state keep their bits.
class Optimizer {
public:
    virtual ~Optimizer() = default;

    /// One update at this learning rate, from the gradients the parameters hold.
    virtual void update(double learningRate) = 0;

    /// Sets the state (momentum, means) of everything that may not move to zero.
    virtual void clearFrozenState() = 0;
};

/// `parameters` must outlive the optimizer; running statistics among them are left alone.
/// Throws `UsageError` for an unknown name.
std::unique_ptr<Optimizer> makeOptimizer(const run::OptimizerConfig& config,
                                         const std::vector<FloatParameter*>& parameters);

}  // namespace prunescope::optim
