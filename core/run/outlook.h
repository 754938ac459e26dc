#pragma once

#include "run/records.h"
#include "run/schedule.h"

#include <optional>

namespace prunescope::run {

/// How the masks of a run stand at a step boundary.
struct MaskState {
    StepIndex step;  ///< updates done
    Phase phase = Phase::exploration;
    double sparsity = 0;  ///< achieved over the prunable weights
};

/// What will really become of the sparsity if nobody steps in, rather than what the ramp asks for: a mask
/// that is frozen stays as it is, one that will be frozen stays from then on as it was there, and a ramp that
/// ends after the run is not finished. Everything that speaks of what lies ahead asks here.
class Outlook {
public:
    /// `asked`: the target that somebody asked for, where a guard has put another into the schedule.
    Outlook(const SparsitySchedule& schedule, const MaskState& now, StepIndex lastStep,
            std::optional<double> asked = {});

    /// The sparsity once the masks of `step` are chosen; `step` not before now.
    double at(StepIndex step) const;
    /// When the run ends.
    double atEnd() const { return at(lastStep_); }
    /// The masks stand still from the next step on.
    bool isFrozen() const { return schedule_.freeze <= now_.step; }
    /// A guard ended the ramp before the target that was asked for.
    bool isHeld() const { return schedule_.target < target(); }
    double target() const { return asked_.value_or(schedule_.target); }
    /// By how much the end falls short of the target (above 0) or lies above it (below 0), as a share.
    double shortfall() const { return target() - atEnd(); }
    /// Whether the end differs from the target by more than the rounding to whole weights, of which the
    /// network has `prunableWeights`.
    bool misses(std::int64_t prunableWeights) const;

private:
    SparsitySchedule schedule_;
    MaskState now_;
    StepIndex lastStep_;
    std::optional<double> asked_;
};

/// Whether `pruned` of `weights` is what a share of `requested` comes to: rounded down to whole weights. It
/// is reckoned from the numbers alone, apart from the code that chooses masks.
bool reaches(double requested, std::int64_t pruned, std::int64_t weights);

}  // namespace prunescope::run
