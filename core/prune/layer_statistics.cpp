#include "prune/layer_statistics.h"

#include "parallel/block_list.h"

#include <experimental/simd>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace prunescope::prune {
namespace {

using parallel::BlockList;

constexpr std::int64_t sideBySide = 8;
using Doubles = std::experimental::fixed_size_simd<double, sideBySide>;

struct Sums {
    float threshold = std::numeric_limits<float>::infinity();
    double squares = 0;        ///< of the remembered weights
    double changeSquares = 0;  ///< of what has changed since
};

/// As an integer a magnitude orders as its value does, and its minimum vectorises.
float smallestKept(const float* weights, const std::uint8_t* mask, std::int64_t size) {
    std::int32_t smallest = std::bit_cast<std::int32_t>(std::numeric_limits<float>::infinity());
    for (std::int64_t i = 0; i < size; ++i) {
        const std::int32_t magnitude = std::bit_cast<std::int32_t>(weights[i]) & 0x7fffffff;
        const std::int32_t beyond = (std::int32_t{mask[i]} - 1) & 0x7fffffff;  // all ones where pruned
        const std::int32_t counted = magnitude | beyond;
        smallest = counted < smallest ? counted : smallest;
    }
    return std::bit_cast<float>(smallest);
}

Doubles widened(const float* values) {
    std::array<double, sideBySide> wide;
    for (std::size_t l = 0; l < sideBySide; ++l) wide[l] = static_cast<double>(values[l]);
    return Doubles(wide.data(), std::experimental::element_aligned);
}

double totalOf(const Doubles& values) {
    double sum = 0;
    for (std::size_t l = 0; l < sideBySide; ++l) sum += values[l];
    return sum;
}

void addSquares(const float* weights, const float* remembered, std::int64_t size, Sums& sums) {
    Doubles squares(0.0), changeSquares(0.0);
    std::int64_t i = 0;
    for (; i + sideBySide <= size; i += sideBySide) {
        const Doubles before = widened(remembered + i);
        const Doubles change = widened(weights + i) - before;
        squares += before * before;
        changeSquares += change * change;
    }
    sums.squares = totalOf(squares);
    sums.changeSquares = totalOf(changeSquares);
    for (; i < size; ++i) {
        const auto before = static_cast<double>(remembered[i]);
        const double change = static_cast<double>(weights[i]) - before;
        sums.squares += before * before;
        sums.changeSquares += change * change;
    }
}

}  // namespace

void rememberWeights(std::span<PrunedLayer> layers) {
    BlockList blocks;
    for (PrunedLayer& layer : layers) {
        layer.remembered.resize(layer.mask.size());
        blocks.add(layer.size());
    }
    blocks.forEach([&](const BlockList::Block& block) {
        PrunedLayer& layer = layers[block.array];
        const float* weights = layer.parameter->value();
        std::copy(weights + block.begin, weights + block.end, layer.remembered.data() + block.begin);
    });
}

void forgetRemembered(std::span<PrunedLayer> layers) {
    for (PrunedLayer& layer : layers) layer.remembered.clear();
}

std::vector<WeightSummary> summarise(std::span<const PrunedLayer> layers) {
    BlockList blocks;
    for (const PrunedLayer& layer : layers) blocks.add(layer.size());
    std::vector<Sums> parts(blocks.size());
    blocks.forEach([&](const BlockList::Block& block) {
        const PrunedLayer& layer = layers[block.array];
        const float* weights = layer.parameter->value() + block.begin;
        Sums& sums = parts[block.number];
        const float* before = layer.remembered.empty() ? nullptr : layer.remembered.data() + block.begin;
        sums.threshold =
            smallestKept(before == nullptr ? weights : before, layer.mask.data() + block.begin, block.size());
        if (before != nullptr) addSquares(weights, before, block.size(), sums);
    });
    std::vector<Sums> totals(layers.size());
    for (const BlockList::Block& block : blocks) {
        Sums& total = totals[block.array];
        total.threshold = std::min(total.threshold, parts[block.number].threshold);
        total.squares += parts[block.number].squares;
        total.changeSquares += parts[block.number].changeSquares;
    }
    std::vector<WeightSummary> list;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Sums& total = totals[l];
        const double ratio = total.squares == 0 ? 0 : std::sqrt(total.changeSquares / total.squares);
        list.push_back(
            {.threshold = layers[l].kept == 0 ? 0 : total.threshold,
             .updateRatio = layers[l].remembered.empty() ? std::numeric_limits<double>::quiet_NaN() : ratio});
    }
    return list;
}

float presentThreshold(const PrunedLayer& layer) {
    if (layer.kept == 0) return 0;
    BlockList blocks;
    blocks.add(layer.size());
    std::vector<float> parts(blocks.size());
    blocks.forEach([&](const BlockList::Block& block) {
        parts[block.number] = smallestKept(layer.parameter->value() + block.begin,
                                           layer.mask.data() + block.begin, block.size());
    });
    return *std::min_element(parts.begin(), parts.end());
}

}  // namespace prunescope::prune
