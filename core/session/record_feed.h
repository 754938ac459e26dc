#pragma once

#include "run/run_sink.h"

#include <mutex>
#include <optional>
#include <vector>

namespace prunescope::session {

/// What was recorded since the last look, besides the samples, which `Session::drainSamples` hands out. When
/// masks were chosen, the statistics tell those who watch.
struct FeedChunk {
    std::optional<run::RunHeader> header;
    std::vector<std::vector<run::LayerStatistic>> statistics;  ///< one entry for each mask update
    std::vector<run::Evaluation> evaluations;
    std::vector<run::AuditEvent> events;
};

/// Passes everything on to the sink that records a run, and keeps a copy for whoever watches it: lossless,
/// and only what the sink has taken.
class RecordFeed : public run::RunSink {
public:
    /// `next` must outlive the feed.
    explicit RecordFeed(run::RunSink& next) : next_(next) {}

    void begin(const run::RunHeader& header) override;
    void record(const run::MetricSample& sample) override;
    void record(const std::vector<run::LayerStatistic>& statistics) override;
    void record(const run::MaskUpdateRecord& update) override;
    void record(const run::Evaluation& evaluation) override;
    void record(const run::AuditEvent& event) override;
    void finish(const run::RunOutcome& outcome) override;

    /// All since the last call, in order. From any thread.
    FeedChunk drain();

private:
    run::RunSink& next_;
    std::mutex mutex_;  ///< protects `chunk_`
    FeedChunk chunk_;
};

}  // namespace prunescope::session
