#include "base/error.h"
#include "store/child_process.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "store/run_recorder.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <thread>

/// Killed programs, full disks, copied and read-only folders.
namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using test::ChildProcess;
using test::TemporaryFolder;

const RecorderOptions quickCommits{.commitInterval = std::chrono::milliseconds(20)};

/// Records without end and without a flush after the header.
int recordForEver(const RunFolder& folder) {
    RunRecorder recorder(folder, quickCommits);
    recorder.begin(test::exampleHeader());
    for (std::int64_t step = 1;; ++step) {
        recorder.record(test::exampleSample(step));
        if (step % 100 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

/// Waits until another process has committed so many samples.
std::size_t samplesOnceThereAre(std::size_t count, const RunFolder& folder) {
    for (int attempt = 0; attempt < 3000; ++attempt) {
        try {
            const auto [record, problems] = readRun(folder);
            EXPECT_TRUE(problems.empty() || record.samples.empty()) << problems.front();
            if (record.samples.size() >= count) return record.samples.size();
        } catch (const Error&) {
            // The other process has not created its database yet.
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return 0;
}

void killARun(const RunFolder& folder, std::size_t& committed) {
    ChildProcess child([&] { return recordForEver(folder); });
    committed = samplesOnceThereAre(500, folder);
    child.kill();
}

/// Runs `work` where the permissions of files count: as nobody, when the tests run as root.
int runUnprivileged(const std::function<int()>& work) {
    constexpr uid_t nobody = 65534;
    ChildProcess child([&] {
        if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) return 97;
        return work();
    });
    return child.wait();
}

void makeReadOnly(const TemporaryFolder& temporary, const RunFolder& folder) {
    ::chmod(temporary.path().c_str(), 0755);
    for (const auto& entry : fs::directory_iterator(folder.path())) ::chmod(entry.path().c_str(), 0444);
    ::chmod(folder.path().c_str(), 0555);
}

int exitStatusOfReading(const RunFolder& folder, std::size_t samples) {
    try {
        const auto [record, problems] = readRun(folder);
        return problems.empty() && record.samples.size() == samples && record.header.totalSteps == 6450 ? 0
                                                                                                        : 1;
    } catch (const Error& error) {
        std::fputs(error.what(), stderr);
        return 2;
    }
}

TEST(KilledRun, OpensWithEverythingThatWasCommitted) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    std::size_t committed = 0;
    killARun(folder, committed);
    ASSERT_GE(committed, 500U);
    const auto [record, problems] = readRun(folder);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_GE(record.samples.size(), committed);
    EXPECT_EQ(record.outcome.state, run::RunState::running);
    EXPECT_EQ(record.header.totalSteps, 6450);
    for (std::size_t i = 0; i < record.samples.size(); ++i) {
        ASSERT_EQ(test::bits(record.samples[i]),
                  test::bits(test::exampleSample(static_cast<std::int64_t>(i) + 1)));
    }
    const RunSummary summary = summarizeRun(folder);
    EXPECT_EQ(summary.state, run::RunState::running);
    EXPECT_FALSE(summary.live) << "nobody records it any more";
    ASSERT_TRUE(summary.config);
    EXPECT_EQ(summary.config->seed, record.header.config.seed);
}

TEST(KilledRun, OpensAfterItsFolderWasCopied) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    std::size_t committed = 0;
    killARun(folder, committed);
    fs::copy(folder.path(), temporary / "copy");
    fs::remove(temporary / "copy/run.db-shm");
    EXPECT_GE(readRun(RunFolder(temporary / "copy")).record.samples.size(), committed);
}

TEST(KilledRun, OpensInAFolderThatIsReadOnly) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    std::size_t committed = 0;
    killARun(folder, committed);
    fs::copy(folder.path(), temporary / "copy");
    const RunFolder copy(temporary / "copy");
    const std::size_t samples = readRun(folder).record.samples.size();
    makeReadOnly(temporary, copy);
    EXPECT_EQ(runUnprivileged([&] { return exitStatusOfReading(copy, samples); }), 0) << "with its -shm file";
    ::chmod(copy.path().c_str(), 0755);
    fs::remove(copy.path() / "run.db-shm");
    ::chmod(copy.path().c_str(), 0555);
    EXPECT_EQ(runUnprivileged([&] { return exitStatusOfReading(copy, samples); }), 0)
        << "without its -shm file";
    ::chmod(copy.path().c_str(), 0755);
}

TEST(KilledRun, MayBeKilledAtAnyMoment) {
    const TemporaryFolder temporary;
    for (int i = 0; i < 15; ++i) {
        const RunFolder folder = createRunFolderAt(temporary / ("run" + std::to_string(i)), {});
        {
            ChildProcess child([&] { return recordForEver(folder); });
            std::this_thread::sleep_for(std::chrono::milliseconds(4 * i));
        }
        try {
            // A kill between the creation of the tables and the header leaves eight columns to name.
            const auto [record, problems] = readRun(folder);
            EXPECT_TRUE(problems.empty() || (problems.size() == 9 && record.samples.empty()))
                << problems.front();
        } catch (const Error& error) {
            const std::string problem = error.problem().english();
            EXPECT_TRUE(problem.find("run.db is missing") != std::string::npos ||
                        problem.find("holds nothing yet") != std::string::npos ||
                        problem.find("run.db-wal is missing") != std::string::npos)
                << problem;
        }
    }
}

TEST(FinishedRun, OpensInAFolderThatIsReadOnly) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    test::recordExample(folder, 40);
    makeReadOnly(temporary, folder);
    EXPECT_EQ(runUnprivileged([&] { return exitStatusOfReading(folder, 40); }), 0);
    ::chmod(folder.path().c_str(), 0755);
}

TEST(FinishedRun, IsNotChangedByReading) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    test::recordExample(folder, 40);
    const std::string before = test::readBytes(folder.database());
    readRun(folder);
    summarizeRun(folder);
    EXPECT_EQ(test::readBytes(folder.database()), before);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 2)
        << "config.json and run.db alone";
}

TEST(WalDatabase, OpensInAFolderThatIsReadOnlyWithoutItsLog) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    test::recordExample(folder, 40);
    test::tamper(folder.database(), "PRAGMA journal_mode = WAL");
    ASSERT_FALSE(fs::exists(folder.databaseLog()));
    makeReadOnly(temporary, folder);
    EXPECT_EQ(runUnprivileged([&] { return exitStatusOfReading(folder, 40); }), 0);
    ::chmod(folder.path().c_str(), 0755);
}

TEST(HalfWrittenChange, OfAKilledProgramIsUndone) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    test::recordExample(folder, 2000);
    const RunFolder copy(temporary / "copy");
    {
        // A small cache writes the change to the file before it is committed; the copy is what a kill would
        // leave.
        Database database(folder.database(), OpenMode::modify);
        database.execute("PRAGMA cache_size = 1; BEGIN; UPDATE samples SET loss = 0");
        fs::copy(folder.path(), copy.path());
    }
    ASSERT_TRUE(fs::exists(copy.path() / "run.db-journal"));
    const auto [record, problems] = readRun(copy);
    EXPECT_TRUE(problems.empty()) << problems.front();
    ASSERT_EQ(record.samples.size(), 2000U);
    EXPECT_EQ(record.samples.front().loss, test::exampleSample(1).loss);
}

TEST(UnwritableFolder, IsReportedWithTheReason) {
    const TemporaryFolder temporary;
    const RunFolder folder(temporary / "run");
    fs::create_directory(folder.path());
    makeReadOnly(temporary, folder);
    EXPECT_EQ(runUnprivileged([&] {
                  try {
                      const RunRecorder recorder(folder);
                  } catch (const Error& error) {
                      return error.problem().english().find("Permission denied") == std::string::npos ? 1 : 0;
                  }
                  return 2;
              }),
              0);
    EXPECT_EQ(runUnprivileged([&] {
                  try {
                      createRunFolder(folder.path(), {}, 0);
                  } catch (const Error& error) {
                      return error.problem().english().find("Permission denied") == std::string::npos ? 1 : 0;
                  }
                  return 2;
              }),
              0);
}

}  // namespace
}  // namespace prunescope::store
