#include "prune/weight_sweeps.h"

#include <array>

namespace prunescope::prune {
namespace {

using parallel::BlockList;
using Buffer = std::array<float, BlockList::grain>;

constexpr auto allKept = [] {
    std::array<std::uint8_t, BlockList::grain> ones{};
    ones.fill(1);
    return ones;
}();

/// Of the weights that the mask prunes.
Magnitudes measurePruned(const PrunedLayer& layer) {
    Magnitudes sum;
    alignas(64) Buffer pruned;
    for (std::int64_t begin = 0; begin < layer.size(); begin += BlockList::grain) {
        const std::int64_t end = std::min(begin + BlockList::grain, layer.size());
        std::int64_t count = 0;
        for (std::int64_t i = begin; i < end; ++i) {
            if (layer.mask[static_cast<std::size_t>(i)] == 0)
                pruned[static_cast<std::size_t>(count++)] = layer.parameter->value()[i];
        }
        Magnitudes block = measureMagnitudes(pruned.data(), nullptr, count);
        block.kept = 0;
        block.sumKept = 0;
        sum.add(block);
    }
    return sum;
}

}  // namespace

WeightSweeps::WeightSweeps(std::span<PrunedLayer> layers, Method& method)
    : layers_(layers), method_(method), needsMagnitudes_(method.traits().needsMagnitudes) {
    for (std::size_t l = 0; l < layers.size(); ++l) layerOf_[layers[l].parameter] = l;
}

LayerTerms WeightSweeps::termsOf(std::size_t layer) const {
    return {.index = LayerIndex{static_cast<std::int32_t>(layer)},
            .phase = terms_.phase,
            .sparsity = terms_.sparsity,
            .prunedLearn = terms_.prunedLearn};
}

WeightRange WeightSweeps::range(std::size_t l, const BlockList::Block& block) const {
    const PrunedLayer& layer = layers_[l];
    WeightRange range =
        this->range(l, layer.parameter->value() + block.begin, layer.mask.data() + block.begin, block.size());
    range.first = block.begin;
    return range;
}

WeightRange WeightSweeps::range(std::size_t layer, const float* weights, const std::uint8_t* mask,
                                std::int64_t size) const {
    return {.layer = termsOf(layer),
            .latent = {weights, size},
            .mask = {mask == nullptr ? allKept.data() : mask, size}};
}

void WeightSweeps::forgetMeasurements() {
    for (PrunedLayer& layer : layers_) {
        layer.measured = false;
        layer.still.reset();
    }
}

void WeightSweeps::refresh(const StepTerms& terms) {
    terms_ = terms;
    for (std::size_t l = 0; l < layers_.size(); ++l)
        layers_[l].plain = layers_[l].keepsAll() && method_.isPlain(termsOf(l));
    measure();
    for (std::size_t l = 0; l < layers_.size(); ++l)
        method_.prepare(termsOf(l), isMeasured(layers_[l]) ? total(layers_[l]) : Magnitudes{});
    formEffective();
}

/// Measures the parts of layers whose values have changed since they were last measured.
void WeightSweeps::measure() {
    blocks_.clear();
    for (const PrunedLayer& layer : layers_) {
        const auto list = layer.parameter->movableList();
        const std::int64_t moving = list.empty() ? layer.size() : static_cast<std::int64_t>(list.size());
        blocks_.add(isMeasured(layer) && !layer.measured ? moving : 0);
    }
    blocks_.forEach([this](const BlockList::Block& block) {
        PrunedLayer& layer = layers_[block.array];
        const float* weights = layer.parameter->value();
        const auto list = layer.parameter->movableList();
        if (list.empty()) {
            layer.parts[block.part] =
                measureMagnitudes(weights + block.begin, layer.mask.data() + block.begin, block.size());
            return;
        }
        alignas(64) Buffer moving;
        parallel::takeListed(weights, list.data() + block.begin, block.size(), moving.data());
        layer.parts[block.part] = measureMagnitudes(moving.data(), nullptr, block.size());
    });
}

Magnitudes WeightSweeps::total(PrunedLayer& layer) {
    const auto list = layer.parameter->movableList();
    Magnitudes sum;
    if (!list.empty()) {
        if (!layer.still) layer.still = measurePruned(layer);
        sum = *layer.still;
    }
    const std::int64_t moving = list.empty() ? layer.size() : static_cast<std::int64_t>(list.size());
    for (std::size_t part = 0; part < BlockList::partsOf(moving); ++part) sum.add(layer.parts[part]);
    return sum;
}

void WeightSweeps::formEffective() {
    const auto listed = [](const PrunedLayer& layer) {
        return layer.effectiveIsZeroed && !layer.keptList.empty();
    };
    blocks_.clear();
    for (PrunedLayer& layer : layers_) {
        layer.parameter->setEffective(layer.plain ? nullptr : layer.effective.data());
        const std::int64_t count =
            listed(layer) ? static_cast<std::int64_t>(layer.keptList.size()) : layer.size();
        blocks_.add(layer.plain ? 0 : count);
    }
    blocks_.forEach([&](const BlockList::Block& block) {
        PrunedLayer& layer = layers_[block.array];
        if (listed(layer)) {
            formListed(block.array, block);
        } else {
            method_.formEffective(range(block.array, block),
                                  {layer.effective.data() + block.begin, block.size()});
        }
    });
    for (PrunedLayer& layer : layers_) layer.effectiveIsZeroed = layer.effectiveIsZeroed || !layer.plain;
}

void WeightSweeps::formListed(std::size_t l, const BlockList::Block& block) {
    PrunedLayer& layer = layers_[l];
    const std::int32_t* at = layer.keptList.data() + block.begin;
    alignas(64) Buffer weights, effective;
    parallel::takeListed(layer.parameter->value(), at, block.size(), weights.data());
    WeightRange kept = range(l, weights.data(), nullptr, block.size());
    kept.places = at;
    method_.formEffective(kept, {effective.data(), block.size()});
    parallel::putListed(effective.data(), at, block.size(), layer.effective.data());
}

void WeightSweeps::formGradients() {
    blocks_.clear();
    for (PrunedLayer& layer : layers_) {
        layer.measured = false;
        blocks_.add(layer.plain ? 0 : layer.size());
    }
    blocks_.forEach([this](const BlockList::Block& block) {
        float* const gradient = layers_[block.array].parameter->gradient();
        method_.formGradient(range(block.array, block), {gradient + block.begin, block.size()});
    });
}

nn::UpdateWork& WeightSweeps::beginUpdate() {
    for (PrunedLayer& layer : layers_) layer.measured = isMeasured(layer);
    return *this;
}

std::size_t WeightSweeps::indexOf(const nn::Parameter<float>* parameter) const {
    const auto found = layerOf_.find(parameter);
    return found == layerOf_.end() ? layers_.size() : found->second;
}

void WeightSweeps::before(const nn::UpdateBlock& block) {
    const std::size_t l = indexOf(block.parameter);
    if (l == layers_.size() || layers_[l].plain) return;
    WeightRange moving = range(l, block.value, block.mask, block.size);
    moving.first = block.first;
    moving.places = block.places;
    method_.formGradient(moving, {block.gradient, block.size});
}

void WeightSweeps::after(const nn::UpdateBlock& block) {
    const std::size_t l = indexOf(block.parameter);
    if (l == layers_.size() || !layers_[l].measured) return;
    layers_[l].parts[block.part] = measureMagnitudes(block.value, block.mask, block.size);
}

}  // namespace prunescope::prune
