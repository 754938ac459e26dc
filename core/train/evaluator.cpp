#include "train/evaluator.h"

#include "nn/loss.h"
#include "parallel/arena_threads.h"

#include <algorithm>
#include <span>

namespace prunescope::train {
namespace {

/// An engine answers a few hundred tiles and goes: a longer search for the faster forms would not pay.
constexpr int trials = 1;

}  // namespace

Evaluator::Evaluator(const nn::Network<float>& network)
    : engine_(network.inferenceGraph(), {.batch = network.capacity(),
                                         .threads = parallel::threadsOfArena(),
                                         .sideBySide = true,
                                         .trials = trials}),
      logits_({network.classes(), 1, 1}, network.capacity()) {}

run::Evaluation Evaluator::evaluate(run::Split split, const data::Dataset& dataset,
                                    const data::BatchLoader& loader, const Batch& batch) {
    const std::int64_t classes = logits_.shape().channels;
    run::Evaluation evaluation{
        .step = {},
        .split = split,
        .classes = classes,
        .confusion = std::vector<std::int64_t>(static_cast<std::size_t>(classes * classes))};
    std::span<const data::ImageIndex> rest = dataset.indices(split);
    const auto total = static_cast<double>(rest.size());
    std::vector<std::int32_t> answers;
    while (!rest.empty()) {
        const auto images = rest.first(std::min(rest.size(), static_cast<std::size_t>(logits_.capacity())));
        rest = rest.subspan(images.size());
        loader.loadForEvaluation(split, images, batch.images, batch.labels);
        engine_.run(batch.images, logits_);
        const nn::LossResult loss =
            nn::softmaxCrossEntropy<float>(logits_, batch.labels, {}, nullptr, &answers);
        evaluation.loss += loss.loss * static_cast<double>(images.size()) / total;
        for (std::size_t i = 0; i < images.size(); ++i)
            ++evaluation.confusion[static_cast<std::size_t>(batch.labels[i] * classes + answers[i])];
    }
    return evaluation;
}

}  // namespace prunescope::train
