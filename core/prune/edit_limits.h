#pragma once

#include "base/text.h"
#include "run/schedule.h"

#include <cstdint>

namespace prunescope::prune {

/// Where a run stands when somebody wants another schedule, or masks of another sparsity.
struct EditLimits {
    run::SparsitySchedule schedule;  ///< in force
    StepIndex now;
    bool frozen = false;       ///< masks do not change any more
    std::int64_t weights = 0;  ///< prunable
    std::int64_t kept = 0;
    std::int64_t minKeep = 0;  ///< that every layer keeps
    std::int64_t fewest = 0;   ///< that all layers keep together

    /// Why masks of this sparsity cannot be chosen; "" when they can.
    Text sparsityProblem(double sparsity) const;
    /// Why this schedule cannot replace the present one; "" when it can.
    Text scheduleProblem(const run::SparsitySchedule& next) const;

private:
    Text frozenProblem(const run::SparsitySchedule& next) const;
};

}  // namespace prunescope::prune
