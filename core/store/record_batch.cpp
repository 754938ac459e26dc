#include "store/record_batch.h"

#include "run/recorded_text.h"

#include <iterator>
#include <utility>

namespace prunescope::store {
namespace {

template <class Record>
void prependAll(std::vector<Record>& later, std::vector<Record> earlier) {
    // The batch that comes back after a failed try is the long one: it is not copied for the few new records.
    earlier.insert(earlier.end(), std::make_move_iterator(later.begin()),
                   std::make_move_iterator(later.end()));
    later = std::move(earlier);
}

}  // namespace

std::size_t RecordBatch::size() const {
    return samples.size() + layerStatistics.size() + maskUpdates.size() + evaluations.size() + events.size() +
           (header ? 1 : 0) + (outcome ? 1 : 0);
}

void RecordBatch::prepend(RecordBatch earlier) {
    if (!header) header = std::move(earlier.header);
    prependAll(samples, std::move(earlier.samples));
    prependAll(layerStatistics, std::move(earlier.layerStatistics));
    prependAll(maskUpdates, std::move(earlier.maskUpdates));
    prependAll(evaluations, std::move(earlier.evaluations));
    prependAll(events, std::move(earlier.events));
    if (!outcome) outcome = std::move(earlier.outcome);
}

std::size_t bytesOf(const run::MetricSample& /*sample*/) {
    return sizeof(run::MetricSample);
}

std::size_t bytesOf(const std::vector<run::LayerStatistic>& statistics) {
    return statistics.size() * sizeof(run::LayerStatistic);
}

std::size_t bytesOf(const run::MaskUpdateRecord& /*update*/) {
    return sizeof(run::MaskUpdateRecord);
}

std::size_t bytesOf(const run::Evaluation& evaluation) {
    return sizeof evaluation + evaluation.confusion.size() * sizeof(std::int64_t);
}

// Events are few, and what their values take is told best by writing them out.
std::size_t bytesOf(const run::AuditEvent& event) {
    return sizeof event + event.kind.size() + event.who.size() + event.reason.size() +
           run::recordedText(event.note).size() + run::eventValuesText(event.before).size() +
           run::eventValuesText(event.after).size();
}

}  // namespace prunescope::store
