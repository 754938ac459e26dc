#include "train/trainer.h"

#include "model/target_scale.h"
#include "prune/mask_digest.h"
#include "run/extensions.h"
#include "train/evaluator.h"
#include "train/initial_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace prunescope::train {
nn::Network<float> makeNetwork(const run::RunConfig& config, const data::Dataset& dataset) {
    nn::Network<float> network = nn::buildNetwork<float>({.name = config.model,
                                                          .input = dataset.shape(),
                                                          .classes = dataset.outputs(),
                                                          .capacity = config.batch,
                                                          .dropout = config.dropout,
                                                          .graph = config.graph});
    if (dataset.task() == run::Task::regression) model::expectDenseEnd(network.graph());
    nn::initialise(network, static_cast<std::uint64_t>(config.seed));
    return network;
}

Trainer::Trainer(const ResolvedConfig& config, std::shared_ptr<const data::Dataset> dataset,
                 const std::vector<run::Extension>& extensions)
    : config_(*config),
      extensions_(extensions),
      dataset_(std::move(dataset)),
      network_(makeNetwork(config_, *dataset_)),
      initialWeights_(loadInitialWeights(config_.start, config.weights(), network_)),
      sampler_(dataset_->indices(run::Split::train), config_.batch, static_cast<std::uint64_t>(config_.seed)),
      loader_(*dataset_, static_cast<std::uint64_t>(config_.seed)),
      pruner_(std::make_unique<prune::Pruner>(config_, network_.parameters(),
                                              run::resolvedSchedule(config_.schedule, stepsAsStarted()))),
      optimizer_(optim::makeOptimizer(config_.optimizer, network_.parameters())),
      learningRate_(config_.learningRate, config_.optimizer.learningRate, stepsPerEpoch(), stepsAsStarted()),
      objective_(config_, *dataset_),
      images_(network_.inputShape(), config_.batch) {
    for (const run::Extension& extension : extensions_)
        learningRate_.extend(extension.from.value, extension.after.steps);
}

std::int64_t Trainer::totalSteps() const {
    return extensions_.empty() ? stepsAsStarted() : extensions_.back().after.steps;
}

run::RunHeader Trainer::header() const {
    run::NetworkDescription network = network_.describe();
    network.initialWeights = initialWeights_;
    run::RunHeader header{.config = config_,
                          .provenance = {},
                          .dataset = dataset_->description(),
                          .network = std::move(network),
                          .schedule = pruner_->schedule(),
                          .totalSteps = stepsAsStarted(),
                          .measures = pruner_->measures()};
    for (const run::Extension& extension : extensions_) run::extend(header, extension);
    return header;
}

nn::LossResult Trainer::differentiate() {
    return network_.differentiate(
        images_,
        [this](const kernels::Tensor<float>& outputs, kernels::Tensor<float>* gradient) {
            return objective_.trainingLoss(outputs, gradient);
        },
        static_cast<std::uint64_t>(config_.seed), static_cast<std::uint64_t>(step_.value));
}

void Trainer::takeGradientsForMasks() {
    if (!pruner_->choosesByGradient()) return;
    pruner_->beginGradients();
    differentiate();
}

void Trainer::loadBatch() {
    const data::Sampler::Batch batch = sampler_.batch(step_);
    loader_.loadForTraining(batch.images, batch.epoch, images_, objective_.labels());
    objective_.take(run::Split::train, batch.images);
}

StepResult Trainer::advance() {
    StepResult result;
    loadBatch();
    if (pruner_->masksDue(step_)) takeGradientsForMasks();
    const prune::MaskUpdate masks = pruner_->beginStep(step_);
    result.entered = masks.entered;
    // Momentum must not move what stands still, now or when it thaws.
    if (masks.stilled) optimizer_->clearFrozenState();

    const nn::LossResult loss = differentiate();
    if (masks.measured) pruner_->rememberWeights();
    const double rate = learningRate_.at(step_.value);
    optimizer_->update(rate, &pruner_->beginUpdate());
    const double requested = pruner_->requestedSparsity(step_);
    ++step_;

    if (masks.measured) result.statistics = pruner_->statistics(step_);
    if (masks.updated) result.masks = {step_, requested, pruner_->sparsity(), prune::maskDigest(*pruner_)};
    result.images = static_cast<std::int64_t>(objective_.images());
    result.epochEnded = step_.value % stepsPerEpoch() == 0;
    result.sample = {.step = step_,
                     .epoch = epoch(),
                     .loss = loss.loss,
                     .learningRate = rate,
                     .targetSparsity = requested,
                     .sparsity = pruner_->sparsity(),
                     .phase = pruner_->phase()};
    addQuality(loss, result.sample);
    return result;
}

void Trainer::addQuality(const nn::LossResult& loss, run::MetricSample& sample) const {
    if (const auto& target = dataset_->description().target) {
        sample.accuracy = std::numeric_limits<double>::quiet_NaN();
        sample.rmse = target->standardDeviation * std::sqrt(loss.squaredError);
    } else {
        sample.accuracy = static_cast<double>(loss.correct) / static_cast<double>(objective_.images());
    }
}

bool Trainer::masksMove() const {
    return pruner_->phase() == run::Phase::exploration && pruner_->prunes();
}

std::vector<run::LayerStatistic> Trainer::finishMasks() {
    if (!masksMove()) return {};
    // Whatever the interval: these masks are chosen after the last step.
    if (pruner_->choosesByGradient()) loadBatch();
    takeGradientsForMasks();
    pruner_->updateMasks(step_);
    return pruner_->statistics(step_);
}

void Trainer::recalibrateBatchNorm() {
    pruner_->refresh();
    for (std::int64_t k = 0; k < stepsPerEpoch(); ++k) {
        loader_.loadForEvaluation(run::Split::train, sampler_.batch(StepIndex{k}).images, images_,
                                  objective_.labels());
        network_.updateStatistics(images_);
    }
}

std::vector<run::Evaluation> Trainer::evaluate(std::span<const run::Split> splits) {
    pruner_->refresh();
    Evaluator evaluator(network_);
    std::vector<run::Evaluation> evaluations;
    evaluations.reserve(splits.size());
    for (const run::Split split : splits) {
        EvaluatedSplit measured = evaluator.evaluate(split, *dataset_, loader_, images_, objective_);
        measured.evaluation.step = measured.answers.step = step_;
        measured.evaluation.epoch = epoch();
        measured.evaluation.sparsity = measured.answers.sparsity = pruner_->sparsity();
        evaluations.push_back(std::move(measured.evaluation));
        if (split == run::Split::test) testAnswers_ = std::move(measured.answers);
    }
    return evaluations;
}

run::Evaluation Trainer::evaluate(run::Split split) {
    return evaluate(std::span(&split, 1)).front();
}

/// Batches, dropout and the variation of images are drawn from seed, epoch and step alone.
void Trainer::visit(StateVisitor& visitor) {
    visitor.number("step", step_.value, 0, totalSteps());
    {
        const StateVisitor::Part part(visitor, "network");
        for (auto* p : network_.parameters())
            visitor.array(p->name(), std::span(p->value(), static_cast<std::size_t>(p->size())));
    }
    {
        const StateVisitor::Part part(visitor, "optimizer");
        optimizer_->visit(visitor);
    }
    const StateVisitor::Part part(visitor, "pruner");
    pruner_->visit(visitor);
}

double Trainer::sparsityOfAllParameters() const {
    std::int64_t trained = 0;
    for (const auto* p : network_.parameters()) trained += p->trained() ? p->size() : 0;
    return static_cast<double>(pruner_->prunableWeights() - pruner_->keptWeights()) /
           static_cast<double>(trained);
}

model::WeightsFile Trainer::weights() const {
    model::WeightsFile file;
    const kernels::Shape& input = dataset_->shape();
    file.metadata = {{"format", "prunescope.weights.1"},
                     {"model", config_.model},
                     {"dataset", config_.dataset},
                     {"input", fmt::format("{}x{}x{}", input.channels, input.height, input.width)},
                     {"classes", std::to_string(dataset_->outputs())},
                     {"step", std::to_string(step_.value)}};
    if (const auto& target = dataset_->description().target) model::addTarget(*target, file.metadata);
    if (!config_.graph.is_null()) file.metadata["graph"] = config_.graph.dump();
    const auto add = [&](const std::string& name, const auto* parameter, auto values) {
        file.tensors.push_back({name, parameter->shape(), std::move(values)});
    };
    std::int32_t layer = 0;
    for (const auto* p : network_.parameters()) {
        add(p->name(), p, std::vector<float>(p->used(), p->used() + p->size()));
        if (p->role() != nn::ParameterRole::weight) continue;
        add(p->name() + ".latent", p, std::vector<float>(p->value(), p->value() + p->size()));
        add(p->name() + ".mask", p, pruner_->mask(LayerIndex{layer++}));
    }
    return file;
}

}  // namespace prunescope::train
