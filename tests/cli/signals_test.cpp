// Signals to the terminal program in mid-run, by somebody at a terminal, by a batch system, by a closed
// window.

#include "cli/cli_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using testing::HasSubstr;

class CliSignals : public test::CliFixture {
protected:
    /// A run that is on its way.
    std::unique_ptr<CliProcess> started(const std::vector<int>& ignored = {}) const {
        auto process = std::make_unique<CliProcess>(
            test::Launch{.arguments = longTraining("run", {"--json"}), .ignoredSignals = ignored});
        EXPECT_TRUE(process->waitForMessage("epoch"));
        return process;
    }

    void expectStoppedAndSaved(const Answer& answer) const {
        EXPECT_EQ(nlohmann::json::parse(answer.output)["state"], "stopped");
        EXPECT_THAT(test::runCli({"list", folder_.path().string()}).output, HasSubstr("stopped"));
        EXPECT_TRUE(exists("run/final.weights"));
        EXPECT_TRUE(exists("run/report/index.html"));
    }
};

TEST_F(CliSignals, StopTheRunWhichIsSavedAndTheExitStatusSaysSo) {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        const auto process = started();
        process->signal(number);
        const Answer answer = process->wait();
        EXPECT_EQ(answer.status, 128 + number) << answer.error;
        expectStoppedAndSaved(answer);
        std::filesystem::remove_all(folder_ / "run");
    }
}

TEST_F(CliSignals, ThatComeAgainAndMixedDoNoHarm) {
    const auto process = started();
    process->signal(SIGTERM);
    for (int k = 0; k < 30; ++k) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        process->signal(k % 2 == 0 ? SIGTERM : SIGINT);
    }
    const Answer answer = process->wait();
    EXPECT_EQ(answer.status, 128 + SIGTERM) << answer.error;
    expectStoppedAndSaved(answer);
}

TEST_F(CliSignals, ThatNohupIgnoresStayIgnored) {
    const auto process = started({SIGHUP});
    process->signal(SIGHUP);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    process->signal(SIGTERM);
    const Answer answer = process->wait();
    EXPECT_EQ(answer.status, 128 + SIGTERM) << "it was the second that ended it";
    expectStoppedAndSaved(answer);
}

TEST_F(CliSignals, ReachAJobThatAShellScriptHasPutInTheBackground) {
    const auto process = started({SIGINT, SIGQUIT});
    process->signal(SIGINT);
    EXPECT_EQ(process->wait().status, 128 + SIGINT);
}

TEST_F(CliSignals, LeaveTheStatusOfARunThatIsDone) {
    EXPECT_EQ(test::runCli(training("run")).status, 0);
}

TEST_F(CliSignals, OfAFullFileEndInWordsAndLeaveNoHalfWrittenFile) {
    const Answer answer = test::runCli(training("run", {"--epochs", "300"}), rlim_t{100} << 10U);
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("the run failed"));
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "run"))
        EXPECT_EQ(entry.path().string().find(".partial"), std::string::npos) << entry.path();
}

}  // namespace
}  // namespace prunescope
