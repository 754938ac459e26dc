#include "train/objective.h"

#include "base/error.h"
#include "train/class_weights.h"

#include <cmath>

namespace prunescope::train {
namespace {

nn::NumberLossOptions numberLossOf(const run::RunConfig& config) {
    return {.kind = config.targetLoss == "huber" ? nn::NumberLossKind::huber : nn::NumberLossKind::squared,
            .delta = config.huberDelta};
}

void expectNoClassOptions(const run::RunConfig& config, const std::string& title) {
    const Text problem = Text::of("{} has no classes: a number is predicted", title);
    if (config.classWeights != "none") throw UsageError("class_weights", problem, Text::of("Give none."));
    if (config.labelSmoothing > 0) throw UsageError("label_smoothing", problem, Text::of("Give 0."));
}

}  // namespace

Objective::Objective(const run::RunConfig& config, const data::Dataset& dataset)
    : dataset_(dataset), smoothing_(config.labelSmoothing), numberLoss_(numberLossOf(config)) {
    if (task() == run::Task::regression) {
        expectNoClassOptions(config, dataset.description().title);
        return;
    }
    classWeights_ = classWeights(config.classWeights, dataset.description().classCounts.train);
}

void Objective::take(run::Split split, std::span<const data::ImageIndex> images) {
    if (task() == run::Task::regression) data::BatchLoader(dataset_, 0).loadTargets(split, images, targets_);
}

nn::LossResult Objective::trainingLoss(const kernels::Tensor<float>& outputs,
                                       kernels::Tensor<float>* gradient) const {
    if (task() == run::Task::regression)
        return nn::numberLoss<float>(outputs, targets_, numberLoss_, gradient);
    return nn::softmaxCrossEntropy<float>(
        outputs, labels_, {.smoothing = smoothing_, .classWeights = classWeights_}, gradient, nullptr);
}

double Objective::lossOfGuessing() const {
    if (task() == run::Task::classification) return std::log(static_cast<double>(dataset_.classes()));
    std::vector<double> all;
    data::BatchLoader(dataset_, 0).loadTargets(run::Split::train, dataset_.indices(run::Split::train), all);
    return nn::lossOfZero(all, numberLoss_);
}

}  // namespace prunescope::train
