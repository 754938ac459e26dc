// What a pruner could be asked for, and why it would refuse.

#include "prune/pruner.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace prunescope::prune {

using run::Phase;
using run::SparsitySchedule;

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

std::vector<std::int64_t> Pruner::keptAt(double sparsity) {
    return selector_.counts(maskLayers(), keptCount(prunableWeights(), sparsity));
}

Text Pruner::sparsityProblem(double sparsity) const {
    const std::int64_t kept = keptCount(prunableWeights(), sparsity);
    std::int64_t fewest = 0;
    for (const auto& l : layers_) fewest += std::min(minKeep_, l.size());
    if (!prunes_ || kept >= fewest) return {};
    return Text::of(
        "the target {} keeps {} weights, but every layer keeping {} needs {}, so at most {} is possible",
        sparsity, kept, minKeep_, fewest, largestSparsity(prunableWeights(), fewest));
}

Text Pruner::editProblem(const SparsitySchedule& next, StepIndex now) const {
    if (Text problem = run::scheduleProblem(next); !problem.empty()) return problem;
    if (next.end < now && next.end != schedule_.end) {
        return Text::of("the ramp would end at step {}, but the run is at step {}", next.end.value,
                        now.value);
    }
    if (next.freeze < next.end && next.freeze != schedule_.freeze) {
        return Text::of(
            "the mask would freeze at step {}, before the ramp ends at {}, so the target would not be "
            "reached",
            next.freeze.value, next.end.value);
    }
    if (Text problem = sparsityProblem(next.target); !problem.empty()) return problem;
    const std::int64_t kept = keptCount(prunableWeights(), next.target);
    if (phase_ == Phase::exploitation && next.freeze <= now && kept != keptWeights()) {
        return Text::of(
            "the mask is frozen at {:.4f} sparsity and cannot change to {:.4f}; unfreeze it first or move "
            "the freeze point past step {}",
            sparsity(), next.target, now.value);
    }
    if (phase_ == Phase::exploitation && kept > keptWeights()) {
        return Text::of("the target {:.4f} is below the {:.4f} that is already frozen", next.target,
                        sparsity());
    }
    return {};
}

}  // namespace prunescope::prune
