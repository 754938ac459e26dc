#pragma once

#include "base/text.h"
#include "run/lineage.h"
#include "run/records.h"
#include "run/schedule.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace prunescope::run {

/// Of every prunable layer, from input to output; NaN for one that has none.
struct AttentionStrengths {
    std::vector<double> z;
    bool operator==(const AttentionStrengths&) const = default;
};

/// The phase that began, and the sparsity that had been achieved then.
struct EnteredPhase {
    Phase phase = Phase::exploration;
    double sparsity = 0;
    bool operator==(const EnteredPhase&) const = default;
};

/// The folder that the run is recorded in. A path is bytes; what of them is no UTF-8 is recorded as U+FFFD.
struct RecordingPlace {
    std::string folder;
    bool operator==(const RecordingPlace&) const = default;
};

/// Values that this version has no type for, as valid JSON. They are shown, and say nothing else.
struct OtherValues {
    std::string json;
    bool operator==(const OtherValues&) const = default;
};

/// What an event changed, or would have changed: a schedule that was refused perhaps cannot be followed.
using EventValues = std::variant<std::monostate, SparsitySchedule, AttentionStrengths, EnteredPhase,
                                 RecordingPlace, TrainingLength, RunParent, OtherValues>;

inline bool hasValues(const EventValues& values) {
    return !std::holds_alternative<std::monostate>(values);
}

/// null for none. A schedule as `scheduleToJson` has it; {"z": [ … ]}; {"phase", "sparsity"}; {"folder"};
/// {"epochs", "steps"}; a parent as `parentToJson` has it.
nlohmann::json eventValuesToJson(const EventValues& values);
/// Never throws: what would not be written the same again is kept as `OtherValues`.
EventValues eventValuesFromJson(const nlohmann::json& json);

/// One line of JSON; "" for none.
std::string eventValuesText(const EventValues& values);

/// What became of a request that changed nothing.
struct Refusal {
    std::string request;  ///< kind of the event that it would have been; "" where that was not recorded
    Text why;
    bool operator==(const Refusal&) const = default;
};

/// Who it was when nobody asked for it by hand; otherwise "ana@lab-3" (`personHere`).
inline constexpr const char* byProgram = "program";
inline constexpr const char* bySchedule = "schedule";

/// One entry of the audit log.
struct AuditEvent {
    std::int64_t sequence = 0;  ///< 1, 2, 3 … within a run
    StepIndex step{};
    double epoch = 0;
    std::int64_t wallMs = 0;
    std::string kind{};    ///< "started", "schedule_edited", "refused", … (see event_kinds.h)
    std::string who{};     ///< `byProgram`, `bySchedule`, or a person; "user" in runs of older versions
    std::string reason{};  ///< in the words of whoever asked for it; empty when nothing was said
    Text note{};           ///< what the program says of it: what it found, or why it did something
    EventValues before{};
    EventValues after{};  ///< of a refusal: what was wanted
    std::optional<Refusal> refusal{};
    /// What the person calls themselves, beside the account in `who`; empty when they have never said.
    std::string personName{};
};

}  // namespace prunescope::run
