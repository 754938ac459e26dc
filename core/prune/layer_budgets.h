#pragma once

#include "run/run_config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::prune {

/// A prunable layer, as a budget sees it.
struct LayerSize {
    std::string name;
    std::int64_t weights = 0;
};

/// What each of these layers keeps at least: `min_keep`, and what its budget does not let go. Throws
/// `UsageError` for a budget of a layer that is none of them.
std::vector<std::int64_t> leastKept(const run::PruningConfig& pruning, const std::vector<LayerSize>& layers);

/// Throws `UsageError` when a run of this configuration cannot prune a network of these layers: for a budget
/// of a layer that is none of them, and for a target that budgets and `min_keep` together do not allow.
void expectPossible(const run::RunConfig& config, const std::vector<LayerSize>& layers);

}  // namespace prunescope::prune
