#pragma once

#include "base/text.h"
#include "run/run_sink.h"
#include "session/snapshot.h"
#include "store/run_folder.h"

#include <memory>
#include <string>
#include <vector>

namespace prunescope::ui {

/// The weights that a run left behind, layer by layer as its header names them.
class SavedWeights {
public:
    struct Layer {
        std::vector<std::int64_t> shape;
        view::ImageShape image{};
        std::vector<float> latent;
        std::vector<float> effective;
        std::vector<std::uint8_t> mask;
    };

    /// What `read` found: weights, or neither weights nor a problem when none were saved.
    struct Reading {
        std::shared_ptr<const SavedWeights> weights;
        Text problem;
    };
    /// Slow: for a thread in the background. Never throws.
    static Reading read(const store::RunFolder& folder, const run::RunHeader& header);

    SavedWeights(std::vector<Layer> layers, StepIndex step) : layers_(std::move(layers)), step_(step) {}

    /// Null when there is no such layer, or it cannot be arranged so. Slow for large layers, as is `detail`.
    std::shared_ptr<const session::WeightPicture> picture(const session::WatchWeights& request) const;
    std::shared_ptr<const session::WeightDetail> detail(LayerIndex layer, std::int64_t index) const;

private:
    std::vector<Layer> layers_;
    StepIndex step_;
};

/// Shape of the network's input for its first prunable layer, zeros for the others.
view::ImageShape imageShapeOf(const run::RunHeader& header, LayerIndex layer);
/// Null when the network has no such prunable layer.
const run::LayerDescription* describedLayer(const run::RunHeader& header, LayerIndex layer);

}  // namespace prunescope::ui
