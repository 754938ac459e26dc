#pragma once

#include "run/run_record.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>

namespace prunescope::run {

/// How many records of each kind there are: a place in what is recorded of a run.
struct RecordCounts {
    std::int64_t samples = 0;
    std::int64_t layerStatistics = 0;
    std::int64_t maskUpdates = 0;
    std::int64_t evaluations = 0;
    std::int64_t events = 0;
    std::int64_t imageAnswers = 0;

    bool operator==(const RecordCounts&) const = default;
    /// Whether all that is counted here is among those.
    bool areWithin(const RecordCounts& those) const;
};

RecordCounts countsOf(const Records& records);

/// What comes after the place, which must be in the records.
Records recordsAfter(const Records& records, const RecordCounts& place);
/// What comes before it.
Records recordsBefore(const Records& records, const RecordCounts& place);

nlohmann::json countsToJson(const RecordCounts& counts);
/// Nothing for what are no counts.
std::optional<RecordCounts> countsFromJson(const nlohmann::json& json);

}  // namespace prunescope::run
