#include "prune/attention.h"

#include "kernels/vec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace prunescope::prune {
namespace {

using kernels::load;
using kernels::Vec;

// Sixteen sums side by side on every instruction set, so that their order is fixed.
constexpr std::int64_t lanes = 16;
constexpr std::int64_t width = kernels::vecWidth<float>;
constexpr std::size_t vectors = lanes / width;
using Lanes = std::array<Vec<float>, vectors>;

Lanes filled(float value) {
    Lanes all;
    all.fill(Vec<float>(value));
    return all;
}

/// Folds the lanes from the first to the last.
template <class Value, class Fold>
Value folded(const Lanes& values, Value start, const Fold& fold) {
    alignas(64) std::array<float, lanes> each;
    for (std::size_t v = 0; v < vectors; ++v) kernels::store(each.data() + v * width, values[v]);
    for (const float value : each) start = fold(start, value);
    return start;
}

double sumOf(const Lanes& values) {
    return folded(values, 0.0, [](double sum, float value) { return sum + static_cast<double>(value); });
}

/// Sums and extremes over `size` weights; `kept` are the same weights with 0 where pruned.
Magnitudes measure(const float* weights, const float* kept, std::int64_t size) {
    Magnitudes m{.weights = size};
    Lanes smallest = filled(m.smallest), largest = filled(0), sumAll = filled(0), sumKept = filled(0);
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes) {
        for (std::size_t v = 0; v < vectors; ++v) {
            const std::int64_t at = i + static_cast<std::int64_t>(v) * width;
            const Vec<float> magnitude = std::experimental::abs(load(weights + at));
            smallest[v] = std::experimental::min(magnitude, smallest[v]);
            largest[v] = std::experimental::max(magnitude, largest[v]);
            sumAll[v] += magnitude;
            sumKept[v] += std::experimental::abs(load(kept + at));
        }
    }
    m.smallest = folded(smallest, m.smallest, [](float x, float y) { return std::min(x, y); });
    m.largest = folded(largest, 0.0F, [](float x, float y) { return std::max(x, y); });
    m.sumAll = sumOf(sumAll);
    m.sumKept = sumOf(sumKept);
    for (; i < size; ++i) {
        const float magnitude = std::abs(weights[i]);
        m.smallest = std::min(m.smallest, magnitude);
        m.largest = std::max(m.largest, magnitude);
        m.sumAll += static_cast<double>(magnitude);
        m.sumKept += static_cast<double>(std::abs(kept[i]));
    }
    return m;
}

/// Takes a block at a time, so that the masked weights are written and read in the nearest cache.
Magnitudes measureMasked(const float* weights, const std::uint8_t* mask, std::int64_t size) {
    constexpr std::int64_t block = 1024;
    alignas(64) std::array<float, block> masked;
    Magnitudes sum;
    for (std::int64_t begin = 0; begin < size; begin += block) {
        const std::int64_t count = std::min(block, size - begin);
        std::int32_t kept = 0;
        for (std::int64_t i = 0; i < count; ++i) {
            const float weight = weights[begin + i];
            masked[static_cast<std::size_t>(i)] = mask[begin + i] != 0 ? weight : 0.0F;
        }
        for (std::int64_t i = 0; i < count; ++i) kept += mask[begin + i];
        Magnitudes part = measure(weights + begin, masked.data(), count);
        part.kept = kept;
        sum.add(part);
    }
    return sum;
}

}  // namespace

void Magnitudes::add(const Magnitudes& more) {
    weights += more.weights;
    kept += more.kept;
    smallest = std::min(smallest, more.smallest);
    largest = std::max(largest, more.largest);
    sumKept += more.sumKept;
    sumAll += more.sumAll;
}

Magnitudes measureMagnitudes(const float* weights, const std::uint8_t* mask, std::int64_t size) {
    if (mask != nullptr) return measureMasked(weights, mask, size);
    Magnitudes all = measure(weights, weights, size);
    all.kept = size;
    return all;
}

void Attention::visit(StateVisitor& visitor) {
    std::array<double, 4> shown{floor, scale, meanKept, meanAll};
    std::array<float, 3> used{offset, slope, least};
    visitor.array("shown", std::span<double>(shown));
    visitor.array("used", std::span<float>(used));
    std::tie(floor, scale, meanKept, meanAll) = std::tuple_cat(shown);
    std::tie(offset, slope, least) = std::tuple_cat(used);
}

Attention attentionOf(const Magnitudes& m, double sparsity, double strength, bool normalise) {
    Attention attention;
    attention.floor = std::pow(1 - sparsity, strength);
    const double b = attention.floor;
    const double smallest = static_cast<double>(m.smallest);
    const double range = static_cast<double>(m.largest) - smallest;
    if (range > 0) {
        const auto mean = [&](double sum, std::int64_t count) {
            return count == 0 ? 1.0 : b + (1 - b) * (sum / static_cast<double>(count) - smallest) / range;
        };
        attention.meanKept = mean(m.sumKept, m.kept);
        attention.meanAll = mean(m.sumAll, m.weights);
    }
    attention.scale = normalise ? attention.meanKept : 1;
    attention.offset = static_cast<float>((range > 0 ? b - (1 - b) * smallest / range : 1) / attention.scale);
    attention.slope = static_cast<float>(range > 0 ? (1 - b) / (range * attention.scale) : 0);
    attention.least = static_cast<float>((range > 0 ? b : 1) / attention.scale);
    return attention;
}

}  // namespace prunescope::prune
