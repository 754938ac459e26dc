// Budgets of single layers: how many weights each keeps, in every scope, and what is refused.

#include "prune/layer_budgets.h"

#include "base/error.h"
#include "nn/models.h"
#include "prune/mask_choice.h"
#include "prune/mask_layers.h"
#include "prune/pruner.h"
#include "support/random_tensor.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace prunescope::prune {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<float> ones(std::size_t count) {
    return std::vector<float>(count, 1.0F);
}

TEST(LeastKept, IsWhatTheBudgetDoesNotLetGoInDecimalArithmetic) {
    EXPECT_EQ(leastKept(500, 1, std::nullopt), 1);
    EXPECT_EQ(leastKept(25'000, 1, 0.9), 2'500);
    EXPECT_EQ(leastKept(430'500, 1, 0.57), 430'500 - 245'385);
    EXPECT_EQ(leastKept(7, 1, 0.5), 4) << "3.5 are no more than 3";
    EXPECT_EQ(leastKept(500, 1, 0.0), 500);
    EXPECT_EQ(leastKept(500, 1, -0.0), 500);
    EXPECT_EQ(leastKept(500, 1, 5e-324), 500);
}

TEST(LeastKept, IsNeverBelowMinKeepNorAboveAllThereAre) {
    EXPECT_EQ(leastKept(500, 100, 0.9), 100);
    EXPECT_EQ(leastKept(500, 1, 1.0), 1);
    EXPECT_EQ(leastKept(500, 0, 1.0), 0);
    EXPECT_EQ(leastKept(10, 50, 0.5), 10);
}

TEST(LayerBudgets, HoldInTheRankingOfAllLayers) {
    TestLayers layers;
    layers.add({5, 6, 7, 8});
    layers.add({0.1F, 0.3F, -0.2F}, {}, 0.0);
    layers.add({0.01F, 0.02F});
    MaskSelector(Scope::global).select(layers.view(), 5);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 0, 1, 1));
    EXPECT_THAT(layers.mask(1), ElementsAre(1, 1, 1)) << "never pruned";
    EXPECT_THAT(layers.mask(2), ElementsAre(0, 0));
    MaskSelector(Scope::global).select(layers.view(1), 5);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 0, 0, 1));
    EXPECT_THAT(layers.mask(2), ElementsAre(0, 1)) << "min_keep holds beside budgets";
}

/// Of nine weights four are kept. Ranked together they are 9, 8, 7 and 6; the third layer keeps its two,
/// which leaves 9 and 8; then the second has nothing, and half of it is to stay.
TEST(LayerBudgets, ThatRaiseTheBarForAFurtherLayerHoldThereToo) {
    TestLayers layers;
    layers.add({9, 8, 7});
    layers.add({6, 5, 4, 3}, {}, 0.5);
    layers.add({2, 1}, {}, 0.0);
    MaskSelector(Scope::global).select(layers.view(), 4);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 0, 0));
    EXPECT_THAT(layers.mask(1), ElementsAre(1, 1, 0, 0));
    EXPECT_THAT(layers.mask(2), ElementsAre(1, 1));
}

/// Each layer's least first, then the largest of all that are left: of equal ones the lower layer and index.
std::vector<std::vector<std::uint8_t>> filledUp(const TestLayers& layers, const std::vector<MaskLayer>& view,
                                                std::int64_t kept) {
    std::vector<std::tuple<float, std::size_t, std::size_t>> left;
    std::vector<std::vector<std::uint8_t>> masks;
    for (std::size_t l = 0; l < view.size(); ++l) {
        std::vector<std::tuple<float, std::size_t, std::size_t>> own;
        for (std::size_t i = 0; i < layers.weights(l).size(); ++i)
            own.emplace_back(-std::abs(layers.weights(l)[i]), l, i);
        std::sort(own.begin(), own.end());
        masks.emplace_back(own.size());
        for (std::int64_t k = 0; k < view[l].least; ++k)
            masks[l][std::get<2>(own[static_cast<std::size_t>(k)])] = 1;
        kept -= view[l].least;
        left.insert(left.end(), own.begin() + view[l].least, own.end());
    }
    std::sort(left.begin(), left.end());
    for (std::int64_t k = 0; k < kept; ++k) {
        const auto [size, l, i] = left[static_cast<std::size_t>(k)];
        masks[l][i] = 1;
    }
    return masks;
}

TEST(LayerBudgets, LeaveTheRankingExact) {
    Random random(11, RandomStream::test);
    MaskSelector selector(Scope::global);
    int bound = 0;
    for (int round = 0; round < 200; ++round) {
        TestLayers layers;
        std::int64_t total = 0;
        for (int l = 0; l < 5; ++l) {
            std::vector<float> weights(1 + random.below(60));
            // Few different values, so that ties are common, and layers of different size of weights.
            for (float& w : weights)
                w = (static_cast<float>(random.below(9)) - 4) * static_cast<float>(l + 1);
            total += static_cast<std::int64_t>(weights.size());
            layers.add(std::move(weights), {},
                       random.below(2) == 0 ? std::nullopt : std::optional(random.uniform()));
        }
        const std::vector<MaskLayer> view = layers.view(1);
        const std::int64_t kept = std::max(fewestKept(view), keptCount(total, random.uniform()));
        selector.select(view, kept);
        const auto expected = filledUp(layers, view, kept);
        for (std::size_t l = 0; l < 5; ++l) {
            EXPECT_EQ(layers.mask(l), expected[l]) << round << ' ' << l;
            bound += layers.kept(l) == view[l].least ? 1 : 0;
        }
    }
    EXPECT_GT(bound, 200) << "budgets do bind here";
}

TEST(ShareOut, LeavesTheRestToTheOthersWhereABudgetBinds) {
    TestLayers layers;
    layers.add(ones(100), {10, 10});
    layers.add(ones(10), {2, 5}, 0.0);
    layers.add(ones(10), {5, 2});
    EXPECT_THAT(shareOut(layers.view(), Scope::uniform, 21), ElementsAre(10, 10, 1)) << "11 of 110";
    TestLayers half;
    half.add(ones(100), {10, 10});
    half.add(ones(10), {2, 5});
    half.add(ones(10), {5, 2}, 0.5);
    EXPECT_THAT(shareOut(half.view(), Scope::uniform, 21), ElementsAre(15, 1, 5))
        << "of 16 for 110 weights 14.5 and 1.5";
}

/// By shape 26, 20 and 60 parts. 700 kept weights would give 172, 132 of 100, and 396. The first keeps half
/// of its 900; 250 are left for 80 parts, so that the second is not capped after all: 62.5 and 187.5.
TEST(ShareOut, FollowsTheErdosRenyiKernelRuleBetweenTheBounds) {
    TestLayers layers;
    layers.add(ones(900), {10, 10, 3, 3}, 0.5);
    layers.add(ones(100), {10, 10});
    layers.add(ones(500), {10, 50});
    EXPECT_THAT(shareOut(layers.view(), Scope::erk, 460), ElementsAre(450, 3, 7));
    EXPECT_THAT(shareOut(layers.view(), Scope::erk, 700), ElementsAre(450, 63, 187));
}

TEST(ShareOut, IsTheSameWithBudgetsThatAllowEverything) {
    for (const Scope scope : {Scope::uniform, Scope::erk}) {
        TestLayers free;
        TestLayers allowed;
        for (TestLayers* layers : {&free, &allowed}) {
            const auto budget = layers == &free ? std::nullopt : std::optional(1.0);
            layers->add(ones(500), {20, 1, 5, 5}, budget);
            layers->add(ones(25'000), {50, 20, 5, 5}, budget);
            layers->add(ones(5'000), {10, 500}, budget);
        }
        for (const std::int64_t kept : {4LL, 31LL, 610LL, 3'050LL, 15'250LL, 30'499LL})
            EXPECT_EQ(shareOut(free.view(1), scope, kept), shareOut(allowed.view(1), scope, kept)) << kept;
    }
}

/// A method that ranks by scores of its own asks for counts, and may look at what a layer is to keep.
TEST(MaskChoice, TellsMethodsHowManyWeightsBudgetsLetThemKeep) {
    for (const Scope scope : {Scope::global, Scope::uniform, Scope::erk}) {
        TestLayers layers;
        layers.add(ones(100), {10, 10});
        layers.add(ones(50), {10, 5}, 0.0);
        layers.add(ones(50), {5, 10}, 0.5);
        MaskSelector selector(scope);
        MaskChoice choice(selector, layers.view(1), {nullptr, nullptr, nullptr}, 90, 1, StepIndex{0});
        const auto counts = choice.counts();
        EXPECT_EQ(counts[1], 50);
        EXPECT_GE(counts[2], 25);
        EXPECT_EQ(counts[0] + counts[1] + counts[2], 90);
        EXPECT_EQ(choice.layer(LayerIndex{0}).least, 1);
        EXPECT_EQ(choice.layer(LayerIndex{2}).least, 25);
        choice.keepLargest();
        for (std::size_t l = 0; l < 3; ++l) EXPECT_EQ(layers.kept(l), counts[l]) << l;
    }
}

/// Three layers of 720, 200 and 100 weights.
class BudgetedPruner : public testing::Test {
protected:
    BudgetedPruner()
        : network_(nn::buildNetwork<float>(
              {.name = "mlp:20,10", .input = {1, 6, 6}, .classes = 10, .capacity = 1})) {
        nn::initialise(network_, 1);
        config_.pruning.maskInterval = 4;
    }

    Pruner pruner() { return {config_, network_.parameters(), schedule_}; }
    std::string refusal() {
        try {
            pruner();
        } catch (const UsageError& e) {
            return e.what();
        }
        return "accepted";
    }
    void fill(const char* layer, auto&& weightAt) {
        auto* parameter = network_.find(layer);
        for (std::int64_t i = 0; i < parameter->size(); ++i)
            parameter->value()[i] = weightAt(static_cast<float>(i));
    }
    static constexpr std::int64_t weights = 720 + 200 + 100;

    nn::Network<float> network_;
    run::RunConfig config_;
    run::SparsitySchedule schedule_{
        .target = 0.7, .start = StepIndex{0}, .end = StepIndex{40}, .freeze = StepIndex{50}};
};

TEST_F(BudgetedPruner, KeepsTheCountAskedForAndEveryBudgetAtEveryUpdateInEveryScope) {
    config_.pruning.layers = {{"fc1", 0.8}, {"fc3", 0}};
    for (const char* scope : {"global", "uniform", "erk"}) {
        config_.pruning.scope = scope;
        Pruner p = pruner();
        for (std::int64_t step = 0; step < 60; ++step) {
            if (!p.beginStep(StepIndex{step}).updated) continue;
            EXPECT_EQ(p.keptWeights(), keptCount(weights, run::sparsityAt(schedule_, StepIndex{step})))
                << scope << " step " << step;
            const auto statistics = p.statistics(StepIndex{step + 1});
            EXPECT_GE(statistics[0].kept, 144) << scope << " step " << step;
            EXPECT_EQ(statistics[2].kept, 100) << scope << " step " << step;
        }
    }
}

/// 306 of 1,020 weights are kept. Uniform: 100, and 206 for 920 weights. ERK: 56, 30 and 20 parts; 100, then
/// 206 for 86 parts would give the first 134, fewer than its 144, and the second gets the other 62. Global:
/// the second layer has the largest weights and the first the smallest, which have their least.
TEST_F(BudgetedPruner, SharesOutWhatWasReckonedByHand) {
    config_.pruning.layers = {{"fc1", 0.8}, {"fc3", 0}};
    fill("fc1.weight", [](float i) { return 1e-4F * i; });
    fill("fc2.weight", [](float i) { return 1 + i; });
    fill("fc3.weight", [](float) { return 0.5F; });
    const auto keptAt = [&](const char* scope) {
        config_.pruning.scope = scope;
        return pruner().keptAt(0.7);
    };
    EXPECT_THAT(keptAt("uniform"), ElementsAre(161, 45, 100));
    EXPECT_THAT(keptAt("erk"), ElementsAre(144, 62, 100));
    EXPECT_THAT(keptAt("global"), ElementsAre(144, 62, 100));
    Pruner p = pruner();
    p.beginStep(StepIndex{40});
    const auto& first = p.mask(LayerIndex{0});
    EXPECT_EQ(std::count(first.begin(), first.begin() + 576, 1), 0) << "its own largest, the last 144";
}

TEST_F(BudgetedPruner, ChoosesTheSameMasksWithBudgetsThatAllowEverything) {
    for (const char* scope : {"global", "uniform", "erk"}) {
        config_.pruning.scope = scope;
        const auto masks = [&](const std::map<std::string, double>& budgets) {
            config_.pruning.layers = budgets;
            Pruner p = pruner();
            p.beginStep(StepIndex{40});
            return std::vector{p.mask(LayerIndex{0}), p.mask(LayerIndex{1}), p.mask(LayerIndex{2})};
        };
        EXPECT_EQ(masks({}), masks({{"fc1", 1}, {"fc2", 1}, {"fc3", 1}})) << scope;
    }
}

TEST_F(BudgetedPruner, RefusesATargetThatBudgetsDoNotAllowWithTheLargestThatTheyDo) {
    config_.pruning.layers = {{"fc1", 0.8}, {"fc3", 0}};
    schedule_.target = 0.9;
    // 144 and 100, and one of the second layer: 775 of 1,020 may go.
    EXPECT_EQ(
        refusal(),
        "schedule.target: the target 0.9 keeps 102 weights, but the budgets of the layers need 245, so at "
        "most 0.759803 is possible. Lower schedule.target or allow more in pruning.layers.");
    schedule_.target = 0.759803;
    EXPECT_EQ(refusal(), "accepted");
    config_.pruning.layers = {{"fc1", 0}, {"fc2", 0}, {"fc3", 0}};
    EXPECT_THAT(refusal(), HasSubstr("so at most 0 is possible"));
    schedule_.target = 0;
    EXPECT_EQ(refusal(), "accepted");
}

TEST_F(BudgetedPruner, SpeaksOfMinKeepWhereBudgetsAskForNoMore) {
    config_.pruning.layers = {{"fc1", 1}};
    schedule_.target = 0.9999;
    EXPECT_THAT(refusal(), AllOf(HasSubstr("every layer keeping 1 needs 3"), HasSubstr("pruning.min_keep")));
}

TEST_F(BudgetedPruner, HoldsEditsAndPreviewsToTheSameLimit) {
    config_.pruning.layers = {{"fc1", 0.8}, {"fc3", 0}};
    Pruner p = pruner();
    p.beginStep(StepIndex{20});
    const EditLimits limits = p.editLimits(StepIndex{20});
    auto edited = schedule_;
    edited.target = 0.8;
    EXPECT_THAT(limits.scheduleProblem(edited).english(), HasSubstr("so at most 0.759803 is possible"));
    EXPECT_THAT(limits.sparsityProblem(0.761).english(), HasSubstr("so at most 0.759803 is possible"));
    edited.target = 0.759803;
    EXPECT_EQ(limits.scheduleProblem(edited).english(), "");
    p.setSchedule(edited);
    p.beginStep(StepIndex{40});
    EXPECT_EQ(p.keptWeights(), 246);
}

TEST_F(BudgetedPruner, RefusesABudgetOfNoPrunableLayer) {
    for (const char* layer : {"fc4", "fc1.bias", "", "FC1"}) {
        config_.pruning.layers = {{layer, 0.5}};
        EXPECT_THAT(refusal(), AllOf(HasSubstr("pruning.layers: unknown prunable layer"),
                                     HasSubstr("Known: fc1, fc2, fc3")))
            << layer;
    }
    config_.pruning.layers = {{"fc4", 0.5}};
    EXPECT_THAT(refusal(), HasSubstr("Did you mean 'fc1'?"));
    config_.method = "dense";
    schedule_.target = 0;
    EXPECT_THAT(refusal(), HasSubstr("unknown prunable layer 'fc4'")) << "whatever the method";
}

TEST_F(BudgetedPruner, RefusesABudgetThatIsNoShare) {
    for (const double budget : {-0.1, 1.5, std::nan(""), std::numeric_limits<double>::infinity()}) {
        config_.pruning.layers = {{"fc1", budget}};
        EXPECT_THAT(refusal(), AllOf(HasSubstr("pruning.layers: the budget"), HasSubstr("of layer 'fc1'")));
    }
}

TEST(ExpectPossible, JudgesAConfigurationByTheLayersAlone) {
    const std::vector<LayerSize> layers{{"conv1", 500}, {"conv2", 25'000}, {"fc1", 400'000}, {"fc2", 5'000}};
    run::RunConfig config;
    const auto refusal = [&] {
        try {
            expectPossible(config, layers);
        } catch (const UsageError& e) {
            return std::string(e.what());
        }
        return std::string();
    };
    config.pruning.layers = {{"conv1", 0}, {"fc1", 0.99}};
    EXPECT_EQ(refusal(), "");
    // 95 % of 430,500 leave 21,525; half of the largest layer are 200,000.
    config.pruning.layers = {{"conv1", 0}, {"fc1", 0.5}};
    EXPECT_THAT(refusal(), AllOf(HasSubstr("schedule.target: the target 0.95 keeps 21525 weights"),
                                 HasSubstr("need 200502"), HasSubstr("at most 0.534257 is possible")));
    config.method = "dense";
    EXPECT_EQ(refusal(), "") << "nothing is pruned";
    config.pruning.layers = {{"conv9", 0}};
    EXPECT_THAT(refusal(), HasSubstr("pruning.layers: unknown prunable layer 'conv9'"));
}

}  // namespace
}  // namespace prunescope::prune
