#pragma once

#include "base/text.h"
#include "run/schedule.h"

namespace prunescope::view {

/// The requested sparsity `p(t)` of a schedule with its own numbers, as `run::sparsityAt` computes it:
/// "p(t) = 0.95 - 0.95 (1 - x)³, x = (t - 430) / 3870". Before the ramp it is the initial sparsity, after it
/// the target.
Text scheduleFormula(const run::SparsitySchedule& schedule);

}  // namespace prunescope::view
