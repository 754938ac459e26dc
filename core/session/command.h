#pragma once

#include "base/person.h"
#include "base/strong_index.h"
#include "base/text.h"
#include "run/schedule.h"
#include "view/weight_tile.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace prunescope::session {

struct Pause {};
struct Resume {};
/// One step, then pause.
struct Step {};
/// May be asked for again and again: the later ones change nothing.
struct Stop {};
struct EditSchedule {
    run::SparsitySchedule schedule;
};
/// Attention strength z of one prunable layer, or of all.
struct SetAttention {
    std::optional<LayerIndex> layer;
    double strength = 1;
};
/// Freezes the mask as it is at the next step.
struct Freeze {};
/// Lets the mask move again until `freeze`. Without one it moves until the moment at which it was to freeze
/// before it was frozen by hand or, when that has passed, to the end of the run.
struct Unfreeze {
    std::optional<StepIndex> freeze{};
};
/// Asks for a picture of a layer's weights in the snapshots to come; an empty rectangle ends them.
struct RequestTile {
    LayerIndex layer;
    view::TileRequest tile;

    bool operator==(const RequestTile&) const = default;
};
/// Asks for all that is known of one weight.
struct InspectWeight {
    LayerIndex layer;
    std::int64_t index = 0;  ///< in the layer's tensor, row-major
};

/// Asks how sparse every layer would be if masks were chosen for this sparsity now. Changes nothing.
struct PreviewMasks {
    double sparsity = 0;  ///< in [0, 1)
};

/// Goes on recording in a new folder below this one, with all that was recorded so far.
struct SaveElsewhere {
    std::filesystem::path parent;
};

using Action = std::variant<Pause, Resume, Step, Stop, EditSchedule, SetAttention, Freeze, Unfreeze,
                            SaveElsewhere, RequestTile, InspectWeight, PreviewMasks>;

/// Whether an action only asks to see something: it never changes the run, and the audit is silent about it.
inline bool onlyLooks(const Action& action) {
    return std::holds_alternative<RequestTile>(action) || std::holds_alternative<InspectWeight>(action) ||
           std::holds_alternative<PreviewMasks>(action);
}

/// What somebody wants of a live run. It is applied at a step boundary or refused; both leave an audit event,
/// unless it only looks.
struct Command {
    Action action;
    std::string who = personHere();
    std::string reason{};  ///< in that person's own words
    Text note{};           ///< what the program has to say of it: that the window was closed
};

struct CommandResult {
    bool accepted = false;
    Text refusal;    ///< why not; empty when accepted
    StepIndex step;  ///< the boundary at which it was decided
};

/// Kinds of audit events.
namespace event {
inline constexpr const char* started = "started";
inline constexpr const char* paused = "paused";
inline constexpr const char* resumed = "resumed";
inline constexpr const char* stepped = "stepped";
inline constexpr const char* stopRequested = "stop_requested";
inline constexpr const char* scheduleEdited = "schedule_edited";
inline constexpr const char* attentionSet = "attention_set";
inline constexpr const char* frozen = "frozen";
inline constexpr const char* unfrozen = "unfrozen";
inline constexpr const char* moved = "moved";
inline constexpr const char* refused = "refused";
inline constexpr const char* phaseChanged = "phase_changed";
inline constexpr const char* firstCut = "first_cut";
inline constexpr const char* masksFinished = "masks_finished";
inline constexpr const char* batchNormRecalibrated = "batch_norm_recalibrated";
/// A layer at its fewest weights, or a loss that stays at that of guessing. `note` says which; where the
/// guard held the ramp for it, `before` and `after` are the schedule as in `scheduleEdited`, else they are
/// empty.
inline constexpr const char* collapseSuspected = "collapse_suspected";
/// Weights have grown tenfold in an epoch; otherwise as `collapseSuspected`.
inline constexpr const char* divergenceSuspected = "divergence_suspected";
/// A weight or a running statistic is not a finite number; `note` says where. `failed` follows.
inline constexpr const char* diverged = "diverged";
/// The answers of the network that a finished run leaves cannot be told from guessing; `note` has the
/// figures and is the outcome's message too. `finished` follows.
inline constexpr const char* endedAtChance = "ended_at_chance";
inline constexpr const char* finished = "finished";
inline constexpr const char* stopped = "stopped";
inline constexpr const char* failed = "failed";
}  // namespace event

}  // namespace prunescope::session
