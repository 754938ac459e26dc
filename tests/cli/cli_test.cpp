// The terminal program as a process.

#include "data/idx_fixtures.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace prunescope {
namespace {

struct Answer {
    int status = -1;
    std::string output;
};

Answer runCli(const std::string& arguments) {
    Answer answer;
    FILE* pipe = ::popen((std::string(PRUNESCOPE_CLI) + " " + arguments + " 2>&1").c_str(), "r");
    std::array<char, 4096> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) answer.output += buffer.data();
    answer.status = WEXITSTATUS(::pclose(pipe));
    return answer;
}

TEST(Cli, TrainsReportsAndEndsWithOneJsonLine) {
    const test::TemporaryFolder folder;
    test::writeTinyMnist(folder.path());
    const std::string run = (folder / "run").string();
    const Answer answer =
        runCli("train --dataset mnist --data-dir " + folder.path().string() +
               " --model mlp:16 --epochs 4 --batch 8 --sparsity 0.9 --lr 0.001 --set validation_fraction=0.25"
               " --json --out " +
               run);
    ASSERT_EQ(answer.status, 0) << answer.output;
    const std::size_t lastLine = answer.output.rfind("\n{");
    const auto json =
        nlohmann::json::parse(answer.output.substr(lastLine == std::string::npos ? 0 : lastLine + 1));
    EXPECT_EQ(json["epochs"], 4.0);
    EXPECT_NEAR(json["sparsity_prunable"].get<double>(), 0.9, 1e-3);
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(run) / "report" / "index.html"));
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(run) / "final.weights"));
    EXPECT_EQ(runCli("show " + run).status, 0);
    EXPECT_NE(runCli("list " + folder.path().string()).output.find("finished"), std::string::npos);
    EXPECT_EQ(runCli("train --dataset mnist --data-dir " + folder.path().string() + " --out " + run).status,
              2)
        << "a run is never overwritten";
}

TEST(Cli, RefusesAWrongRequestWithStatusTwoAndTheNearestName) {
    const Answer answer = runCli("train --model lenet5");
    EXPECT_EQ(answer.status, 2);
    EXPECT_NE(answer.output.find("Did you mean 'lenet-5'?"), std::string::npos) << answer.output;
    EXPECT_EQ(runCli("train --sparsity 1").status, 2);
    EXPECT_EQ(runCli("train --method dense --sparsity 0.5").status, 2);
    EXPECT_EQ(runCli("fly").status, 2);
}

TEST(Cli, FailsWithStatusOneWhenARunIsMissing) {
    EXPECT_EQ(runCli("show /nonexistent-run").status, 1);
}

}  // namespace
}  // namespace prunescope
