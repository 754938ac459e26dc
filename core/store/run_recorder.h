#pragma once

#include "base/error.h"
#include "run/run_keeper.h"
#include "run/run_sink.h"
#include "store/record_writer.h"
#include "store/run_folder.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace prunescope::store {

struct RecorderOptions {
    /// What is recorded is on the disk, and so survives the program and a power cut, after this time.
    std::chrono::milliseconds commitInterval{500};
    /// Records, and bytes of memory, that may wait for the disk. A disk that is slow is waited for then;
    /// where it fails, the trouble is `full` and the run has to wait.
    std::size_t mostWaiting = 1'000'000;
    std::size_t mostWaitingBytes = std::size_t{256} << 20U;
    /// After a failure the next try comes after `commitInterval`, then after twice that, up to this.
    std::chrono::milliseconds longestPause{10'000};
    /// How long `finish` tries before it saves the run in another folder.
    std::chrono::milliseconds patience{15'000};
    /// What the person who records the run calls themselves; entered in the events that they caused.
    std::string personName{};
};

/// Records a run into the run.db of its folder from a thread of its own. Others may read meanwhile.
///
/// When the disk fails, or another program holds a lock, nothing is lost and nobody is stopped: what cannot
/// be committed waits in memory and is tried again, and `trouble` tells of it.
class RunRecorder : public run::RunSink, public run::RunKeeper {
public:
    /// Throws `Error` when the folder is missing, holds a run's database, is being recorded into, or cannot
    /// be written to.
    explicit RunRecorder(const RunFolder& folder, const RecorderOptions& options = {});
    /// Goes on recording what the writer has open.
    explicit RunRecorder(std::unique_ptr<RecordWriter> writer, const RecorderOptions& options = {});
    RunRecorder(const RunRecorder&) = delete;
    RunRecorder& operator=(const RunRecorder&) = delete;
    /// Commits what waits, if it can be, and ends the thread.
    ~RunRecorder() override;

    /// Returns when the header is committed, or could not be at once.
    void begin(const run::RunHeader& header) override;
    void takeUp(const run::TakeUp& kept, const run::AuditEvent& event) override;
    void record(const run::MetricSample& sample) override;
    void record(const std::vector<run::LayerStatistic>& statistics) override;
    void record(const run::MaskUpdateRecord& update) override;
    void record(const run::Evaluation& evaluation) override;
    void record(const run::AuditEvent& event) override;
    void record(const run::ImageAnswers& answers) override;
    /// Tries again and again, then in another folder. Throws `Error` when the run, or its end, could be
    /// recorded nowhere.
    void finish(const run::RunOutcome& outcome) override;

    std::optional<run::RecordingTrouble> trouble() const override;
    void retry() override;
    std::filesystem::path folder() const override;
    Text note() const override;
    run::SavedWeights saveWeights(std::string_view bytes) override;
    void saveState(StepIndex step, std::string bytes) override;
    run::StateSaving stateSaving() const override;
    void moveTo(const std::filesystem::path& parent) override;

    /// Returns when everything recorded so far is committed. Throws `Error` when that failed.
    void flush();

private:
    struct State {
        StepIndex step;
        std::string bytes;
        bool entered = false;  ///< among the files on record
    };
    struct Failure {
        Error error;
        std::int64_t sinceMs = 0;
        bool lost = false;  ///< waiting will not help
    };

    template <class Record>
    void enqueue(const Record& record, std::size_t records);
    /// Enters a file that was written into the run's folder.
    void recordFile(const std::filesystem::path& file, std::string_view bytes);
    run::AuditEvent named(run::AuditEvent event) const;
    void waitForRoom(std::unique_lock<std::mutex>& lock);
    bool isFull() const;
    /// Asks for a try and waits until one has been made that began afterwards.
    void waitForTry(std::unique_lock<std::mutex>& lock);
    /// Whether a try succeeded within the time that the options give.
    bool keepTrying(std::unique_lock<std::mutex>& lock);
    void writeUntilClosed();
    void tryNow(std::unique_lock<std::mutex>& lock, bool last);
    std::optional<Failure> write(run::RecordBatch& batch, bool seal);
    /// Enters its file before that is written: whoever is killed in between leaves no file that the chain
    /// does not bind.
    static void enter(State& state, run::RecordBatch& batch);
    /// After the records that it follows are on the disk; says how it went.
    run::StateSaving write(const State& state) const;
    void settle(std::optional<Failure> failure);
    void settleState(std::optional<State> state, run::StateSaving saving);
    bool moveAnywhere();

    const RecorderOptions options_;
    std::unique_ptr<RecordWriter> writer_;  ///< used by `thread_` alone once that runs

    mutable std::mutex mutex_;  ///< protects what follows, up to `thread_`
    std::condition_variable wake_;
    std::condition_variable tried_;
    run::RecordBatch waiting_;
    std::size_t records_ = 0;  ///< not committed: those that wait and those that are being written
    std::size_t bytes_ = 0;
    std::optional<run::RunHeader> header_;
    std::optional<State> state_;  ///< that waits for the disk
    run::StateSaving stateSaving_;
    std::optional<Failure> failure_;
    std::chrono::milliseconds pause_{0};
    std::chrono::steady_clock::time_point nextTry_{};
    std::filesystem::path folder_;
    Text moved_;                                   ///< sentences on what became of the folder
    Text renamed_;                                 ///< likewise
    std::optional<std::filesystem::path> parent_;  ///< the next try moves the run below this
    std::optional<Error> moveError_;               ///< why the last move failed
    std::uint64_t requests_ = 0;                   ///< how often somebody asked for a try now
    std::uint64_t answered_ = 0;                   ///< the last of them that has been made
    bool trying_ = false;
    bool closing_ = false;

    std::thread thread_;
};

}  // namespace prunescope::store
