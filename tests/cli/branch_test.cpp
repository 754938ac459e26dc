// A run that begins with a saved state of another, in the terminal.

#include "base/sha256.h"
#include "cli/cli_fixture.h"
#include "run/event_kinds.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "store/state_folder.h"
#include "support/file_bytes.h"
#include "support/state_parts.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using testing::HasSubstr;

constexpr std::int64_t parentEpochs = 400;
constexpr std::int64_t stepsPerEpoch = 4;

/// Each test has a copy of one run that was stopped on its way, so that a state of that step is kept, and
/// then trained to its end.
class CliBranch : public test::CliFixture {
protected:
    static void SetUpTestSuite() {
        suite() = std::make_unique<test::TemporaryFolder>();
        const std::string parent = (*suite() / "parent").string();
        test::writeTinyMnist(suite()->path());
        {
            CliProcess process({"train", "--dataset", "mnist", "--data-dir", suite()->path().string(),
                                "--model", "mlp:16", "--batch", "8", "--epochs", std::to_string(parentEpochs),
                                "--lr", "0.001", "--set", "validation_fraction=0.25", "--out", parent});
            ASSERT_TRUE(process.waitForMessage("samples/s"));
            process.signal(SIGTERM);
            process.wait();
        }
        const std::vector<store::StateFile> states = store::listStates(store::RunFolder(parent));
        ASSERT_FALSE(states.empty());
        fork() = states.front().step.value;
        ASSERT_EQ(test::runCli({"resume", parent}).status, 0);
    }
    static void TearDownTestSuite() { suite().reset(); }

    CliBranch() {
        std::filesystem::copy(*suite() / "parent", folder_ / "parent",
                              std::filesystem::copy_options::recursive);
    }

    static std::unique_ptr<test::TemporaryFolder>& suite() {
        static std::unique_ptr<test::TemporaryFolder> folder;
        return folder;
    }
    /// Step of the state that it was stopped at.
    static std::int64_t& fork() {
        static std::int64_t step = 0;
        return step;
    }
    static std::string stateName(std::int64_t step) { return fmt::format("step-{:012}.state", step); }

    /// Of "parent" at the fork, unless `step` is another.
    Answer branch(const std::string& to, const std::vector<std::string>& more = {},
                  std::int64_t step = fork()) const {
        std::vector<std::string> words{"branch", path("parent"), "--step", std::to_string(step),
                                       "--out",  path(to)};
        words.insert(words.end(), more.begin(), more.end());
        return test::runCli(words);
    }
    /// Few epochs more than the fork has behind it.
    static std::string fewMore(std::int64_t more = 3) {
        return "epochs=" + std::to_string(fork() / stepsPerEpoch + more);
    }
    run::RunRecord recordOf(const std::string& name) const {
        store::ReadRun read = store::readRun(store::RunFolder(path(name)));
        EXPECT_TRUE(read.problems.empty());
        return std::move(read.record);
    }
    static std::vector<double> lossesAfter(const run::RunRecord& record, std::int64_t step) {
        std::vector<double> losses;
        for (const run::MetricSample& s : record.samples) {
            if (s.step.value > step) losses.push_back(s.loss);
        }
        return losses;
    }
    static const run::AuditEvent& branchedEvent(const run::RunRecord& record) {
        EXPECT_EQ(record.events.at(0).kind, run::event::branched);
        return record.events.at(0);
    }
    void expectVerified(const std::string& name) const {
        const Answer verified = test::runCli({"verify", path(name)});
        EXPECT_EQ(verified.status, 0) << verified.output << verified.error;
    }
    std::filesystem::path stateOf(const std::string& name, std::int64_t step) const {
        return folder_ / name / "states" / stateName(step);
    }
};

TEST_F(CliBranch, WithoutAnyChangeItGivesTheParentsBits) {
    const Answer answer = branch("branch");
    ASSERT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.error, HasSubstr("nothing is another than there"));
    const run::RunRecord parent = recordOf("parent");
    const run::RunRecord record = recordOf("branch");
    EXPECT_EQ(lossesAfter(record, 0), lossesAfter(parent, fork()));
    EXPECT_EQ(record.maskUpdates.back().maskDigest, parent.maskUpdates.back().maskDigest);
    EXPECT_EQ(record.evaluations.back().confusion, parent.evaluations.back().confusion);
    EXPECT_TRUE(read("branch/final.weights") == read("parent/final.weights"));
    expectVerified("branch");
}

TEST_F(CliBranch, ItRemembersItsParent) {
    ASSERT_EQ(branch("branch", {"--set", fewMore()}).status, 0);
    const run::RunRecord record = recordOf("branch");
    ASSERT_TRUE(record.header.parent);
    const run::RunParent& parent = *record.header.parent;
    EXPECT_EQ(parent.folder, "parent");
    EXPECT_EQ(parent.step, StepIndex{fork()});
    EXPECT_EQ(parent.run, store::summarizeRun(store::RunFolder(path("parent"))).identity);
    EXPECT_EQ(parent.stateSha256, sha256Hex(test::readBytes(stateOf("parent", fork()))));
    EXPECT_EQ(branchedEvent(record).after, run::EventValues(parent));
    EXPECT_EQ(record.samples.front().step, StepIndex{fork() + 1});
    EXPECT_EQ(record.evaluations.front().step, StepIndex{fork()}) << "what it begins with was measured";
    EXPECT_THAT(test::runCli({"show", path("branch")}).output,
                HasSubstr(fmt::format("parent   parent at step {}", fork())));
    EXPECT_THAT(test::runCli({"list", folder_.path().string()}).output,
                HasSubstr(fmt::format("branch of parent from step {}", fork())));
    EXPECT_THAT(read("branch/report/index.html"), HasSubstr("Branched from"));
    const auto report = nlohmann::json::parse(read("branch/report/report.json"));
    EXPECT_EQ(report["lineage"]["parent"]["parent_step"], fork());
    for (const auto& check : report["checks"])
        EXPECT_EQ(check["holds"], true) << check["statement"] << check["detail"];
}

TEST_F(CliBranch, WhatIsAnotherFromThereOnIsSaid) {
    const Answer answer = branch("branch", {"--set", "method=gmp", "--set", "optimizer.name=adamw", "--set",
                                            "schedule.target=0.5", "--set", fewMore()});
    ASSERT_EQ(answer.status, 0) << answer.error;
    const run::RunRecord record = recordOf("branch");
    EXPECT_EQ(record.header.config.method, "gmp");
    EXPECT_EQ(record.header.schedule.target, 0.5);
    EXPECT_EQ(record.samples.back().step.value, record.header.totalSteps);
    const std::string note = branchedEvent(record).note.english();
    EXPECT_THAT(note, HasSubstr("another schedule.target"));
    EXPECT_THAT(note, HasSubstr("the optimizer remembers nothing yet"));
    EXPECT_THAT(note, HasSubstr("the method's own state begins anew"));
    EXPECT_THAT(note, HasSubstr("edits of the parent's schedule do not go on"));
    expectVerified("branch");
}

/// The rate and the length alone: the schedule and the memory of the optimizer go on.
TEST_F(CliBranch, WhatIsNotChangedGoesOn) {
    ASSERT_EQ(branch("branch", {"--set", "optimizer.learning_rate=0.002", "--set", fewMore()}).status, 0);
    const run::RunRecord record = recordOf("branch");
    EXPECT_EQ(record.header.schedule, recordOf("parent").header.schedule) << "in steps";
    EXPECT_THAT(branchedEvent(record).note.english(), testing::Not(HasSubstr("remembers nothing")));
    test::StateParts there(test::readBytes(stateOf("parent", fork())));
    test::StateParts here(test::readBytes(stateOf("branch", fork())));
    for (const char* part : {"optimizer.fc1.weight.0", "network.fc1.weight", "pruner.fc1.weight.mask"})
        EXPECT_TRUE(here.part(part).bytes == there.part(part).bytes) << part;
}

TEST_F(CliBranch, TheSlotsOfAnotherOptimizerAreNotTaken) {
    ASSERT_EQ(branch("branch", {"--set", "optimizer.name=adamw", "--set", fewMore()}).status, 0);
    test::StateParts anew(test::readBytes(stateOf("branch", fork())));
    const std::string& slots = anew.part("optimizer.fc1.weight.0").bytes;
    EXPECT_TRUE(slots == std::string(slots.size(), '\0'));
}

TEST_F(CliBranch, TheLatestStateIsTakenWhereNoneIsNamedAndAnEpochNamesOne) {
    const std::string longer = fmt::format("epochs={}", parentEpochs + 2);
    const Answer latest =
        test::runCli({"branch", path("parent"), "--set", longer, "--out", path("latest"), "--json"});
    ASSERT_EQ(latest.status, 0) << latest.error;
    EXPECT_EQ(recordOf("latest").header.parent->step, StepIndex{parentEpochs * stepsPerEpoch});
    const std::string epoch = fmt::format("{}", static_cast<double>(fork()) / stepsPerEpoch);
    ASSERT_EQ(
        test::runCli({"branch", path("parent"), "--epoch", epoch, "--set", fewMore(), "--out", path("epoch")})
            .status,
        0);
    EXPECT_EQ(recordOf("epoch").header.parent->step, StepIndex{fork()});
}

TEST_F(CliBranch, NetworkDataAndSeedAreThoseOfTheParent) {
    for (const std::string option : {"seed=2", "batch=10", "model=mlp:8", "data.share=0.5", "dropout=0.1"}) {
        const Answer answer = branch("branch", {"--set", option});
        EXPECT_EQ(answer.status, 2) << option;
        EXPECT_THAT(answer.error, HasSubstr("a branch has the network")) << option;
        EXPECT_FALSE(exists("branch")) << option;
    }
    const Answer dense = branch("branch", {"--set", "method=dense"});
    EXPECT_EQ(dense.status, 2);
    EXPECT_THAT(dense.error, HasSubstr("'dense' prunes nothing"));
}

TEST_F(CliBranch, OtherDataAreRefused) {
    test::writeBytes(folder_.path() / "t10k-labels-idx1-ubyte",
                     test::idxLabels(20, "\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\2"));
    const Answer answer = branch("branch", {"--data-dir", folder_.path().string()});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("it was trained with other data"));
    EXPECT_FALSE(exists("branch"));
}

TEST_F(CliBranch, WhereNothingCanBeBranchedFromItSaysWhy) {
    const Answer unknown = branch("branch", {}, fork() + 1);
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.error, HasSubstr(fmt::format("no state of its step {} is kept", fork() + 1)));
    EXPECT_THAT(unknown.error, HasSubstr("There are states of the steps 1600, "));
    const Answer over = branch("branch", {}, parentEpochs * stepsPerEpoch);
    EXPECT_EQ(over.status, 2);
    EXPECT_THAT(over.error, HasSubstr("its 400 epochs end at step 1600"));
    EXPECT_EQ(test::runCli({"branch", path("parent"), "--step", "x"}).status, 2);
    EXPECT_EQ(test::runCli({"branch", path("parent"), "--step", "3", "--epoch", "1"}).status, 2);
    EXPECT_EQ(branch("parent").status, 2) << "a run is never overwritten";
    std::filesystem::remove_all(path("parent") + "/states");
    EXPECT_THAT(branch("branch").error, HasSubstr("no state of it is kept"));
}

TEST_F(CliBranch, ADamagedStateIsRefusedByName) {
    const std::filesystem::path state = stateOf("parent", fork());
    const std::string whole = test::readBytes(state);
    std::ofstream(state, std::ios::binary | std::ios::in).seekp(200) << "damage";
    const Answer answer = branch("branch");
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr(stateName(fork())));
    EXPECT_THAT(answer.error, HasSubstr("its checksum is another"));
    test::writeBytes(state, test::readBytes(stateOf("parent", parentEpochs * stepsPerEpoch)));
    EXPECT_THAT(branch("branch").error, HasSubstr("it is the state of step 1600"));
    test::StateParts parts(whole);
    std::erase_if(parts.parts, [](const test::StatePart& p) { return p.name == "network.fc2.weight"; });
    test::writeBytes(state, parts.bytes());
    EXPECT_THAT(branch("branch").error, HasSubstr("it has no such 'network.fc2.weight' as is needed"));
    EXPECT_FALSE(exists("branch"));
}

TEST_F(CliBranch, TheStateOfAnotherRunIsRefused) {
    test::StateParts parts(test::readBytes(stateOf("parent", fork())));
    parts.description["of"]["configuration"]["seed"] = 7;
    test::writeBytes(stateOf("parent", fork()), parts.bytes());
    EXPECT_THAT(branch("branch").error, HasSubstr("it is the state of another run"));
}

/// It may be branched from, and that is said.
TEST_F(CliBranch, AStateOfAnotherProgramIsTaken) {
    test::StateParts parts(test::readBytes(stateOf("parent", fork())));
    parts.description["of"]["state"]["program"] = "version 0.0.1";
    test::writeBytes(stateOf("parent", fork()), parts.bytes());
    ASSERT_EQ(branch("branch", {"--set", fewMore()}).status, 0);
    EXPECT_THAT(branchedEvent(recordOf("branch")).note.english(),
                HasSubstr("the state was written by version 0.0.1"));
}

TEST_F(CliBranch, WithoutItsParentItOpensGoesOnAndIsBranchedFrom) {
    {
        CliProcess process(
            {"branch", path("parent"), "--step", std::to_string(fork()), "--out", path("killed")});
        ASSERT_TRUE(process.waitForMessage("samples/s"));
        // Before its first step.
        for (int n = 0; n < 1000 && store::listStates(store::RunFolder(path("killed"))).empty(); ++n)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        process.signal(SIGKILL);
        process.wait();
    }
    const run::RunRecord parent = recordOf("parent");
    const std::string weights = read("parent/final.weights");
    std::filesystem::remove_all(path("parent"));
    const Answer on = test::runCli({"resume", path("killed")});
    ASSERT_EQ(on.status, 0) << on.error;
    EXPECT_EQ(lossesAfter(recordOf("killed"), 0), lossesAfter(parent, fork()));
    EXPECT_TRUE(read("killed/final.weights") == weights);
    EXPECT_EQ(test::runCli({"show", path("killed")}).status, 0);
    expectVerified("killed");
    ASSERT_EQ(test::runCli({"resume", path("killed"), "--epochs", "402"}).status, 0) << "extended";
    ASSERT_EQ(test::runCli({"branch", path("killed"), "--set", "epochs=404", "--out", path("second")}).status,
              0);
    EXPECT_EQ(recordOf("second").header.parent->folder, "killed");
    EXPECT_EQ(recordOf("second").header.totalSteps, 404 * stepsPerEpoch);
}

TEST_F(CliBranch, WithoutAnyStateItCannotGoOnAndSaysWhatCanBeDone) {
    {
        CliProcess process({"branch", path("parent"), "--step", std::to_string(fork()), "--set",
                            "epochs=100000", "--out", path("killed")});
        ASSERT_TRUE(process.waitForMessage("samples/s"));
        process.signal(SIGKILL);
        process.wait();
    }
    std::filesystem::remove_all(path("killed") + "/states");
    const Answer answer = test::runCli({"resume", path("killed")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("none of its states can be used"));
    EXPECT_THAT(answer.error, HasSubstr("Branch once more from parent"));
}

/// As it was to be trained at that state.
TEST_F(CliBranch, OfAnExtendedRunAnEarlyStateHasTheLengthOfThen) {
    ASSERT_EQ(test::runCli({"resume", path("parent"), "--epochs", "402"}).status, 0);
    ASSERT_EQ(branch("early").status, 0);
    EXPECT_EQ(recordOf("early").header.totalSteps, parentEpochs * stepsPerEpoch);
    EXPECT_TRUE(read("early/final.weights") != read("parent/final.weights"));
}

}  // namespace
}  // namespace prunescope
