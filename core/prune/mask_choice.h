#pragma once

#include "base/random.h"
#include "base/strong_index.h"
#include "nn/arrays.h"
#include "prune/mask_selection.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::prune {

/// A layer whose mask is to be chosen; arrays are row-major, (O,C,KH,KW) or (O,I).
struct ChoiceLayer {
    nn::ConstFloatArray latent;
    /// dL/d effective of every weight, kept or pruned; empty unless the method chooses by gradient.
    nn::ConstFloatArray gradient;
    nn::ArrayMap<std::uint8_t> mask;  ///< 1 = kept: the present one, until it is overwritten
    std::int64_t least = 0;           ///< weights that are to be kept here, whatever is pruned elsewhere
};

/// What a method chooses new masks from, and where it puts them.
class MaskChoice {
public:
    /// `gradients` may be null pointers; all must outlive the choice. Masks are written where `layers` say.
    MaskChoice(MaskSelector& selector, std::vector<MaskLayer> layers, std::vector<const float*> gradients,
               std::int64_t kept, std::uint64_t seed, StepIndex step);

    /// How many weights are to be kept in all.
    std::int64_t kept() const { return kept_; }
    /// Updates done.
    StepIndex step() const { return step_; }

    std::size_t layers() const { return layers_.size(); }
    ChoiceLayer layer(LayerIndex index) const;

    /// Keeps the weights of largest magnitude, as the run's scope compares or shares them and as budgets
    /// allow.
    void keepLargest();
    /// How many of the layer's weights the run's scope and the layers' budgets let it keep. A method that
    /// keeps other counts has to keep at least `ChoiceLayer::least`.
    const std::vector<std::int64_t>& counts();
    /// Keeps the `count` weights of a layer whose scores are of largest magnitude, of equal ones those of
    /// lower index. `scores` has one for each weight.
    void keepLargest(LayerIndex layer, std::span<const float> scores, std::int64_t count);

    /// Another stream for every layer and step.
    Random random(LayerIndex layer) const;

private:
    MaskSelector& selector_;
    std::vector<MaskLayer> layers_;
    std::vector<const float*> gradients_;
    std::int64_t kept_;
    std::uint64_t seed_;
    StepIndex step_;
    std::vector<std::int64_t> counts_{};
};

}  // namespace prunescope::prune
