#include "run/run_record.h"

#include <iterator>
#include <utility>

namespace prunescope::run {
namespace {

template <class Record>
void prependAll(std::vector<Record>& later, std::vector<Record> earlier) {
    // What comes back after it could not be written is long: it is not copied for the few new records.
    earlier.insert(earlier.end(), std::make_move_iterator(later.begin()),
                   std::make_move_iterator(later.end()));
    later = std::move(earlier);
}

}  // namespace

void Records::add(const std::vector<LayerStatistic>& statistics) {
    layerStatistics.insert(layerStatistics.end(), statistics.begin(), statistics.end());
}

std::size_t Records::size() const {
    return samples.size() + layerStatistics.size() + maskUpdates.size() + evaluations.size() + events.size() +
           imageAnswers.size();
}

void Records::prepend(Records earlier) {
    prependAll(samples, std::move(earlier.samples));
    prependAll(layerStatistics, std::move(earlier.layerStatistics));
    prependAll(maskUpdates, std::move(earlier.maskUpdates));
    prependAll(evaluations, std::move(earlier.evaluations));
    prependAll(events, std::move(earlier.events));
    prependAll(imageAnswers, std::move(earlier.imageAnswers));
}

void RecordBatch::prepend(RecordBatch earlier) {
    if (!header) header = std::move(earlier.header);
    if (!takeUp) takeUp = earlier.takeUp;
    if (!outcome) outcome = std::move(earlier.outcome);
    prependAll(savedFiles, std::move(earlier.savedFiles));
    Records::prepend(std::move(earlier));
}

}  // namespace prunescope::run
