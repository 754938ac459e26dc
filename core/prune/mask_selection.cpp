#include "prune/mask_selection.h"

#include "base/suggest.h"
#include "math/parallel.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace prunescope::prune {
namespace {

constexpr std::int64_t grain = 65536;
constexpr std::uint64_t keepNone = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t keepAll = 0;

std::uint32_t magnitudeOf(float weight) {
    return std::bit_cast<std::uint32_t>(weight) & 0x7fffffffU;
}

/// A number that orders weights by magnitude, then by index: bits of a non-negative float order as its value
/// does.
std::uint64_t keyOf(float weight, std::uint64_t index) {
    return (std::uint64_t{magnitudeOf(weight)} << 32U) | (std::numeric_limits<std::uint32_t>::max() - index);
}

/// Weights fall into buckets by the upper bits of their magnitude: the exponent and five more.
constexpr int bucketShift = 18;
constexpr std::size_t buckets = std::size_t{1} << (31 - bucketShift);

std::size_t bucketOf(float weight) {
    return magnitudeOf(weight) >> bucketShift;
}

/// Keeps every weight whose key is at least the threshold, and gives their number. `firstIndex` is the
/// layer's first index among the keys that were compared.
std::int64_t applyThreshold(const MaskLayer& layer, std::uint64_t threshold, std::uint64_t firstIndex) {
    // Of the weights of the threshold's own magnitude those up to an index are kept.
    const auto bar = static_cast<std::uint32_t>(threshold >> 32U);
    const std::uint64_t lastIndex = std::numeric_limits<std::uint32_t>::max() - (threshold & 0xffffffffU);
    const auto equalKept =
        std::clamp(static_cast<std::int64_t>(lastIndex + 1) - static_cast<std::int64_t>(firstIndex),
                   std::int64_t{0}, layer.size);
    const math::Pieces pieces{layer.size, grain};
    std::vector<std::int64_t> counts(static_cast<std::size_t>(pieces.count()));
    math::parallelFor(pieces.count(), [&](std::int64_t piece) {
        const float* w = layer.weights;
        std::uint8_t* mask = layer.mask;
        const std::int64_t begin = pieces.begin(piece);
        const std::int64_t end = pieces.end(piece);
        const std::int64_t split = std::clamp(equalKept, begin, end);
        for (std::int64_t i = begin; i < split; ++i) mask[i] = magnitudeOf(w[i]) >= bar ? 1 : 0;
        for (std::int64_t i = split; i < end; ++i) mask[i] = magnitudeOf(w[i]) > bar ? 1 : 0;
        std::int32_t kept = 0;
        for (std::int64_t i = begin; i < end; ++i) kept += mask[i];
        counts[static_cast<std::size_t>(piece)] = kept;
    });
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::int64_t leastOf(const MaskLayer& layer, std::int64_t minKeep) {
    return std::min(minKeep, layer.size);
}

/// Share of the density that a layer gets, before the common factor.
double densityScore(const MaskLayer& layer, Scope scope) {
    if (scope == Scope::uniform) return 1;
    const double sum =
        static_cast<double>(std::accumulate(layer.shape.begin(), layer.shape.end(), math::Index{0}));
    return sum / static_cast<double>(layer.size);
}

/// Layers whose count is settled by a bound leave the others to share the rest.
struct Shares {
    std::vector<double> wanted;
    std::vector<bool> settled;
};

Shares boundedShares(const std::vector<MaskLayer>& layers, Scope scope, std::int64_t kept,
                     std::int64_t minKeep) {
    Shares shares{std::vector<double>(layers.size()), std::vector<bool>(layers.size(), false)};
    for (bool changed = true; changed;) {
        double rest = static_cast<double>(kept);
        double weight = 0;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            if (shares.settled[l])
                rest -= shares.wanted[l];
            else
                weight += densityScore(layers[l], scope) * static_cast<double>(layers[l].size);
        }
        changed = false;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            if (shares.settled[l]) continue;
            const auto size = static_cast<double>(layers[l].size);
            const double want = rest / weight * densityScore(layers[l], scope) * size;
            const double bounded = std::clamp(want, static_cast<double>(leastOf(layers[l], minKeep)), size);
            shares.wanted[l] = bounded;
            if (bounded != want) {
                shares.settled[l] = true;
                changed = true;
            }
        }
    }
    return shares;
}

}  // namespace

Scope scopeFromName(const std::string& name) {
    const std::vector<std::string> names{"global", "uniform", "erk"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw unknownName("scope", name, names, "pruning.scope");
    return static_cast<Scope>(found - names.begin());
}

std::int64_t keptCount(std::int64_t weights, double sparsity) {
    return weights - static_cast<std::int64_t>(std::floor(sparsity * static_cast<double>(weights)));
}

std::int64_t fewestKept(const std::vector<MaskLayer>& layers, std::int64_t minKeep) {
    return std::accumulate(
        layers.begin(), layers.end(), std::int64_t{0},
        [&](std::int64_t sum, const MaskLayer& layer) { return sum + leastOf(layer, minKeep); });
}

std::vector<std::int64_t> shareOut(const std::vector<MaskLayer>& layers, Scope scope, std::int64_t kept,
                                   std::int64_t minKeep) {
    const Shares shares = boundedShares(layers, scope, kept, minKeep);
    std::vector<std::int64_t> counts(layers.size());
    for (std::size_t l = 0; l < layers.size(); ++l)
        counts[l] = static_cast<std::int64_t>(std::floor(shares.wanted[l]));
    std::vector<std::size_t> order(layers.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return shares.wanted[a] - std::floor(shares.wanted[a]) >
               shares.wanted[b] - std::floor(shares.wanted[b]);
    });
    std::int64_t missing = kept - std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    while (missing != 0) {
        const std::int64_t before = missing;
        for (const std::size_t l : order) {
            const std::int64_t next = counts[l] + (missing > 0 ? 1 : -1);
            if (missing == 0 || next > layers[l].size || next < leastOf(layers[l], minKeep)) continue;
            missing -= next - counts[l];
            counts[l] = next;
        }
        assert(missing != before && "the kept weights must fit the bounds");
        if (missing == before) break;
    }
    return counts;
}

void MaskSelector::countBuckets(const MaskLayer& layer) {
    const math::Pieces pieces{layer.size, grain};
    const auto count = static_cast<std::size_t>(pieces.count());
    pieceCounts_.assign(count * buckets, 0);
    math::parallelFor(pieces.count(), [&](std::int64_t piece) {
        std::uint32_t* counts = pieceCounts_.data() + static_cast<std::size_t>(piece) * buckets;
        for (std::int64_t i = pieces.begin(piece); i < pieces.end(piece); ++i)
            ++counts[bucketOf(layer.weights[i])];
    });
    for (std::size_t piece = 0; piece < count; ++piece) {
        for (std::size_t b = 0; b < buckets; ++b) bucketCounts_[b] += pieceCounts_[piece * buckets + b];
    }
}

/// Only the bucket that the threshold falls into is ranked weight by weight.
std::uint64_t MaskSelector::smallestKept(const std::vector<MaskLayer>& layers, std::int64_t count) {
    if (count == 0) return keepNone;
    std::int64_t total = 0;
    for (const MaskLayer& layer : layers) total += layer.size;
    if (count == total) return keepAll;
    bucketCounts_.assign(buckets, 0);
    for (const MaskLayer& layer : layers) countBuckets(layer);
    std::size_t bucket = buckets - 1;
    for (; bucketCounts_[bucket] < count; --bucket) count -= bucketCounts_[bucket];
    keys_.clear();
    std::uint64_t first = 0;
    for (const MaskLayer& layer : layers) {
        for (std::int64_t i = 0; i < layer.size; ++i) {
            if (bucketOf(layer.weights[i]) == bucket)
                keys_.push_back(keyOf(layer.weights[i], first + static_cast<std::uint64_t>(i)));
        }
        first += static_cast<std::uint64_t>(layer.size);
    }
    const auto last = keys_.begin() + (count - 1);
    std::nth_element(keys_.begin(), last, keys_.end(), std::greater<>());
    return *last;
}

void MaskSelector::select(const std::vector<MaskLayer>& layers, std::int64_t kept) {
    if (scope_ == Scope::global) {
        selectGlobal(layers, kept);
    } else {
        selectShares(layers, shareOut(layers, scope_, kept, minKeep_));
    }
}

void MaskSelector::selectShares(const std::vector<MaskLayer>& layers,
                                const std::vector<std::int64_t>& counts) {
    for (std::size_t l = 0; l < layers.size(); ++l)
        applyThreshold(layers[l], smallestKept({layers[l]}, counts[l]), 0);
}

/// A layer that the common ranking would leave with fewer than its minimum keeps its own largest instead, and
/// the others share what is left; that can raise the bar for a further layer, hence the loop.
void MaskSelector::selectGlobal(std::vector<MaskLayer> layers, std::int64_t kept) {
    for (bool again = true; again;) {
        again = false;
        const std::uint64_t threshold = smallestKept(layers, kept);
        std::vector<MaskLayer> common;
        std::uint64_t first = 0;
        for (const MaskLayer& layer : layers) {
            const std::int64_t least = leastOf(layer, minKeep_);
            if (applyThreshold(layer, threshold, first) >= least) {
                common.push_back(layer);
            } else {
                applyThreshold(layer, smallestKept({layer}, least), 0);
                kept -= least;
                again = true;
            }
            first += static_cast<std::uint64_t>(layer.size);
        }
        layers = std::move(common);
    }
}

}  // namespace prunescope::prune
