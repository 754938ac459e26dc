#pragma once

#include "base/strong_index.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>

namespace prunescope::run {

/// How long a run is to be trained.
struct TrainingLength {
    std::int64_t epochs = 0;
    std::int64_t steps = 0;
    bool operator==(const TrainingLength&) const = default;
};

/// A run that had ended, or was cut off, was asked for more epochs than before.
struct Extension {
    StepIndex from{};  ///< the last step on record then: what comes behind it is trained for the new length
    TrainingLength before;
    TrainingLength after;
    bool operator==(const Extension&) const = default;
};

/// The saved state of another run that a run was branched from.
struct RunParent {
    std::string run;          ///< the first hash of the parent's chain: no other run has it
    std::string folder;       ///< what its folder was called then, as a hint
    StepIndex step{};         ///< of the state
    std::string stateSha256;  ///< of the whole file of the state
    bool operator==(const RunParent&) const = default;
};

/// {"parent_run", "parent_folder", "parent_step", "state_sha256"}
nlohmann::json parentToJson(const RunParent& parent);
/// Throws `Error` for what is no parent.
RunParent parentFromJson(const nlohmann::json& json);

}  // namespace prunescope::run
