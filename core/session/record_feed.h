#pragma once

#include "run/run_sink.h"

#include <mutex>
#include <utility>

namespace prunescope::session {

/// Passes everything on to the sink that records a run, and keeps a copy for whoever watches it: lossless, in
/// order, and only what the sink has taken.
class RecordFeed : public run::RunSink {
public:
    /// `next` must outlive the feed. `before`: what is on record already.
    explicit RecordFeed(run::RunSink& next, run::RecordBatch before = {})
        : next_(next), batch_(std::move(before)) {}

    void begin(const run::RunHeader& header) override;
    void takeUp(const run::TakeUp& kept, const run::AuditEvent& event) override;
    void record(const run::MetricSample& sample) override;
    void record(const std::vector<run::LayerStatistic>& statistics) override;
    void record(const run::MaskUpdateRecord& update) override;
    void record(const run::Evaluation& evaluation) override;
    void record(const run::AuditEvent& event) override;
    void record(const run::ImageAnswers& answers) override;
    void finish(const run::RunOutcome& outcome) override;

    /// All since the last call. From any thread.
    run::RecordBatch drain();

private:
    template <class Record>
    void pass(const Record& record);

    run::RunSink& next_;
    std::mutex mutex_;  ///< protects `batch_`
    run::RecordBatch batch_;
};

}  // namespace prunescope::session
