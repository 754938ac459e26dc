#pragma once

/// Kinds of audit events, as they are recorded.
namespace prunescope::run::event {
inline constexpr const char* started = "started";
inline constexpr const char* paused = "paused";
inline constexpr const char* resumed = "resumed";
inline constexpr const char* stepped = "stepped";
inline constexpr const char* stateSaved = "state_saved";
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
/// A run that had not come to its end was taken up again; `note` says where.
inline constexpr const char* continued = "continued";
/// A run was asked for more epochs when it was taken up; `before` and `after` are its lengths, and its step
/// the last one on record: what comes behind it is trained for the new length.
inline constexpr const char* extended = "extended";
/// The run begins with the saved state of another one; `after` names it, `note` says what of it starts anew.
inline constexpr const char* branched = "branched";
inline constexpr const char* finished = "finished";
inline constexpr const char* stopped = "stopped";
inline constexpr const char* failed = "failed";
}  // namespace prunescope::run::event
