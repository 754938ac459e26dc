// The terminal program as a process: what it prints, how it ends, and what it leaves on the disk.

#include "cli/cli_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using test::runCli;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using Cli = test::CliFixture;

TEST_F(Cli, TrainsReportsAndEndsWithOneJsonLine) {
    const Answer answer = runCli(training("run", {"--sparsity", "0.9", "--json"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["epochs"], 4.0);
    EXPECT_NEAR(json["sparsity_prunable"].get<double>(), 0.9, 1e-3);
    for (const char* key : {"test_accuracy", "test_accuracy_best", "validation_accuracy", "sparsity_all",
                            "seconds", "images_per_second"}) {
        EXPECT_TRUE(json[key].is_number()) << key;
    }
    EXPECT_EQ(json["run"], path("run"));
    for (const char* file : {"run/config.json", "run/run.db", "run/final.weights", "run/report/index.html",
                             "run/report/report.json", "run/report/metrics.csv", "run/report/events.csv"}) {
        EXPECT_TRUE(exists(file)) << file;
    }
    EXPECT_THAT(answer.error, HasSubstr("epoch   4 of 4"));
}

TEST_F(Cli, CountsImagesAndWarnsBeforeTheRun) {
    const Answer answer =
        runCli(training("run", {"--set", "data.share=50%", "--set", "class_weights=balanced"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.error,
                HasSubstr("data    MNIST: 15 to train on (20 more left out by data.share), 5 for "
                          "validation, 20 for the test"));
    EXPECT_THAT(answer.error, HasSubstr("classes 10, with from 1 to 2 to train on: 0 1"));
    EXPECT_THAT(answer.error, HasSubstr("Classes without a validation sample: 5 ("));
    EXPECT_LT(answer.error.find("data    MNIST"), answer.error.find("epoch   1"));
    EXPECT_THAT(read("run/report/index.html"), HasSubstr("of the training samples of"));
    const Answer wrong = runCli(training("other", {"--set", "class_weights=even"}));
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.error, HasSubstr("Give none, balanced, or a number above 0 for each class"));
}

TEST_F(Cli, RepeatsARunBitForBitFromItsConfiguration) {
    ASSERT_EQ(runCli(training("a", {"--threads", "1"})).status, 0);
    ASSERT_EQ(
        runCli({"train", "--config", path("a/config.json"), "--threads", "2", "--out", path("b")}).status, 0);
    EXPECT_EQ(runCli({"show", path("a")}).status, 0);
    EXPECT_EQ(read("a/final.weights"), read("b/final.weights"));
}

TEST_F(Cli, ListsShowsAndReportsARunWhereverItWasCopied) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    std::filesystem::create_directory(folder_ / "elsewhere");
    std::filesystem::copy(folder_ / "run", folder_ / "elsewhere" / "copy",
                          std::filesystem::copy_options::recursive);
    EXPECT_THAT(runCli({"list", path("elsewhere")}).output, AllOf(HasSubstr("copy"), HasSubstr("finished")));
    EXPECT_THAT(runCli({"show", path("elsewhere/copy")}).output, HasSubstr("mlp:16"));
    EXPECT_EQ(runCli({"report", path("elsewhere/copy"), "--out", path("report")}).status, 0);
    EXPECT_TRUE(exists("report/index.html"));
}

TEST_F(Cli, CallsARunByTheNameThatItWasGiven) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    write("run/label.json", R"({"name": "best so far", "reference": true})");
    EXPECT_THAT(runCli({"list", folder_.path().string()}).output,
                HasSubstr("run  \"best so far\"  (reference)  finished"));
    EXPECT_THAT(runCli({"show", path("run")}).output, HasSubstr("\"best so far\""));
}

TEST_F(Cli, NeverOverwritesARun) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    EXPECT_EQ(runCli(training("run")).status, 2);
    EXPECT_THAT(runCli({"list", folder_.path().string()}).output, HasSubstr("finished"));
}

TEST_F(Cli, RefusesAWrongRequestWithStatusTwoAndSaysWhatIsRight) {
    const auto refusal = [&](const std::vector<std::string>& arguments) {
        const Answer answer = runCli(arguments);
        EXPECT_EQ(answer.status, 2) << answer.error;
        return answer.error;
    };
    EXPECT_THAT(refusal(training("x", {"--model", "lenet5"})), HasSubstr("Did you mean 'lenet-5'?"));
    EXPECT_THAT(refusal(training("x", {"--dataset", "minst"})), HasSubstr("Did you mean 'mnist'?"));
    EXPECT_THAT(refusal(training("x", {"--method", "mop"})), HasSubstr("map"));
    EXPECT_THAT(refusal(training("x", {"--sparsity", "1"})), HasSubstr("below 1"));
    EXPECT_THAT(refusal(training("x", {"--sparsity", "nan"})), HasSubstr("schedule.target"));
    EXPECT_THAT(refusal(training("x", {"--epochs", "99999999999999999999"})), HasSubstr("epochs"));
    EXPECT_THAT(refusal(training("x", {"--batch", "-1"})), HasSubstr("batch"));
    EXPECT_THAT(refusal(training("x", {"--set", "schedule.taget=0.5"})), HasSubstr("schedule.target"));
    EXPECT_THAT(refusal(training("x", {"--set", "z"})), HasSubstr("KEY=VALUE"));
    EXPECT_THAT(refusal(training("x", {"--set", "method.layer_z=fc9=1"})), HasSubstr("fc1"));
    EXPECT_THAT(refusal(training("x", {"--method", "dense", "--sparsity", "0.5"})),
                HasSubstr("dense prunes nothing"));
    EXPECT_THAT(refusal(training("x", {"--sparsity", "0.99999"})), HasSubstr("every layer keeping 1"));
    EXPECT_THAT(refusal({"fly"}), Not(testing::IsEmpty()));
    EXPECT_FALSE(exists("x")) << "no folder is left behind";
}

TEST_F(Cli, RefusesAHostileConfigurationWithItsPlace) {
    write("broken.json", "{\"epochs\": ");
    write("hostile.json", std::string(200'000, '['));
    write("wrong.json", R"({"optimizer": {"momentum": 1.5}})");
    EXPECT_THAT(runCli({"train", "--config", path("broken.json")}).error,
                AllOf(HasSubstr("broken.json"), HasSubstr("JSON")));
    EXPECT_EQ(runCli({"train", "--config", path("hostile.json")}).status, 2);
    EXPECT_THAT(runCli({"train", "--config", path("wrong.json")}).error, HasSubstr("optimizer.momentum"));
    EXPECT_EQ(runCli({"train", "--config", path("missing.json")}).status, 1);
}

TEST_F(Cli, FailsWithTheReasonWhenItCannotReadOrWrite) {
    EXPECT_EQ(runCli({"show", path("missing")}).status, 1);
    EXPECT_EQ(runCli({"report", path("missing")}).status, 1);
    write("file", "");
    const Answer unwritable = runCli(training("file/run"));
    EXPECT_EQ(unwritable.status, 1);
    EXPECT_THAT(unwritable.error, HasSubstr("file"));
    std::filesystem::resize_file(folder_ / "train-images-idx3-ubyte", 1000);
    const Answer truncated = runCli(training("x"));
    EXPECT_EQ(truncated.status, 1);
    EXPECT_THAT(truncated.error, HasSubstr("train-images-idx3-ubyte"));
    EXPECT_FALSE(exists("x"));
}

TEST_F(Cli, SaysWhenTrainingDiverges) {
    const Answer answer = runCli(training("run", {"--lr", "100", "--epochs", "50"}));
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, AllOf(HasSubstr("diverged"), HasSubstr("learning_rate")));
    EXPECT_THAT(runCli({"list", folder_.path().string()}).output, HasSubstr("failed"));
    EXPECT_EQ(runCli({"report", path("run")}).status, 0) << "what was recorded can be reported";
}

TEST_F(Cli, LeavesARunThatOpensWhenItIsKilled) {
    CliProcess process(longTraining("run"));
    ASSERT_TRUE(process.waitForMessage("epoch"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));  // past one commit
    process.signal(SIGKILL);
    EXPECT_EQ(process.wait().status, 128 + SIGKILL);
    EXPECT_THAT(runCli({"list", folder_.path().string()}).output, HasSubstr("cut off"));
    EXPECT_THAT(runCli({"show", path("run")}).output, HasSubstr("validation"));
    EXPECT_EQ(runCli({"report", path("run")}).status, 0);
}

TEST_F(Cli, KeepsWhatWasRecordedWhenTheDiskIsFull) {
    const Answer answer = runCli(training("run", {"--epochs", "5000"}), rlim_t{1} << 20U);
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("run"));
    EXPECT_THAT(runCli({"show", path("run")}).output, HasSubstr("validation"));
}

TEST_F(Cli, SaysSoWhenTheDatabaseIsDamaged) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    write("run/run.db", "this is no database");
    const Answer answer = runCli({"show", path("run")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("run.db"));
}

TEST_F(Cli, ListsWhatCanBeAskedFor) {
    EXPECT_THAT(runCli({"datasets"}).output, AllOf(HasSubstr("fashion-mnist"), HasSubstr("mnist")));
    EXPECT_THAT(runCli({"models"}).output, AllOf(HasSubstr("lenet-300-100"), HasSubstr("resnet-20")));
    EXPECT_THAT(runCli({"methods"}).output,
                AllOf(HasSubstr("map"), HasSubstr("method.pruned_gradient"), HasSubstr("gmp")));
    EXPECT_THAT(runCli({"optimizers"}).output, AllOf(HasSubstr("adamw"), HasSubstr("optimizer.momentum=")));
    EXPECT_THAT(runCli({"learning-rates"}).output, HasSubstr("learning_rate.milestones="));
    EXPECT_THAT(runCli({"schedules"}).output, HasSubstr("drawn"));
    EXPECT_THAT(runCli({"formats"}).output, HasSubstr("safetensors"));
}

TEST_F(Cli, DescribesWhatCanBeAskedForAsJson) {
    for (const char* what :
         {"datasets", "models", "methods", "optimizers", "learning-rates", "schedules", "formats"}) {
        const auto list = nlohmann::json::parse(runCli({what, "--json"}).output);
        ASSERT_FALSE(list.empty()) << what;
        for (const auto& entry : list) {
            EXPECT_FALSE(entry.at("name").get<std::string>().empty()) << what;
            EXPECT_FALSE(entry.at("summary").get<std::string>().empty()) << what;
            EXPECT_TRUE(entry.at("options").is_array()) << what;
        }
    }
    const auto sgd = nlohmann::json::parse(runCli({"optimizers", "--json"}).output).at(0);
    EXPECT_EQ(sgd.at("options").at(0), nlohmann::json::parse(R"({"key": "optimizer.momentum",
        "title": "Momentum", "help": "Share of the last update kept by SGD.", "kind": "number", "default": 0.9,
        "minimum": 0.0, "minimum_excluded": false, "maximum": 1.0, "maximum_excluded": true})"));
}

/// What an optimizer has of its own is set like any other option, and what another has is refused.
TEST_F(Cli, SetsAndRefusesOptionsOfTheOptimizer) {
    ASSERT_EQ(
        runCli(training("run", {"--set", "optimizer.beta1=0.8", "--set", "optimizer.name=adamw"})).status, 0);
    std::ifstream written(path("run/config.json"));
    const auto config = nlohmann::json::parse(written);
    EXPECT_EQ(config["optimizer"]["beta1"], 0.8);
    EXPECT_EQ(config["optimizer"]["beta2"], 0.999);
    EXPECT_FALSE(config["optimizer"].contains("momentum"));
    EXPECT_THAT(runCli(training("x", {"--set", "optimizer.beta1=0.8"})).error,
                AllOf(HasSubstr("unknown option 'optimizer.beta1'"), HasSubstr("optimizer.momentum")));
    EXPECT_THAT(runCli(training("x", {"--set", "optimizer.name=adam"})).error,
                AllOf(HasSubstr("--set optimizer.name"), HasSubstr("Did you mean 'adamw'?")));
    EXPECT_THAT(runCli(training("x", {"--set", "optimizer.momentum=1.5"})).error,
                HasSubstr("optimizer.momentum"));
}

}  // namespace
}  // namespace prunescope
