#include "train/evaluator.h"

#include "nn/loss.h"
#include "parallel/arena_threads.h"
#include "train/confidence.h"

#include <algorithm>
#include <span>
#include <utility>

namespace prunescope::train {
namespace {

/// An engine answers a few hundred tiles and goes: a longer search for the faster forms would not pay.
constexpr int trials = 1;

/// With more classes, those that come first are asked for.
constexpr kernels::Index firstClasses = 5;

/// Counts what a network said of a split, batch by batch.
class SplitCounts {
public:
    SplitCounts(run::Split split, std::int64_t classes, std::size_t images)
        : total_(static_cast<double>(images)) {
        run::Evaluation& e = counted_.evaluation;
        e.split = split;
        e.classes = counted_.answers.classes = classes;
        e.confusion.resize(static_cast<std::size_t>(classes * classes));
        counted_.answers.truth.reserve(images);
        counted_.answers.answers.reserve(images);
    }

    /// `loss`: mean over the batch.
    void add(double loss, const kernels::Tensor<float>& logits, const std::vector<std::int32_t>& labels,
             const std::vector<std::int32_t>& answers) {
        run::Evaluation& e = counted_.evaluation;
        e.loss += loss * static_cast<double>(labels.size()) / total_;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto image = static_cast<kernels::Index>(i);
            ++e.confusion[static_cast<std::size_t>(labels[i] * e.classes + answers[i])];
            counted_.answers.truth.push_back(static_cast<std::uint16_t>(labels[i]));
            counted_.answers.answers.push_back(static_cast<std::uint16_t>(answers[i]));
            calibration_.add(confidenceOf(logits, image), labels[i] == answers[i]);
            if (asksForFive()) amongFive_ += placeOf(logits, image, labels[i]) < firstClasses ? 1 : 0;
        }
    }

    EvaluatedSplit take() {
        counted_.evaluation.calibrationError = calibration_.value();
        if (asksForFive() && total_ > 0) counted_.evaluation.topFiveAccuracy = amongFive_ / total_;
        return std::move(counted_);
    }

private:
    bool asksForFive() const { return counted_.evaluation.classes > run::mostClassesWithoutTopFive; }

    EvaluatedSplit counted_{};
    CalibrationError calibration_{};
    double amongFive_ = 0;
    double total_;
};

}  // namespace

Evaluator::Evaluator(const nn::Network<float>& network)
    : engine_(network.inferenceGraph(), {.batch = network.capacity(),
                                         .threads = parallel::threadsOfArena(),
                                         .sideBySide = true,
                                         .trials = trials}),
      logits_({network.classes(), 1, 1}, network.capacity()) {}

EvaluatedSplit Evaluator::evaluate(run::Split split, const data::Dataset& dataset,
                                   const data::BatchLoader& loader, const Batch& batch) {
    std::span<const data::ImageIndex> rest = dataset.indices(split);
    SplitCounts counts(split, logits_.shape().channels, rest.size());
    std::vector<std::int32_t> answers;
    while (!rest.empty()) {
        const auto images = rest.first(std::min(rest.size(), static_cast<std::size_t>(logits_.capacity())));
        rest = rest.subspan(images.size());
        loader.loadForEvaluation(split, images, batch.images, batch.labels);
        engine_.run(batch.images, logits_);
        const nn::LossResult loss =
            nn::softmaxCrossEntropy<float>(logits_, batch.labels, {}, nullptr, &answers);
        counts.add(loss.loss, logits_, batch.labels, answers);
    }
    EvaluatedSplit evaluated = counts.take();
    if (split == run::Split::test) evaluated.answers.groups = dataset.testGroups().ofTest;
    return evaluated;
}

}  // namespace prunescope::train
