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

/// A number that orders weights by magnitude, then by index: bits of a non-negative float order as its value
/// does.
std::uint64_t keyOf(float weight, std::uint64_t index) {
    const std::uint64_t magnitude = std::bit_cast<std::uint32_t>(std::abs(weight));
    return (magnitude << 32U) | (std::numeric_limits<std::uint32_t>::max() - index);
}

/// The smallest of the `count` largest keys; the keys are reordered.
std::uint64_t smallestKept(std::span<std::uint64_t> keys, std::int64_t count) {
    if (count == 0) return keepNone;
    const auto last = keys.begin() + (count - 1);
    std::nth_element(keys.begin(), last, keys.end(), std::greater<>());
    return *last;
}

/// `firstIndex` is the layer's first index among the keys that were compared.
void applyThreshold(const MaskLayer& layer, std::uint64_t threshold, std::uint64_t firstIndex) {
    const math::Pieces pieces{layer.size, grain};
    math::parallelFor(pieces.count(), [&](std::int64_t piece) {
        for (std::int64_t i = pieces.begin(piece); i < pieces.end(piece); ++i) {
            layer.mask[i] =
                keyOf(layer.weights[i], firstIndex + static_cast<std::uint64_t>(i)) >= threshold ? 1 : 0;
        }
    });
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

std::span<std::uint64_t> MaskSelector::fillKeys(const MaskLayer& layer, std::size_t from) {
    const math::Pieces pieces{layer.size, grain};
    math::parallelFor(pieces.count(), [&](std::int64_t piece) {
        for (std::int64_t i = pieces.begin(piece); i < pieces.end(piece); ++i) {
            const std::size_t at = from + static_cast<std::size_t>(i);
            keys_[at] = keyOf(layer.weights[i], at);
        }
    });
    return {keys_.data() + from, static_cast<std::size_t>(layer.size)};
}

void MaskSelector::select(const std::vector<MaskLayer>& layers, std::int64_t kept) {
    std::int64_t total = 0;
    for (const MaskLayer& layer : layers) total += layer.size;
    keys_.resize(static_cast<std::size_t>(total));
    if (scope_ == Scope::global) {
        selectGlobal(layers, kept);
    } else {
        selectShares(layers, shareOut(layers, scope_, kept, minKeep_));
    }
}

void MaskSelector::selectShares(const std::vector<MaskLayer>& layers,
                                const std::vector<std::int64_t>& counts) {
    std::size_t from = 0;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const auto keys = fillKeys(layers[l], from);
        applyThreshold(layers[l], smallestKept(keys, counts[l]), from);
        from += keys.size();
    }
}

/// A layer that the common ranking would leave with fewer than its minimum keeps its own largest instead, and
/// the others share what is left; that can raise the bar for a further layer, hence the loop.
void MaskSelector::selectGlobal(const std::vector<MaskLayer>& layers, std::int64_t kept) {
    std::vector<bool> reserved(layers.size(), false);
    while (true) {
        std::size_t filled = 0;
        std::int64_t rest = kept;
        std::vector<std::size_t> firstIndex(layers.size());
        for (std::size_t l = 0; l < layers.size(); ++l) {
            firstIndex[l] = filled;
            if (reserved[l])
                rest -= leastOf(layers[l], minKeep_);
            else
                filled += fillKeys(layers[l], filled).size();
        }
        const std::uint64_t threshold = smallestKept({keys_.data(), filled}, rest);
        bool again = false;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            if (reserved[l]) continue;
            applyThreshold(layers[l], threshold, firstIndex[l]);
            const auto count =
                std::accumulate(layers[l].mask, layers[l].mask + layers[l].size, std::int64_t{0});
            if (count >= leastOf(layers[l], minKeep_)) continue;
            reserved[l] = true;
            again = true;
        }
        if (again) continue;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            if (reserved[l])
                applyThreshold(layers[l], smallestKept(fillKeys(layers[l], 0), leastOf(layers[l], minKeep_)),
                               0);
        }
        return;
    }
}

}  // namespace prunescope::prune
