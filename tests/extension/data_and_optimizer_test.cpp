// What a program brings of its own is trained with, described and written like what is built in.

#include "base/error.h"
#include "base/file.h"
#include "data/class_balance.h"
#include "data/registry.h"
#include "model/network_format.h"
#include "run/config_io.h"
#include "support/temporary_folder.h"
#include "support/trained_model.h"
#include "train/choices.h"
#include "train/trainer.h"

#include <gmock/gmock.h>

namespace prunescope::extension {
namespace {

using testing::Contains;

class Extensions : public testing::Test {
protected:
    static run::RunConfig onTheTable() {
        run::RunConfig config;
        config.dataset = "toy-table";
        config.model = "mlp:16";
        config.schedule.target = 0.5;
        config.batch = 16;
        config.epochs = 8;
        config.threads = 1;
        return config;
    }

    /// Test accuracy after the whole run.
    static double accuracyOf(const run::RunConfig& config) {
        train::Trainer trainer(train::ResolvedConfig(config), data::loadDataset(config));
        while (!trainer.done()) trainer.advance();
        return trainer.evaluate(run::Split::test).accuracy();
    }
};

TEST_F(Extensions, ATableOfOnesOwnIsLearned) {
    // The largest of the three classes has less than half of the rows.
    EXPECT_GT(accuracyOf(onTheTable()), 0.75);
}

TEST_F(Extensions, ATableHasItsOwnOptionsAndNothingToVary) {
    run::RunConfig config = onTheTable();
    run::setOption(config, "data.limit", "100", train::ownOptions(config));
    EXPECT_FALSE(data::classWarnings(data::loadDataset(config)->description()).empty())
        << "all rows are of the middle class";
    config.dataOptions = {{"border", 1}};
    EXPECT_THROW(train::ResolvedConfig{config}, UsageError);
    config.dataOptions.clear();
    config.augment.shift = 2;
    EXPECT_THROW(data::loadDataset(config), UsageError);
}

TEST_F(Extensions, AnOptimizerOfOnesOwnTrainsWithItsOption) {
    run::RunConfig config = onTheTable();
    config.optimizer.name = "sign-sgd";
    config.optimizer.learningRate = 0.005;
    EXPECT_GT(accuracyOf(config), 0.75);

    run::setOption(config, "optimizer.threshold", "1e9", train::ownOptions(config));
    EXPECT_LT(accuracyOf(config), 0.6) << "no gradient is that large: nothing was learned";
    EXPECT_EQ(run::configToJson(*train::ResolvedConfig(config))["optimizer"]["threshold"], 1e9);
}

TEST_F(Extensions, AreListedWithWhatIsBuiltIn) {
    const auto names = [](const std::string& choice) {
        std::vector<std::string> list;
        for (const run::Description* d : train::choicesOf(choice)) list.push_back(d->name);
        return list;
    };
    EXPECT_THAT(names("dataset"), Contains("toy-table"));
    EXPECT_THAT(names("optimizer.name"), Contains("sign-sgd"));
}

TEST_F(Extensions, AFormatOfOnesOwnGivesBackANetworksWeights) {
    const model::TrainedModel model = test::trainedModel("mlp:4", {2, 1, 1});
    const test::TemporaryFolder folder;
    const auto file = folder / "net.tensors";
    const auto files = model::networkFormatOf(file).make(model, nlohmann::json::object(), "net.tensors");
    writeFileAtomically(file, files.front().bytes);
    const model::WeightsFile back = model::openWeights(file)->readAll();
    ASSERT_EQ(back.tensors.size(), 4U);
    for (const model::NamedTensor& tensor : back.tensors)
        EXPECT_EQ(std::get<std::vector<float>>(tensor.values), model.values(tensor.name)) << tensor.name;
}

}  // namespace
}  // namespace prunescope::extension
