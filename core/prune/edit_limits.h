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
    std::int64_t fewest = 0;   ///< that all layers keep together, whatever is asked for
    bool budgeted = false;     ///< the budgets of layers ask for more than `minKeep` does

    /// Adds a layer to `weights` and `fewest`, of which it keeps `least` at least.
    void add(std::int64_t layerWeights, std::int64_t least);

    /// Why masks of this sparsity cannot be chosen; "" when they can.
    Text sparsityProblem(double sparsity) const;
    /// Why this schedule cannot replace the present one; "" when it can.
    Text scheduleProblem(const run::SparsitySchedule& next) const;
    /// What makes room for a sparsity that is too high, before a run has begun.
    Text mend() const;

private:
    Text frozenProblem(const run::SparsitySchedule& next) const;
};

}  // namespace prunescope::prune
