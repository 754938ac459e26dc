#include "run/outlook.h"

#include <algorithm>
#include <cmath>

namespace prunescope::run {

Outlook::Outlook(const SparsitySchedule& schedule, const MaskState& now, StepIndex lastStep,
                 std::optional<double> asked)
    : schedule_(schedule), now_(now), lastStep_(std::max(lastStep, now.step)), asked_(asked) {}

double Outlook::at(StepIndex step) const {
    const StepIndex asked = std::clamp(step, now_.step, lastStep_);
    // Frozen already. A freeze that was just asked for chooses the masks once more in the step that begins.
    if (isFrozen() && now_.phase == Phase::exploitation) return now_.sparsity;
    return sparsityAt(schedule_, std::min(asked, std::max(schedule_.freeze, now_.step)));
}

bool Outlook::misses(std::int64_t prunableWeights) const {
    // Masks keep whole weights, so a share that was reached may lie up to one weight below it.
    const double rounding = prunableWeights > 0 ? 1 / static_cast<double>(prunableWeights) : 1e-9;
    return !(std::abs(shortfall()) < rounding);
}

bool reaches(double requested, std::int64_t pruned, std::int64_t weights) {
    // Whole weights are rounded down; a hair is left for products that a double cannot hold exactly.
    const double hair = 1e-9 + 1e-15 * static_cast<double>(weights);
    const double missing = requested * static_cast<double>(weights) - static_cast<double>(pruned);
    return missing > -hair && missing < 1 - hair;
}

}  // namespace prunescope::run
