// What a recorder does when its folder is locked, full, renamed, removed or tampered with in mid-run.

#include "base/error.h"
#include "store/child_process.h"
#include "store/example_run.h"
#include "store/run_reader.h"
#include "store/run_recorder.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <memory>
#include <thread>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::TemporaryFolder;

constexpr RecorderOptions hasty{
    .commitInterval = 5ms, .mostWaiting = 1'000'000, .longestPause = 20ms, .patience = 100ms};

/// Another program that holds the right to write into a database.
class ForeignLock {
public:
    explicit ForeignLock(const fs::path& file) {
        sqlite3_open(file.c_str(), &database_);
        sqlite3_busy_timeout(database_, 10'000);
        if (sqlite3_exec(database_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error("no lock");
    }
    ForeignLock(const ForeignLock&) = delete;
    ForeignLock& operator=(const ForeignLock&) = delete;
    ~ForeignLock() { release(); }
    void release() {
        if (database_ != nullptr) sqlite3_close(database_);
        database_ = nullptr;
    }

private:
    sqlite3* database_ = nullptr;
};

/// Another value of an environment variable for the time of a test.
class Environment {
public:
    Environment(const char* name, const fs::path& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    ~Environment() {
        if (before_) {
            ::setenv(name_, before_->c_str(), 1);
        } else {
            ::unsetenv(name_);
        }
    }

private:
    const char* name_;
    std::optional<std::string> before_;
};

bool eventually(const std::function<bool()>& holds) {
    for (int attempt = 0; attempt < 2000; ++attempt) {
        if (holds()) return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

/// A run that is being recorded in a workspace of its own; the user's own places lie beside the workspace.
class RecordingTrouble : public testing::Test {
protected:
    RecordingTrouble() { fs::create_directory(workspace()); }
    ~RecordingTrouble() override { recorder_.reset(); }

    fs::path workspace() const { return temporary_ / "workspace"; }
    RunRecorder& start(const RecorderOptions& options = hasty) {
        folder_ = createRunFolderAt(workspace() / "run", {});
        recorder_ = std::make_unique<RunRecorder>(folder_, options);
        recorder_->begin(test::exampleHeader());
        recordMore(100);
        recorder_->flush();
        return *recorder_;
    }
    void recordMore(std::int64_t count) {
        for (std::int64_t i = 0; i < count; ++i) recorder_->record(test::exampleSample(++steps_));
    }
    /// The whole run must be in `folder`, which can be copied as it stands.
    void expectWhole(const fs::path& folder) const {
        const auto [record, problems] = readRun(RunFolder(folder));
        EXPECT_TRUE(problems.empty()) << problems.front();
        ASSERT_EQ(static_cast<std::int64_t>(record.samples.size()), steps_);
        for (std::int64_t i = 0; i < steps_; ++i)
            ASSERT_EQ(record.samples[static_cast<std::size_t>(i)].step.value, i + 1);
        EXPECT_EQ(record.outcome.state, test::exampleOutcome().state);
        EXPECT_FALSE(fs::exists(folder / "run.db-wal"));
    }
    bool inTrouble() const { return recorder_->trouble().has_value(); }

    TemporaryFolder temporary_;
    Environment state_{"XDG_STATE_HOME", temporary_ / "state"};
    Environment home_{"HOME", temporary_ / "home"};
    Environment tmp_{"TMPDIR", temporary_ / "tmp"};
    RunFolder folder_{""};
    std::unique_ptr<RunRecorder> recorder_;
    std::int64_t steps_ = 0;
};

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
    EXPECT_NE(trouble->reason.find("another program has locked it"), std::string::npos) << trouble->reason;
    EXPECT_GT(trouble->sinceMs, test::exampleStartMs);
    EXPECT_THROW(recorder_->flush(), Error);
    EXPECT_EQ(recorder_->trouble()->sinceMs, trouble->sinceMs) << "it is the same trouble still";
    lock.release();
    EXPECT_TRUE(eventually([&] { return !inTrouble(); })) << "nobody has to ask";
    recorder_->finish(test::exampleOutcome());
    EXPECT_EQ(recorder_->note(), "");
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
    EXPECT_NE(recorder_->note().find("run-saved"), std::string::npos) << recorder_->note();
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

TEST_F(RecordingTrouble, ARenamedFolderGetsWhatFollows) {
    start();
    fs::rename(folder_.path(), workspace() / "elsewhere");
    recordMore(100);
    recorder_->flush();
    EXPECT_FALSE(inTrouble());
    EXPECT_EQ(recorder_->folder(), workspace() / "elsewhere");
    recordMore(100);
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, workspace() / "elsewhere/final.weights");
    EXPECT_EQ(saved.trouble, "");
    recorder_->finish(test::exampleOutcome());
    EXPECT_NE(recorder_->note().find((workspace() / "elsewhere").string()), std::string::npos);
    expectWhole(workspace() / "elsewhere");
    EXPECT_EQ(test::readBytes(workspace() / "elsewhere/final.weights"), "weights");
    EXPECT_FALSE(fs::exists(folder_.path())) << "nothing is made where it was";
}

TEST_F(RecordingTrouble, ARenamedFolderIsKnownFromAnImpostor) {
    start();
    fs::rename(folder_.path(), workspace() / "elsewhere");
    fs::create_directory(folder_.path());
    test::writeBytes(folder_.database(), "mine");
    test::writeBytes(folder_.databaseLog(), "mine");
    recordMore(100);
    EXPECT_EQ(recorder_->saveWeights("weights").path, workspace() / "elsewhere/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(workspace() / "elsewhere");
    EXPECT_EQ(test::readBytes(folder_.database()), "mine");
    EXPECT_EQ(test::readBytes(folder_.databaseLog()), "mine");
}

TEST_F(RecordingTrouble, AFolderAboveMayBeRenamedToo) {
    start();
    fs::rename(workspace(), temporary_ / "archive");
    recordMore(100);
    EXPECT_EQ(recorder_->saveWeights("weights").path, temporary_ / "archive/run/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(temporary_ / "archive/run");
}

TEST_F(RecordingTrouble, ARemovedFolderIsNoticedAndTheRunSavedBesideIt) {
    start();
    fs::remove_all(folder_.path());
    ASSERT_TRUE(eventually([&] { return inTrouble(); })) << "even when nothing is recorded";
    EXPECT_NE(recorder_->trouble()->reason.find("was removed"), std::string::npos);
    recordMore(100);
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, workspace() / "run-saved/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(workspace() / "run-saved");
}

TEST_F(RecordingTrouble, AFolderWhoseWorkspaceWasRemovedIsSavedAmongTheUsersOwn) {
    start();
    fs::remove_all(workspace());
    recordMore(100);
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, temporary_ / "state/prunescope/run-saved/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(temporary_ / "state/prunescope/run-saved");
    EXPECT_FALSE(fs::exists(workspace()));
}

TEST_F(RecordingTrouble, AFileInThePlaceOfTheFolderIsLeftAlone) {
    start();
    fs::remove_all(folder_.path());
    test::writeBytes(folder_.path(), "mine");
    recordMore(100);
    recorder_->saveWeights("weights");
    recorder_->finish(test::exampleOutcome());
    EXPECT_EQ(test::readBytes(folder_.path()), "mine");
    expectWhole(workspace() / "run-saved");
}

TEST_F(RecordingTrouble, ADatabaseThatWasRemovedOrReplacedIsSavedWithAllItHeld) {
    for (const bool replaced : {false, true}) {
        steps_ = 0;
        recorder_.reset();
        fs::remove_all(workspace());
        start();
        fs::remove(folder_.database());
        if (replaced) test::writeBytes(folder_.database(), "mine");
        recordMore(100);
        ASSERT_TRUE(eventually([&] { return inTrouble(); }));
        recorder_->finish(test::exampleOutcome());
        expectWhole(workspace() / "run-saved");
        EXPECT_EQ(fs::exists(folder_.database()), replaced);
    }
}

TEST_F(RecordingTrouble, SQLitesOwnFilesMayBeRemovedOrCutShort) {
    using Harm = std::function<void(const RunFolder&)>;
    const auto index = [](const RunFolder& folder) { return folder.path() / "run.db-shm"; };
    const std::vector<Harm> harms{
        [&](const RunFolder& folder) { fs::resize_file(index(folder), 0); },
        [&](const RunFolder& folder) { fs::resize_file(index(folder), 100); },
        [&](const RunFolder& folder) { fs::remove(index(folder)); },
        [&](const RunFolder& folder) { fs::remove(folder.databaseLog()); },
        [&](const RunFolder& folder) {
            fs::remove(index(folder));
            fs::remove(folder.databaseLog());
        },
    };
    for (std::size_t i = 0; i < harms.size(); ++i) {
        SCOPED_TRACE(i);
        steps_ = 0;
        recorder_.reset();
        fs::remove_all(workspace());
        // No try of its own falls between the harm and the test's.
        RecorderOptions slow = hasty;
        slow.commitInterval = 1h;
        start(slow);
        harms[i](folder_);
        recordMore(100);
        recorder_->flush();
        recordMore(100);
        recorder_->flush();
        recorder_->finish(test::exampleOutcome());
        expectWhole(folder_.path());
    }
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
    EXPECT_NE(saved.trouble.find("final.weights"), std::string::npos) << saved.trouble;
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
    const std::string reason = recorder.trouble()->reason;
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
