#pragma once

#include "base/state_visitor.h"
#include "data/batch_loader.h"
#include "data/dataset.h"
#include "data/sampler.h"
#include "model/weights_file.h"
#include "nn/models.h"
#include "optim/learning_rate.h"
#include "optim/optimizer.h"
#include "prune/pruner.h"
#include "run/run_record.h"
#include "train/objective.h"
#include "train/resolved_config.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace prunescope::train {

/// What one training step gave. The sample's times are for the caller to fill in.
struct StepResult {
    run::MetricSample sample;
    std::vector<run::LayerStatistic> statistics;  ///< empty when none were taken in this step
    std::optional<run::MaskUpdateRecord> masks;   ///< that were chosen in this step
    std::optional<run::Phase> entered;            ///< the phase that began with this step
    std::int64_t images = 0;
    bool epochEnded = false;
};

/// A network in training under a pruning method: one step at a time, on the threads of the current arena.
/// Same configuration, same data, same edits at the same steps: the same bits.
class Trainer {
public:
    /// `extensions`: of a run that has been asked for more epochs than its configuration has. The schedule of
    /// the sparsity keeps its steps then, and the learning rate goes on as `LearningRate::extend` says.
    /// Throws `UsageError` when configuration and data do not fit together.
    Trainer(const ResolvedConfig& config, std::shared_ptr<const data::Dataset> dataset,
            const std::vector<run::Extension>& extensions = {});

    /// As the run was started.
    const run::RunConfig& config() const { return config_; }
    /// Where the weights came from before the first step; nothing where the seed drew them.
    const std::optional<run::InitialWeights>& initialWeights() const { return initialWeights_; }
    run::RunHeader header() const;
    std::int64_t stepsPerEpoch() const { return sampler_.stepsPerEpoch(); }
    /// With all extensions.
    std::int64_t totalSteps() const;
    StepIndex step() const { return step_; }
    double epoch() const { return static_cast<double>(step_.value) / static_cast<double>(stepsPerEpoch()); }
    bool done() const { return step_.value >= totalSteps(); }

    /// See `Objective`.
    double lossOfGuessing() const { return objective_.lossOfGuessing(); }

    StepResult advance();

    /// False once the mask is frozen, and where nothing is ever cut.
    bool masksMove() const;
    /// When the run ends while masks still move: masks for the target of the last step, so that what was
    /// asked for is what is left. Gives the layers' statistics; empty when the mask is frozen already.
    std::vector<run::LayerStatistic> finishMasks();
    /// Batch norm's running statistics anew from one pass over training images with the present weights.
    void recalibrateBatchNorm();

    /// With the network as it would be deployed, which is prepared once for all of these splits.
    std::vector<run::Evaluation> evaluate(std::span<const run::Split> splits);
    run::Evaluation evaluate(run::Split split);
    /// What the network said of every test image when the test split was evaluated last.
    const run::ImageAnswers& testAnswers() const { return testAnswers_; }

    prune::Pruner& pruner() { return *pruner_; }
    const prune::Pruner& pruner() const { return *pruner_; }
    const nn::Network<float>& network() const { return network_; }

    /// Effective weights under the parameters' names, with NAME.latent and NAME.mask for those that are
    /// prunable.
    model::WeightsFile weights() const;
    /// All that its next steps depend on, between two steps. What is last on record of the test images is not
    /// among it: it is measured anew.
    void visit(StateVisitor& visitor);
    /// Zero effective weights over all trained parameters, in [0, 1].
    double sparsityOfAllParameters() const;

private:
    std::int64_t stepsAsStarted() const { return stepsPerEpoch() * config_.epochs; }
    /// How good the answers to a step's batch were, of the task.
    void addQuality(const nn::LossResult& loss, run::MetricSample& sample) const;
    /// Loss and gradients of the step's batch, which is loaded.
    nn::LossResult differentiate();
    /// Before masks are chosen: for a method that chooses by them, the gradients at the masks before, from
    /// the batch that is loaded.
    void takeGradientsForMasks();
    void loadBatch();

    run::RunConfig config_;
    std::vector<run::Extension> extensions_;
    std::shared_ptr<const data::Dataset> dataset_;
    nn::Network<float> network_;
    std::optional<run::InitialWeights> initialWeights_;
    data::Sampler sampler_;
    data::BatchLoader loader_;
    std::unique_ptr<prune::Pruner> pruner_;
    std::unique_ptr<optim::Optimizer> optimizer_;
    optim::LearningRate learningRate_;
    Objective objective_;
    kernels::Tensor<float> images_;
    StepIndex step_;
    run::ImageAnswers testAnswers_;
};

/// The network that a configuration describes, with weights that its seed draws.
nn::Network<float> makeNetwork(const run::RunConfig& config, const data::Dataset& dataset);

}  // namespace prunescope::train
