#include "store/run_recorder.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

namespace prunescope::store {

RunRecorder::RunRecorder(const RunFolder& folder, const RecorderOptions& options)
    : options_(options), writer_(folder), thread_([this] { writeUntilClosed(); }) {}

RunRecorder::~RunRecorder() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

template <class Add>
void RunRecorder::enqueue(const Add& add) {
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= options_.mostWaiting) {
        wake_.notify_one();
        written_.wait(lock, [this] { return waiting_.size() < options_.mostWaiting || error_; });
    }
    if (error_) throw Error(*error_);
    add(waiting_);
}

void RunRecorder::begin(const run::RunHeader& header) {
    enqueue([&](RecordBatch& batch) { batch.header = header; });
    flush();
}

void RunRecorder::record(const run::MetricSample& sample) {
    enqueue([&](RecordBatch& batch) { batch.samples.push_back(sample); });
}

void RunRecorder::record(const std::vector<run::LayerStatistic>& statistics) {
    enqueue([&](RecordBatch& batch) {
        batch.layerStatistics.insert(batch.layerStatistics.end(), statistics.begin(), statistics.end());
    });
}

void RunRecorder::record(const run::Evaluation& evaluation) {
    enqueue([&](RecordBatch& batch) { batch.evaluations.push_back(evaluation); });
}

void RunRecorder::record(const run::AuditEvent& event) {
    enqueue([&](RecordBatch& batch) { batch.events.push_back(event); });
}

void RunRecorder::flush() {
    std::unique_lock lock(mutex_);
    if (error_) throw Error(*error_);
    waitForWriter(lock);
}

void RunRecorder::finish(const run::RunOutcome& outcome) {
    std::unique_lock lock(mutex_);
    waiting_.outcome = outcome;
    waitForWriter(lock);
}

void RunRecorder::waitForWriter(std::unique_lock<std::mutex>& lock) {
    const std::uint64_t request = ++requests_;
    wake_.notify_one();
    written_.wait(lock, [&] { return answered_ >= request; });
    if (error_) throw Error(*error_);
}

void RunRecorder::writeUntilClosed() {
    std::unique_lock lock(mutex_);
    bool last = false;
    while (!last) {
        wake_.wait_for(lock, options_.commitInterval, [this] {
            return closing_ || requests_ > answered_ || (waiting_.size() >= options_.mostWaiting && !error_);
        });
        last = closing_;
        const std::uint64_t request = requests_;
        // After an error the records wait until somebody asks again.
        if (error_ && !last && request == answered_) continue;
        RecordBatch batch = std::exchange(waiting_, {});
        const bool seal = last || batch.outcome;
        lock.unlock();
        std::optional<Error> error = tryToWrite(batch, seal);
        lock.lock();
        waiting_.prepend(std::move(batch));
        error_ = std::move(error);
        answered_ = request;
        written_.notify_all();
    }
}

/// Leaves in `batch` what is not committed.
std::optional<Error> RunRecorder::tryToWrite(RecordBatch& batch, bool seal) {
    try {
        if (!batch.empty()) writer_.write(batch);
        batch = {};
        if (seal) writer_.seal();
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    } catch (const std::exception& error) {
        return Error("run.db", fmt::format("cannot record the run: {}", error.what()),
                     "What was recorded before is kept.");
    }
}

}  // namespace prunescope::store
