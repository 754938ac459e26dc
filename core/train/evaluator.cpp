#include "train/evaluator.h"

#include "parallel/arena_threads.h"

#include <algorithm>
#include <memory>
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
      outputs_({network.classes(), 1, 1}, network.capacity()) {}

EvaluatedSplit Evaluator::evaluate(run::Split split, const data::Dataset& dataset,
                                   const data::BatchLoader& loader, kernels::Tensor<float>& images,
                                   Objective& objective) {
    std::span<const data::ImageIndex> rest = dataset.indices(split);
    const std::unique_ptr<SplitFigures> figures = splitFigures(split, dataset);
    while (!rest.empty()) {
        const auto batch = rest.first(std::min(rest.size(), static_cast<std::size_t>(outputs_.capacity())));
        rest = rest.subspan(batch.size());
        loader.loadForEvaluation(split, batch, images, objective.labels());
        objective.take(split, batch);
        engine_.run(images, outputs_);
        figures->add(outputs_, batch, objective);
    }
    EvaluatedSplit evaluated = figures->take();
    if (split == run::Split::test) evaluated.answers.groups = dataset.testGroups().ofTest;
    return evaluated;
}

}  // namespace prunescope::train
