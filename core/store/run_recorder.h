#pragma once

#include "base/error.h"
#include "run/run_sink.h"
#include "store/record_writer.h"
#include "store/run_folder.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace prunescope::store {

struct RecorderOptions {
    /// What is recorded is committed, and so survives the program, after this time at the latest.
    std::chrono::milliseconds commitInterval{500};
    /// Records that may wait for the disk; then `record` waits.
    std::size_t mostWaiting = 1'000'000;
};

/// Records a run into the run.db of its folder from a thread of its own. Others may read meanwhile.
///
/// When the disk fails, the records that could not be committed are kept, and `record` and `flush` throw its
/// `Error` from then on. `finish` tries once more, so that a run which ended because of a full disk is
/// recorded as such once there is space.
class RunRecorder : public run::RunSink {
public:
    /// Throws `Error` when the folder is missing, holds a run's database, is being recorded into, or cannot
    /// be written to.
    explicit RunRecorder(const RunFolder& folder, const RecorderOptions& options = {});
    RunRecorder(const RunRecorder&) = delete;
    RunRecorder& operator=(const RunRecorder&) = delete;
    /// Commits what waits, if it can be, and ends the thread.
    ~RunRecorder() override;

    /// Returns when the header is committed.
    void begin(const run::RunHeader& header) override;
    void record(const run::MetricSample& sample) override;
    void record(const std::vector<run::LayerStatistic>& statistics) override;
    void record(const run::Evaluation& evaluation) override;
    void record(const run::AuditEvent& event) override;
    void finish(const run::RunOutcome& outcome) override;

    /// Returns when everything recorded so far is committed.
    void flush();

private:
    template <class Add>
    void enqueue(const Add& add);
    void waitForWriter(std::unique_lock<std::mutex>& lock);
    void writeUntilClosed();
    std::optional<Error> tryToWrite(RecordBatch& batch, bool seal);

    const RecorderOptions options_;
    RecordWriter writer_;  ///< used by `thread_` alone once that runs

    std::mutex mutex_;  ///< protects what follows, up to `thread_`
    std::condition_variable wake_;
    std::condition_variable written_;
    RecordBatch waiting_;
    std::optional<Error> error_;
    std::uint64_t requests_ = 0;  ///< how often somebody asked for everything to be written now
    std::uint64_t answered_ = 0;  ///< the last of them that has been tried
    bool closing_ = false;

    std::thread thread_;
};

}  // namespace prunescope::store
