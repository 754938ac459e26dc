#pragma once

#include "data/batch_loader.h"
#include "data/dataset.h"
#include "infer/engine.h"
#include "nn/network.h"
#include "run/image_answers.h"

#include <vector>

namespace prunescope::train {

/// A whole split, counted and image by image.
struct EvaluatedSplit {
    run::Evaluation evaluation;
    run::ImageAnswers answers;
};

/// A network as it would be deployed with its weights of this moment, asked about whole splits: the same bits
/// on any number of threads, whatever the batches.
class Evaluator {
public:
    /// Where a batch is loaded to: storage that the evaluator borrows.
    struct Batch {
        kernels::Tensor<float>& images;
        std::vector<std::int32_t>& labels;
    };

    explicit Evaluator(const nn::Network<float>& network);

    /// What there is to measure over all images of the split; what describes the run is for the caller to
    /// fill in.
    EvaluatedSplit evaluate(run::Split split, const data::Dataset& dataset, const data::BatchLoader& loader,
                            const Batch& batch);

private:
    infer::Engine engine_;
    kernels::Tensor<float> logits_;
};

}  // namespace prunescope::train
