#include "prune/mask_choice.h"

#include <utility>

namespace prunescope::prune {

MaskChoice::MaskChoice(MaskSelector& selector, std::vector<MaskLayer> layers,
                       std::vector<const float*> gradients, std::int64_t kept, std::uint64_t seed,
                       StepIndex step)
    : selector_(selector),
      layers_(std::move(layers)),
      gradients_(std::move(gradients)),
      kept_(kept),
      seed_(seed),
      step_(step) {}

ChoiceLayer MaskChoice::layer(LayerIndex index) const {
    const MaskLayer& layer = layers_[index.index()];
    const float* gradient = gradients_[index.index()];
    return {.latent = {layer.weights, layer.size},
            .gradient = {gradient, gradient == nullptr ? 0 : layer.size},
            .mask = {layer.mask, layer.size},
            .least = layer.least};
}

void MaskChoice::keepLargest() {
    selector_.select(layers_, kept_);
}

const std::vector<std::int64_t>& MaskChoice::counts() {
    if (counts_.empty()) counts_ = selector_.counts(layers_, kept_);
    return counts_;
}

void MaskChoice::keepLargest(LayerIndex layer, std::span<const float> scores, std::int64_t count) {
    MaskLayer ranked = layers_[layer.index()];
    ranked.weights = scores.data();
    selector_.keepLargest(ranked, count);
}

Random MaskChoice::random(LayerIndex layer) const {
    const auto layers = static_cast<std::uint64_t>(layers_.size());
    return Random(seed_, RandomStream::method,
                  static_cast<std::uint64_t>(step_.value) * layers + layer.index());
}

}  // namespace prunescope::prune
