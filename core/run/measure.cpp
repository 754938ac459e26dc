#include "run/measure.h"

#include <algorithm>

namespace prunescope::run {

std::optional<std::size_t> placeOf(const std::vector<MeasureDescription>& measures, MeasureRole role) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [role](const auto& m) { return m.role == role; });
    if (found == measures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - measures.begin());
}

std::vector<MeasureDescription> attentionMeasures() {
    return {
        {.key = "attention_mean_kept",
         .name = "Attention",
         .title = "Attention by layer",
         .help =
             "How evenly a layer's kept weights are attended to; 1 is a dense network: the mean over them of "
             "A = b + (1 − b) n, n the magnitude within the layer, b = (1 − p)^z the floor.",
         .role = MeasureRole::curve,
         .whenDense = 1},
        {.key = "attention_mean_all",
         .name = "Attention of all",
         .title = "Attention of all weights by layer",
         .help = "The mean of A over all weights of the layer, pruned ones too.",
         .role = MeasureRole::detail,
         .whenDense = 1},
        {.key = "attention_floor",
         .name = "Floor",
         .title = "floor",
         .help = "b = (1 − p)^z, the least that any weight is attended to.",
         .role = MeasureRole::bound,
         .whenDense = 1},
        {.key = "z",
         .name = "z",
         .title = "Attention strength by layer",
         .help = "How fast the attention floor b = (1 − p)^z falls as sparsity p rises."},
    };
}

}  // namespace prunescope::run
