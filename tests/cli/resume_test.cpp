// A run that was killed, stopped or has ended, taken up again in the terminal.

#include "cli/cli_fixture.h"
#include "store/run_reader.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using testing::HasSubstr;

class CliResume : public test::CliFixture {
protected:
    /// Long enough to be interrupted.
    std::vector<std::string> some(const std::string& name, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = training(name, {"--epochs", "400"});
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    /// Interrupts it once it is on its way.
    void interrupt(const std::vector<std::string>& words, int signal) const {
        CliProcess process(words);
        ASSERT_TRUE(process.waitForMessage("epoch"));
        process.signal(signal);
        process.wait();
    }
    std::vector<double> lossesOf(const std::string& name) const {
        std::vector<double> losses;
        for (const run::MetricSample& s : store::readRun(store::RunFolder(path(name))).record.samples)
            losses.push_back(s.loss);
        return losses;
    }
    void expectSameAsWhole(const std::string& name) {
        ASSERT_TRUE(exists("whole") || test::runCli(some("whole")).status == 0);
        EXPECT_TRUE(read(name + "/final.weights") == read("whole/final.weights"));
        EXPECT_EQ(lossesOf(name), lossesOf("whole"));
    }
};

TEST_F(CliResume, KilledItEndsInTheSameBits) {
    interrupt(some("run"), SIGKILL);
    const Answer answer = test::runCli({"resume", path("run"), "--json"});
    EXPECT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.error, HasSubstr("taken up at step"));
    EXPECT_EQ(nlohmann::json::parse(answer.output)["state"], "finished");
    expectSameAsWhole("run");
}

TEST_F(CliResume, StoppedItGoesOnWithOtherThreadsToTheSameBits) {
    interrupt(some("run", {"--threads", "1"}), SIGTERM);
    const Answer answer = test::runCli({"resume", path("run"), "--threads", "2"});
    EXPECT_EQ(answer.status, 0) << answer.error;
    expectSameAsWhole("run");
}

/// As a batch system does it: the same command, again and again.
TEST_F(CliResume, TheSameCommandStartsGoesOnAndIsDone) {
    const std::vector<std::string> words = some("run", {"--resume"});
    interrupt(words, SIGTERM);
    interrupt(words, SIGKILL);
    EXPECT_EQ(test::runCli(words).status, 0);
    expectSameAsWhole("run");
    const std::string weights = read("run/final.weights");
    const Answer again = test::runCli(some("run", {"--resume", "--json"}));
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_THAT(again.error, HasSubstr("trained to its end before"));
    EXPECT_EQ(nlohmann::json::parse(again.output)["state"], "finished");
    EXPECT_EQ(read("run/final.weights"), weights);
}

TEST_F(CliResume, ARunOfWhichNothingWasRecordedStartsAnew) {
    std::filesystem::create_directory(path("run"));
    EXPECT_EQ(test::runCli(training("run", {"--resume"})).status, 0) << "an empty folder";
    std::filesystem::remove(path("run") + "/run.db");
    std::filesystem::remove(path("run") + "/final.weights");
    std::filesystem::remove_all(path("run") + "/report");
    std::filesystem::remove_all(path("run") + "/states");
    EXPECT_EQ(test::runCli(training("run", {"--resume"})).status, 0) << "a start that failed";
}

TEST_F(CliResume, AnotherConfigurationIsRefusedWithWhatDiffers) {
    interrupt(some("run"), SIGTERM);
    const Answer other = test::runCli(some("run", {"--resume", "--seed", "2"}));
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.error, HasSubstr("another configuration, which differs first at 'seed'"));
    const Answer nowhere = test::runCli({"train", "--resume"});
    EXPECT_EQ(nowhere.status, 2);
    EXPECT_THAT(nowhere.error, HasSubstr("Name it with --out"));
}

TEST_F(CliResume, OtherDataAreRefused) {
    interrupt(some("run"), SIGTERM);
    test::writeBytes(folder_.path() / "t10k-labels-idx1-ubyte",
                     test::idxLabels(20, "\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\2"));
    const Answer answer = test::runCli({"resume", path("run")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("its data are not those that it was started with"));
}

TEST_F(CliResume, WhatCannotGoOnSaysWhy) {
    ASSERT_EQ(test::runCli(training("done")).status, 0);
    const Answer done = test::runCli({"resume", path("done")});
    EXPECT_EQ(done.status, 1);
    EXPECT_THAT(done.error, HasSubstr("it was trained to its end"));
    const Answer nothing = test::runCli({"resume", path("nothing")});
    EXPECT_EQ(nothing.status, 1);
    EXPECT_THAT(test::runCli({"resume"}).error, HasSubstr("RUN is required"));
}

/// The latest one is damaged: that is said, and the one before serves.
TEST_F(CliResume, ADamagedStateIsPassedOver) {
    interrupt(some("run"), SIGTERM);
    std::vector<std::filesystem::path> states;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "run/states"))
        states.push_back(entry.path());
    std::sort(states.begin(), states.end());
    ASSERT_GE(states.size(), 1U);
    std::ofstream(states.back(), std::ios::binary | std::ios::in).seekp(200) << "damage";
    const Answer answer = test::runCli({"resume", path("run")});
    EXPECT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.error, HasSubstr("passed over"));
    EXPECT_THAT(answer.error, HasSubstr("its checksum is another"));
    expectSameAsWhole("run");
}

TEST_F(CliResume, SigusrSavesAndTheRunGoesOn) {
    CliProcess process(longTraining("run"));
    ASSERT_TRUE(process.waitForMessage("epoch"));
    process.signal(SIGUSR1);
    for (int k = 0; k < 1000; ++k) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const auto log = store::readEventLog(store::RunFolder(path("run")));
        if (!log.record.events.empty() && log.record.events.back().kind == "state_saved") break;
    }
    process.signal(SIGTERM);
    EXPECT_EQ(process.wait().status, 128 + SIGTERM);
    const auto log = store::readEventLog(store::RunFolder(path("run")));
    const auto& events = log.record.events;
    EXPECT_TRUE(std::any_of(events.begin(), events.end(),
                            [](const run::AuditEvent& e) { return e.kind == "state_saved"; }));
}

}  // namespace
}  // namespace prunescope
