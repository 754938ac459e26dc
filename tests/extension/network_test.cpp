// A network that is not the project's own is trained, pruned and evaluated like any other.

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "nn/models.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "train/trainer.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace prunescope::extension {
namespace {

TEST(ToyNetwork, IsKnownByItsName) {
    const std::vector<std::string> names = nn::networks().names();
    EXPECT_NE(std::find(names.begin(), names.end(), "toy"), names.end());
    const nn::Graph graph = nn::graphOf({.name = "toy", .input = {1, 28, 28}, .classes = 10});
    EXPECT_EQ(graph.describe().prunableWeights(), 4 * 9 + 4 * 10);
}

TEST(ToyNetwork, IsTrainedPrunedAndEvaluated) {
    test::TemporaryFolder folder;
    test::writeTinyMnist(folder.path());
    run::RunConfig config = test::smallRun(folder.path(), "toy", 3);
    config.schedule.target = 0.5;
    train::Trainer trainer(train::ResolvedConfig(config), data::loadDataset(config));
    const run::Evaluation before = trainer.evaluate(run::Split::test);
    while (!trainer.done()) trainer.advance();
    const run::Evaluation after = trainer.evaluate(run::Split::test);
    EXPECT_EQ(after.images(), 20);
    EXPECT_NE(after.loss, before.loss);
    EXPECT_EQ(after.sparsity, 0.5);
}

}  // namespace
}  // namespace prunescope::extension
