// `prunescope-cli bench` as a process: what it prints and what it refuses. No test looks at how fast anything
// is.

#include "cli/cli_process.h"
#include "store/measurement_file.h"
#include "support/file_bytes.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace prunescope {
namespace {

using test::Answer;
using test::runCli;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The shortest measurement there is; `more` is appended.
std::vector<std::string> quick(const std::vector<std::string>& more) {
    std::vector<std::string> words{"bench", "--seconds", "0.001", "--batch", "3"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

void expectPositive(const nlohmann::json& object, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        ASSERT_TRUE(object.contains(key) && object[key].is_number()) << key << " in " << object.dump();
        EXPECT_GT(object[key].get<double>(), 0) << key;
    }
}

TEST(BenchCommand, EndsWithOneJsonLineThatHasEveryFigure) {
    const Answer answer =
        runCli(quick({"--json", "--model", "mlp:40,20", "--sparsity", "0,0.5,0.9", "--threads", "2"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_EQ(std::count(answer.output.begin(), answer.output.end(), '\n'), 1);
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["model"], "mlp:40,20");
    EXPECT_EQ(json["threads"], 2);
    EXPECT_EQ(json["batch"], 3);
    EXPECT_TRUE(json["machine"]["name"].is_string());
    EXPECT_TRUE(json["machine"]["isa"].is_string());
    expectPositive(json["machine"], {"cores", "fma_gflops_per_core", "fma_gflops", "bandwidth_gb_s"});
    expectPositive(json["dense"], {"train_ms", "train_images_per_second", "infer_images_per_second"});
    expectPositive(json["dense"]["train_ms_quartiles"], {"lower", "median", "upper", "rounds"});
    EXPECT_TRUE(json["doubt"].is_string());
    ASSERT_EQ(json["results"].size(), 3U);
    double theoretical = 0;
    for (const auto& result : json["results"]) {
        expectPositive(result,
                       {"train_images_per_second", "exploration_ms", "exploitation_ms",
                        "infer_images_per_second", "bytes", "dense_bytes", "theoretical_speedup",
                        "measured_speedup_train", "measured_speedup_exploitation", "measured_speedup_infer"});
        expectPositive(result["batch1_us"], {"median", "p95", "p99"});
        expectPositive(result["gflops"]["inference"], {"dense_equivalent", "real"});
        EXPECT_LE(result["batch1_us"]["median"], result["batch1_us"]["p95"]);
        EXPECT_LE(result["batch1_us"]["p95"], result["batch1_us"]["p99"]);
        EXPECT_NEAR(result["achieved_sparsity"].get<double>(), result["sparsity"].get<double>(), 1e-3);
        EXPECT_NEAR(result["train_images_per_second"].get<double>() * result["exploration_ms"].get<double>(),
                    3000, 1e-6);
        for (const auto& [name, quartiles] : result["quartiles"].items()) {
            EXPECT_LE(quartiles["lower"], quartiles["median"]) << name;
            EXPECT_LE(quartiles["median"], quartiles["upper"]) << name;
            EXPECT_GE(quartiles["rounds"], 4) << name;
        }
        EXPECT_LE(result["bytes"], result["dense_bytes"]);
        EXPECT_GT(result["theoretical_speedup"], theoretical);
        theoretical = result["theoretical_speedup"];
    }
    EXPECT_EQ(json["results"][0]["theoretical_speedup"], 1.0);
    EXPECT_EQ(json["results"][1]["sparsity"], 0.5);
}

TEST(BenchCommand, PrintsLabelledTablesAndAVerdict) {
    const Answer answer = runCli(quick({"--model", "mlp:8", "--sparsity", "0.9"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.output,
                AllOf(HasSubstr("measured"), HasSubstr("theoretical"), HasSubstr("training step"),
                      HasSubstr("inference"), HasSubstr("roofline"), HasSubstr("no pruning"),
                      HasSubstr("90 %"), HasSubstr("+-"), HasSubstr("Verdict: ")));
    EXPECT_THAT(answer.error, IsEmpty());
}

TEST(BenchCommand, MeasuresConvolutionsAndColourImages) {
    const Answer answer = runCli({"bench", "--json", "--seconds", "0.001", "--batch", "1", "--model",
                                  "resnet-8", "--sparsity", "0.9", "--threads", "1"});
    ASSERT_EQ(answer.status, 0) << answer.error;
    const auto json = nlohmann::json::parse(answer.output);
    ASSERT_EQ(json["results"].size(), 1U);
    expectPositive(json["results"][0], {"exploration_ms", "exploitation_ms", "infer_images_per_second"});
}

TEST(BenchCommand, MeasuresTheOwnModelFirst) {
    const test::TemporaryFolder folder;
    const std::string weights = test::writePrunedWeights(folder / "final.weights").string();
    const Answer answer = runCli(quick({"--json", "--threads", "1", "--weights", weights}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.error, HasSubstr("your model, 90 %"));
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["model"], "mlp:20");
    EXPECT_EQ(json["weights"], weights);
    ASSERT_EQ(json["results"].size(), 1U);
    EXPECT_EQ(json["results"][0]["own_model"], true);
    EXPECT_NEAR(json["results"][0]["sparsity"].get<double>(), 0.9, 1e-3);

    const Answer more = runCli(quick({"--json", "--weights", weights, "--sparsity", "0.5"}));
    ASSERT_EQ(more.status, 0) << more.error;
    EXPECT_EQ(nlohmann::json::parse(more.output)["results"][1]["own_model"], false);

    std::filesystem::resize_file(weights, 500);
    const Answer damaged = runCli(quick({"--weights", weights}));
    EXPECT_NE(damaged.status, 0);
    EXPECT_THAT(damaged.error, HasSubstr(weights));
}

TEST(BenchCommand, KeepsWhatItMeasuredOfARunWithThatRun) {
    const test::TemporaryFolder folder;
    const store::RunFolder run(folder.path());
    const std::string weights = test::writePrunedWeights(run.weights()).string();
    const auto bench = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"--threads", "1", "--weights", weights};
        words.insert(words.end(), more.begin(), more.end());
        const Answer answer = runCli(quick(words));
        EXPECT_EQ(answer.status, 0) << answer.error;
        return answer;
    };
    EXPECT_THAT(bench({}).output, Not(HasSubstr("stored in"))) << "weights alone are no run";
    test::writeBytes(run.config(), "{}");
    EXPECT_THAT(bench({"--no-store"}).output, Not(HasSubstr("stored in")));
    EXPECT_FALSE(exists(run.measurements()));

    EXPECT_THAT(bench({}).output, HasSubstr("stored in " + run.measurements().string()));
    EXPECT_THAT(bench({"--json", "--sparsity", "0.5"}).error,
                HasSubstr("stored in " + run.measurements().string()));
    const auto measurements = store::readMeasurements(run);
    ASSERT_EQ(measurements.size(), 2U);
    EXPECT_EQ(measurements[0].batch, 3);
    EXPECT_EQ(measurements[0].threads, 1);
    EXPECT_NEAR(measurements[0].sparsity, 0.9, 1e-3) << "the run's own, whatever else was measured";
    EXPECT_GE(measurements[0].wallMs, measurements[1].wallMs);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()),
                            std::filesystem::directory_iterator()),
              3);
}

TEST(BenchCommand, TellsTheFiguresAlsoWhereTheyCannotBeKept) {
    const test::TemporaryFolder folder;
    const store::RunFolder run(folder.path());
    const std::string weights = test::writePrunedWeights(run.weights()).string();
    test::writeBytes(run.config(), "{}");
    test::writeBytes(run.measurements(), "mine");
    const Answer answer = runCli(quick({"--threads", "1", "--weights", weights}));
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.output, HasSubstr("Verdict: "));
    EXPECT_THAT(answer.error, AllOf(HasSubstr("measurement.json"), HasSubstr("is not valid JSON")));
    EXPECT_EQ(test::readBytes(run.measurements()), "mine");
}

TEST(BenchCommand, TakesTheLastOfAnOptionThatIsGivenTwice) {
    const Answer answer =
        runCli(quick({"--json", "--model", "lenet-5", "--model", "mlp:8", "--sparsity", "0.1", "--sparsity",
                      "0.9", "--batch", "2", "--threads", "2", "--threads", "1"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["model"], "mlp:8");
    EXPECT_EQ(json["batch"], 2);
    EXPECT_EQ(json["threads"], 1);
    ASSERT_EQ(json["results"].size(), 1U);
    EXPECT_EQ(json["results"][0]["sparsity"], 0.9);
}

TEST(BenchCommand, RefusesWhatCannotBeMeasuredAndSaysHowToMendIt) {
    const auto refused = [](const std::vector<std::string>& more, const std::string& message) {
        std::vector<std::string> words{"bench"};
        words.insert(words.end(), more.begin(), more.end());
        const Answer answer = runCli(words);
        EXPECT_EQ(answer.status, 2) << answer.output;
        EXPECT_THAT(answer.error, HasSubstr(message));
        EXPECT_THAT(answer.output, IsEmpty());
    };
    refused({"--sparsity", "1"}, "--sparsity: 1 is not from 0 up to below 1");
    refused({"--sparsity", "0,-0.5"}, "--sparsity: -0.5 is not from 0 up to below 1");
    refused({"--sparsity", "0,nan"}, "--sparsity: 'nan' is not a number");
    refused({"--sparsity", "0,9"}, "a comma stands between two sparsities");
    refused({"--sparsity", "0,,0.5"}, "--sparsity: '' is not a number");
    refused({"--sparsity", "half"}, "--sparsity: 'half' is not a number");
    refused({"--sparsity", "0.5,0.50"}, "--sparsity: 0.5 is there twice");
    refused({"--model", "mlp:8", "--sparsity", "0.9999"}, "--sparsity: the target 0.9999 keeps");
    refused({"--model", "mlp:8", "--sparsity", "0.9999"}, "so at most 0.999685 is possible");
    refused({"--threads", "0"}, "--threads: 0 threads cannot be used");
    refused({"--threads", "two"}, "--threads: 'two' is not a number");
    refused({"--batch", "0"}, "--batch: a batch of 0 samples");
    refused({"--batch", "4097"}, "--batch: a batch of 4097 samples");
    refused({"--batch", "1.5"}, "--batch: '1.5' is not a number");
    refused({"--seconds", "0"}, "--seconds: 0 seconds cannot be used");
    refused({"--seconds", "inf"}, "--seconds: inf seconds cannot be used");
    refused({"--model", "lenet5"}, "Did you mean 'lenet-5'?");
    refused({"--model", "resnet-21"}, "there is no 'resnet-21'");
    refused({"--model", "lenet-5", "--weights", "x"}, "--model: a weights file brings its own network");
    refused({"--modle", "lenet-5"}, "--modle");
}

TEST(BenchCommand, ExplainsItsOptions) {
    const Answer answer = runCli({"bench", "--help"});
    EXPECT_EQ(answer.status, 0);
    EXPECT_THAT(answer.output, AllOf(HasSubstr("--model"), HasSubstr("--sparsity"), HasSubstr("--threads"),
                                     HasSubstr("--batch"), HasSubstr("--seconds"), HasSubstr("--json"),
                                     HasSubstr("--no-store")));
    EXPECT_THAT(runCli({"--help"}).output, HasSubstr("bench"));
}

}  // namespace
}  // namespace prunescope
