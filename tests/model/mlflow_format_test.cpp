// What MLflow's file store (mlflow/store/tracking/file_store.py) reads of an export, with a reader that is
// written as that one reads: names are checked by its expressions, lines are split as it splits them.

#include "base/error.h"
#include "model/mlflow_names.h"
#include "model/network_format.h"
#include "support/trained_model.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <regex>
#include <sstream>

namespace prunescope::model {
namespace {

using testing::ElementsAre;
using testing::Key;

struct MlflowMetric {
    std::int64_t timestamp;
    double value;
    std::int64_t step;
    bool operator==(const MlflowMetric&) const = default;
};

/// A store in memory: its files by path below the root.
class MlflowReader {
public:
    explicit MlflowReader(const std::vector<ExportedFile>& files, const std::string& root) {
        for (const ExportedFile& file : files) {
            EXPECT_TRUE(file.name.starts_with(root + "/")) << file.name;
            EXPECT_TRUE(files_.emplace(file.name.substr(root.size() + 1), file.bytes).second)
                << file.name << " twice";
        }
        for (const auto& [path, bytes] : files_) {
            std::smatch match;
            if (std::regex_match(path, match, std::regex("([^/]+)/meta.yaml"))) experiment_ = match[1];
            if (std::regex_match(path, match, std::regex("([^/]+)/([^/]+)/meta.yaml"))) run_ = match[2];
        }
        EXPECT_TRUE(std::regex_match(experiment_, std::regex("[1-9][0-9]{0,17}")))
            << "an integer, for the database";
        EXPECT_TRUE(std::regex_match(run_, std::regex("[a-zA-Z0-9][A-Za-z0-9_-]{0,255}")));
    }

    const std::string& experiment() const { return experiment_; }
    const std::string& run() const { return run_; }
    std::map<std::string, std::string> experimentMeta() const { return yaml(experiment_ + "/meta.yaml"); }
    std::map<std::string, std::string> runMeta() const {
        return yaml(experiment_ + "/" + run_ + "/meta.yaml");
    }

    /// `_get_resource_files`: every file below the folder, named by its path.
    std::map<std::string, std::string> resources(const std::string& kind) const {
        const std::string folder = experiment_ + "/" + run_ + "/" + kind + "/";
        std::map<std::string, std::string> found;
        for (const auto& [path, bytes] : files_) {
            if (!path.starts_with(folder)) continue;
            const std::string name = path.substr(folder.size());
            if (kind != "artifacts") expectName(name);
            found[name] = bytes;
        }
        return found;
    }

    /// `_get_metric_from_line` of every line.
    std::vector<MlflowMetric> metric(const std::string& name) const {
        std::vector<MlflowMetric> points;
        std::istringstream lines(resources("metrics").at(name));
        for (std::string line; std::getline(lines, line);) {
            std::smatch match;
            EXPECT_TRUE(std::regex_match(line, match, std::regex("([0-9]+) (\\S+) (-?[0-9]+)"))) << line;
            points.push_back({std::stoll(match[1]), std::stod(match[2]), std::stoll(match[3])});
        }
        return points;
    }

private:
    /// `_VALID_PARAM_AND_METRIC_NAMES`, `path_not_unique` and MAX_ENTITY_KEY_LENGTH of
    /// mlflow/utils/validation.py.
    static void expectName(const std::string& name) {
        EXPECT_TRUE(std::regex_match(name, std::regex("[/A-Za-z0-9_.\\- ]+"))) << name;
        EXPECT_EQ(std::filesystem::path(name).lexically_normal().generic_string(), name);
        EXPECT_FALSE(name.starts_with("/") || name.starts_with(".") || name.ends_with("/")) << name;
        EXPECT_LE(name.size(), 250U);
    }

    /// The scalars of a flat mapping: double-quoted, single-quoted or plain.
    std::map<std::string, std::string> yaml(const std::string& path) const {
        std::map<std::string, std::string> values;
        std::istringstream lines(files_.at(path));
        for (std::string line; std::getline(lines, line);) {
            const std::size_t colon = line.find(": ");
            EXPECT_NE(colon, std::string::npos) << line;
            const std::string text = line.substr(colon + 2);
            std::string value;
            const bool quoted = text.front() == '"';
            EXPECT_TRUE(!quoted || (text.size() >= 2 && text.back() == '"')) << line;
            for (std::size_t i = quoted ? 1 : 0; i + (quoted ? 1 : 0) < text.size(); ++i) {
                if (quoted && text[i] == '\\') {
                    const char next = text.at(++i);
                    EXPECT_NE(std::string("\"\\nt").find(next), std::string::npos) << line;
                    value += next == 'n' ? '\n' : next == 't' ? '\t' : next;
                } else {
                    EXPECT_FALSE(quoted && text[i] == '"') << line;
                    value += text[i];
                }
            }
            EXPECT_TRUE(values.emplace(line.substr(0, colon), value).second) << line;
        }
        return values;
    }

    std::map<std::string, std::string> files_;
    std::string experiment_, run_;
};

TrainedModel trainedRun() {
    TrainedModel model = test::trainedModel("mlp:3", {1, 2, 2});
    model.name = "lenet \"best\"\nrun";
    model.record.header.network = model.graph.describe();
    model.record.header.provenance.startedMs = 4000;
    model.record.header.provenance.host = "lab-3";
    model.record.header.config.model = "mlp:3";
    model.record.samples = {{.step = StepIndex{1}, .wallMs = 5000, .loss = 2.25, .sparsity = 0.1},
                            {.step = StepIndex{2}, .wallMs = 6000, .loss = std::nan("")}};
    model.record.evaluations = {
        {.step = StepIndex{2}, .split = run::Split::test, .loss = 0.1, .classes = 1, .confusion = {7}}};
    model.record.layerStatistics = {
        {.step = StepIndex{2}, .layer = LayerIndex{1}, .weights = 30, .kept = 3, .cut = 2}};
    model.record.outcome.state = run::RunState::finished;
    model.record.outcome.wallMs = 7000;
    return model;
}

MlflowReader exported(const TrainedModel& model, nlohmann::json given = nlohmann::json::object()) {
    const NetworkFormat& format = networkFormats().get("mlflow");
    const auto options = run::completedOptions(format.description, formatOptions, given);
    return MlflowReader(format.make(model, options, "mlruns"), "mlruns");
}

TEST(MlflowFormat, DescribesExperimentAndRun) {
    const MlflowReader store =
        exported(trainedRun(), {{"location", "/srv/my runs/ä"}, {"experiment", "It's: #1"}});
    const auto experiment = store.experimentMeta();
    const std::string root = "file:///srv/my%20runs/%C3%A4/" + store.experiment();
    EXPECT_EQ(experiment.at("experiment_id"), store.experiment());
    EXPECT_EQ(experiment.at("name"), "It's: #1");
    EXPECT_EQ(experiment.at("artifact_location"), root);
    EXPECT_EQ(experiment.at("lifecycle_stage"), "active");
    EXPECT_EQ(experiment.at("creation_time"), "4000");
    const auto run = store.runMeta();
    EXPECT_EQ(run.at("run_id"), store.run());
    EXPECT_EQ(run.at("run_uuid"), store.run());
    EXPECT_EQ(run.at("experiment_id"), store.experiment());
    EXPECT_EQ(run.at("run_name"), "lenet \"best\"\nrun");
    EXPECT_EQ(run.at("artifact_uri"), root + "/" + store.run() + "/artifacts");
    EXPECT_EQ(run.at("start_time"), "4000");
    EXPECT_EQ(run.at("end_time"), "7000");
    EXPECT_EQ(run.at("status"), "3");
    EXPECT_EQ(run.at("lifecycle_stage"), "active");
    EXPECT_EQ(run.at("user_id"), "lab-3");
}

TEST(MlflowFormat, HasEveryCurveOfTheRun) {
    const MlflowReader store = exported(trainedRun());
    EXPECT_THAT(
        store.resources("metrics"),
        ElementsAre(Key("layer_cut/fc2"), Key("layer_revived/fc2"), Key("layer_sparsity/fc2"),
                    Key("learning_rate"), Key("sparsity/achieved"), Key("sparsity/requested"),
                    Key("test/accuracy"), Key("test/loss"), Key("train/accuracy"), Key("train/loss")));
    const auto loss = store.metric("train/loss");
    ASSERT_EQ(loss.size(), 2U);
    EXPECT_EQ(loss[0], (MlflowMetric{5000, 2.25, 1}));
    EXPECT_TRUE(std::isnan(loss[1].value));
    EXPECT_THAT(store.metric("test/loss"), ElementsAre(MlflowMetric{6000, 0.1, 2}));
    EXPECT_THAT(store.metric("sparsity/achieved"),
                ElementsAre(MlflowMetric{5000, 0.1, 1}, MlflowMetric{6000, 0, 2}));
    EXPECT_THAT(store.metric("layer_cut/fc2"), ElementsAre(MlflowMetric{6000, 2, 2}));
}

TEST(MlflowFormat, HasConfigurationFactsAndWeights) {
    const MlflowReader store = exported(trainedRun());
    const auto parameters = store.resources("params");
    EXPECT_EQ(parameters.at("schedule.target"), "0.95");
    EXPECT_EQ(parameters.at("model"), "mlp:3");
    EXPECT_EQ(parameters.at("method"), "map");
    const auto tags = store.resources("tags");
    EXPECT_EQ(tags.at("mlflow.runName"), "lenet \"best\"\nrun");
    EXPECT_EQ(tags.at("mlflow.source.type"), "LOCAL");
    EXPECT_THAT(store.resources("artifacts"), ElementsAre(Key("config.json"), Key("model.safetensors")));
}

TEST(MlflowFormat, TakesARunThatStillGoesOn) {
    TrainedModel model = trainedRun();
    model.record.outcome = {};
    model.weights = {};
    const MlflowReader store = exported(model);
    EXPECT_EQ(store.runMeta().at("status"), "1");
    EXPECT_EQ(store.runMeta().at("end_time"), "null");
    EXPECT_THAT(store.resources("artifacts"), ElementsAre(Key("config.json")));
}

TEST(MlflowFormat, IsTheSameRunWheneverItIsExported) {
    TrainedModel model = trainedRun();
    const std::string first = exported(model).run();
    model.record.samples.pop_back();
    EXPECT_EQ(exported(model).run(), first);
    model.record.header.provenance.startedMs = 4001;
    EXPECT_NE(exported(model).run(), first);
}

TEST(MlflowFormat, LeavesNoWayOutOfItsFolder) {
    TrainedModel model = trainedRun();
    model.name = "../../../etc/passwd";
    const std::string names[] = {"../../up", "/root", "a//b", "a/./b",  "a:b",
                                 "a;b",      "",      "..",   "シャツ", std::string(400, 'x'),
                                 "end/"};
    std::vector<run::LayerDescription> layers;
    model.record.layerStatistics.clear();
    for (const std::string& name : names) {
        const LayerIndex index{static_cast<std::int32_t>(layers.size())};
        layers.push_back({.name = name, .kind = "dense", .prunable = index});
        model.record.layerStatistics.push_back(
            {.step = StepIndex{1}, .layer = index, .weights = 2, .kept = 1});
    }
    model.record.header.network.layers = layers;
    const auto metrics = exported(model).resources("metrics");
    EXPECT_EQ(metrics.size(), 7 + 3 * std::size(names)) << "no two of them are in one file";
}

TEST(MlflowFormat, NeedsTheRecordOfTheRun) {
    EXPECT_THROW(exported(test::trainedModel("mlp:3", {1, 2, 2})), UsageError);
}

TEST(MlflowNames, AreThoseOfMlflowAndNeverTheSameForTwo) {
    MlflowNames names;
    EXPECT_EQ(names.of("train/loss"), "train/loss");
    EXPECT_EQ(names.of("layer_cut/stage2.block 1.conv-1"), "layer_cut/stage2.block 1.conv-1");
    EXPECT_EQ(names.of("a:b"), "a_b");
    EXPECT_EQ(names.of("a;b"), "a_b-2");
    EXPECT_EQ(names.of("a_b"), "a_b-3");
    EXPECT_EQ(names.of("a:b"), "a_b") << "the same again";
    EXPECT_EQ(names.of("../x"), "_./x");
    EXPECT_EQ(names.of("a//b"), "a/_b");
    EXPECT_EQ(names.of(""), "_");
    EXPECT_EQ(names.of("a/"), "a/_");
}

TEST(MlflowNames, QuoteWhatYamlWouldTakeForSomethingElse) {
    EXPECT_EQ(yamlText("null"), R"("null")");
    EXPECT_EQ(yamlText("a: \"b\" \\ # c"), R"("a: \"b\" \\ # c")");
    EXPECT_EQ(yamlText("two\nlines\tand\x01"), "\"two\\nlines\\tand\uFFFD\"");
    EXPECT_EQ(yamlText("\xff"), "\"\uFFFD\"");
    EXPECT_EQ(cutText("aä", 2), "a");
    EXPECT_EQ(cutText("aä", 3), "aä");
}

}  // namespace
}  // namespace prunescope::model
