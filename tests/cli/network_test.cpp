// Networks from files, from the command line: a run needs the file no more once it has begun.

#include "cli/cli_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace prunescope {
namespace {

using test::Answer;
using test::runCli;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class CliNetwork : public test::CliFixture {
protected:
    /// The tiny data set's images are 28 x 28.
    std::string networkFile(const char* outputs = "10") const {
        write("net.json", std::string(R"({"format": "prunescope.graph.1", "name": "own", "input": [1, 28, 28],
 "nodes": [{"name": "conv", "kind": "convolution", "inputs": ["input"],
            "attributes": {"outputs": 4, "kernel": 3, "stride": 3, "padding": 0, "bias": true}},
           {"name": "act", "kind": "hard swish", "inputs": ["conv"], "attributes": {}},
           {"name": "pool", "kind": "global average pool", "inputs": ["act"], "attributes": {}},
           {"name": "fc", "kind": "dense", "inputs": ["pool"], "attributes": {"outputs": )") +
                              outputs + "}}]}");
        return path("net.json");
    }
};

TEST_F(CliNetwork, OfAFileIsTrainedAndItsRunHoldsIt) {
    const Answer trained = runCli(training("run", {"--model", networkFile(), "--epochs", "1", "--json"}));
    ASSERT_EQ(trained.status, 0) << trained.error;
    std::filesystem::remove(path("net.json"));

    const auto config = nlohmann::json::parse(read("run/config.json"));
    const std::string name = config["model"];
    EXPECT_THAT(name, StartsWith("own@"));
    EXPECT_EQ(config["graph"]["nodes"].size(), 4U);
    const Answer bench = runCli({"bench", "--weights", path("run/final.weights"), "--seconds", "0.001",
                                 "--batch", "3", "--json", "--no-store"});
    ASSERT_EQ(bench.status, 0) << bench.error;
    EXPECT_EQ(nlohmann::json::parse(bench.output)["model"], name);
    EXPECT_THAT(runCli({"show", path("run")}).output, HasSubstr(name));
    const Answer report = runCli({"report", path("run")});
    EXPECT_EQ(report.status, 0) << report.error;
    const Answer again = runCli({"train", "--config", path("run/config.json"), "--out", path("again")});
    ASSERT_EQ(again.status, 0) << again.error;
    EXPECT_EQ(read("again/final.weights"), read("run/final.weights")) << "the same run, to the last bit";
}

TEST_F(CliNetwork, WhatItsWeightsFillIsToldBeforeItIsTrained) {
    ASSERT_EQ(runCli(training("run", {"--model", networkFile("10")})).status, 0);
    const Answer answer = runCli(training(
        "more", {"--model", networkFile("10"), "--set", "start.weights=" + path("run/final.weights")}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.error + answer.output, HasSubstr("weights fill 4 of the 4 tensors of own"));
    EXPECT_THAT(answer.error + answer.output, HasSubstr("passed over: '"));
    const Answer other = runCli(
        training("other", {"--model", "lenet-5", "--set", "start.weights=" + path("run/final.weights")}));
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.error, AllOf(HasSubstr("tensors of lenet-5: missing: "), HasSubstr("left over: ")));
}

TEST_F(CliNetwork, OfAFileThatDoesNotHoldIsRefusedWithItsPlace) {
    const Answer answer = runCli(training("run", {"--model", networkFile("0")}));
    EXPECT_EQ(answer.status, 2);
    EXPECT_THAT(answer.error, AllOf(HasSubstr("net.json, line 6, column 12"), HasSubstr("outputs")));
    const Answer classes = runCli(training("run", {"--model", networkFile("7")}));
    EXPECT_EQ(classes.status, 2);
    EXPECT_THAT(classes.error, AllOf(StartsWith("prunescope-cli: --model"), HasSubstr("7 classes")));
    EXPECT_FALSE(exists("run"));
}

TEST_F(CliNetwork, IsMeasuredFromItsFile) {
    const Answer bench = runCli({"bench", "--model", networkFile("3"), "--seconds", "0.001", "--batch", "3",
                                 "--sparsity", "0.5", "--json"});
    ASSERT_EQ(bench.status, 0) << bench.error;
    EXPECT_THAT(nlohmann::json::parse(bench.output)["model"].get<std::string>(), StartsWith("own@"));
}

TEST_F(CliNetwork, IsWrittenAsAFileThatIsReadAgain) {
    const Answer written = runCli({"network", "mobilenet-v2", "--out", path("mobile.json")});
    ASSERT_EQ(written.status, 0) << written.error;
    EXPECT_THAT(written.error, HasSubstr("2236682 parameters"));
    const Answer again = runCli({"network", path("mobile.json")});
    EXPECT_EQ(again.output, read("mobile.json"));
    const Answer other = runCli({"network", "lenet-5", "--images", "3x32x32", "--classes", "7"});
    EXPECT_THAT(other.output, HasSubstr(R"("input": [3,32,32])"));
    EXPECT_EQ(runCli({"network", "lenet-5", "--images", "3x32"}).status, 2);
    EXPECT_EQ(runCli({"network", "lenet-5", "--classes", "x"}).status, 2);
    EXPECT_EQ(runCli({"network", "lenet-6"}).status, 2);
    EXPECT_EQ(runCli({"network", path("mobile.json"), "--classes", "7"}).status, 2);
}

}  // namespace
}  // namespace prunescope
