// A method of one file and one line is one like any other.

#include "base/error.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "nn/models.h"
#include "prune/pruner.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "train/trainer_state.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace prunescope::extension {
namespace {

using prune::Pruner;

/// One dense layer of 4 x 4, half of which is kept from the first step on.
class ToyMethodByHand : public testing::Test {
protected:
    ToyMethodByHand()
        : network_(
              nn::buildNetwork<float>({.name = "mlp:4", .input = {1, 2, 2}, .classes = 4, .capacity = 1})) {
        config_.method = "toy";
        config_.pruning.maskInterval = 4;
        config_.pruning.scope = "uniform";
        std::iota(weights(), weights() + 16, 1.0F);
    }
    Pruner pruner() {
        return {config_,
                network_.parameters(),
                {.shape = run::ScheduleShape::constant,
                 .initial = 0.5,
                 .target = 0.5,
                 .freeze = run::neverFrozen}};
    }
    float* weights() { return network_.find("fc1.weight")->value(); }

    nn::Network<float> network_;
    run::RunConfig config_;
};

TEST_F(ToyMethodByHand, StartsFromLatentsOfItsOwn) {
    const Pruner p = pruner();
    EXPECT_EQ(weights()[7], 4) << "halved by the method's start";
}

TEST_F(ToyMethodByHand, DrawsItsFirstMaskFromTheSeedAndKeepsTheCount) {
    std::set<std::vector<std::uint8_t>> drawn;
    for (const std::int64_t seed : {1, 2, 3, 1}) {
        config_.seed = seed;
        Pruner p = pruner();
        p.beginStep(StepIndex{0});
        const auto& mask = p.mask(LayerIndex{0});
        EXPECT_EQ(std::accumulate(mask.begin(), mask.end(), 0), 8) << seed;
        drawn.insert(mask);
    }
    EXPECT_EQ(drawn.size(), 3U) << "one for each seed, the same for the same";
}

/// Of eight kept weights a quarter, the two smallest, give way to the two pruned ones of largest gradient.
TEST_F(ToyMethodByHand, ExchangesTheSmallestForThoseOfLargestGradient) {
    Pruner p = pruner();
    p.beginStep(StepIndex{0});
    const std::vector<std::uint8_t> first = p.mask(LayerIndex{0});
    std::vector<std::uint8_t> expected = first;
    auto* const layer = network_.find("fc1.weight");
    for (std::size_t i = 0, gone = 0; gone < 2; ++i) {
        if (first[i] == 0) continue;
        expected[i] = 0;  // weights rise with their index
        ++gone;
    }
    ASSERT_TRUE(p.choosesByGradient());
    EXPECT_FALSE(p.masksDue(StepIndex{3}));
    ASSERT_TRUE(p.masksDue(StepIndex{4}));
    p.beginGradients();
    EXPECT_FALSE(layer->prunedGradientsUnused());
    std::fill_n(layer->gradient(), 16, 9.0F);  // of kept weights it counts for nothing
    std::size_t grown = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (first[i] != 0) continue;
        const bool grows = i % 2 == 1 && grown < 2;
        layer->gradient()[i] = grows ? -1.0F : 0.5F;
        expected[i] = grows ? 1 : 0;
        grown += grows ? 1 : 0;
    }
    ASSERT_EQ(grown, 2U) << "the seed draws a mask with two odd places pruned";
    p.beginStep(StepIndex{4});
    EXPECT_EQ(p.mask(LayerIndex{0}), expected);
    EXPECT_TRUE(layer->prunedGradientsUnused());
    EXPECT_EQ(p.statistics(StepIndex{5})[0].ofMethod[0], 2) << "its measure";
    for (std::size_t i = 0; i < 16; ++i)
        EXPECT_EQ(layer->value()[i] == 0, expected[i] == 0 || first[i] == 0)
            << "pruned is zero, and so it returns: " << i;
}

/// Its masks are drawn, not ranked: how many weights a layer keeps is asked of the choice all the same.
TEST(ToyMethod, KeepsALayerWholeThatIsNeverToBePruned) {
    nn::Network<float> network =
        nn::buildNetwork<float>({.name = "mlp:8", .input = {1, 2, 2}, .classes = 4, .capacity = 1});
    run::RunConfig config;
    config.method = "toy";
    config.pruning.layers = {{"fc1", 0.6}, {"fc2", 0}};
    Pruner p(
        config, network.parameters(),
        {.shape = run::ScheduleShape::constant, .initial = 0.25, .target = 0.25, .freeze = run::neverFrozen});
    p.beginStep(StepIndex{0});
    // 32 and 32 weights, of which 16 are pruned.
    const auto keptOf = [&](std::int32_t layer) {
        const auto& mask = p.mask(LayerIndex{layer});
        return std::accumulate(mask.begin(), mask.end(), 0);
    };
    EXPECT_EQ(keptOf(0), 16);
    EXPECT_EQ(keptOf(1), 32);
}

TEST(ToyMethod, TrainsToTheSparsityAskedForWithTheSameBitsTwice) {
    const test::TemporaryFolder folder;
    test::writeTinyMnist(folder.path());
    run::RunConfig config = test::smallRun(folder.path(), "lenet-5", 4);
    config.method = "toy";
    config.methodOptions = {{"exchanged", 0.5}};
    config.schedule = {.target = 0.9, .end = 1, .freeze = 1};
    config.pruning.maskInterval = 5;  // the last masks are chosen between two updates
    const auto dataset = data::loadDataset(config);
    const auto weights = [&] {
        train::Trainer trainer(train::ResolvedConfig(config), dataset);
        std::int64_t revived = 0;
        while (!trainer.done()) {
            for (const run::LayerStatistic& s : trainer.advance().statistics) revived += s.revived;
        }
        trainer.finishMasks();
        EXPECT_GT(revived, 0) << "gradients of pruned weights are seen although they stand still";
        EXPECT_EQ(trainer.pruner().keptWeights(), prune::keptCount(trainer.pruner().prunableWeights(), 0.9));
        EXPECT_EQ(trainer.header().measures.front().title, "Exchanges by layer");
        std::vector<float> all;
        for (const auto* p : trainer.network().parameters())
            all.insert(all.end(), p->value(), p->value() + p->size());
        return all;
    };
    EXPECT_EQ(weights(), weights());
}

/// What it remembers between steps is one line of `visit`.
TEST(ToyMethod, GoesOnFromAStateWhereItWas) {
    const test::TemporaryFolder folder;
    test::writeTinyMnist(folder.path());
    run::RunConfig config = test::smallRun(folder.path(), "mlp:10", 4);
    config.method = "toy";
    config.optimizer.name = "sgd";
    config.schedule = {.target = 0.9, .end = 1, .freeze = 1};
    config.pruning.maskInterval = 3;
    const auto dataset = data::loadDataset(config);
    const auto end = [](train::Trainer& trainer) {
        while (!trainer.done()) trainer.advance();
        std::vector<double> exchanges;
        for (const run::LayerStatistic& s : trainer.finishMasks()) exchanges.push_back(s.ofMethod[0]);
        return std::pair(trainer.weights(), exchanges);
    };
    train::Trainer whole(train::ResolvedConfig(config), dataset);
    for (int step = 0; step < 7; ++step) whole.advance();
    train::Trainer other(train::ResolvedConfig(config), dataset);
    train::restoreState(other, train::saveState(whole), "state");
    EXPECT_EQ(end(other), end(whole));
}

TEST(ToyMethod, ItsOptionIsCheckedByItsDescription) {
    const run::Description& toy = prune::methods().get("toy").description;
    EXPECT_EQ(prune::completeOptions(toy, nlohmann::json::object())["exchanged"], 0.25);
    EXPECT_THROW(prune::completeOptions(toy, {{"exchanged", 2}}), UsageError);
}

}  // namespace
}  // namespace prunescope::extension
