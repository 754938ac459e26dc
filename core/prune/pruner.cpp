#include "prune/pruner.h"

#include "base/error.h"
#include "prune/layer_budgets.h"
#include "prune/layer_statistics.h"
#include "prune/weight_sweeps.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace prunescope::prune {

using run::Phase;
using run::SparsitySchedule;

namespace {

constexpr std::string_view weightSuffix = ".weight";

std::string layerName(const std::string& parameterName) {
    return parameterName.ends_with(weightSuffix)
               ? parameterName.substr(0, parameterName.size() - weightSuffix.size())
               : parameterName;
}

std::int64_t keptBy(const std::vector<std::uint8_t>& mask) {
    return std::count(mask.begin(), mask.end(), std::uint8_t{1});
}

}  // namespace

Pruner::Pruner(const run::RunConfig& config, const std::vector<FloatParameter*>& parameters,
               SparsitySchedule schedule)
    : schedule_(std::move(schedule)),
      selector_(scopeFromName(config.pruning.scope)),
      interval_(config.pruning.maskInterval),
      minKeep_(config.pruning.minKeep),
      seed_(static_cast<std::uint64_t>(config.seed)) {
    MethodSetup setup;
    for (FloatParameter* p : parameters) {
        if (p->role() != nn::ParameterRole::weight) continue;
        layers_.emplace_back(p);
        setup.layerNames.push_back(layerName(p->name()));
    }
    takeBudgets(config.pruning);
    const MethodEntry& entry = methods().get(config.method);
    setup.options = completeOptions(entry.description, config.methodOptions);
    method_ = entry.make(setup);
    traits_ = method_->traits();
    prunes_ = entry.prunes;
    measures_ = entry.measures;
    const EditLimits limits = editLimits(StepIndex{0});
    if (Text problem = limits.scheduleProblem(schedule_); !problem.empty())
        throw UsageError("schedule.target", problem, limits.mend());
    MethodStart start{.latent = {}, .seed = seed_};
    for (PrunedLayer& layer : layers_) {
        layer.parameter->setMask(layer.mask.data(), layer.kept);
        start.latent.emplace_back(layer.parameter->value(), layer.size());
    }
    method_->start(start);
    sweeps_ = std::make_unique<WeightSweeps>(layers_, *method_);
    refresh();
}

void Pruner::takeBudgets(const run::PruningConfig& pruning) {
    std::vector<LayerSize> sizes;
    for (const PrunedLayer& layer : layers_)
        sizes.push_back({layerName(layer.parameter->name()), layer.size()});
    const std::vector<std::int64_t> least = leastKept(pruning, sizes);
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        layers_[l].least = least[l];
        layers_[l].budgeted = pruning.budgetOf(sizes[l].name).has_value();
    }
}

Pruner::~Pruner() {
    for (PrunedLayer& layer : layers_) {
        layer.parameter->setEffective(nullptr);
        layer.parameter->setMask(nullptr, layer.size());
        layer.parameter->setMovable(nullptr);
    }
}

std::int64_t Pruner::prunableWeights() const {
    return std::accumulate(layers_.begin(), layers_.end(), std::int64_t{0},
                           [](std::int64_t sum, const PrunedLayer& l) { return sum + l.size(); });
}

std::int64_t Pruner::keptWeights() const {
    return std::accumulate(layers_.begin(), layers_.end(), std::int64_t{0},
                           [](std::int64_t sum, const PrunedLayer& l) { return sum + l.kept; });
}

std::int64_t Pruner::keptWeights(LayerIndex layer) const {
    return layers_[layer.index()].kept;
}

double Pruner::sparsity() const {
    return 1 - static_cast<double>(keptWeights()) / static_cast<double>(prunableWeights());
}

EditLimits Pruner::editLimits(StepIndex now) const {
    EditLimits limits{.schedule = schedule_,
                      .now = now,
                      .frozen = phase_ == Phase::exploitation,
                      .kept = keptWeights(),
                      .minKeep = minKeep_};
    for (const PrunedLayer& l : layers_) limits.add(l.size(), prunes_ ? l.least : 0);
    return limits;
}

std::vector<std::int64_t> Pruner::keptAt(double sparsity) {
    return selector_.counts(maskLayers(), keptCount(prunableWeights(), sparsity));
}

double Pruner::requestedSparsity(StepIndex step) const {
    if (!prunes_) return 0;
    return phase_ == Phase::exploitation ? inForce_ : run::sparsityAt(schedule_, step);
}

const FloatParameter& Pruner::parameter(LayerIndex layer) const {
    return *layers_[layer.index()].parameter;
}
const std::vector<std::uint8_t>& Pruner::mask(LayerIndex layer) const {
    return layers_[layer.index()].mask;
}

const std::vector<std::uint8_t>& Pruner::previousMask(LayerIndex layer) const {
    return layers_[layer.index()].previousMask;
}

MaskChanges Pruner::maskChanges(LayerIndex layer, std::int64_t weight) const {
    const PrunedLayer& l = layers_[layer.index()];
    const auto i = static_cast<std::size_t>(weight);
    if (l.changes[i] == 0) return {};
    return {.count = l.changes[i], .last = StepIndex{l.lastChange[i]}};
}

float Pruner::threshold(LayerIndex layer) const {
    return presentThreshold(layers_[layer.index()]);
}

void Pruner::refresh() {
    sweeps_->refresh({.phase = phase_, .sparsity = inForce_, .prunedLearn = !prunedAreStill() && !resting_});
}

void Pruner::formGradients() {
    sweeps_->formGradients();
}

nn::UpdateWork& Pruner::beginUpdate() {
    return sweeps_->beginUpdate();
}

std::vector<MaskLayer> Pruner::maskLayers() {
    std::vector<MaskLayer> list;
    for (PrunedLayer& l : layers_)
        list.push_back(
            {l.parameter->value(), l.size(), l.parameter->shape(), l.mask.data(), l.least, l.budgeted});
    return list;
}

void Pruner::chooseMasks(double sparsity, StepIndex step) {
    for (PrunedLayer& layer : layers_) {
        layer.previousMask = layer.mask;
        layer.cut = layer.revived = 0;
    }
    const std::int64_t kept = keptCount(prunableWeights(), sparsity);
    if (kept < prunableWeights() || keptWeights() < prunableWeights()) {
        std::vector<const float*> gradients;
        for (const PrunedLayer& layer : layers_)
            gradients.push_back(gradientsTaken_ ? layer.parameter->gradient() : nullptr);
        MaskChoice choice(selector_, maskLayers(), std::move(gradients), kept, seed_, step);
        method_->chooseMasks(choice);
        noteMaskChanges(layers_, step);
        if (traits_.pruned == PrunedWeights::zeroed) zeroPrunedValues(layers_);
    }
    endGradients();
    lastMaskUpdate_ = step;
    masksStale_ = false;
    applyMovability();
}

bool Pruner::prunedAreStill() const {
    return prunes_ && (phase_ == Phase::exploitation || traits_.pruned != PrunedWeights::learn);
}

void Pruner::applyMovability() {
    const bool still = prunedAreStill() || resting_;
    for (PrunedLayer& layer : layers_) {
        if (still && !layer.keepsAll()) {
            layer.parameter->setMovable(layer.mask.data(), layer.keptList, true);
        } else {
            layer.parameter->setMovable(nullptr);
        }
    }
    sweeps_->forgetMeasurements();
}

void Pruner::enterPhase(Phase phase) {
    phase_ = phase;
    applyMovability();
}

void Pruner::updateMasks(StepIndex step) {
    inForce_ = requestedSparsity(step);
    chooseMasks(inForce_, step);
    forgetRemembered(layers_);  // no update belongs to these masks
    refresh();
}

bool Pruner::wouldCutFirst(StepIndex step) const {
    // Masks that thaw follow the ramp from this step on.
    return prunes_ && keptWeights() == prunableWeights() &&
           keptCount(prunableWeights(), run::sparsityAt(schedule_, step)) < prunableWeights();
}

bool Pruner::masksDue(StepIndex step) const {
    const bool freezes = step >= schedule_.freeze;
    if (!prunes_ || (freezes && phase_ == Phase::exploitation)) return false;  // and stays so
    return masksStale_ || freezes || step.value % interval_ == 0;
}

bool Pruner::aboutToCut(StepIndex step) const {
    return masksDue(step) && wouldCutFirst(step);
}

void Pruner::beginGradients() {
    refresh();
    for (PrunedLayer& layer : layers_) layer.parameter->askForPrunedGradients(true);
    gradientsTaken_ = true;
}

void Pruner::endGradients() {
    for (PrunedLayer& layer : layers_) layer.parameter->askForPrunedGradients(false);
    gradientsTaken_ = false;
}

MaskUpdate Pruner::beginStep(StepIndex step) {
    MaskUpdate update{.measured = step.value % interval_ == 0};
    const bool due = masksDue(step);
    const bool wasResting = std::exchange(resting_, (step.value + 1) % traits_.exploreInterval != 0);
    const Phase next = prunes_ && step >= schedule_.freeze ? Phase::exploitation : Phase::exploration;
    if (phase_ == Phase::exploitation && next == Phase::exploration) {
        enterPhase(next);
        update.entered = next;
    }
    if (phase_ == Phase::exploration) {
        inForce_ = requestedSparsity(step);
        if (due) {
            chooseMasks(inForce_, step);
            update.updated = update.measured = true;
        }
    } else {
        for (PrunedLayer& layer : layers_) layer.cut = layer.revived = 0;
    }
    if (phase_ != next) {
        enterPhase(next);
        update.entered = next;
    }
    const bool moved = update.updated || update.entered;  // and has said already what may move
    if (resting_ != wasResting && !moved && !prunedAreStill()) applyMovability();
    update.stilled = moved && prunedAreStill();
    refresh();
    return update;
}

void Pruner::rememberWeights() {
    prune::rememberWeights(layers_);
}

std::vector<run::LayerStatistic> Pruner::statistics(StepIndex step) const {
    const std::vector<WeightSummary> summaries = summarise(layers_);
    std::vector<run::LayerStatistic> list;
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const PrunedLayer& layer = layers_[l];
        const LayerIndex index{static_cast<std::int32_t>(l)};
        list.push_back({.step = step,
                        .layer = index,
                        .weights = layer.size(),
                        .kept = layer.kept,
                        .threshold = static_cast<double>(summaries[l].threshold),
                        .cut = layer.cut,
                        .revived = layer.revived,
                        .updateRatio = summaries[l].updateRatio,
                        .ofMethod = method_->measures(index)});
    }
    return list;
}

void Pruner::visit(StateVisitor& visitor) {
    for (PrunedLayer& layer : layers_) {
        const StateVisitor::Part part(visitor, layer.parameter->name());
        layer.visit(visitor);
        if (visitor.restores() && keptBy(layer.mask) < (prunes_ ? layer.least : layer.size()))
            visitor.refuseValue("mask");
    }
    {
        const StateVisitor::Part part(visitor, "schedule");
        run::visit(visitor, schedule_);
    }
    visitor.choice("phase", phase_, prunes_ ? 2 : 1);
    visitor.number("sparsity_in_force", inForce_, 0, 1);
    visitor.flag("masks_stale", masksStale_);
    visitor.flag("resting", resting_);
    visitor.step("last_mask_update", lastMaskUpdate_);
    {
        const StateVisitor::Part part(visitor, "method");
        method_->visit(visitor);
    }
    if (!visitor.restores()) return;
    endGradients();
    followMasks(layers_);
    applyMovability();
    refresh();
}

void Pruner::setSchedule(const SparsitySchedule& schedule) {
    schedule_ = schedule;
    masksStale_ = true;
}

}  // namespace prunescope::prune
