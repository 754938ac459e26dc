#pragma once

#include "store/example_run.h"
#include "store/run_reader.h"
#include "store/run_recorder.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <memory>
#include <thread>

namespace prunescope::store {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::TemporaryFolder;

inline const RecorderOptions hasty{
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

inline bool eventually(const std::function<bool()>& holds) {
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

}  // namespace prunescope::store
