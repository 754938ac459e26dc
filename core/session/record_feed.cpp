#include "session/record_feed.h"

#include <utility>

namespace prunescope::session {

template <class Record>
void RecordFeed::pass(const Record& record) {
    next_.record(record);
    const std::lock_guard lock(mutex_);
    batch_.add(record);
}

void RecordFeed::begin(const run::RunHeader& header) {
    next_.begin(header);
    const std::lock_guard lock(mutex_);
    batch_.header = header;
}

/// Whoever watches has what stays on record already.
void RecordFeed::takeUp(const run::TakeUp& kept, const run::AuditEvent& event) {
    next_.takeUp(kept, event);
    const std::lock_guard lock(mutex_);
    batch_.add(event);
}

void RecordFeed::record(const run::MetricSample& sample) {
    pass(sample);
}

void RecordFeed::record(const std::vector<run::LayerStatistic>& statistics) {
    pass(statistics);
}

void RecordFeed::record(const run::MaskUpdateRecord& update) {
    pass(update);
}

void RecordFeed::record(const run::Evaluation& evaluation) {
    pass(evaluation);
}

void RecordFeed::record(const run::AuditEvent& event) {
    pass(event);
}

void RecordFeed::record(const run::ImageAnswers& answers) {
    pass(answers);
}

void RecordFeed::finish(const run::RunOutcome& outcome) {
    next_.finish(outcome);
    const std::lock_guard lock(mutex_);
    batch_.outcome = outcome;
}

run::RecordBatch RecordFeed::drain() {
    const std::lock_guard lock(mutex_);
    return std::exchange(batch_, {});
}

}  // namespace prunescope::session
