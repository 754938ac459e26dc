#include "prune/attention.h"

#include "math/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace prunescope::prune {
namespace {

constexpr std::int64_t grain = 16384;
constexpr std::size_t lanes = 16;  // independent sums, so that the loop vectorises in a fixed order

struct Partial {
    float smallest = std::numeric_limits<float>::max();
    float largest = 0;
    double sumKept = 0;
    double sumAll = 0;
    std::int64_t kept = 0;
};

Partial measurePiece(const float* w, const std::uint8_t* mask, std::int64_t size) {
    std::array<float, lanes> smallest, largest{}, kept{}, all{};
    std::array<std::int32_t, lanes> count{};
    smallest.fill(std::numeric_limits<float>::max());
    const auto add = [&](std::size_t l, float value, bool isKept) {
        const float magnitude = std::abs(value);
        smallest[l] = magnitude < smallest[l] ? magnitude : smallest[l];
        largest[l] = magnitude > largest[l] ? magnitude : largest[l];
        all[l] += magnitude;
        kept[l] += isKept ? magnitude : 0.0F;
        count[l] += isKept ? 1 : 0;
    };
    std::int64_t i = 0;
    for (; i + static_cast<std::int64_t>(lanes) <= size; i += lanes) {
        for (std::size_t l = 0; l < lanes; ++l) {
            const auto at = i + static_cast<std::int64_t>(l);
            add(l, w[at], mask == nullptr || mask[at] != 0);
        }
    }
    for (std::size_t l = 0; i < size; ++i, ++l) add(l, w[i], mask == nullptr || mask[i] != 0);
    Partial partial;
    for (std::size_t l = 0; l < lanes; ++l) {
        partial.smallest = std::min(partial.smallest, smallest[l]);
        partial.largest = std::max(partial.largest, largest[l]);
        partial.sumKept += static_cast<double>(kept[l]);
        partial.sumAll += static_cast<double>(all[l]);
        partial.kept += count[l];
    }
    return partial;
}

}  // namespace

Magnitudes measureMagnitudes(const float* weights, const std::uint8_t* mask, std::int64_t size) {
    const math::Pieces pieces{size, grain};
    std::vector<Partial> partials(static_cast<std::size_t>(pieces.count()));
    math::parallelFor(pieces.count(), [&](std::int64_t piece) {
        const std::int64_t begin = pieces.begin(piece);
        partials[static_cast<std::size_t>(piece)] = measurePiece(
            weights + begin, mask == nullptr ? nullptr : mask + begin, pieces.end(piece) - begin);
    });
    Magnitudes m{.weights = size, .kept = 0, .smallest = std::numeric_limits<float>::max()};
    for (const Partial& p : partials) {
        m.kept += p.kept;
        m.smallest = std::min(m.smallest, p.smallest);
        m.largest = std::max(m.largest, p.largest);
        m.sumKept += p.sumKept;
        m.sumAll += p.sumAll;
    }
    return m;
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
