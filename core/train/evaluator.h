#pragma once

#include "data/batch_loader.h"
#include "data/dataset.h"
#include "infer/engine.h"
#include "nn/network.h"
#include "train/objective.h"
#include "train/split_figures.h"

namespace prunescope::train {

/// A network as it would be deployed with its weights of this moment, asked about whole splits: the same bits
/// on any number of threads, whatever the batches.
class Evaluator {
public:
    explicit Evaluator(const nn::Network<float>& network);

    /// What there is to measure over all images of the split; what describes the run is for the caller to
    /// fill in. Batches are loaded into `images` and the objective, whose storage it borrows.
    EvaluatedSplit evaluate(run::Split split, const data::Dataset& dataset, const data::BatchLoader& loader,
                            kernels::Tensor<float>& images, Objective& objective);

private:
    infer::Engine engine_;
    kernels::Tensor<float> outputs_;
};

}  // namespace prunescope::train
