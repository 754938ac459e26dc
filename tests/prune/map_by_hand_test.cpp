// MAP on a layer of six weights, worked out by hand: read this to learn the method.
//
// A dense layer of two outputs and three inputs, target sparsity p = 0.5, attention strength z = 1.
//
//     w         0.1    -0.4     0.3    -0.2     0.5    -0.6
//     |w|       0.1     0.4     0.3     0.2     0.5     0.6     min 0.1, max 0.6
//     n         0       0.6     0.4     0.2     0.8     1       (|w| - min) / (max - min)
//     m         0       1       0       0       1       1       keep 6 - floor(0.5 * 6) = 3 largest
//     A         0.5     0.8     0.7     0.6     0.9     1       b + (1 - b) n, floor b = (1 - 0.5)^1 = 0.5
//     s         mean of A over the kept weights: (0.8 + 0.9 + 1) / 3 = 0.9
//     a = A/s   5/9     8/9     7/9     6/9     1       10/9
//     m a w     0      -32/90   0       0       0.5    -60/90   what the network computes with
//
// With a gradient of 1 for every effective weight, the latent weights get
//
//     exploring 5/9     8/9     7/9     6/9     1       10/9    a where kept, min(a, 1) where pruned
//     frozen    0       8/9     0       0       1       10/9    pruned weights stand still

#include "base/error.h"
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

class MapByHand : public testing::Test {
protected:
    MapByHand() {
        config_.method = "map";
        config_.pruning.maskInterval = 1;
        config_.methodOptions["explore_interval"] = 1;
        const std::vector<float> initial{0.1F, -0.4F, 0.3F, -0.2F, 0.5F, -0.6F};
        std::copy(initial.begin(), initial.end(), layer_.value());
    }

    Pruner pruner() { return {config_, {&layer_}, schedule_}; }

    std::vector<float> used() const { return {layer_.used(), layer_.used() + 6}; }
    std::vector<float> latent() const { return {layer_.value(), layer_.value() + 6}; }
    std::vector<float> gradient() const { return {layer_.gradient(), layer_.gradient() + 6}; }
    void setGradient(float value) { std::fill_n(layer_.gradient(), 6, value); }

    static auto near(const std::vector<float>& expected) { return Pointwise(FloatNear(1e-6F), expected); }

    nn::Parameter<float> layer_{"fc1.weight", {2, 3}, nn::ParameterRole::weight};
    run::RunConfig config_;
    run::SparsitySchedule schedule_{
        .shape = run::ScheduleShape::constant, .target = 0.5, .freeze = run::neverFrozen};
};

TEST_F(MapByHand, ForwardPassUsesMaskTimesAttentionTimesWeight) {
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    EXPECT_THAT(p.mask(LayerIndex{0}), ElementsAre(0, 1, 0, 0, 1, 1));
    EXPECT_THAT(used(), near({0, -32 / 90.0F, 0, 0, 0.5F, -60 / 90.0F}));
    EXPECT_THAT(latent(), ElementsAre(0.1F, -0.4F, 0.3F, -0.2F, 0.5F, -0.6F))
        << "pruning never overwrites the latent weights";
}

TEST_F(MapByHand, PrunedWeightsKeepLearningWhileExploring) {
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    setGradient(1);
    p.formGradients();
    EXPECT_THAT(gradient(), near({5 / 9.0F, 8 / 9.0F, 7 / 9.0F, 6 / 9.0F, 1, 10 / 9.0F}));
}

TEST_F(MapByHand, PrunedWeightsStandStillOnceFrozen) {
    schedule_.freeze = StepIndex{0};
    Pruner p = pruner();
    const MaskUpdate update = p.beginStep(StepIndex{0});
    EXPECT_EQ(update.entered, run::Phase::exploitation);
    setGradient(1);
    p.formGradients();
    EXPECT_THAT(gradient(), near({0, 8 / 9.0F, 0, 0, 1, 10 / 9.0F}));
}

TEST_F(MapByHand, OneUpdateOfPlainGradientDescent) {
    config_.optimizer = {.name = "sgd", .weightDecay = 0, .options = {{"momentum", 0}}};
    Pruner p = pruner();
    const auto sgd = optim::makeOptimizer(config_.optimizer, {&layer_});
    p.beginStep(StepIndex{0});
    setGradient(1);
    p.formGradients();
    sgd->update(0.09);  // 0.09 * k/9 = k/100
    EXPECT_THAT(latent(), near({0.05F, -0.48F, 0.23F, -0.26F, 0.41F, -0.70F}));
}

TEST_F(MapByHand, APrunedWeightThatGrowsComesBack) {
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    layer_.value()[2] = 0.55F;
    p.beginStep(StepIndex{1});
    EXPECT_THAT(p.mask(LayerIndex{0}), ElementsAre(0, 0, 1, 0, 1, 1));
    const run::LayerStatistic statistic = p.statistics(StepIndex{2})[0];
    EXPECT_EQ(statistic.cut, 1);
    EXPECT_EQ(statistic.revived, 1);
    EXPECT_FLOAT_EQ(static_cast<float>(statistic.threshold), 0.5F);
}

TEST_F(MapByHand, TheFloorFactorAndNoneAreTheOtherGradientsOfPrunedWeights) {
    config_.methodOptions["pruned_gradient"] = "floor";
    {
        Pruner p = pruner();
        p.beginStep(StepIndex{0});
        setGradient(1);
        p.formGradients();
        EXPECT_THAT(gradient(), near({0.5F, 8 / 9.0F, 0.5F, 0.5F, 1, 10 / 9.0F}));
    }
    config_.methodOptions["pruned_gradient"] = "none";
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    setGradient(1);
    p.formGradients();
    EXPECT_THAT(gradient(), near({0, 8 / 9.0F, 0, 0, 1, 10 / 9.0F}));
}

TEST_F(MapByHand, WithoutForwardAttentionTheMaskAloneIsApplied) {
    config_.methodOptions["forward_attention"] = false;
    schedule_.freeze = StepIndex{0};
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    EXPECT_THAT(used(), near({0, -0.4F, 0, 0, 0.5F, -0.6F}));
    setGradient(1);
    p.formGradients();
    EXPECT_THAT(gradient(), near({0, 1, 0, 0, 1, 1}));
}

TEST_F(MapByHand, WithoutNormalisationAttentionShrinksTheLayer) {
    config_.methodOptions["attention_norm"] = "none";
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    EXPECT_THAT(used(), near({0, -0.32F, 0, 0, 0.45F, -0.6F}));
}

TEST_F(MapByHand, StrengthLowersTheFloor) {
    Pruner p = pruner();
    p.method().setLive("z", LayerIndex{0}, 2);
    p.beginStep(StepIndex{0});
    const auto [meanKept, meanAll, floor, strength, none, neither] = p.method().measures(LayerIndex{0});
    EXPECT_NEAR(meanKept, (0.7 + 0.85 + 1.0) / 3, 1e-7);  // 0.25 + 0.75 n
    EXPECT_NEAR(meanAll, 0.25 + 0.75 * 3.0 / 6, 1e-7);
    EXPECT_DOUBLE_EQ(floor, 0.25);  // (1 - 0.5)^2
    EXPECT_EQ(strength, 2);
    EXPECT_THROW(p.method().setLive("z", LayerIndex{1}, 1), UsageError);
    EXPECT_THROW(p.method().setLive("z", std::nullopt, 0), UsageError);
    EXPECT_THROW(p.method().setLive("attention_cap", std::nullopt, 2), UsageError)
        << "does not change in a run";
}

/// With explore_interval = 3 pruned weights learn in the third update, the sixth and so on.
///
///     update    1       2       3                       4
///     gradient  1       1       1                       1
///     weight 0  stands  stands  learns 5/9, see above   stands
///     weight 4  1       1       1                       1     its attention, the others' kept still
///
/// The gradient is not scaled up: in sum the pruned weight learns a third of what it would in every update.
TEST_F(MapByHand, PrunedWeightsLearnInEveryThirdUpdateAlone) {
    config_.methodOptions["explore_interval"] = 3;
    Pruner p = pruner();
    for (std::int64_t step = 0; step < 9; ++step) {
        p.beginStep(StepIndex{step});
        EXPECT_THAT(used(), near({0, -32 / 90.0F, 0, 0, 0.5F, -60 / 90.0F})) << step;
        setGradient(1);
        p.formGradients();
        if (step % 3 == 2) {
            EXPECT_THAT(gradient(), near({5 / 9.0F, 8 / 9.0F, 7 / 9.0F, 6 / 9.0F, 1, 10 / 9.0F})) << step;
            EXPECT_EQ(layer_.movable(), nullptr) << step;
        } else {
            EXPECT_THAT(gradient(), near({0, 8 / 9.0F, 0, 0, 1, 10 / 9.0F})) << step;
            EXPECT_EQ(layer_.movable(), p.mask(LayerIndex{0}).data()) << step;
        }
    }
}

/// Pruned weight 0 under a gradient of 9/5, so that it learns with 9/5 * 5/9 = 1, rate 0.01, momentum 0.5 and
/// decay 0.1; attention is held still by setting the other weights back.
///
///     update 1, 2   w = 0.1 to the bit: no gradient, no decay
///     update 3      v = 1 + 0.1 * 0.1 = 1.01             w = 0.1 - 0.0101 = 0.0899
///     update 4, 5   w stands, v keeps its bits
///     update 6      v = 0.5 * 1.01 + g a + 0.1 * 0.0899  the momentum of update 3 goes on
TEST_F(MapByHand, ARestingWeightKeepsValueAndMomentumToTheBit) {
    config_.methodOptions["explore_interval"] = 3;
    config_.methodOptions["forward_attention"] = false;
    config_.optimizer = {.name = "sgd", .weightDecay = 0.1, .options = {{"momentum", 0.5}}};
    Pruner p = pruner();
    const auto sgd = optim::makeOptimizer(config_.optimizer, {&layer_});
    const std::vector<float> start = latent();
    const auto step = [&](std::int64_t t) {
        const MaskUpdate masks = p.beginStep(StepIndex{t});
        EXPECT_FALSE(masks.stilled) << "what rests keeps its momentum";
        std::fill_n(layer_.gradient(), 6, 0.0F);
        layer_.gradient()[0] = 9 / 5.0F;
        sgd->update(0.01, &p.beginUpdate());
        const float first = layer_.value()[0];
        std::copy(start.begin(), start.end(), layer_.value());
        layer_.value()[0] = first;
        return first;
    };
    EXPECT_EQ(step(0), 0.1F);
    EXPECT_EQ(step(1), 0.1F);
    const float learned = step(2);
    EXPECT_NEAR(learned, 0.0899F, 1e-6F);
    EXPECT_EQ(step(3), learned);
    EXPECT_EQ(step(4), learned);
    // min is now 0.0899, so that weight 0 has still the floor as its attention: A = b = 0.5; the kept ones'
    // mean moves: n = (|w| - 0.0899) / 0.5101, A = 0.5 + 0.5 n, s = (0.80399 + 0.90198 + 1) / 3.
    const double a =
        0.5 / ((0.5 + 0.5 * (0.4 - 0.0899) / 0.5101 + 0.5 + 0.5 * (0.5 - 0.0899) / 0.5101 + 1) / 3);
    const double velocity = 0.5 * 1.01 + a * 9 / 5 + 0.1 * 0.0899;
    EXPECT_NEAR(static_cast<double>(step(5)), 0.0899 - 0.01 * velocity, 1e-6);
}

TEST_F(MapByHand, TheCapBoundsWhatAttentionMultipliesBy) {
    config_.methodOptions["attention_cap"] = 1.05;
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    EXPECT_THAT(used(), near({0, -32 / 90.0F, 0, 0, 0.5F, -0.63F}));
    setGradient(1);
    p.formGradients();
    EXPECT_THAT(gradient(), near({5 / 9.0F, 8 / 9.0F, 7 / 9.0F, 6 / 9.0F, 1, 1.05F}));
    config_.methodOptions["attention_cap"] = 0.5;
    EXPECT_THROW(pruner(), UsageError);
}

TEST_F(MapByHand, EqualMagnitudesHaveFullAttention) {
    std::fill_n(layer_.value(), 6, -0.3F);
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    EXPECT_THAT(p.mask(LayerIndex{0}), ElementsAre(1, 1, 1, 0, 0, 0)) << "ties go to the lower index";
    EXPECT_THAT(used(), ElementsAre(-0.3F, -0.3F, -0.3F, 0, 0, 0));
}

TEST_F(MapByHand, LayerStrengthsAreReadByNameAndRefusedWhenWrong) {
    config_.methodOptions["layer_z"] = "fc1=2";
    EXPECT_EQ(pruner().method().live("z", LayerIndex{0}), 2);
    for (const char* wrong : {"fc2=2", "fc1", "fc1=x", "fc1=-1", "=", ","}) {
        config_.methodOptions["layer_z"] = wrong;
        EXPECT_THROW(pruner(), UsageError) << wrong;
    }
}

}  // namespace
}  // namespace prunescope::prune
