#include "base/sha256.h"
#include "cli/cli_fixture.h"
#include "model/weights_file.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace prunescope::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

using ExportCommand = CliFixture;

TEST_F(ExportCommand, WritesTheNetworkAndSaysWhatWasChecked) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    const std::string target = path("net.onnx");
    const Answer answer = runCli({"export", path("run"), "--out", target, "--set", "fold=true"});
    EXPECT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.output, AllOf(HasSubstr(target), HasSubstr(sha256HexOfFile(target))));
    EXPECT_THAT(answer.error, HasSubstr("test samples as the run does"));
}

TEST_F(ExportCommand, NamesTheFileAsTheRunUnlessItIsTold) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    const Answer answer = runCli(Launch{
        .arguments = {"export", path("run"), "--format", "safetensors", "--set", "masks=true", "--json"},
        .folder = folder_.path().string()});
    ASSERT_EQ(answer.status, 0) << answer.error;
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json.at("files").at(0).at("path"), "run.safetensors");
    EXPECT_EQ(json.at("checked"), true);
    EXPECT_EQ(json.at("files").at(0).at("sha256"), sha256HexOfFile(folder_ / "run.safetensors"));
    EXPECT_NE(model::readWeights(folder_ / "run.safetensors").find("fc1.weight_mask"), nullptr);
}

TEST_F(ExportCommand, RefusesWhatItCannotWriteAndSaysHowToMendIt) {
    write("file", "");
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"export", path("run")}, "neither a format nor a file is named"},
        {{"export", path("run"), "--format", "onx"}, "Did you mean 'onnx'?"},
        {{"export", path("run"), "--out", "net.onx"}, "Did you mean '.onnx'?"},
        {{"export", path("run"), "--format", "onnx", "--set", "folded=true"},
         "unknown option of onnx 'folded'"},
        {{"export", path("run"), "--format", "onnx", "--set", "fold=2"}, "fold: '2' is not allowed"},
        {{"export", path("run"), "--format", "onnx", "--set", "fold"}, "'fold' is not KEY=VALUE"},
        {{"export", "", "--format", "onnx"}, "is empty"},
        {{"export"}, "RUN is required"}};
    for (const auto& [words, why] : wrong) {
        const Answer answer = runCli(words);
        EXPECT_EQ(answer.status, 2) << why;
        EXPECT_THAT(answer.error, HasSubstr(why));
    }
    const Answer none = runCli({"export", path("none"), "--format", "onnx"});
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.error, HasSubstr("final.weights"));
}

/// Bytes of all files in a folder.
std::uintmax_t bytesBelow(const std::filesystem::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

TEST_F(ExportCommand, WritesTheCourseOfARunThatGoesOn) {
    CliProcess process(longTraining("run", {"--json"}));
    ASSERT_TRUE(process.waitForMessage("epoch"));
    std::filesystem::create_directory(folder_ / "out");
    for (const std::string format : {"tensorboard", "mlflow"}) {
        const std::vector<std::string> words{"export", path("run"), "--format",
                                             format,   "--out",     path("out/" + format)};
        Answer answer;
        // What is recorded first may not be on the disk yet.
        for (int tries = 0; tries < 200; ++tries) {
            answer = runCli(words);
            if (answer.status == 0) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        ASSERT_EQ(answer.status, 0) << answer.error;
        const std::uintmax_t before = bytesBelow(folder_ / "out");
        for (int tries = 0; tries < 200 && bytesBelow(folder_ / "out") <= before; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            ASSERT_EQ(runCli(words).status, 0);
        }
        EXPECT_GT(bytesBelow(folder_ / "out"), before) << format << " grows with the run";
    }
    process.signal(SIGTERM);
    EXPECT_EQ(process.wait().status, 143);
}

TEST_F(ExportCommand, HasItsFormatsAndOptionsListed) {
    const Answer answer = runCli({"formats"});
    EXPECT_THAT(answer.output, AllOf(HasSubstr("onnx"), HasSubstr("npz"), HasSubstr("--set fold=")));
    const auto json = nlohmann::json::parse(runCli({"formats", "--json"}).output);
    EXPECT_EQ(json.at(0).at("name"), "safetensors");
    EXPECT_EQ(json.at(0).at("options").at(0).at("key"), "masks");
}

}  // namespace
}  // namespace prunescope::test
