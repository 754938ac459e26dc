// Requests that cannot be carried out, in the user's own words, and where things are kept.

#include "cli/cli_fixture.h"

#include <gmock/gmock.h>

namespace prunescope {
namespace {

using test::Answer;
using test::Launch;
using test::runCli;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class CliRequests : public test::CliFixture {
protected:
    std::string refusal(const std::vector<std::string>& arguments) const {
        const Answer answer = runCli(arguments);
        EXPECT_EQ(answer.status, 2) << answer.error;
        EXPECT_THAT(answer.error, Not(HasSubstr(".."))) << "two full stops";
        return answer.error;
    }
    /// Where a run is kept when the user names no folder, in such an environment.
    Answer trainedIn(
        const std::vector<std::pair<std::string, std::optional<std::string>>>& environment) const {
        std::vector<std::string> arguments = training("");
        arguments.resize(arguments.size() - 2);  // without --out
        std::filesystem::create_directories(folder_ / "cwd");
        return runCli(Launch{.arguments = arguments, .environment = environment, .folder = path("cwd")});
    }
};

TEST_F(CliRequests, AreRefusedByTheFlagThatWasTyped) {
    EXPECT_THAT(refusal(training("x", {"--sparsity", "1.5"})),
                StartsWith("prunescope-cli: --sparsity (schedule.target): "));
    EXPECT_THAT(refusal(training("x", {"--lr", "fast"})),
                StartsWith("prunescope-cli: --lr (optimizer.learning_rate): "));
    EXPECT_THAT(refusal(training("x", {"--epochs", "0"})), StartsWith("prunescope-cli: --epochs: "));
    EXPECT_THAT(refusal(training("x", {"--model", "mlp:"})), StartsWith("prunescope-cli: --model: "));
    EXPECT_THAT(refusal(training("x", {"--set", "schedule.start=7"})),
                StartsWith("prunescope-cli: --set schedule.start: "));
    EXPECT_THAT(refusal(training("x", {"--set", "schedule.strt=0.1"})),
                AllOf(StartsWith("prunescope-cli: --set: "), HasSubstr("Did you mean 'schedule.start'?")));
    EXPECT_FALSE(exists("x"));
}

TEST_F(CliRequests, WithTwoLettersSwappedAreUnderstood) {
    EXPECT_THAT(refusal(training("x", {"--method", "mpa"})),
                AllOf(HasSubstr("--method"), HasSubstr("Did you mean 'map'?")));
}

TEST_F(CliRequests, WithAnEmptyNameAreRefused) {
    EXPECT_THAT(refusal({"train", "--out", ""}), HasSubstr("--out"));
    EXPECT_THAT(refusal({"train", "--out="}), HasSubstr("--out"));
    EXPECT_THAT(refusal({"train", "--config", ""}), HasSubstr("--config"));
    EXPECT_THAT(refusal({"list", ""}), HasSubstr("WORKSPACE"));
    EXPECT_THAT(refusal({"show", ""}), HasSubstr("RUN"));
    EXPECT_THAT(refusal({"report", path("run"), "--out", ""}), HasSubstr("--out"));
    EXPECT_THAT(refusal({"report", path("run"), "--reference", ""}), HasSubstr("--reference"));
}

TEST_F(CliRequests, ToListARunSayHowToShowIt) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    EXPECT_THAT(refusal({"list", path("run")}), AllOf(HasSubstr("is a run"), HasSubstr("show")));
}

TEST_F(CliRequests, ThatFailEndInOneFullStop) {
    const Answer answer = runCli(training("run", {"--lr", "100", "--epochs", "50"}));
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, AllOf(HasSubstr("diverged"), Not(HasSubstr(".."))));
}

TEST_F(CliRequests, ExplainTheExitStatus) {
    EXPECT_THAT(runCli({"--help"}).output, HasSubstr("130"));
    EXPECT_THAT(runCli({"train", "--help"}).output, HasSubstr("130"));
}

TEST_F(CliRequests, KeepRunsByTheXdgSpecification) {
    using Variables = std::vector<std::pair<std::string, std::optional<std::string>>>;
    std::filesystem::create_directory(folder_ / "home");
    const auto keptIn = [&](const Variables& variables) {
        const Answer answer = trainedIn(variables);
        EXPECT_EQ(answer.status, 0) << answer.error;
        const std::size_t start = answer.error.find("run     ") + 8;
        return answer.error.substr(start, answer.error.find('\n', start) - start);
    };
    EXPECT_THAT(keptIn({{"HOME", path("home")}, {"XDG_DATA_HOME", std::nullopt}}),
                StartsWith(path("home/.local/share/prunescope/runs/")));
    EXPECT_THAT(keptIn({{"HOME", path("home")}, {"XDG_DATA_HOME", path("data")}}),
                StartsWith(path("data/prunescope/runs/")));
    EXPECT_THAT(keptIn({{"HOME", path("home")}, {"XDG_DATA_HOME", "relative"}}),
                StartsWith(path("home/.local/share/prunescope/runs/")));
    EXPECT_THAT(keptIn({{"HOME", std::nullopt}, {"XDG_DATA_HOME", path("data")}}),
                StartsWith(path("data/prunescope/runs/")));
    const Answer device = trainedIn({{"HOME", "/dev/null"}, {"XDG_DATA_HOME", std::nullopt}});
    EXPECT_EQ(device.status, 1);
    EXPECT_THAT(device.error, AllOf(HasSubstr("HOME"), HasSubstr("/dev/null")));
    EXPECT_TRUE(std::filesystem::is_empty(folder_ / "cwd")) << "nothing lies where it was started";
}

TEST_F(CliRequests, ToListRunsBeforeTheFirstAreNoFailure) {
    const Answer answer = runCli(Launch{
        .arguments = {"list"}, .environment = {{"HOME", path("home")}, {"XDG_DATA_HOME", std::nullopt}}});
    EXPECT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.output, HasSubstr("no runs in"));
}

}  // namespace
}  // namespace prunescope
