#pragma once

#include "data/dataset.h"
#include "infer/engine.h"
#include "prune/pruner.h"
#include "speed/request.h"
#include "speed/theory.h"
#include "train/trainer.h"

#include <memory>
#include <string>
#include <vector>

namespace prunescope::speed {

/// Images of random pixels with random labels, held in memory: the time of a step does not depend on what
/// they show.
std::shared_ptr<const data::Dataset> randomImages(const Request& request);

/// A network in training that is moved from one sparsity and phase to the next. It learns at so small a rate
/// that its weights stay as they are drawn: learning the few images by heart would turn gradients denormal.
class TrainingLoad {
public:
    /// `method`: "dense" trains without pruning.
    TrainingLoad(const Request& request, const std::string& method,
                 std::shared_ptr<const data::Dataset> images);

    /// To set weights before the first step.
    const std::vector<nn::Parameter<float>*>& parameters() const { return trainer_.network().parameters(); }

    /// Throws `UsageError` when the network cannot be that sparse.
    void expectSparsity(double sparsity) const;
    Theory theory(double sparsity);

    /// The next step chooses masks of this sparsity; later ones do so at every mask interval.
    void explore(double sparsity);
    /// From the next step on, the masks of that sparsity stand still.
    void exploit(double sparsity);

    /// One whole training step with the loading of its images. True when it did what a mask interval asks
    /// for: masks or statistics.
    bool step();
    double sparsity() const { return trainer_.pruner().sparsity(); }
    run::Phase phase() const { return trainer_.pruner().phase(); }
    std::int64_t maskInterval() const { return trainer_.config().pruning.maskInterval; }

private:
    train::Trainer trainer_;
};

/// A network that answers: deployed as `infer::Engine` does it, with the masks and baked weights of a
/// finished run.
class InferenceLoad {
public:
    /// `batch`: images of one pass. `threads` of the arena that `pass` is called in.
    InferenceLoad(const Request& request, std::int64_t batch, int threads, const data::Dataset& images);

    /// To set weights before the first pass.
    const std::vector<nn::Parameter<float>*>& parameters() const { return network_.parameters(); }

    /// Deploys the network at this sparsity.
    void prune(double sparsity);
    /// What it computes at the sparsity that was asked for last.
    nn::InferenceGraph inferenceGraph() { return network_.inferenceGraph(); }
    void pass() { engine_->run(images_, results_); }

private:
    nn::Network<float> network_;
    prune::Pruner pruner_;  // refers to the network: goes first
    infer::Engine::Options options_;
    std::vector<float> images_;
    std::vector<float> results_;
    std::unique_ptr<infer::Engine> engine_;
};

}  // namespace prunescope::speed
