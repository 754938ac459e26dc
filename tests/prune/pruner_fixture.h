#pragma once

#include "nn/models.h"
#include "prune/pruner.h"

#include <gtest/gtest.h>

namespace prunescope::prune {

/// A pruner of three layers with 720, 200 and 100 weights, ramped up to step 40 and frozen at step 50.
class PrunerFixture : public testing::Test {
protected:
    PrunerFixture()
        : network_(nn::buildNetwork<float>(
              {.name = "mlp:20,10", .input = {1, 6, 6}, .classes = 10, .capacity = 1})) {
        nn::initialise(network_, 1);
        config_.pruning.maskInterval = 4;
    }

    Pruner pruner() { return {config_, network_.parameters(), schedule_}; }
    static constexpr std::int64_t weights = 720 + 200 + 100;

    nn::Network<float> network_;
    run::RunConfig config_;
    run::SparsitySchedule schedule_{
        .target = 0.9, .start = StepIndex{0}, .end = StepIndex{40}, .freeze = StepIndex{50}};
};

}  // namespace prunescope::prune
