#pragma once

#include "prune/pruned_layer.h"

namespace prunescope::prune {

/// What the weights of one layer tell at a step that is measured.
struct WeightSummary {
    float threshold = 0;     ///< smallest |w| that is kept; 0 when none is
    double updateRatio = 0;  ///< ||w - remembered|| / ||remembered||; 0 where nothing is remembered
};

/// Keeps a copy of the latent weights, for the update ratio.
void rememberWeights(std::span<PrunedLayer> layers);

/// One for each layer, in one parallel sweep.
std::vector<WeightSummary> summarise(std::span<const PrunedLayer> layers);

}  // namespace prunescope::prune
