#pragma once

#include "base/strong_index.h"
#include "run/record_counts.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace prunescope::session {

/// What a saved state says of itself.
struct SavedState {
    StepIndex step;
    run::RecordCounts records;  ///< of the run when it was saved
    std::string program;        ///< whose bits it has: see `train::programOfBits`
    nlohmann::json about;       ///< all of it
};

/// As a part of the description that the bytes of a state have.
nlohmann::json aboutState(StepIndex step, const run::RecordCounts& records);

/// Throws `Error` for bytes that are damaged, or of another kind of state. `origin` stands in messages.
SavedState describeState(std::string_view bytes, const std::string& origin);

}  // namespace prunescope::session
