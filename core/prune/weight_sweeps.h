#pragma once

#include "nn/update_work.h"
#include "parallel/block_list.h"
#include "prune/method.h"
#include "prune/pruned_layer.h"

#include <unordered_map>

namespace prunescope::prune {

/// What is in force in a step.
struct StepTerms {
    run::Phase phase = run::Phase::exploration;
    double sparsity = 0;
    bool prunedLearn = true;
};

/// What a method does to the weights and gradients of every step, in as few sweeps over memory as it takes:
/// each sweep is one parallel loop over all layers; layers for which the method is plain training are left
/// out; where few weights are kept, a sweep goes by their list.
class WeightSweeps : private nn::UpdateWork {
public:
    /// Both must outlive this.
    WeightSweeps(std::span<PrunedLayer> layers, Method& method);

    /// The effective weights of the present latent ones, for all that follows until the next call.
    void refresh(const StepTerms& terms);

    /// Turns all gradients into those of the latent weights.
    void formGradients();
    /// Work for the one update that comes next, instead of `formGradients`: the optimizer's own sweep forms
    /// the gradients of what may move, and measures the new weights for the next `refresh`.
    nn::UpdateWork& beginUpdate();

    /// Call when masks, or what may move, have changed.
    void forgetMeasurements();

private:
    void before(const nn::UpdateBlock& block) override;
    void after(const nn::UpdateBlock& block) override;

    LayerTerms termsOf(std::size_t layer) const;
    /// A stretch of a layer's own arrays.
    WeightRange range(std::size_t layer, const parallel::BlockList::Block& block) const;
    /// Copies of weights that may lie far apart; `mask` may be null when all are kept.
    WeightRange range(std::size_t layer, const float* weights, const std::uint8_t* mask,
                      std::int64_t size) const;
    /// The number of layers for a parameter that is not prunable.
    std::size_t indexOf(const nn::Parameter<float>* parameter) const;
    bool isMeasured(const PrunedLayer& layer) const { return needsMagnitudes_ && !layer.plain; }
    void measure();
    static Magnitudes total(PrunedLayer& layer);
    void formEffective();
    void formListed(std::size_t layer, const parallel::BlockList::Block& block);

    std::span<PrunedLayer> layers_;
    Method& method_;
    bool needsMagnitudes_;
    std::unordered_map<const nn::Parameter<float>*, std::size_t> layerOf_;
    StepTerms terms_{};
    parallel::BlockList blocks_;
};

}  // namespace prunescope::prune
