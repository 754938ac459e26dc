#pragma once

#include "infer/plan.h"

#include <memory>
#include <optional>

namespace prunescope::infer {

/// A trained network as it is deployed: batch norm folded, dead channels removed, weights that are 0 left out
/// wherever that is measured to be faster.
///
/// A batch is cut into tiles of images that go through the whole network one by one, so that activations stay
/// in a core's cache; threads take tiles. Images side by side never meet, so that the cut changes no result.
/// A few images that would leave most of a vector empty, and a single one, run over the pixels of a row
/// instead of over images, which changes results by rounding; the size of the batch alone decides which.
class Engine {
public:
    struct Options {
        Index batch = 1;  ///< most images of a call
        int threads = 1;  ///< most threads of a call, of the arena it is called in
        /// All images run side by side, also a few: a result does not depend on the batch either, nor on the
        /// width of the processor's vectors.
        bool sideBySide = false;
        int trials = 5;  ///< how often each form of an operation is run to find the faster
    };

    Engine(const nn::InferenceGraph& graph, const Options& options);
    Engine(Engine&&) = default;
    Engine& operator=(const Engine&) = delete;

    /// An engine for another caller at the same time: weights and steps are shared, memory is its own.
    Engine another() const { return Engine(*this); }

    const Shape& inputShape() const { return input_; }
    Index outputs() const { return outputs_; }

    /// `images` (N,C,H,W), `results` (N, outputs), row-major; N at most the batch. One call at a time.
    void run(std::span<const float> images, std::span<float> results);
    /// The same for images in tiles, with (outputs,1,1) results each; `sideBySide` engines alone.
    void run(const kernels::Tensor<float>& images, kernels::Tensor<float>& results);

    /// Channels that were left out, of all tensors.
    Index removedChannels() const { return removedChannels_; }
    /// Operations that work from the kept weights alone.
    Index sparseSteps() const;

private:
    /// Some of the images of a call, for one plan.
    struct Tile {
        const Plan* plan;
        Index first;
        Index images;
    };

    Engine(const Engine& other);

    void addWorkers(std::size_t count);
    void cut(Index images);
    /// Calls `body(tile, worker)` for every tile.
    template <class Body>
    void forEachTile(const Body& body);
    /// The memory of one thread, for each plan.
    struct Worker {
        std::optional<Plan::Workspace> wide{};
        std::optional<Plan::Workspace> narrow{};
    };

    Shape input_;
    Index outputs_;
    Index removedChannels_ = 0;
    std::shared_ptr<const Plan> wide_{};    ///< many images side by side
    std::shared_ptr<const Plan> narrow_{};  ///< one image
    std::vector<Tile> tiles_;
    std::vector<Worker> workers_;
};

}  // namespace prunescope::infer
