#pragma once

#include "run/run_config.h"

#include <cstdint>

namespace prunescope::optim {

/// The learning rate at every step of a run.
///
/// constant: base; multi_step: base gamma^k after k milestones; cosine (Loshchilov & Hutter 2017, equation 5,
/// without restarts): base (f + (1 - f) (1 + cos(pi t / T)) / 2), f the final factor. The warm-up multiplies
/// by (t + 1) / warm-up steps until it is over.
class LearningRate {
public:
    LearningRate(const run::LearningRateConfig& config, double base, std::int64_t stepsPerEpoch,
                 std::int64_t totalSteps);

    /// `step` counts from 0 for the first update.
    double at(std::int64_t step) const;

private:
    double shapeAt(double share) const;

    run::LearningRateConfig config_;
    double base_;
    double warmupSteps_;
    double totalSteps_;
};

}  // namespace prunescope::optim
