#include "optim/optimizer.h"

#include "base/error.h"
#include "optim/learning_rate.h"

#include <gmock/gmock.h>

#include <cmath>

namespace prunescope::optim {
namespace {

using nn::ParameterRole;

class OptimizerTest : public testing::Test {
protected:
    static std::string problemOf(const run::OptimizerConfig& config) {
        try {
            makeOptimizer(config, {});
        } catch (const UsageError& e) {
            return e.problem().english();
        }
        return "";
    }
    static void set(float* values, std::initializer_list<float> list) {
        std::copy(list.begin(), list.end(), values);
    }

    FloatParameter weight_{"w", {2}, ParameterRole::weight};
    FloatParameter bias_{"b", {1}, ParameterRole::bias};
    std::vector<FloatParameter*> both_{&weight_, &bias_};
    run::OptimizerConfig config_{.name = "sgd", .weightDecay = 0.1, .options = {{"momentum", 0.5}}};
};

TEST_F(OptimizerTest, SgdKeepsMomentumAndDecaysWeightsButNotBiases) {
    set(weight_.value(), {1, 2});
    set(bias_.value(), {1});
    set(weight_.gradient(), {1, 0});
    set(bias_.gradient(), {1});
    const auto sgd = makeOptimizer(config_, both_);
    sgd->update(0.1);
    // v = g + 0.1 w = (1.1, 0.2); w -= 0.1 v.
    EXPECT_FLOAT_EQ(weight_.value()[0], 0.89F);
    EXPECT_FLOAT_EQ(weight_.value()[1], 1.98F);
    EXPECT_FLOAT_EQ(bias_.value()[0], 0.9F);
    sgd->update(0.1);
    // v = 0.5 * 1.1 + 1 + 0.089 = 1.639.
    EXPECT_FLOAT_EQ(weight_.value()[0], 0.89F - 0.1639F);
    EXPECT_FLOAT_EQ(bias_.value()[0], 0.9F - 0.15F);
}

TEST_F(OptimizerTest, SgdDecaysBiasesWhenAsked) {
    config_.decayBiasAndNorm = true;
    set(bias_.value(), {1});
    makeOptimizer(config_, both_)->update(0.1);
    EXPECT_FLOAT_EQ(bias_.value()[0], 0.99F);
}

TEST_F(OptimizerTest, NesterovLooksAhead) {
    config_.options["nesterov"] = true;
    config_.weightDecay = 0;
    set(weight_.value(), {1, 1});
    set(weight_.gradient(), {1, 0});
    makeOptimizer(config_, both_)->update(0.1);
    EXPECT_FLOAT_EQ(weight_.value()[0], 1 - 0.1F * 1.5F);
}

TEST_F(OptimizerTest, AdamWMovesByTheRateAtFirstAndDecaysApart) {
    config_.name = "adamw";
    config_.options.clear();
    set(weight_.value(), {1, 2});
    set(weight_.gradient(), {5, -0.001F});
    makeOptimizer(config_, both_)->update(0.1);
    // The first step is rate * sign(g), after the decay w *= 1 - 0.1 * 0.1.
    EXPECT_NEAR(weight_.value()[0], 0.99 - 0.1, 1e-5);
    EXPECT_NEAR(weight_.value()[1], 1.98 + 0.1, 1e-5);
}

TEST_F(OptimizerTest, WhatMayNotMoveKeepsItsBits) {
    for (const char* name : {"sgd", "adamw"}) {
        config_.name = name;
        config_.options.clear();
        weight_.setMovable(nullptr);
        set(weight_.value(), {0.3F, 0.7F});
        set(weight_.gradient(), {1, 1});
        const auto optimizer = makeOptimizer(config_, both_);
        optimizer->update(0.1);
        const float frozen = weight_.value()[0];
        const float free = weight_.value()[1];
        const std::vector<std::uint8_t> mask{0, 1};
        weight_.setMovable(mask.data());
        optimizer->clearFrozenState();
        for (int k = 0; k < 5; ++k) optimizer->update(0.1);
        EXPECT_EQ(weight_.value()[0], frozen) << name;
        EXPECT_NE(weight_.value()[1], free) << name;
    }
}

TEST_F(OptimizerTest, ThawedWeightsStartWithoutMomentum) {
    config_.weightDecay = 0;
    set(weight_.value(), {1, 1});
    set(weight_.gradient(), {1, 1});
    const auto sgd = makeOptimizer(config_, both_);
    sgd->update(0.1);
    const std::vector<std::uint8_t> mask{0, 1};
    weight_.setMovable(mask.data());
    sgd->clearFrozenState();
    weight_.setMovable(nullptr);
    set(weight_.gradient(), {0, 0});
    const float before = weight_.value()[0];
    sgd->update(0.1);
    EXPECT_EQ(weight_.value()[0], before);
    EXPECT_LT(weight_.value()[1], 0.9F) << "the other weight still has its momentum";
}

TEST_F(OptimizerTest, UnknownNamesListTheKnownOnes) {
    config_.name = "adam";
    try {
        makeOptimizer(config_, both_);
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_NE(std::string(e.what()).find("Did you mean 'adamw'?"), std::string::npos) << e.what();
    }
}

TEST_F(OptimizerTest, RefusesOptionsThatAreNotItsOwnOrContradictOneAnother) {
    config_.options = {{"beta1", 0.9}};
    EXPECT_EQ(problemOf(config_), "unknown option of sgd 'beta1'");
    config_.options = {{"momentum", 1.0}};
    EXPECT_EQ(problemOf(config_), "1.0 is not allowed");
    config_.options = {{"momentum", 0.0}, {"nesterov", true}};
    EXPECT_EQ(problemOf(config_), "Nesterov's method needs a momentum");
}

/// Options stand beside those that all optimizers share, so none may have the name of one of them.
TEST(Optimizers, DescribeThemselvesAndCanBeMadeWithoutParameters) {
    for (const OptimizerEntry& entry : optimizers()) {
        EXPECT_FALSE(entry.description.title.empty());
        EXPECT_FALSE(entry.description.summary.empty());
        EXPECT_NE(makeOptimizer({.name = entry.description.name}, {}), nullptr);
        for (const auto& option : entry.description.options) {
            EXPECT_THAT(option.key, testing::Not(testing::AnyOf("name", "learning_rate", "weight_decay",
                                                                "decay_bias_and_norm")));
        }
    }
}

TEST(LearningRate, FollowsItsShape) {
    run::LearningRateConfig config{.shape = "constant", .warmupEpochs = 0};
    EXPECT_DOUBLE_EQ(LearningRate(config, 0.1, 10, 100).at(99), 0.1);
    config.shape = "multi_step";
    config.options = {{"milestones", {0.5, 0.75}}};
    const LearningRate steps(config, 0.1, 10, 100);
    EXPECT_DOUBLE_EQ(steps.at(49), 0.1);
    EXPECT_DOUBLE_EQ(steps.at(50), 0.01);
    EXPECT_NEAR(steps.at(75), 0.001, 1e-15);
    config.shape = "cosine";
    config.options = {{"final_factor", 0.2}};
    const LearningRate cosine(config, 0.1, 10, 100);
    EXPECT_DOUBLE_EQ(cosine.at(0), 0.1);
    EXPECT_NEAR(cosine.at(50), 0.06, 1e-12);
    EXPECT_NEAR(cosine.at(100), 0.02, 1e-12);
}

/// From there on as in a run that was asked for the new length from its start; what came before stays.
TEST(LearningRate, GoesOnOverTheNewSpanWhereTheRunIsExtended) {
    run::LearningRateConfig config{.shape = "cosine", .warmupEpochs = 0};
    LearningRate rate(config, 0.1, 10, 100);
    const LearningRate asItWas = rate;
    rate.extend(100, 200);
    rate.extend(150, 400);
    EXPECT_EQ(rate.at(99), asItWas.at(99));
    EXPECT_NEAR(rate.at(100), 0.05, 1e-15) << "half of the way";
    EXPECT_EQ(rate.at(149), LearningRate(config, 0.1, 10, 200).at(149));
    EXPECT_EQ(rate.at(150), LearningRate(config, 0.1, 10, 400).at(150));
    EXPECT_EQ(rate.at(399), LearningRate(config, 0.1, 10, 400).at(399));
}

TEST(LearningRate, RefusesMilestonesThatDoNotRiseInsideTheRun) {
    run::LearningRateConfig config{.shape = "multi_step"};
    for (const auto& wrong : std::vector<std::vector<double>>{{0.7, 0.3}, {0.0}, {0.5, 1.0}}) {
        config.options = {{"milestones", wrong}};
        EXPECT_THROW(LearningRate(config, 0.1, 10, 100), UsageError) << wrong.front();
    }
    config.options = {{"milestones", std::vector<double>()}};
    EXPECT_DOUBLE_EQ(LearningRate(config, 0.1, 10, 100).at(99), 0.1) << "none at all";
}

TEST(LearningRate, RisesLinearlyWhileItWarmsUp) {
    const run::LearningRateConfig config{.shape = "constant", .warmupEpochs = 2};
    const LearningRate rate(config, 0.1, 10, 100);
    EXPECT_DOUBLE_EQ(rate.at(0), 0.005);
    EXPECT_DOUBLE_EQ(rate.at(9), 0.05);
    EXPECT_DOUBLE_EQ(rate.at(20), 0.1);
}

/// Moves a parameter of many blocks a few times, with every ninth element free.
std::vector<float> movedSparsely(const char* name, bool listed) {
    constexpr nn::Index size = 100'000;
    FloatParameter weight("w", {size}, ParameterRole::weight);
    std::vector<std::uint8_t> mask(static_cast<std::size_t>(size), 0);
    std::vector<std::int32_t> list;
    for (std::int32_t i = 0; i < size; ++i) {
        weight.value()[i] = static_cast<float>(i % 101) - 50;
        weight.gradient()[i] = static_cast<float>(i % 37) - 18;
        if (i % 9 != 2) continue;
        mask[static_cast<std::size_t>(i)] = 1;
        list.push_back(i);
    }
    if (listed) {
        weight.setMovable(mask.data(), list);
    } else {
        weight.setMovable(mask.data());
    }
    const run::OptimizerConfig config{.name = name, .weightDecay = 0.01};
    const auto optimizer = makeOptimizer(config, {&weight});
    for (int k = 0; k < 3; ++k) optimizer->update(0.05);
    return {weight.value(), weight.value() + size};
}

TEST(Optimizer, GoesByTheListOfWhatMayMoveAsByItsMask) {
    for (const char* name : {"sgd", "adamw"}) {
        const std::vector<float> moved = movedSparsely(name, true);
        EXPECT_THAT(moved, testing::Pointwise(testing::FloatEq(), movedSparsely(name, false))) << name;
        EXPECT_EQ(moved[3], 3 - 50) << name << ": not on the list";
        EXPECT_NE(moved[2], 2 - 50) << name;
    }
}

}  // namespace
}  // namespace prunescope::optim
