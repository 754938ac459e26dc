// The states of a run on the disk: which stay, what is written when, and what a record that goes on keeps.

#include "store/state_folder.h"

#include "base/error.h"
#include "store/example_run.h"
#include "store/run_reader.h"
#include "store/run_recorder.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::int64_t> stepsOf(const std::vector<StateFile>& states) {
    std::vector<std::int64_t> steps;
    for (const StateFile& state : states) steps.push_back(state.step.value);
    return steps;
}

class StateFolderTest : public testing::Test {
protected:
    /// A run with so many steps on record, its program ended without a word.
    void record(std::int64_t steps) {
        RunRecorder recorder(run_);
        recorder.begin(test::exampleHeader());
        for (std::int64_t step = 1; step <= steps; ++step) recorder.record(test::exampleSample(step));
        recorder.saveState(StepIndex{steps}, "state of now");
    }

    test::TemporaryFolder folder_;
    RunFolder run_ = createRunFolderAt(folder_ / "run", {});
};

TEST_F(StateFolderTest, TheLatestComesFirst) {
    StateFolder states(run_);
    for (const std::int64_t step : {43, 7, 900}) states.save(StepIndex{step}, "state");
    EXPECT_THAT(stepsOf(listStates(run_)), ElementsAre(900, 43, 7));
    states.save(StepIndex{43}, "another");
    EXPECT_EQ(test::readBytes(run_.states() / "step-000000000043.state"), "another");
    EXPECT_EQ(listStates(run_).at(1).bytes, 7U);
}

TEST_F(StateFolderTest, FoldersWithoutStatesAndOtherFilesAreNoStates) {
    EXPECT_TRUE(listStates(run_).empty());
    StateFolder(run_).save(StepIndex{5}, "state");
    for (const char* name :
         {"step-5.state", "step-00000000000x.state", "notes.txt", "step-000000000006.stat"})
        test::writeBytes(run_.states() / name, "x");
    fs::create_symlink("/etc/passwd", run_.states() / "step-000000000007.state");
    fs::create_directory(run_.states() / "step-000000000008.state");
    EXPECT_THAT(stepsOf(listStates(run_)), ElementsAre(5));
    fs::rename(run_.states(), folder_ / "elsewhere");
    fs::create_directory_symlink(folder_ / "elsewhere", run_.states());
    EXPECT_TRUE(listStates(run_).empty()) << "a link is not followed";
    EXPECT_THROW(StateFolder{run_}, Error) << "nor written through";
}

/// Of a hundred epochs, a dozen that lie about equally far apart, and always the last two.
TEST_F(StateFolderTest, OldOnesAreThinnedOut) {
    StateFolder states(run_);
    for (std::int64_t epoch = 1; epoch <= 100; ++epoch) states.save(StepIndex{10 * epoch}, "state");
    const std::vector<std::int64_t> kept = stepsOf(listStates(run_));
    ASSERT_EQ(kept.size(), 12U);
    EXPECT_EQ(kept[0], 1000);
    EXPECT_EQ(kept[1], 990);
    for (std::size_t i = 2; i < kept.size(); ++i) {
        EXPECT_LE(kept[i - 1] - kept[i], 300) << "no gap is large";
    }
}

TEST_F(StateFolderTest, LargeOnesAreFewerButNeverLessThanTwo) {
    std::vector<StateFile> states;
    for (const std::int64_t step : {50, 40, 30, 20, 10}) states.push_back({StepIndex{step}, {}, 40});
    EXPECT_TRUE(statesToGiveUp(states, 200).empty());
    // By hand: the neighbours of each lie 20 apart, so the first that is no longer needed goes.
    EXPECT_THAT(statesToGiveUp(states, 199), ElementsAre(2));
    EXPECT_THAT(statesToGiveUp(states, 1), ElementsAre(2, 4, 3));
}

TEST_F(StateFolderTest, AStateIsSavedOnceItsRecordIs) {
    record(20);
    EXPECT_THAT(stepsOf(listStates(run_)), ElementsAre(20));
    EXPECT_EQ(test::readBytes(run_.states() / "step-000000000020.state"), "state of now");
    EXPECT_EQ(readRun(run_).record.samples.size(), 20U);
}

TEST_F(StateFolderTest, WhatCannotBeSavedIsSaidAndTriedAgain) {
    test::writeBytes(run_.states(), "a file in its place");
    RunRecorder recorder(run_);
    recorder.begin(test::exampleHeader());
    recorder.saveState(StepIndex{3}, "state");
    recorder.retry();
    EXPECT_FALSE(recorder.stateSaving().saved);
    EXPECT_FALSE(recorder.stateSaving().trouble.empty());
    EXPECT_FALSE(recorder.trouble()) << "the records are well";
    fs::remove(run_.states());
    recorder.retry();
    EXPECT_EQ(recorder.stateSaving().saved, StepIndex{3});
    EXPECT_TRUE(recorder.stateSaving().trouble.empty());
    EXPECT_THAT(stepsOf(listStates(run_)), ElementsAre(3));
}

TEST_F(StateFolderTest, StatesFollowARunThatIsRenamed) {
    RunRecorder recorder(run_);
    recorder.begin(test::exampleHeader());
    recorder.saveState(StepIndex{1}, "state");
    recorder.retry();
    fs::rename(run_.path(), folder_ / "renamed");
    recorder.saveState(StepIndex{2}, "state");
    recorder.retry();
    EXPECT_THAT(stepsOf(listStates(RunFolder(folder_ / "renamed"))), ElementsAre(2, 1));
    EXPECT_FALSE(fs::exists(run_.path()));
}

TEST_F(StateFolderTest, ARunThatGoesOnLosesWhatItsEndHadMeasured) {
    {
        RunRecorder recorder(run_);
        recorder.begin(test::exampleHeader());
        for (std::int64_t step = 1; step <= 9; ++step) recorder.record(test::exampleSample(step));
        for (const std::int64_t number : {1, 2})
            recorder.record(run::AuditEvent{.sequence = number, .kind = "paused", .who = "ana"});
        recorder.finish({.state = run::RunState::stopped, .message = {}, .step = StepIndex{9}});
    }
    {
        RunRecorder recorder(RecordWriter::reopened(run_));
        recorder.takeUp({.samples = 7}, {.sequence = 3, .kind = "continued", .who = "ana"});
        recorder.record(test::exampleSample(8));
    }
    const ReadRun read = readRun(run_);
    EXPECT_TRUE(read.problems.empty());
    ASSERT_EQ(read.record.samples.size(), 8U);
    EXPECT_EQ(read.record.samples.back().step, StepIndex{8});
    EXPECT_EQ(read.record.events.size(), 3U) << "events are never taken away";
    EXPECT_EQ(read.record.outcome.state, run::RunState::running);
}

TEST_F(StateFolderTest, ATriggerInARecordFromSomebodyElseDoesNothing) {
    record(3);
    Database(run_.database(), OpenMode::modify)
        .execute("CREATE TRIGGER more AFTER INSERT ON samples BEGIN DELETE FROM samples; END");
    {
        RunRecorder recorder(RecordWriter::reopened(run_));
        recorder.record(test::exampleSample(4));
    }
    EXPECT_EQ(readRun(run_).record.samples.size(), 4U);
}

TEST_F(StateFolderTest, OnlyASoundRecordOfOurOwnMakeIsWrittenInto) {
    record(300);
    const std::string sound = test::readBytes(run_.database());
    const auto refusal = [&](const std::string& bytes) -> std::string {
        test::writeBytes(run_.database(), bytes);
        try {
            RecordWriter::reopened(run_);
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(refusal(sound), "");
    std::string damaged = sound;
    for (std::size_t i = 8192; i < 12000; ++i) damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
    EXPECT_NE(refusal(damaged), "");
    EXPECT_NE(refusal("no database"), "");
    test::writeBytes(run_.database(), sound);
    Database(run_.database(), OpenMode::modify).execute("ALTER TABLE samples RENAME TO others");
    EXPECT_NE(refusal(test::readBytes(run_.database())), "") << "it has not the tables of a run";
    test::writeBytes(run_.database(), sound);
    const RunRecorder held(RecordWriter::reopened(run_));
    EXPECT_THROW(RecordWriter::reopened(run_), Error) << "somebody records into it";
}

}  // namespace
}  // namespace prunescope::store
