// What a request that is not quite right is answered, word by word, and what of it is understood.

#include "cli/cli_process.h"
#include "data/idx_fixtures.h"
#include "support/file_bytes.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope {
namespace {

using test::Answer;
using test::runCli;
using test::writeBytes;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Requests : public testing::Test {
protected:
    Requests() {
        std::filesystem::create_directory(folder_ / "data");
        test::writeTinyMnist(folder_ / "data");
    }

    /// A run of a moment; `more` may say otherwise.
    Answer train(const std::vector<std::string>& more) const {
        std::vector<std::string> words{
            "train",   "--dataset", "mnist",   "--data-dir", (folder_ / "data").string(),
            "--model", "mlp:4",     "--batch", "8",          "--epochs",
            "1",       "--lr",      "0.001",   "--out",      (folder_ / "run").string()};
        words.insert(words.end(), more.begin(), more.end());
        return runCli(words);
    }
    void refused(const std::vector<std::string>& more, const std::string& message) const {
        const Answer answer = train(more);
        EXPECT_EQ(answer.status, 2) << message << ": " << answer.error;
        EXPECT_THAT(answer.error, HasSubstr(message));
    }
    std::string config(const std::string& text) const {
        writeBytes(folder_ / "c.json", text);
        return (folder_ / "c.json").string();
    }

    test::TemporaryFolder folder_;
};

TEST_F(Requests, AreToldAsTheyWereTyped) {
    refused({"--sparsity", "nan"}, "'nan' is not allowed");
    refused({"--sparsity", "inf"}, "'inf' is not allowed");
    refused({"--lr", "1,000"}, "its comma could mean thousands");
    refused({"--set", "method.z="}, "method.z: '' is not allowed");
    refused({"--set", "method.layer_z=fc1=1,fc1=2"}, "layer 'fc1' is given twice");
    refused({"--set", "schedule.start=0.9", "--set", "schedule.end=0.1"},
            "the ramp ends at 0.1 of the run, before it starts at 0.9");
    refused({"--sparsity", "0.9999999"}, "the target 0.9999999 keeps");
    refused({"--sparsity", "0.9999999"}, "so at most 0.99937 is possible");
    refused({"--model", "mlp:5,"}, "'mlp:5,' has no number as layer width 2");
    refused({"--model", "mlp:2000000000"}, "has '2000000000' as layer width 1");
}

/// 3,136 and 40 weights.
TEST_F(Requests, ForBudgetsOfLayersAreRefusedBeforeTheRunBegins) {
    refused({"--budgets", "fc9=0.5"}, "--budgets (pruning.layers): unknown prunable layer 'fc9'");
    refused({"--budgets", "fc9=0.5"}, "Did you mean 'fc1'? Known: fc1, fc2");
    refused({"--budgets", "fc1=1.5"}, "--budgets (pruning.layers): ");
    refused({"--budgets", "fc1"}, "'fc1' is not allowed");
    refused({"--set", "pruning.layers=fc1=nan"}, "--set pruning.layers: 'fc1=nan' is not allowed");
    refused(
        {"--sparsity", "0.9", "--budgets", "fc1=50%"},
        "--sparsity (schedule.target): the target 0.9 keeps 318 weights, but the budgets of the layers need "
        "1569, so at most 0.505982 is possible");
    refused({"--config", config(R"({"pruning": {"layers": {"fc1": 2}}})")}, "c.json: pruning.layers: ");
    refused({"--config", config(R"({"pruning": {"layers": {"fc9": 0}}})")}, "unknown prunable layer 'fc9'");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "run"));
}

TEST_F(Requests, ForBudgetsOfLayersAreKeptInTheRun) {
    const Answer answer = train({"--sparsity", "50 %", "--budgets", "fc1=51 %,fc2=0", "--json"});
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.output, HasSubstr("\"sparsity_prunable\":0.5,"));
    const auto written = nlohmann::json::parse(test::readBytes(folder_ / "run/config.json"));
    EXPECT_EQ(written["pruning"]["layers"], (nlohmann::json{{"fc1", 0.51}, {"fc2", 0.0}}));
    const auto report = nlohmann::json::parse(test::readBytes(folder_ / "run/report/report.json"));
    EXPECT_EQ(report["layers"][0]["kept_weights"], 3136 - 1588);
    EXPECT_EQ(report["layers"][1]["kept_weights"], 40);
    for (const auto& check : report["checks"]) EXPECT_TRUE(check["holds"]) << check;
    EXPECT_THAT(runCli({"train", "--help"}).output, HasSubstr("--budgets"));
}

TEST_F(Requests, InAFileAreToldWithItsName) {
    refused({"--config", config(R"({"method_options": {"z": ""}})")}, "c.json: ");
    refused({"--config", config(R"({"schedule": 5})")}, "c.json: schedule: is a group of options, found 5");
    refused({"--config", config("{\"epochs\": 1,\n\"epochs\": 2}")},
            "c.json: names 'epochs' twice, again at line 2");
    refused({"--config", config("{\"epochs\": 1,\n}")},
            "c.json: is not valid JSON: '}' is wrong at line 2, column 1");
    EXPECT_THAT(train({"--config", config("{")}).error, Not(HasSubstr("json.exception")));
}

TEST_F(Requests, TakeBothDecimalSignsAndPerCent) {
    for (const char* sparsity : {"0.9", "0,9", "90 %", "90%"}) {
        const Answer answer = train({"--sparsity", sparsity, "--json"});
        ASSERT_EQ(answer.status, 0) << sparsity << ": " << answer.error;
        EXPECT_THAT(answer.output, HasSubstr("\"sparsity_prunable\":0.89987")) << sparsity;
        std::filesystem::remove_all(folder_ / "run");
    }
}

TEST_F(Requests, FindADataFolderFromTheConfigurationsOwn) {
    const std::string file =
        config(R"({"dataset": "mnist", "data_dir": "data", "model": "mlp:4", "batch": 8, "epochs": 1})");
    const Answer answer = runCli({"train", "--config", file, "--out", (folder_ / "run").string()});
    EXPECT_EQ(answer.status, 0) << answer.error;
}

}  // namespace
}  // namespace prunescope
