#include "prune/weight_sweeps.h"

#include <array>

namespace prunescope::prune {
namespace {

using math::PieceList;
using Buffer = std::array<float, PieceList::grain>;

constexpr auto allKept = [] {
    std::array<std::uint8_t, PieceList::grain> ones{};
    ones.fill(1);
    return ones;
}();

/// Of the weights that the mask prunes.
Magnitudes measurePruned(const PrunedLayer& layer) {
    Magnitudes sum;
    alignas(64) Buffer pruned;
    for (std::int64_t begin = 0; begin < layer.size(); begin += PieceList::grain) {
        const std::int64_t end = std::min(begin + PieceList::grain, layer.size());
        std::int64_t count = 0;
        for (std::int64_t i = begin; i < end; ++i) {
            if (layer.mask[static_cast<std::size_t>(i)] == 0)
                pruned[static_cast<std::size_t>(count++)] = layer.parameter->value()[i];
        }
        Magnitudes piece = measureMagnitudes(pruned.data(), nullptr, count);
        piece.kept = 0;
        piece.sumKept = 0;
        sum.add(piece);
    }
    return sum;
}

}  // namespace

WeightSweeps::WeightSweeps(std::span<PrunedLayer> layers, Method& method) : layers_(layers), method_(method) {
    for (std::size_t l = 0; l < layers.size(); ++l) layerOf_[layers[l].parameter] = l;
}

LayerView WeightSweeps::view(std::size_t layer) const {
    return view(layer, layers_[layer].parameter->value(), layers_[layer].mask.data());
}

LayerView WeightSweeps::view(std::size_t layer, const float* weights, const std::uint8_t* mask) const {
    return {.index = LayerIndex{static_cast<std::int32_t>(layer)},
            .latent = weights,
            .mask = mask == nullptr ? allKept.data() : mask,
            .phase = terms_.phase,
            .sparsity = terms_.sparsity,
            .prunedLearn = terms_.prunedLearn};
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
        layers_[l].plain = layers_[l].keepsAll() && method_.isPlain(view(l));
    measure();
    for (std::size_t l = 0; l < layers_.size(); ++l)
        method_.prepare(view(l), isMeasured(layers_[l]) ? total(layers_[l]) : Magnitudes{});
    formEffective();
}

/// The parts of layers whose values have changed behind our back.
void WeightSweeps::measure() {
    pieces_.clear();
    for (const PrunedLayer& layer : layers_) {
        const auto list = layer.parameter->movableList();
        const std::int64_t moving = list.empty() ? layer.size() : static_cast<std::int64_t>(list.size());
        pieces_.add(isMeasured(layer) && !layer.measured ? moving : 0);
    }
    pieces_.forEach([this](const PieceList::Piece& piece) {
        PrunedLayer& layer = layers_[piece.array];
        const float* weights = layer.parameter->value();
        const auto list = layer.parameter->movableList();
        if (list.empty()) {
            layer.parts[piece.part] =
                measureMagnitudes(weights + piece.begin, layer.mask.data() + piece.begin, piece.size());
            return;
        }
        alignas(64) Buffer moving;
        math::takeListed(weights, list.data() + piece.begin, piece.size(), moving.data());
        layer.parts[piece.part] = measureMagnitudes(moving.data(), nullptr, piece.size());
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
    for (std::size_t part = 0; part < PieceList::partsOf(moving); ++part) sum.add(layer.parts[part]);
    return sum;
}

void WeightSweeps::formEffective() {
    const auto listed = [](const PrunedLayer& layer) {
        return layer.effectiveIsZeroed && !layer.keptList.empty();
    };
    pieces_.clear();
    for (PrunedLayer& layer : layers_) {
        layer.parameter->setEffective(layer.plain ? nullptr : layer.effective.data());
        const std::int64_t count =
            listed(layer) ? static_cast<std::int64_t>(layer.keptList.size()) : layer.size();
        pieces_.add(layer.plain ? 0 : count);
    }
    pieces_.forEach([&](const PieceList::Piece& piece) {
        PrunedLayer& layer = layers_[piece.array];
        if (listed(layer)) {
            formListed(piece.array, piece);
        } else {
            method_.formEffective(view(piece.array), piece.begin, piece.end, layer.effective.data());
        }
    });
    for (PrunedLayer& layer : layers_) layer.effectiveIsZeroed = layer.effectiveIsZeroed || !layer.plain;
}

void WeightSweeps::formListed(std::size_t l, const PieceList::Piece& piece) {
    PrunedLayer& layer = layers_[l];
    const std::int32_t* at = layer.keptList.data() + piece.begin;
    alignas(64) Buffer weights, effective;
    math::takeListed(layer.parameter->value(), at, piece.size(), weights.data());
    method_.formEffective(view(l, weights.data(), nullptr), 0, piece.size(), effective.data());
    math::putListed(effective.data(), at, piece.size(), layer.effective.data());
}

void WeightSweeps::formGradients() {
    pieces_.clear();
    for (PrunedLayer& layer : layers_) {
        layer.measured = false;
        pieces_.add(layer.plain ? 0 : layer.size());
    }
    pieces_.forEach([this](const PieceList::Piece& piece) {
        method_.formGradient(view(piece.array), piece.begin, piece.end,
                             layers_[piece.array].parameter->gradient());
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

void WeightSweeps::before(const nn::UpdatePiece& piece) {
    const std::size_t l = indexOf(piece.parameter);
    if (l == layers_.size() || layers_[l].plain) return;
    method_.formGradient(view(l, piece.value, piece.mask), 0, piece.size, piece.gradient);
}

void WeightSweeps::after(const nn::UpdatePiece& piece) {
    const std::size_t l = indexOf(piece.parameter);
    if (l == layers_.size() || !layers_[l].measured) return;
    layers_[l].parts[piece.part] = measureMagnitudes(piece.value, piece.mask, piece.size);
}

}  // namespace prunescope::prune
