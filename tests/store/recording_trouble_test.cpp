// What a recorder does when its folder is locked or full.

#include "store/recording_trouble.h"

#include "base/error.h"
#include "store/child_process.h"

#include <sys/resource.h>

#include <csignal>

namespace prunescope::store {
namespace {

TEST_F(RecordingTrouble, OfAForeignLockIsToldAndEndsWithTheLock) {
    start();
    ForeignLock lock(folder_.database());
    recordMore(50);
    ASSERT_TRUE(eventually([&] { return inTrouble(); }));
    recordMore(50);
    const auto trouble = recorder_->trouble();
    ASSERT_TRUE(trouble);
    EXPECT_EQ(trouble->waiting, 100);
    EXPECT_FALSE(trouble->full);
    EXPECT_NE(trouble->reason.english().find("another program has locked it"), std::string::npos)
        << trouble->reason.english();
    EXPECT_GT(trouble->sinceMs, test::exampleStartMs);
    EXPECT_THROW(recorder_->flush(), Error);
    EXPECT_EQ(recorder_->trouble()->sinceMs, trouble->sinceMs) << "it is the same trouble still";
    lock.release();
    EXPECT_TRUE(eventually([&] { return !inTrouble(); })) << "nobody has to ask";
    recorder_->finish(test::exampleOutcome());
    EXPECT_TRUE(recorder_->note().empty());
    expectWhole(folder_.path());
}

TEST_F(RecordingTrouble, IsFullAtTheLimitsAndRecordsAllTheSame) {
    RecorderOptions few = hasty;
    few.mostWaiting = 150;
    start(few);
    {
        const ForeignLock lock(folder_.database());
        recordMore(1);
        ASSERT_TRUE(eventually([&] { return inTrouble(); }));
        recordMore(148);
        EXPECT_FALSE(recorder_->trouble()->full);
        recordMore(1);
        EXPECT_TRUE(recorder_->trouble()->full);
        recordMore(10);
    }
    recorder_->retry();
    EXPECT_FALSE(inTrouble());
    recorder_->finish(test::exampleOutcome());
    expectWhole(folder_.path());
}

TEST_F(RecordingTrouble, CountsTheMemoryOfLargeRecords) {
    RecorderOptions little = hasty;
    little.mostWaitingBytes = 1'000'000;
    start(little);
    const ForeignLock lock(folder_.database());
    run::Evaluation evaluation = test::exampleEvaluation(1, run::Split::test);
    evaluation.classes = 300;
    evaluation.confusion.assign(std::size_t{300} * 300, 1);
    recorder_->record(evaluation);
    ASSERT_TRUE(eventually([&] { return inTrouble(); }));
    EXPECT_FALSE(recorder_->trouble()->full);
    recorder_->record(evaluation);
    EXPECT_TRUE(recorder_->trouble()->full);
}

TEST_F(RecordingTrouble, AtTheEndIsWaitedFor) {
    RecorderOptions patient = hasty;
    patient.patience = 30s;
    start(patient);
    ForeignLock lock(folder_.database());
    recordMore(10);
    std::jthread later([&] {
        std::this_thread::sleep_for(300ms);
        lock.release();
    });
    recorder_->finish(test::exampleOutcome());
    later.join();
    expectWhole(folder_.path());
}

TEST_F(RecordingTrouble, ThatDoesNotEndSavesTheRunBesideIt) {
    start();
    const ForeignLock lock(folder_.database());
    recordMore(10);
    recorder_->finish(test::exampleOutcome());
    EXPECT_EQ(recorder_->folder(), workspace() / "run-saved");
    EXPECT_NE(recorder_->note().english().find("run-saved"), std::string::npos)
        << recorder_->note().english();
    expectWhole(workspace() / "run-saved");
    EXPECT_TRUE(fs::exists(workspace() / "run-saved/config.json"));
}

TEST_F(RecordingTrouble, NeverTakesANameThatIsThere) {
    start();
    fs::create_directory(workspace() / "run-saved");
    test::writeBytes(workspace() / "run-saved/mine", "mine");
    test::writeBytes(workspace() / "run.final.weights", "mine");
    fs::create_directory(folder_.weights());
    EXPECT_EQ(recorder_->saveWeights("weights").path, workspace() / "run-2.final.weights");
    EXPECT_EQ(test::readBytes(workspace() / "run.final.weights"), "mine");
    const ForeignLock lock(folder_.database());
    recorder_->finish(test::exampleOutcome());
    EXPECT_EQ(recorder_->folder(), workspace() / "run-saved-2");
    EXPECT_EQ(test::readBytes(workspace() / "run-saved/mine"), "mine");
}

TEST_F(RecordingTrouble, GoesOnWhereTheUserWantsIt) {
    start();
    ForeignLock lock(folder_.database());
    recordMore(100);
    ASSERT_TRUE(eventually([&] { return inTrouble(); }));
    EXPECT_THROW(recorder_->moveTo(folder_.database() / "below"), Error);
    EXPECT_EQ(recorder_->folder(), folder_.path()) << "a refused move changes nothing";
    recorder_->moveTo(temporary_ / "chosen");
    EXPECT_FALSE(inTrouble());
    EXPECT_EQ(recorder_->folder(), temporary_ / "chosen/run-saved");
    recordMore(100);
    EXPECT_EQ(recorder_->saveWeights("weights").path, temporary_ / "chosen/run-saved/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(temporary_ / "chosen/run-saved");
}

TEST_F(RecordingTrouble, OfTheWeightsAloneSavesThemBesideTheFolder) {
    start();
    fs::create_directory(folder_.weights());
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, workspace() / "run.final.weights");
    EXPECT_NE(saved.trouble.english().find("final.weights"), std::string::npos) << saved.trouble.english();
    EXPECT_EQ(test::readBytes(saved.path), "weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(folder_.path());
}

/// The exit status says what went wrong; 0 when nothing was lost and nothing untrue was said.
int recordOntoAFullDisk(const fs::path& workspace) {
    std::signal(SIGXFSZ, SIG_IGN);
    const RunFolder folder = createRunFolderAt(workspace / "run", {});
    RunRecorder recorder(folder, hasty);
    recorder.begin(test::exampleHeader());
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit tight{300'000, limit.rlim_max};
    if (::setrlimit(RLIMIT_FSIZE, &tight) != 0) return 10;
    std::int64_t step = 0;
    while (!recorder.trouble()) recorder.record(test::exampleSample(++step));
    const std::string reason = recorder.trouble()->reason.english();
    if (reason.find("larger than this system allows") == std::string::npos) return 11;
    for (int more = 0; more < 1000; ++more) recorder.record(test::exampleSample(++step));
    try {
        recorder.finish(test::exampleOutcome());
        return 12;  // no other folder may hold a larger file
    } catch (const Error& error) {
        if (std::string(error.what()).find("larger than this system allows") == std::string::npos) return 13;
    }
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 14;
    recorder.finish(test::exampleOutcome());
    return 0;
}

TEST_F(RecordingTrouble, OfAFullDiskKeepsEverythingUntilThereIsSpace) {
    test::ChildProcess child([&] { return recordOntoAFullDisk(workspace()); });
    ASSERT_EQ(child.wait(), 0);
    const auto [record, problems] = readRun(RunFolder(workspace() / "run"));
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_GT(record.samples.size(), 1000U);
    EXPECT_EQ(record.samples.back().step.index(), record.samples.size());
    EXPECT_EQ(record.outcome.state, test::exampleOutcome().state);
    EXPECT_EQ(std::distance(fs::directory_iterator(workspace()), fs::directory_iterator()), 1)
        << "what could not be saved elsewhere leaves nothing there";
}

}  // namespace
}  // namespace prunescope::store
