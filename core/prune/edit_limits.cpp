#include "prune/edit_limits.h"

#include "prune/mask_selection.h"

#include <algorithm>
#include <cmath>

namespace prunescope::prune {
namespace {

/// The largest sparsity of few digits that keeps `fewest` of the weights.
double largestSparsity(std::int64_t weights, std::int64_t fewest) {
    const double share = static_cast<double>(weights - fewest) / static_cast<double>(weights);
    for (double scale = 1e6;; scale *= 10) {
        const double rounded = std::floor(share * scale) / scale;
        // From here on there are more digits than weights, and nothing is gained by rounding.
        if (scale > static_cast<double>(weights)) return rounded;
    }
}

}  // namespace

void EditLimits::add(std::int64_t layerWeights, std::int64_t least) {
    weights += layerWeights;
    fewest += least;
    budgeted = budgeted || least > std::min(minKeep, layerWeights);
}

Text EditLimits::sparsityProblem(double sparsity) const {
    const std::int64_t wanted = keptCount(weights, sparsity);
    if (wanted >= fewest) return {};
    if (budgeted) {
        return Text::of(
            "the target {} keeps {} weights, but the budgets of the layers need {}, so at most {} is "
            "possible",
            sparsity, wanted, fewest, largestSparsity(weights, fewest));
    }
    return Text::of(
        "the target {} keeps {} weights, but every layer keeping {} needs {}, so at most {} is possible",
        sparsity, wanted, minKeep, fewest, largestSparsity(weights, fewest));
}

Text EditLimits::scheduleProblem(const run::SparsitySchedule& next) const {
    if (Text problem = run::scheduleProblem(next); !problem.empty()) return problem;
    if (next.end < now && next.end != schedule.end) {
        return Text::of("the ramp would end at step {}, but the run is at step {}", next.end.value,
                        now.value);
    }
    if (next.freeze < next.end && next.freeze != schedule.freeze) {
        return Text::of(
            "the mask would freeze at step {}, before the ramp ends at {}, so the target would not be "
            "reached",
            next.freeze.value, next.end.value);
    }
    if (Text problem = sparsityProblem(next.target); !problem.empty()) return problem;
    return frozen ? frozenProblem(next) : Text();
}

Text EditLimits::mend() const {
    return budgeted ? Text::of("Lower schedule.target or allow more in pruning.layers.")
                    : Text::of("Lower schedule.target or pruning.min_keep.");
}

Text EditLimits::frozenProblem(const run::SparsitySchedule& next) const {
    const std::int64_t wanted = keptCount(weights, next.target);
    const double sparsity = 1 - static_cast<double>(kept) / static_cast<double>(weights);
    if (next.freeze <= now && wanted != kept) {
        return Text::of(
            "the mask is frozen at {:.4f} sparsity and cannot change to {:.4f}; unfreeze it first or move "
            "the freeze point past step {}",
            sparsity, next.target, now.value);
    }
    if (wanted > kept) {
        return Text::of("the target {:.4f} is below the {:.4f} that is already frozen", next.target,
                        sparsity);
    }
    return {};
}

}  // namespace prunescope::prune
