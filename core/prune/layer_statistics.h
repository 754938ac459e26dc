#pragma once

#include "prune/pruned_layer.h"

namespace prunescope::prune {

/// What the weights of one layer tell at a step that is measured.
struct WeightSummary {
    float threshold = 0;     ///< smallest |w| that is kept; 0 when none is
    double updateRatio = 0;  ///< ||w - remembered|| / ||remembered||; NaN where nothing is remembered
};

/// Keeps a copy of the latent weights as they are before an update.
void rememberWeights(std::span<PrunedLayer> layers);
/// What was remembered is of no update that anybody asks for any more.
void forgetRemembered(std::span<PrunedLayer> layers);

/// One for each layer, in one parallel sweep. The threshold is that of the remembered weights where there are
/// any, since the masks were chosen by them; of the present ones else.
std::vector<WeightSummary> summarise(std::span<const PrunedLayer> layers);

/// Smallest |w| that is kept of the present weights; 0 when none is.
float presentThreshold(const PrunedLayer& layer);

}  // namespace prunescope::prune
