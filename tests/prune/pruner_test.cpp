#include "prune/pruner.h"

#include "base/error.h"
#include "prune/pruner_fixture.h"

#include <gmock/gmock.h>

#include <cmath>

namespace prunescope::prune {
namespace {

using run::neverFrozen;
using run::Phase;
using testing::HasSubstr;

class PrunerTest : public PrunerFixture {};

TEST_F(PrunerTest, AchievesTheRequestedCountExactlyAtEveryUpdateInEveryScope) {
    for (const char* scope : {"global", "uniform", "erk"}) {
        config_.pruning.scope = scope;
        Pruner p = pruner();
        for (std::int64_t step = 0; step < 60; ++step) {
            if (!p.beginStep(StepIndex{step}).updated) continue;
            EXPECT_EQ(p.keptWeights(), keptCount(weights, run::sparsityAt(schedule_, StepIndex{step})))
                << scope << " step " << step;
        }
        EXPECT_EQ(p.keptWeights(), keptCount(weights, 0.9));
    }
}

TEST_F(PrunerTest, UpdatesTheMaskAtItsIntervalAndOnceMoreWhenItFreezes) {
    schedule_.freeze = StepIndex{50};
    Pruner p = pruner();
    std::vector<std::int64_t> updates;
    std::vector<std::int64_t> switches;
    for (std::int64_t step = 0; step < 60; ++step) {
        const MaskUpdate update = p.beginStep(StepIndex{step});
        if (update.updated) updates.push_back(step);
        if (update.entered) switches.push_back(step);
    }
    EXPECT_THAT(updates, testing::ElementsAre(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 50));
    EXPECT_THAT(switches, testing::ElementsAre(50));
    EXPECT_EQ(p.phase(), Phase::exploitation);
}

TEST_F(PrunerTest, AnEditTakesEffectAtTheNextStep) {
    Pruner p = pruner();
    p.beginStep(StepIndex{40});
    auto edited = schedule_;
    edited.target = 0.5;
    EXPECT_EQ(p.editLimits(StepIndex{41}).scheduleProblem(edited).english(), "");
    p.setSchedule(edited);
    EXPECT_TRUE(p.beginStep(StepIndex{41}).updated);
    EXPECT_EQ(p.keptWeights(), keptCount(weights, 0.5));
}

TEST_F(PrunerTest, RefusesImpossibleEditsWithTheirReason) {
    Pruner p = pruner();
    p.beginStep(StepIndex{20});
    const auto problem = [&](auto&& change, std::int64_t now = 20) {
        auto edited = schedule_;
        change(edited);
        return p.editLimits(StepIndex{now}).scheduleProblem(edited).english();
    };
    EXPECT_THAT(problem([](auto& s) { s.target = std::nan(""); }), HasSubstr("target"));
    EXPECT_THAT(problem([](auto& s) { s.target = 1; }), HasSubstr("target"));
    EXPECT_THAT(problem([](auto& s) { s.end = StepIndex{10}; }), HasSubstr("the run is at step 20"));
    EXPECT_THAT(problem([](auto& s) { s.freeze = StepIndex{30}; }), HasSubstr("before the ramp ends"));
    EXPECT_THAT(problem([](auto& s) { s.target = 0.9999; }), HasSubstr("every layer keeping 1 needs 3"));
    p.beginStep(StepIndex{50});
    EXPECT_THAT(problem(
                    [](auto& s) {
                        s.target = 0.8;
                        s.freeze = StepIndex{60};
                    },
                    51),
                HasSubstr("already frozen"));
    EXPECT_THAT(problem([](auto& s) { s.target = 0.95; }, 51), HasSubstr("frozen at 0.9000"));
    EXPECT_EQ(problem(
                  [](auto& s) {
                      s.target = 0.95;
                      s.freeze = StepIndex{60};
                  },
                  51),
              "");
}

TEST_F(PrunerTest, RefusesATargetThatLeavesALayerWithoutItsMinimum) {
    config_.pruning.minKeep = 50;
    EXPECT_THROW(pruner(), UsageError);
}

/// A freeze by hand comes in the middle of the ramp, which then asks nothing more.
TEST_F(PrunerTest, FrozenMasksAreAskedForWhatTheyWereFrozenAtUntilTheyAreFreed) {
    schedule_.freeze = StepIndex{20};
    Pruner p = pruner();
    const double halfway = run::sparsityAt(schedule_, StepIndex{20});
    for (std::int64_t step = 0; step < 30; ++step) p.beginStep(StepIndex{step});
    EXPECT_EQ(p.requestedSparsity(StepIndex{30}), halfway);
    auto edited = schedule_;
    edited.freeze = StepIndex{50};
    p.setSchedule(edited);
    p.beginStep(StepIndex{30});
    EXPECT_EQ(p.requestedSparsity(StepIndex{30}), run::sparsityAt(schedule_, StepIndex{30}));
    EXPECT_GT(p.requestedSparsity(StepIndex{30}), halfway);
}

TEST_F(PrunerTest, UnfreezingLetsTheMaskMoveAgain) {
    config_.methodOptions["explore_interval"] = 1;
    Pruner p = pruner();
    p.beginStep(StepIndex{50});
    EXPECT_NE(network_.find("fc1.weight")->movable(), nullptr);
    auto edited = schedule_;
    edited.freeze = neverFrozen;
    p.setSchedule(edited);
    const MaskUpdate update = p.beginStep(StepIndex{51});
    EXPECT_EQ(update.entered, Phase::exploration);
    EXPECT_TRUE(update.updated);
    EXPECT_EQ(network_.find("fc1.weight")->movable(), nullptr);
}

/// By default pruned weights learn once for each mask update, in the step before it: the 16th, the 32nd and
/// so on.
TEST_F(PrunerTest, ByDefaultPrunedWeightsRestUntilTheStepBeforeTheMaskUpdate) {
    config_ = {};
    schedule_.start = StepIndex{0};
    schedule_.end = schedule_.freeze = StepIndex{80};
    Pruner p = pruner();
    std::vector<std::int64_t> exploring;
    std::vector<std::int64_t> updates;
    for (std::int64_t step = 0; step < 96; ++step) {
        if (p.beginStep(StepIndex{step}).updated) updates.push_back(step);
        if (p.keptWeights() < weights && network_.find("fc1.weight")->movable() == nullptr)
            exploring.push_back(step);
    }
    EXPECT_THAT(updates, testing::ElementsAre(0, 16, 32, 48, 64, 80));
    EXPECT_THAT(exploring, testing::ElementsAre(31, 47, 63, 79));
}

TEST_F(PrunerTest, GmpKeepsPrunedWeightsStillFromTheStart) {
    config_.method = "gmp";
    Pruner p = pruner();
    p.beginStep(StepIndex{20});
    ASSERT_NE(network_.find("fc1.weight")->movable(), nullptr);
    EXPECT_EQ(network_.find("fc1.weight")->movable(), p.mask(LayerIndex{0}).data());
    EXPECT_THROW(p.method().setLive("z", std::nullopt, 1), UsageError);
}

TEST_F(PrunerTest, LeavesTheNetworkAsItWasWhenItGoes) {
    {
        Pruner p = pruner();
        p.beginStep(StepIndex{50});
    }
    const auto* weight = network_.find("fc1.weight");
    EXPECT_EQ(weight->used(), weight->value());
    EXPECT_EQ(weight->movable(), nullptr);
}

TEST(Methods, RefuseUnknownNamesAndOptions) {
    EXPECT_THROW(methods().get("mapp"), UsageError);
    const auto& map = methods().get("map").description;
    EXPECT_EQ(completeOptions(map, nlohmann::json::object())["z"], 1.0);
    EXPECT_THROW(completeOptions(map, {{"zz", 1}}), UsageError);
    EXPECT_THROW(completeOptions(map, {{"z", 0}}), UsageError);
    EXPECT_THROW(completeOptions(map, {{"pruned_gradient", "some"}}), UsageError);
    EXPECT_THROW(completeOptions(methods().get("dpf").description, {{"z", 1}}), UsageError);
}

}  // namespace
}  // namespace prunescope::prune
