// A run that is asked for more epochs than it had, in the terminal.

#include "cli/cli_fixture.h"
#include "run/audit_events.h"
#include "run/event_kinds.h"
#include "run/extensions.h"
#include "store/run_list.h"
#include "store/run_reader.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using testing::HasSubstr;

class CliLonger : public test::CliFixture {
protected:
    static Answer longer(const std::string& run, int epochs) {
        return test::runCli({"resume", run, "--epochs", std::to_string(epochs), "--json"});
    }
    void copyRun(const std::string& from, const std::string& to) const {
        std::filesystem::copy(path(from), path(to), std::filesystem::copy_options::recursive);
    }
    run::RunRecord recordOf(const std::string& name) const {
        store::ReadRun read = store::readRun(store::RunFolder(path(name)));
        EXPECT_TRUE(read.problems.empty());
        return std::move(read.record);
    }
    std::vector<double> lossesOf(const std::string& name) const {
        std::vector<double> losses;
        for (const run::MetricSample& s : recordOf(name).samples) losses.push_back(s.loss);
        return losses;
    }
    void expectVerified(const std::string& name) const {
        const Answer verified = test::runCli({"verify", path(name)});
        EXPECT_EQ(verified.status, 0) << verified.output << verified.error;
    }
};

TEST_F(CliLonger, AFinishedRunGoesOnToTheNewLengthAndSaysSoEverywhere) {
    ASSERT_EQ(test::runCli(training("run")).status, 0);
    const run::RunRecord before = recordOf("run");
    const Answer answer = longer(path("run"), 7);
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_EQ(nlohmann::json::parse(answer.output)["epochs"], 7);
    const run::RunRecord after = recordOf("run");
    EXPECT_EQ(after.outcome.state, run::RunState::finished);
    EXPECT_EQ(after.header.config.epochs, 7);
    EXPECT_EQ(after.header.totalSteps, before.header.totalSteps / 4 * 7);
    EXPECT_EQ(after.header.schedule, before.header.schedule) << "in steps, as it was";
    EXPECT_EQ(after.samples.back().step.value, after.header.totalSteps);
    for (std::size_t i = 0; i < before.samples.size(); ++i) {
        EXPECT_EQ(after.samples[i].loss, before.samples[i].loss);
        EXPECT_EQ(after.samples[i].learningRate, before.samples[i].learningRate);
    }
    expectVerified("run");
    EXPECT_THAT(test::runCli({"show", path("run")}).output, HasSubstr("steps    28 of 28"));
    EXPECT_THAT(test::runCli({"list", folder_.path().string()}).output, HasSubstr("epoch 7.0 of 7"));
}

TEST_F(CliLonger, TheLearningRateGoesOnAsInARunOfTheNewLength) {
    ASSERT_EQ(test::runCli(training("run")).status, 0);
    ASSERT_EQ(longer(path("run"), 8).status, 0);
    const run::RunRecord record = recordOf("run");
    const double base = record.header.config.optimizer.learningRate;
    ASSERT_EQ(record.samples.size(), 32U);
    for (std::size_t step = 16; step < 32; ++step) {
        const double share = static_cast<double>(step) / 32;
        EXPECT_DOUBLE_EQ(record.samples[step].learningRate,
                         base * (1 + std::cos(std::numbers::pi * share)) / 2);
    }
}

TEST_F(CliLonger, TheEventHasTheLengthsAndItsStepIsTheLastOneBefore) {
    ASSERT_EQ(test::runCli(training("run")).status, 0);
    ASSERT_EQ(longer(path("run"), 5).status, 0);
    ASSERT_EQ(longer(path("run"), 6).status, 0);
    std::vector<run::AuditEvent> events = recordOf("run").events;
    std::erase_if(events, [](const run::AuditEvent& e) { return e.kind != run::event::extended; });
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].before, run::EventValues(run::TrainingLength{4, 16}));
    EXPECT_EQ(events[0].after, run::EventValues(run::TrainingLength{5, 20}));
    EXPECT_EQ(events[0].step, StepIndex{16});
    EXPECT_EQ(events[1].after, run::EventValues(run::TrainingLength{6, 24}));
    EXPECT_TRUE(run::isCommand(events[0]));
    expectVerified("run");
}

/// Determined by what was asked and when, not by how often it was interrupted.
TEST_F(CliLonger, ExtendedAgainItGivesTheSameBitsKilledOrNot) {
    ASSERT_EQ(test::runCli(training("run")).status, 0);
    copyRun("run", "twin");
    copyRun("run", "killed");
    ASSERT_EQ(longer(path("run"), 400).status, 0);
    ASSERT_EQ(longer(path("twin"), 400).status, 0);
    {
        CliProcess process({"resume", path("killed"), "--epochs", "400"});
        ASSERT_TRUE(process.waitForMessage("epoch"));
        process.signal(SIGKILL);
        process.wait();
    }
    EXPECT_EQ(store::summarizeRun(store::RunFolder(path("killed"))).epochs, 400);
    ASSERT_EQ(test::runCli({"resume", path("killed")}).status, 0);
    EXPECT_EQ(lossesOf("twin"), lossesOf("run"));
    EXPECT_TRUE(read("twin/final.weights") == read("run/final.weights"));
    EXPECT_EQ(lossesOf("killed"), lossesOf("run"));
    EXPECT_TRUE(read("killed/final.weights") == read("run/final.weights"));
    expectVerified("killed");
}

/// What a killed run had on record before it was extended comes again as it was, at the rates that it had.
TEST_F(CliLonger, AKilledRunMayBeExtendedToo) {
    {
        CliProcess process(longTraining("run", {"--epochs", "300"}));
        ASSERT_TRUE(process.waitForMessage("epoch"));
        process.signal(SIGKILL);
        process.wait();
    }
    const run::RunRecord before = recordOf("run");
    const Answer answer = longer(path("run"), 310);
    ASSERT_EQ(answer.status, 0) << answer.error;
    const run::RunRecord after = recordOf("run");
    for (std::size_t i = 0; i < before.samples.size(); ++i)
        EXPECT_EQ(after.samples[i].learningRate, before.samples[i].learningRate);
    ASSERT_EQ(after.header.extensions.size(), 1U);
    const StepIndex last = before.samples.empty() ? StepIndex{} : before.samples.back().step;
    EXPECT_EQ(after.header.extensions[0].from, last);
    EXPECT_EQ(after.samples.size(), 1240U);
    expectVerified("run");
}

TEST_F(CliLonger, WhatCannotBeExtendedSaysWhy) {
    ASSERT_EQ(test::runCli(training("run")).status, 0);
    const Answer fewer = longer(path("run"), 4);
    EXPECT_EQ(fewer.status, 2);
    EXPECT_THAT(fewer.error, HasSubstr("--epochs"));
    EXPECT_THAT(fewer.error, HasSubstr("asked for 4 epochs already"));
    EXPECT_EQ(longer(path("run"), 2'000'000).status, 2);
    EXPECT_THAT(test::runCli({"resume", path("run"), "--epochs", "x"}).error,
                HasSubstr("no number of epochs"));
    EXPECT_THAT(test::runCli({"resume", path("run")}).error, HasSubstr("Ask for more epochs than its 4"));
    ASSERT_EQ(test::runCli({"seal", path("run")}).status, 0);
    const Answer sealed = longer(path("run"), 8);
    EXPECT_EQ(sealed.status, 1);
    EXPECT_THAT(sealed.error, HasSubstr("it is sealed"));
}

/// The same command as before, of a batch system, finds the run that it started.
TEST_F(CliLonger, TheCommandThatStartedItStillKnowsIt) {
    ASSERT_EQ(test::runCli(training("run")).status, 0);
    ASSERT_EQ(longer(path("run"), 5).status, 0);
    const Answer again = test::runCli(training("run", {"--resume"}));
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_THAT(again.error, HasSubstr("trained to its end before"));
}

}  // namespace
}  // namespace prunescope
