#include "train/resolved_config.h"

#include "base/error.h"
#include "run/config_io.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace prunescope::train {
namespace {

std::string blamedBy(const run::RunConfig& config) {
    try {
        const ResolvedConfig resolved(config);
    } catch (const UsageError& error) {
        return error.where().english();
    }
    return "";
}

TEST(ResolvedConfig, HasAValueForEachOptionOfItsMethod) {
    run::RunConfig config;
    config.methodOptions = {{"z", 2}};
    const ResolvedConfig resolved(config);
    EXPECT_EQ(resolved->methodOptions.at("z"), 2);
    EXPECT_TRUE(resolved->methodOptions.contains("pruned_gradient"));
    EXPECT_EQ(ResolvedConfig(*resolved)->methodOptions, resolved->methodOptions) << "once is enough";
}

/// Files of before have the options of every optimizer and of every learning-rate schedule.
TEST(ResolvedConfig, PassesOverOptionsOfWhatWasNotChosen) {
    run::RunConfig config;
    config.optimizer.options = {{"momentum", 0.8}, {"beta1", 0.95}, {"epsilon", 1e-8}};
    config.learningRate.options = {{"gamma", 0.5}, {"milestones", {0.5}}};
    const ResolvedConfig resolved(config);
    EXPECT_EQ(resolved->optimizer.options, (nlohmann::json{{"momentum", 0.8}, {"nesterov", false}}));
    EXPECT_EQ(resolved->learningRate.options, (nlohmann::json{{"final_factor", 0.0}}));
}

TEST(ResolvedConfig, KeepsTheBudgetsOfLayers) {
    run::RunConfig config;
    config.pruning.layers = {{"conv1", 0}, {"fc1", 0.9}};
    EXPECT_EQ(ResolvedConfig(config)->pruning.layers, config.pruning.layers);
}

/// The file of a network that answers with ten classes of 4 x 4 images.
std::string networkFile(const test::TemporaryFolder& folder, const char* outputs) {
    const std::string file = (folder / "net.json").string();
    test::writeBytes(file, std::string(R"({"format": "prunescope.graph.1", "name": "tiny", "input": [1, 4, 4],
        "nodes": [{"name": "flat", "kind": "flatten", "inputs": ["input"], "attributes": {}},
                  {"name": "fc", "kind": "dense", "inputs": ["flat"], "attributes": {"outputs": )") +
                               outputs + "}}]}");
    return file;
}

TEST(ResolvedConfig, HoldsTheNetworkOfAFileSoThatTheFileMayGo) {
    const test::TemporaryFolder folder;
    run::RunConfig config;
    config.model = networkFile(folder, "10");
    const ResolvedConfig resolved(config);
    EXPECT_TRUE(resolved->model.starts_with("tiny@")) << resolved->model;
    EXPECT_EQ(resolved->graph.at("nodes").size(), 2U);
    std::filesystem::remove(config.model);
    const run::RunConfig recorded = run::configFromText(run::configToJson(*resolved).dump(), "config.json");
    EXPECT_EQ(recorded.graph, resolved->graph);
    EXPECT_EQ(ResolvedConfig(recorded)->model, resolved->model);
    run::RunConfig other = recorded;
    run::setOption(other, "model", "lenet-5", {});
    EXPECT_TRUE(other.graph.is_null()) << "another network has been asked for";
    other = recorded;
    other.model = "lenet-5";
    EXPECT_EQ(blamedBy(other), "model") << "a description that belongs to another network";
}

TEST(ResolvedConfig, RefusesADescriptionThatDoesNotHold) {
    run::RunConfig config;
    config.model = "tiny";
    config.graph = {{"format", "prunescope.graph.1"}};
    EXPECT_EQ(blamedBy(config), "graph.name");
    const test::TemporaryFolder folder;
    config.graph = nullptr;
    config.model = networkFile(folder, "-1");
    EXPECT_NE(blamedBy(config).find("net.json, line 3"), std::string::npos) << blamedBy(config);
}

TEST(ResolvedConfig, OfAMethodThatPrunesNothingAsksForNoSparsity) {
    run::RunConfig config;
    config.method = "dense";
    config.schedule = {.shape = "drawn", .target = 0.9};
    const ResolvedConfig resolved(config);
    EXPECT_EQ(resolved->schedule.target, 0);
    EXPECT_EQ(resolved->schedule.shape, "constant");
}

TEST(ResolvedConfig, NamesTheOptionThatIsToBlame) {
    run::RunConfig config;
    EXPECT_EQ(blamedBy(config), "");
    config.method = "mop";
    EXPECT_EQ(blamedBy(config), "method");
    config = {};
    config.optimizer.options = {{"nesterov", true}, {"momentum", 0}};
    EXPECT_EQ(blamedBy(config), "optimizer.nesterov");
    config = {};
    config.optimizer.options = {{"momentom", 0.9}};
    EXPECT_EQ(blamedBy(config), "optimizer");
    config.optimizer = {.name = "adam"};
    EXPECT_EQ(blamedBy(config), "optimizer.name");
    config = {};
    config.learningRate = {.shape = "multi_step", .options = {{"milestones", {0.7, 0.3}}}};
    EXPECT_EQ(blamedBy(config), "learning_rate.milestones");
    config = {};
    config.dataOptions = {{"target", 1}};
    EXPECT_EQ(blamedBy(config), "data_options");
}

}  // namespace
}  // namespace prunescope::train
