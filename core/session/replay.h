#pragma once

#include "run/record_counts.h"
#include "run/record_difference.h"

#include <optional>
#include <string>

namespace prunescope::session {

/// A run that is trained once more to be compared with its record, and of which nothing is kept. What came of
/// it is to be read once its session has ended.
struct Replay {
    /// It ends there, where a state was saved; nothing: at the end of its record.
    std::optional<run::RecordCounts> until{};
    StepIndex untilStep{};  ///< of that state
    /// The record has an end, which comes once more; else the run is left where its record breaks off.
    bool ended = false;

    std::string state{};  ///< the one of `until`, once it has come to it
    std::optional<run::RecordDifference> difference{};
    bool interrupted = false;  ///< somebody has stopped it

    /// Whether this is the first place that is as far as `until`.
    bool comesToUntil(StepIndex step, const run::RecordCounts& counts) const {
        return until && state.empty() && step == untilStep && until->areWithin(counts);
    }
};

}  // namespace prunescope::session
