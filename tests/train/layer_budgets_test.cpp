// Budgets of layers in short runs of every method.

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "prune/method.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "train/trainer.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace prunescope::train {
namespace {

class LayerBudgetsInARun : public testing::Test {
protected:
    LayerBudgetsInARun() {
        test::writeTinyMnist(folder_.path());
        config_ = test::smallRun(folder_.path(), "lenet-5", 4);
        config_.pruning.maskInterval = 3;
        config_.schedule.target = 0.9;
        dataset_ = data::loadDataset(config_);
    }
    Trainer trainer() const { return {ResolvedConfig(config_), dataset_}; }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
    std::shared_ptr<const data::Dataset> dataset_;
};

/// 500, 25,000, 400,000 and 5,000 weights.
TEST_F(LayerBudgetsInARun, HoldAtEveryMaskUpdateOfEveryMethod) {
    config_.pruning.layers = {{"conv1", 0}, {"conv2", 0.5}, {"fc2", 0.25}};
    for (const auto& entry : prune::methods()) {
        if (!entry.prunes) continue;
        config_.method = entry.description.name;
        Trainer t = trainer();
        int updates = 0;
        while (!t.done()) {
            const StepResult step = t.advance();
            if (!step.masks) continue;
            ++updates;
            EXPECT_EQ(t.pruner().keptWeights(), prune::keptCount(430'500, step.masks->requested))
                << config_.method;
            EXPECT_EQ(step.statistics[0].kept, 500) << config_.method << ": never pruned";
            EXPECT_GE(step.statistics[1].kept, 12'500) << config_.method;
            EXPECT_GE(step.statistics[3].kept, 3'750) << config_.method;
        }
        t.finishMasks();
        EXPECT_EQ(t.pruner().keptWeights(), 43'050) << config_.method;
        EXPECT_EQ(t.pruner().statistics(t.step())[0].kept, 500) << config_.method;
        EXPECT_GT(updates, 3);
    }
}

TEST_F(LayerBudgetsInARun, ThatAllowEverythingChangeNoBit) {
    const auto trained = [&](const std::map<std::string, double>& budgets) {
        config_.pruning.layers = budgets;
        Trainer t = trainer();
        while (!t.done()) t.advance();
        std::vector<float> all;
        for (const auto* p : t.network().parameters())
            all.insert(all.end(), p->used(), p->used() + p->size());
        return all;
    };
    EXPECT_EQ(trained({}), trained({{"conv1", 1}, {"conv2", 1}, {"fc1", 1}, {"fc2", 1}}));
}

}  // namespace
}  // namespace prunescope::train
