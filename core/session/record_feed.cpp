#include "session/record_feed.h"

#include <utility>

namespace prunescope::session {

void RecordFeed::begin(const run::RunHeader& header) {
    next_.begin(header);
    const std::lock_guard lock(mutex_);
    chunk_.header = header;
}

void RecordFeed::record(const run::MetricSample& sample) {
    next_.record(sample);
}

void RecordFeed::record(const std::vector<run::LayerStatistic>& statistics) {
    next_.record(statistics);
    const std::lock_guard lock(mutex_);
    chunk_.statistics.push_back(statistics);
}

void RecordFeed::record(const run::MaskUpdateRecord& update) {
    next_.record(update);
}

void RecordFeed::record(const run::Evaluation& evaluation) {
    next_.record(evaluation);
    const std::lock_guard lock(mutex_);
    chunk_.evaluations.push_back(evaluation);
}

void RecordFeed::record(const run::AuditEvent& event) {
    next_.record(event);
    const std::lock_guard lock(mutex_);
    chunk_.events.push_back(event);
}

void RecordFeed::finish(const run::RunOutcome& outcome) {
    next_.finish(outcome);
}

FeedChunk RecordFeed::drain() {
    const std::lock_guard lock(mutex_);
    return std::exchange(chunk_, {});
}

}  // namespace prunescope::session
