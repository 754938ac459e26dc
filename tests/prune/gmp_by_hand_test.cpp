// GMP, gradual magnitude pruning, on a layer of six weights, worked out by hand.
//
// As GraNet's code has it: the largest magnitudes are kept, and a weight that is cut is set to zero with its
// momentum, so that it stays cut. Rate 0.1, momentum 0.5, no decay; every gradient is 1, so that the velocity
// of a weight that moves is 1, then 1.5, then 1.75. p = 0.34.
//
//     w             0.1    -0.4     0.3    -0.15    0.5    -0.6
//     step 0  mask  0       1       1       0       1       1      keep 6 - floor(0.34 * 6) = 4
//             w     0      -0.4     0.3     0       0.5    -0.6    cut: set to zero
//             w     0      -0.5     0.2     0       0.4    -0.7    moved by 0.1 * 1
//     step 1  w     0      -0.65    0.05    0       0.25   -0.85   by 0.1 * 1.5, under the same mask
//     step 2  w     0      -0.825  -0.125   0       0.075  -1.025  by 0.1 * 1.75, under the same mask
//
// With keep_pruned_values weight 3 stands at -0.15 and at step 2 outranks weight 2, which has come down to
// 0.05: it comes back, though it has learned nothing, and moves by 0.1 * 1 to -0.25.

#include "optim/optimizer.h"
#include "prune/pruner.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <vector>

namespace prunescope::prune {
namespace {

using testing::ElementsAre;
using testing::FloatNear;
using testing::Pointwise;

class GmpByHand : public testing::Test {
protected:
    GmpByHand() {
        config_.method = "gmp";
        config_.pruning.maskInterval = 1;
        config_.optimizer = {.name = "sgd", .weightDecay = 0, .options = {{"momentum", 0.5}}};
        const std::vector<float> initial{0.1F, -0.4F, 0.3F, -0.15F, 0.5F, -0.6F};
        std::copy(initial.begin(), initial.end(), layer_.value());
    }

    struct Step {
        std::vector<std::uint8_t> mask;
        std::vector<float> after;
        std::int64_t revived;
    };

    std::vector<Step> threeSteps() {
        Pruner p(config_, {&layer_},
                 {.shape = run::ScheduleShape::constant, .target = 0.34, .freeze = run::neverFrozen});
        const auto sgd = optim::makeOptimizer(config_.optimizer, {&layer_});
        std::vector<Step> steps;
        for (std::int64_t t = 0; t < 3; ++t) {
            if (p.beginStep(StepIndex{t}).stilled) sgd->clearFrozenState();
            std::fill_n(layer_.gradient(), 6, 1.0F);
            sgd->update(0.1, &p.beginUpdate());
            steps.push_back({p.mask(LayerIndex{0}),
                             {layer_.value(), layer_.value() + 6},
                             p.statistics(StepIndex{t + 1})[0].revived});
        }
        return steps;
    }

    static auto near(const std::vector<float>& expected) { return Pointwise(FloatNear(1e-6F), expected); }

    nn::Parameter<float> layer_{"fc1.weight", {2, 3}, nn::ParameterRole::weight};
    run::RunConfig config_;
};

TEST_F(GmpByHand, ACutWeightIsSetToZeroAndStaysCut) {
    const std::vector<Step> steps = threeSteps();
    EXPECT_THAT(steps[0].after, near({0, -0.5F, 0.2F, 0, 0.4F, -0.7F}));
    EXPECT_THAT(steps[1].after, near({0, -0.65F, 0.05F, 0, 0.25F, -0.85F}));
    EXPECT_THAT(steps[2].after, near({0, -0.825F, -0.125F, 0, 0.075F, -1.025F}));
    for (const Step& step : steps) {
        EXPECT_THAT(step.mask, ElementsAre(0, 1, 1, 0, 1, 1));
        EXPECT_EQ(step.revived, 0);
    }
}

TEST_F(GmpByHand, WithItsValueKeptAStaleWeightComesBack) {
    config_.methodOptions["keep_pruned_values"] = true;
    const std::vector<Step> steps = threeSteps();
    EXPECT_THAT(steps[0].mask, ElementsAre(0, 1, 1, 0, 1, 1));
    EXPECT_THAT(steps[0].after, near({0.1F, -0.5F, 0.2F, -0.15F, 0.4F, -0.7F}));
    EXPECT_THAT(steps[1].mask, ElementsAre(0, 1, 1, 0, 1, 1));
    EXPECT_THAT(steps[1].after, near({0.1F, -0.65F, 0.05F, -0.15F, 0.25F, -0.85F}));
    EXPECT_THAT(steps[2].mask, ElementsAre(0, 1, 0, 1, 1, 1));
    EXPECT_THAT(steps[2].after, near({0.1F, -0.825F, 0.05F, -0.25F, 0.075F, -1.025F}));
    EXPECT_EQ(steps[2].revived, 1);
}

/// What was cut has no momentum either: freed at a lower sparsity, it moves by its gradient alone.
TEST_F(GmpByHand, WhatComesBackStartsFromZeroWithoutMomentum) {
    Pruner p(config_, {&layer_},
             {.shape = run::ScheduleShape::constant,
              .initial = 0,
              .target = 0.5,
              .start = StepIndex{1},
              .end = StepIndex{1},
              .freeze = run::neverFrozen});
    const auto sgd = optim::makeOptimizer(config_.optimizer, {&layer_});
    const auto step = [&](std::int64_t t) {
        if (p.beginStep(StepIndex{t}).stilled) sgd->clearFrozenState();
        std::fill_n(layer_.gradient(), 6, 1.0F);
        sgd->update(0.1, &p.beginUpdate());
    };
    step(0);  // all of them move: velocity 1
    step(1);  // three are cut
    EXPECT_THAT(p.mask(LayerIndex{0}), ElementsAre(0, 1, 0, 0, 1, 1));
    EXPECT_THAT(std::vector<float>(layer_.value(), layer_.value() + 6),
                near({0, -0.65F, 0, 0, 0.25F, -0.85F}));
    run::SparsitySchedule dense = p.schedule();
    dense.target = 0;
    p.setSchedule(dense);
    step(2);
    EXPECT_THAT(std::vector<float>(layer_.value(), layer_.value() + 6),
                near({-0.1F, -0.825F, -0.1F, -0.1F, 0.075F, -1.025F}));
}

}  // namespace
}  // namespace prunescope::prune
