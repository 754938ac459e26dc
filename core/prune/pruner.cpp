#include "prune/pruner.h"

#include "base/error.h"
#include "math/parallel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace prunescope::prune {

using run::Phase;
using run::SparsitySchedule;

namespace {
constexpr std::int64_t grain = 16384;
constexpr std::string_view weightSuffix = ".weight";

std::string layerName(const std::string& parameterName) {
    return parameterName.ends_with(weightSuffix)
               ? parameterName.substr(0, parameterName.size() - weightSuffix.size())
               : parameterName;
}

double norm(const float* a, const float* b, std::int64_t size) {
    double sum = 0;
    for (std::int64_t i = 0; i < size; ++i) {
        const double d = static_cast<double>(a[i]) - (b == nullptr ? 0.0 : static_cast<double>(b[i]));
        sum += d * d;
    }
    return std::sqrt(sum);
}
}  // namespace

struct Pruner::Layer {
    explicit Layer(FloatParameter* p)
        : parameter(p),
          mask(static_cast<std::size_t>(p->size()), 1),
          previousMask(mask),
          effective(static_cast<std::size_t>(p->size())),
          changes(mask.size(), 0),
          lastChange(mask.size(), 0) {}

    FloatParameter* parameter;
    std::vector<std::uint8_t> mask;
    std::vector<std::uint8_t> previousMask;
    math::AlignedBuffer<float> effective;
    std::vector<float> remembered{};
    // Runs are shorter than 2^31 steps; of a layer of 10^7 weights these two are 80 MB.
    std::vector<std::uint32_t> changes;
    std::vector<std::int32_t> lastChange;  ///< means something where `changes` is not 0
    std::int64_t kept = 0;
    std::int64_t cut = 0;
    std::int64_t revived = 0;
};

Pruner::Pruner(const run::RunConfig& config, const std::vector<FloatParameter*>& parameters,
               SparsitySchedule schedule)
    : schedule_(std::move(schedule)),
      selector_(scopeFromName(config.pruning.scope), config.pruning.minKeep),
      interval_(config.pruning.maskInterval),
      minKeep_(config.pruning.minKeep) {
    MethodSetup setup;
    for (FloatParameter* p : parameters) {
        if (p->role() != nn::ParameterRole::weight) continue;
        layers_.push_back(std::make_unique<Layer>(p));
        layers_.back()->kept = p->size();
        setup.layerNames.push_back(layerName(p->name()));
    }
    const MethodEntry& entry = findMethod(config.method);
    setup.options = completeOptions(entry.description, config.methodOptions);
    method_ = entry.make(setup);
    if (std::string problem = editProblem(schedule_, StepIndex{0}); !problem.empty()) {
        throw UsageError("schedule", problem, "Mend the schedule's options.");
    }
    for (auto& layer : layers_) {
        layer->parameter->setEffective(layer->effective.data());
        layer->parameter->setMask(layer->mask.data(), layer->kept);
    }
    refresh();
}

Pruner::~Pruner() {
    for (auto& layer : layers_) {
        layer->parameter->setEffective(nullptr);
        layer->parameter->setMask(nullptr, layer->parameter->size());
        layer->parameter->setMovable(nullptr);
    }
}

std::int64_t Pruner::prunableWeights() const {
    return std::accumulate(layers_.begin(), layers_.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& l) { return sum + l->parameter->size(); });
}

std::int64_t Pruner::keptWeights() const {
    return std::accumulate(layers_.begin(), layers_.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& l) { return sum + l->kept; });
}

double Pruner::sparsity() const {
    return 1 - static_cast<double>(keptWeights()) / static_cast<double>(prunableWeights());
}

double Pruner::requestedSparsity(StepIndex step) const {
    return method_->prunes() ? run::sparsityAt(schedule_, step) : 0;
}

const Pruner::FloatParameter& Pruner::parameter(LayerIndex layer) const {
    return *layers_[layer.index()]->parameter;
}
const std::vector<std::uint8_t>& Pruner::mask(LayerIndex layer) const {
    return layers_[layer.index()]->mask;
}

const std::vector<std::uint8_t>& Pruner::previousMask(LayerIndex layer) const {
    return layers_[layer.index()]->previousMask;
}

MaskChanges Pruner::maskChanges(LayerIndex layer, std::int64_t weight) const {
    const Layer& l = *layers_[layer.index()];
    const auto i = static_cast<std::size_t>(weight);
    if (l.changes[i] == 0) return {};
    return {.count = l.changes[i], .last = StepIndex{l.lastChange[i]}};
}

float Pruner::threshold(LayerIndex layer) const {
    const Layer& l = *layers_[layer.index()];
    float smallest = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < l.mask.size(); ++i) {
        if (l.mask[i] != 0) smallest = std::min(smallest, std::abs(l.parameter->value()[i]));
    }
    return l.kept == 0 ? 0 : smallest;
}

LayerView Pruner::view(std::size_t index) const {
    const Layer& layer = *layers_[index];
    return {.index = LayerIndex{static_cast<std::int32_t>(index)},
            .weights = layer.parameter->size(),
            .latent = layer.parameter->value(),
            .mask = layer.mask.data(),
            .phase = phase_,
            .sparsity = inForce_};
}

template <class Body>
void Pruner::forEachRange(const Body& body) {
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const LayerView layer = view(l);
        const math::Pieces pieces{layer.weights, grain};
        math::parallelFor(pieces.count(), [&](std::int64_t piece) {
            body(*layers_[l], layer, pieces.begin(piece), pieces.end(piece));
        });
    }
}

void Pruner::refresh() {
    for (std::size_t l = 0; l < layers_.size(); ++l) method_->prepare(view(l));
    forEachRange([this](Layer& layer, const LayerView& v, std::int64_t begin, std::int64_t end) {
        method_->formEffective(v, begin, end, layer.effective.data());
    });
}

void Pruner::formGradients() {
    forEachRange([this](Layer& layer, const LayerView& v, std::int64_t begin, std::int64_t end) {
        method_->formGradient(v, begin, end, layer.parameter->gradient());
    });
}

std::vector<MaskLayer> Pruner::maskLayers() {
    std::vector<MaskLayer> list;
    for (auto& l : layers_) {
        list.push_back({l->parameter->value(), l->parameter->size(), l->parameter->shape(), l->mask.data()});
    }
    return list;
}

std::vector<std::int64_t> Pruner::keptAt(double sparsity) {
    std::vector<MaskLayer> list = maskLayers();
    std::vector<std::vector<std::uint8_t>> masks;
    for (MaskLayer& layer : list) {
        masks.emplace_back(static_cast<std::size_t>(layer.size));
        layer.mask = masks.back().data();
    }
    selector_.select(list, keptCount(prunableWeights(), sparsity));
    std::vector<std::int64_t> kept;
    for (const auto& mask : masks) kept.push_back(std::accumulate(mask.begin(), mask.end(), std::int64_t{0}));
    return kept;
}

void Pruner::chooseMasks(double sparsity, StepIndex step) {
    for (auto& layer : layers_) layer->previousMask = layer->mask;
    selector_.select(maskLayers(), keptCount(prunableWeights(), sparsity));
    for (auto& layer : layers_) noteChanges(*layer, step);
    lastMaskUpdate_ = step;
    masksStale_ = false;
    applyMovability();
}

void Pruner::noteChanges(Layer& layer, StepIndex step) {
    layer.kept = layer.cut = layer.revived = 0;
    for (std::size_t i = 0; i < layer.mask.size(); ++i) {
        layer.kept += layer.mask[i];
        if (layer.mask[i] == layer.previousMask[i]) continue;
        ++(layer.mask[i] != 0 ? layer.revived : layer.cut);
        ++layer.changes[i];
        layer.lastChange[i] = static_cast<std::int32_t>(step.value);
    }
    if (layer.cut + layer.revived > 0) layer.parameter->setMask(layer.mask.data(), layer.kept);
}

void Pruner::applyMovability() {
    const bool still = method_->prunes() && (phase_ == Phase::exploitation || !method_->prunedWeightsLearn());
    for (auto& layer : layers_) layer->parameter->setMovable(still ? layer->mask.data() : nullptr);
}

void Pruner::enterPhase(Phase phase) {
    phase_ = phase;
    applyMovability();
}

void Pruner::updateMasks(StepIndex step) {
    inForce_ = requestedSparsity(step);
    chooseMasks(inForce_, step);
    refresh();
}

bool Pruner::aboutToCut(StepIndex step) const {
    if (phase_ == Phase::exploitation || keptWeights() < prunableWeights()) return false;
    const bool due = masksStale_ || step.value % interval_ == 0 || step >= schedule_.freeze;
    return due && keptCount(prunableWeights(), requestedSparsity(step)) < prunableWeights();
}

MaskUpdate Pruner::beginStep(StepIndex step) {
    MaskUpdate update{.measured = step.value % interval_ == 0};
    const Phase next =
        method_->prunes() && step >= schedule_.freeze ? Phase::exploitation : Phase::exploration;
    if (phase_ == Phase::exploitation && next == Phase::exploration) {
        enterPhase(next);
        update.entered = next;
    }
    if (phase_ == Phase::exploration) {
        inForce_ = requestedSparsity(step);
        if (method_->prunes() &&
            (masksStale_ || next == Phase::exploitation || step.value % interval_ == 0)) {
            chooseMasks(inForce_, step);
            update.updated = update.measured = true;
        }
    } else {
        for (auto& layer : layers_) layer->cut = layer->revived = 0;
    }
    if (phase_ != next) {
        enterPhase(next);
        update.entered = next;
    }
    refresh();
    return update;
}

void Pruner::rememberWeights() {
    for (auto& layer : layers_) {
        layer->remembered.assign(layer->parameter->value(),
                                 layer->parameter->value() + layer->parameter->size());
    }
}

std::vector<run::LayerStatistic> Pruner::statistics(StepIndex step) const {
    std::vector<run::LayerStatistic> list;
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const Layer& layer = *layers_[l];
        const LayerIndex index{static_cast<std::int32_t>(l)};
        const Attention attention = method_->attention(index);
        const float* w = layer.parameter->value();
        const std::int64_t size = layer.parameter->size();
        const bool moved = !layer.remembered.empty();
        const double weightNorm = moved ? norm(layer.remembered.data(), nullptr, size) : 0;
        list.push_back(
            {.step = step,
             .layer = index,
             .weights = size,
             .kept = layer.kept,
             .meanAttentionKept = attention.meanKept,
             .meanAttentionAll = attention.meanAll,
             .threshold = static_cast<double>(threshold(index)),
             .floor = attention.floor,
             .z = method_->attentionStrength(index).value_or(0),
             .cut = layer.cut,
             .revived = layer.revived,
             .updateRatio = weightNorm == 0 ? 0 : norm(w, layer.remembered.data(), size) / weightNorm});
    }
    return list;
}

std::string Pruner::sparsityProblem(double sparsity) const {
    const std::int64_t kept = keptCount(prunableWeights(), sparsity);
    std::int64_t fewest = 0;
    for (const auto& l : layers_) fewest += std::min(minKeep_, l->parameter->size());
    if (!method_->prunes() || kept >= fewest) return "";
    return fmt::format("the target {} keeps {} weights, but every layer keeping {} needs {}", sparsity, kept,
                       minKeep_, fewest);
}

std::string Pruner::editProblem(const SparsitySchedule& next, StepIndex now) const {
    if (std::string problem = run::scheduleProblem(next); !problem.empty()) return problem;
    if (next.end < now && next.end != schedule_.end) {
        return fmt::format("the ramp would end at step {}, but the run is at step {}", next.end.value,
                           now.value);
    }
    if (next.freeze < next.end && next.freeze != schedule_.freeze) {
        return fmt::format(
            "the mask would freeze at step {}, before the ramp ends at {}, so the target would not be "
            "reached",
            next.freeze.value, next.end.value);
    }
    if (std::string problem = sparsityProblem(next.target); !problem.empty()) return problem;
    const std::int64_t kept = keptCount(prunableWeights(), next.target);
    if (phase_ == Phase::exploitation && next.freeze <= now && kept != keptWeights()) {
        return fmt::format(
            "the mask is frozen at {:.4f} sparsity and cannot change to {:.4f}; unfreeze it first or move "
            "the freeze point past step {}",
            sparsity(), next.target, now.value);
    }
    if (phase_ == Phase::exploitation && kept > keptWeights()) {
        return fmt::format("the target {:.4f} is below the {:.4f} that is already frozen", next.target,
                           sparsity());
    }
    return "";
}

void Pruner::setSchedule(const SparsitySchedule& schedule) {
    schedule_ = schedule;
    masksStale_ = true;
}

}  // namespace prunescope::prune
