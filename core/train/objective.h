#pragma once

#include "data/batch_loader.h"
#include "data/dataset.h"
#include "nn/number_loss.h"
#include "run/run_config.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::train {

/// What a network is trained for: the classes of a data set by cross-entropy, or its numbers by a loss of
/// numbers. It holds the labels or targets of the batch that was taken last.
class Objective {
public:
    /// Throws `UsageError` for options that are of classes where a number is predicted.
    Objective(const run::RunConfig& config, const data::Dataset& dataset);

    run::Task task() const { return dataset_.task(); }
    /// The labels of the next batch, to be loaded into.
    std::vector<std::int32_t>& labels() { return labels_; }
    const std::vector<std::int32_t>& labels() const { return labels_; }
    /// Takes the targets of these, if numbers are predicted; call it with each batch.
    void take(run::Split split, std::span<const data::ImageIndex> images);
    std::size_t images() const { return labels_.size(); }

    /// Of the batch, as training has it: with smoothing and weights of classes.
    nn::LossResult trainingLoss(const kernels::Tensor<float>& outputs,
                                kernels::Tensor<float>* gradient) const;
    /// What a network comes to that has learned nothing: log K of K classes, or the loss of always predicting
    /// the mean of the training rows.
    double lossOfGuessing() const;

    const nn::NumberLossOptions& numberLoss() const { return numberLoss_; }
    const std::vector<double>& targets() const { return targets_; }

private:
    const data::Dataset& dataset_;
    double smoothing_;
    std::vector<double> classWeights_{};
    nn::NumberLossOptions numberLoss_;
    std::vector<std::int32_t> labels_{};
    std::vector<double> targets_{};  ///< standardised; none where there are classes
};

}  // namespace prunescope::train
