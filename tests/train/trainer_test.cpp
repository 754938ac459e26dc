#include "train/trainer.h"

#include "base/error.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::train {
namespace {

class TrainerTest : public testing::Test {
protected:
    TrainerTest() {
        test::writeTinyMnist(folder_.path());
        config_ = test::smallRun(folder_.path(), "lenet-5", 10);
        config_.pruning.maskInterval = 3;
        config_.optimizer.learningRate = 0.005;
        config_.schedule.target = 0.9;
    }

    std::unique_ptr<Trainer> trainer() {
        return std::make_unique<Trainer>(ResolvedConfig(config_), data::loadDataset(config_));
    }

    /// Latent values of every parameter, one after another.
    static std::vector<float> latent(const Trainer& trainer) {
        std::vector<float> all;
        for (const auto* p : trainer.network().parameters())
            all.insert(all.end(), p->value(), p->value() + p->size());
        return all;
    }

    std::vector<float> trained() {
        const auto t = trainer();
        while (!t->done()) t->advance();
        return latent(*t);
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
};

TEST_F(TrainerTest, AtSparsityZeroMapIsPlainTrainingBitForBit) {
    config_.schedule.target = 0;
    const std::vector<float> map = trained();
    config_.method = "dense";
    EXPECT_EQ(map, trained());
}

TEST_F(TrainerTest, GivesTheSameBitsOnOneAndTwoThreads) {
    std::vector<float> one;
    std::vector<float> two;
    tbb::task_arena(1).execute([&] { one = trained(); });
    tbb::task_arena(2).execute([&] { two = trained(); });
    EXPECT_EQ(one, two);
}

TEST_F(TrainerTest, GivesTheSameBitsOnOneAndTwoThreadsWithAllThatVariesImages) {
    config_.augment = {
        .shift = 2, .flip = "on", .rotation = 15, .brightness = 0.2, .contrast = 0.2, .cutout = 6};
    config_.classWeights = "balanced";
    std::vector<float> one;
    std::vector<float> two;
    tbb::task_arena(1).execute([&] { one = trained(); });
    tbb::task_arena(2).execute([&] { two = trained(); });
    EXPECT_EQ(one, two);
}

TEST_F(TrainerTest, WeightsTheLossByClassAndTheEvaluationNot) {
    const auto plain = trainer();
    const run::Evaluation before = plain->evaluate(run::Split::test);
    const double loss = plain->advance().sample.loss;
    config_.classWeights = "1,1,1,1,1,1,1,1,1,100";
    const auto weighted = trainer();
    EXPECT_EQ(weighted->evaluate(run::Split::test).loss, before.loss);
    EXPECT_NE(weighted->advance().sample.loss, loss);
    EXPECT_NE(latent(*weighted), latent(*plain));
    config_.classWeights = "7,7,7,7,7,7,7,7,7,7";
    const auto even = trainer();
    EXPECT_EQ(even->advance().sample.loss, loss) << "weights that are all the same change nothing";
    config_.classWeights = "1,2";
    EXPECT_THROW(trainer(), UsageError);
}

TEST_F(TrainerTest, NoPrunedWeightMovesOnceTheMaskIsFrozen) {
    config_.epochs = 4;
    for (const char* optimizer : {"sgd", "adamw"}) {
        config_.optimizer.name = optimizer;
        const auto t = trainer();
        while (t->pruner().phase() == run::Phase::exploration) t->advance();
        const model::WeightsFile before = t->weights();
        while (!t->done()) t->advance();
        std::int64_t pruned = 0;
        std::int64_t moved = 0;
        for (std::int32_t l = 0; l < static_cast<std::int32_t>(t->pruner().layers()); ++l) {
            const auto& parameter = t->pruner().parameter(LayerIndex{l});
            const auto& then =
                std::get<std::vector<float>>(before.find(parameter.name() + ".latent")->values);
            for (std::size_t i = 0; i < then.size(); ++i) {
                const bool same = then[i] == parameter.value()[i];
                if (t->pruner().mask(LayerIndex{l})[i] == 0) {
                    ++pruned;
                    ASSERT_TRUE(same) << parameter.name() << "[" << i << "]";
                } else {
                    moved += same ? 0 : 1;
                }
            }
        }
        EXPECT_EQ(pruned, static_cast<std::int64_t>(
                              std::floor(0.9 * static_cast<double>(t->pruner().prunableWeights()))));
        EXPECT_GT(moved, 0) << "the kept ones still learn";
    }
}

TEST_F(TrainerTest, LeavesExactlyTheRequestedSparsityWhenTheMaskNeverFreezes) {
    config_.model = "mlp:20";
    config_.schedule.end = config_.schedule.freeze = 1;
    const auto t = trainer();
    while (!t->done()) t->advance();
    EXPECT_FALSE(t->finishMasks().empty());
    EXPECT_EQ(t->pruner().keptWeights(), prune::keptCount(t->pruner().prunableWeights(), 0.9));
}

/// No update belongs to masks that are chosen after the last step: a ratio of earlier steps would be a lie.
TEST_F(TrainerTest, MasksThatNoUpdateFollowedHaveNoUpdateRatio) {
    config_.model = "mlp:20";
    config_.schedule.end = config_.schedule.freeze = 1;
    const auto t = trainer();
    while (!t->done()) {
        for (const run::LayerStatistic& s : t->advance().statistics) EXPECT_GT(s.updateRatio, 0);
    }
    for (const run::LayerStatistic& s : t->finishMasks()) EXPECT_TRUE(std::isnan(s.updateRatio));
}

/// The threshold belongs to the weights that the masks were chosen by, as the attention does.
TEST_F(TrainerTest, TheThresholdOfARowIsOfBeforeTheUpdate) {
    config_.model = "mlp:20";
    const auto t = trainer();
    while (t->pruner().keptWeights() == t->pruner().prunableWeights()) t->advance();
    while (t->step().value % config_.pruning.maskInterval != 0) t->advance();
    std::vector<std::vector<float>> before;
    for (std::size_t l = 0; l < t->pruner().layers(); ++l) {
        const auto& p = t->pruner().parameter(LayerIndex{static_cast<std::int32_t>(l)});
        before.emplace_back(p.value(), p.value() + p.size());
    }
    const auto statistics = t->advance().statistics;
    ASSERT_EQ(statistics.size(), before.size());
    for (std::size_t l = 0; l < before.size(); ++l) {
        const auto& mask = t->pruner().mask(LayerIndex{static_cast<std::int32_t>(l)});
        float smallest = std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < mask.size(); ++i)
            smallest = mask[i] != 0 ? std::min(smallest, std::abs(before[l][i])) : smallest;
        EXPECT_EQ(static_cast<float>(statistics[l].threshold), smallest) << l;
    }
}

TEST_F(TrainerTest, ExportsTheEffectiveWeightsAndTheirMasks) {
    config_.model = "mlp:20";
    const auto t = trainer();
    while (!t->done()) t->advance();
    t->evaluate(run::Split::test);
    const model::WeightsFile file = t->weights();
    const auto& used = std::get<std::vector<float>>(file.find("fc1.weight")->values);
    const auto& mask = std::get<std::vector<std::uint8_t>>(file.find("fc1.weight.mask")->values);
    std::int64_t kept = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
        ASSERT_TRUE(mask[i] != 0 || used[i] == 0.0F) << i;
        kept += mask[i];
    }
    EXPECT_GT(kept, 0);
}

TEST_F(TrainerTest, EvaluatesEveryImageOnce) {
    const auto t = trainer();
    EXPECT_EQ(t->evaluate(run::Split::test).images(), 20);
    EXPECT_EQ(t->evaluate(run::Split::validation).images(), 10);
}

TEST_F(TrainerTest, ADenseRunAsksForNoSparsity) {
    config_.method = "dense";
    const auto t = trainer();
    EXPECT_EQ(t->config().schedule.target, 0);
    EXPECT_EQ(t->pruner().requestedSparsity(StepIndex{0}), 0);
}

TEST_F(TrainerTest, RefusesConfigurationsThatContradictThemselves) {
    config_.schedule.freeze = 0.5;
    EXPECT_THROW(trainer(), UsageError);
}

}  // namespace
}  // namespace prunescope::train
