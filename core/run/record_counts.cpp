#include "run/record_counts.h"

#include <array>
#include <utility>

namespace prunescope::run {
namespace {

constexpr std::array<std::pair<const char*, std::int64_t RecordCounts::*>, 6> countFields{
    {{"samples", &RecordCounts::samples},
     {"layer_statistics", &RecordCounts::layerStatistics},
     {"mask_updates", &RecordCounts::maskUpdates},
     {"evaluations", &RecordCounts::evaluations},
     {"events", &RecordCounts::events},
     {"image_answers", &RecordCounts::imageAnswers}}};

template <class Record>
std::int64_t countOf(const std::vector<Record>& records) {
    return static_cast<std::int64_t>(records.size());
}

template <class Record>
std::vector<Record> after(const std::vector<Record>& records, std::int64_t place) {
    return {records.begin() + place, records.end()};
}

template <class Record>
std::vector<Record> before(const std::vector<Record>& records, std::int64_t place) {
    return {records.begin(), records.begin() + place};
}

}  // namespace

bool RecordCounts::areWithin(const RecordCounts& those) const {
    return samples <= those.samples && layerStatistics <= those.layerStatistics &&
           maskUpdates <= those.maskUpdates && evaluations <= those.evaluations && events <= those.events &&
           imageAnswers <= those.imageAnswers;
}

RecordCounts countsOf(const Records& records) {
    return {.samples = countOf(records.samples),
            .layerStatistics = countOf(records.layerStatistics),
            .maskUpdates = countOf(records.maskUpdates),
            .evaluations = countOf(records.evaluations),
            .events = countOf(records.events),
            .imageAnswers = countOf(records.imageAnswers)};
}

Records recordsAfter(const Records& records, const RecordCounts& place) {
    return {.samples = after(records.samples, place.samples),
            .layerStatistics = after(records.layerStatistics, place.layerStatistics),
            .maskUpdates = after(records.maskUpdates, place.maskUpdates),
            .evaluations = after(records.evaluations, place.evaluations),
            .events = after(records.events, place.events),
            .imageAnswers = after(records.imageAnswers, place.imageAnswers)};
}

Records recordsBefore(const Records& records, const RecordCounts& place) {
    return {.samples = before(records.samples, place.samples),
            .layerStatistics = before(records.layerStatistics, place.layerStatistics),
            .maskUpdates = before(records.maskUpdates, place.maskUpdates),
            .evaluations = before(records.evaluations, place.evaluations),
            .events = before(records.events, place.events),
            .imageAnswers = before(records.imageAnswers, place.imageAnswers)};
}

nlohmann::json countsToJson(const RecordCounts& counts) {
    nlohmann::json json;
    for (const auto& [name, count] : countFields) json[name] = counts.*count;
    return json;
}

std::optional<RecordCounts> countsFromJson(const nlohmann::json& json) {
    if (!json.is_object()) return std::nullopt;
    RecordCounts counts;
    for (const auto& [name, count] : countFields) {
        const auto said = json.find(name);
        if (said == json.end() || !said->is_number_unsigned()) return std::nullopt;
        counts.*count = said->get<std::int64_t>();
        if (counts.*count < 0) return std::nullopt;
    }
    return counts;
}

}  // namespace prunescope::run
