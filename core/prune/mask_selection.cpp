#include "prune/mask_selection.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <numeric>

namespace prunescope::prune {
namespace {

constexpr std::int64_t grain = 65536;
constexpr std::uint64_t keepNone = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t keepAll = 0;

/// As bits; what is not a number ranks as 0, below every weight that means something.
std::uint32_t magnitudeOf(float weight) {
    constexpr std::uint32_t infinite = 0x7f800000U;
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(weight) & 0x7fffffffU;
    return bits > infinite ? 0 : bits;
}

/// A number that orders weights by magnitude, then by index: bits of a non-negative float order as its value
/// does.
std::uint64_t keyOf(float weight, std::uint64_t index) {
    return (std::uint64_t{magnitudeOf(weight)} << 32U) | (std::numeric_limits<std::uint32_t>::max() - index);
}

/// Weights fall into buckets by the upper bits of their magnitude: the exponent and five more.
constexpr int bucketShift = 18;
constexpr std::size_t buckets = std::size_t{1} << (31 - bucketShift);
/// From one choice to the next the threshold seldom moves by more than a few per cent.
constexpr std::uint32_t guessRadius = std::uint32_t{1} << bucketShift;

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
    const parallel::Blocks blocks{layer.size, grain};
    std::vector<std::int64_t> counts(static_cast<std::size_t>(blocks.count()));
    parallel::parallelFor(blocks.count(), [&](std::int64_t block) {
        const float* w = layer.weights;
        std::uint8_t* mask = layer.mask;
        const std::uint32_t least = bar;  // a byte that is written could be part of what is captured
        const std::int64_t begin = blocks.begin(block);
        const std::int64_t end = blocks.end(block);
        const std::int64_t split = std::clamp(equalKept, begin, end);
        for (std::int64_t i = begin; i < split; ++i) mask[i] = magnitudeOf(w[i]) >= least ? 1 : 0;
        for (std::int64_t i = split; i < end; ++i) mask[i] = magnitudeOf(w[i]) > least ? 1 : 0;
        std::int32_t kept = 0;
        for (std::int64_t i = begin; i < end; ++i) kept += mask[i];
        counts[static_cast<std::size_t>(block)] = kept;
    });
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace

void MaskSelector::countBuckets(const MaskLayer& layer) {
    const parallel::Blocks blocks{layer.size, grain};
    const auto count = static_cast<std::size_t>(blocks.count());
    blockCounts_.assign(count * buckets, 0);
    parallel::parallelFor(blocks.count(), [&](std::int64_t block) {
        std::uint32_t* counts = blockCounts_.data() + static_cast<std::size_t>(block) * buckets;
        for (std::int64_t i = blocks.begin(block); i < blocks.end(block); ++i)
            ++counts[bucketOf(layer.weights[i])];
    });
    for (std::size_t block = 0; block < count; ++block) {
        for (std::size_t b = 0; b < buckets; ++b) bucketCounts_[b] += blockCounts_[block * buckets + b];
    }
}

/// The bucket that the `count`-th largest weight falls into.
MaskSelector::Bracket MaskSelector::bucketBracket(const std::vector<MaskLayer>& layers, std::int64_t count) {
    bucketCounts_.assign(buckets, 0);
    for (const MaskLayer& layer : layers) countBuckets(layer);
    auto bucket = static_cast<std::uint32_t>(buckets - 1);
    for (; bucketCounts_[bucket] < count; --bucket) count -= bucketCounts_[bucket];
    return {bucket << bucketShift, (bucket + 1) << bucketShift};
}

/// Counts the magnitudes in the bracket, by block, and gives the number of those above it.
std::int64_t MaskSelector::countBracket(const std::vector<MaskLayer>& layers, const Bracket& bracket) {
    above_.resize(blocks_.size());
    inside_.resize(blocks_.size());
    blocks_.forEach([&](const parallel::BlockList::Block& block) {
        const float* w = layers[block.array].weights;
        const auto [lowest, end] = bracket;
        std::int32_t above = 0;
        std::int32_t from = 0;
        for (std::int64_t i = block.begin; i < block.end; ++i) {
            above += magnitudeOf(w[i]) >= end ? 1 : 0;
            from += magnitudeOf(w[i]) >= lowest ? 1 : 0;
        }
        above_[block.number] = above;
        inside_[block.number] = from - above;
    });
    return std::accumulate(above_.begin(), above_.end(), std::int64_t{0});
}

/// The keys of the weights in the bracket that was counted last.
void MaskSelector::collectKeys(const std::vector<MaskLayer>& layers, const Bracket& bracket) {
    firstKey_.resize(blocks_.size());
    std::exclusive_scan(inside_.begin(), inside_.end(), firstKey_.begin(), std::int64_t{0});
    keys_.resize(static_cast<std::size_t>(firstKey_.back() + inside_.back()));
    std::vector<std::uint64_t> firstIndex{0};
    for (const MaskLayer& layer : layers)
        firstIndex.push_back(firstIndex.back() + static_cast<std::uint64_t>(layer.size));
    blocks_.forEach([&](const parallel::BlockList::Block& block) {
        if (inside_[block.number] == 0) return;
        const float* w = layers[block.array].weights;
        const std::uint64_t first = firstIndex[block.array];
        std::array<std::uint64_t, parallel::BlockList::grain> found;
        std::size_t count = 0;
        for (std::int64_t i = block.begin; i < block.end; ++i) {
            // Whether a weight is inside is unpredictable, so store always and advance conditionally.
            found[count] = keyOf(w[i], first + static_cast<std::uint64_t>(i));
            count += magnitudeOf(w[i]) - bracket.lowest < bracket.end - bracket.lowest ? 1 : 0;
        }
        std::copy_n(found.begin(), count, keys_.begin() + firstKey_[block.number]);
    });
}

/// Only the weights of a narrow bracket are ranked one by one: one around the magnitude that was found last
/// time, or if the answer has left it, the bucket that holds it.
std::uint64_t MaskSelector::smallestKept(const std::vector<MaskLayer>& layers, std::int64_t count,
                                         std::size_t ranking) {
    if (count == 0) return keepNone;
    std::int64_t total = 0;
    blocks_.clear();
    for (const MaskLayer& layer : layers) {
        total += layer.size;
        blocks_.add(layer.size);
    }
    if (count == total) return keepAll;
    if (lastFound_.size() <= ranking) lastFound_.resize(ranking + 1, 0);
    const std::uint32_t last = lastFound_[ranking];
    Bracket bracket{std::max(last, guessRadius) - guessRadius, last + guessRadius};
    std::int64_t above = countBracket(layers, bracket);
    if (const std::int64_t inside = std::accumulate(inside_.begin(), inside_.end(), std::int64_t{0});
        count <= above || count > above + inside) {
        bracket = bucketBracket(layers, count);
        above = countBracket(layers, bracket);
    }
    collectKeys(layers, bracket);
    const auto key = keys_.begin() + (count - above - 1);
    std::nth_element(keys_.begin(), key, keys_.end(), std::greater<>());
    lastFound_[ranking] = static_cast<std::uint32_t>(*key >> 32U);
    return *key;
}

void MaskSelector::select(const std::vector<MaskLayer>& layers, std::int64_t kept) {
    if (scope_ == Scope::global) {
        selectGlobal(layers, kept);
    } else {
        selectShares(layers, shareOut(layers, scope_, kept));
    }
}

std::vector<std::int64_t> MaskSelector::counts(std::vector<MaskLayer> layers, std::int64_t kept) {
    if (scope_ != Scope::global) return shareOut(layers, scope_, kept);
    std::vector<std::vector<std::uint8_t>> masks;
    for (MaskLayer& layer : layers) {
        masks.emplace_back(static_cast<std::size_t>(layer.size));
        layer.mask = masks.back().data();
    }
    selectGlobal(layers, kept);
    std::vector<std::int64_t> list;
    list.reserve(masks.size());
    for (const auto& mask : masks) list.push_back(std::accumulate(mask.begin(), mask.end(), std::int64_t{0}));
    return list;
}

void MaskSelector::keepLargest(const MaskLayer& layer, std::int64_t count) {
    applyThreshold(layer, smallestKept({layer}, count, 0), 0);
}

void MaskSelector::selectShares(const std::vector<MaskLayer>& layers,
                                const std::vector<std::int64_t>& counts) {
    for (std::size_t l = 0; l < layers.size(); ++l)
        applyThreshold(layers[l], smallestKept({layers[l]}, counts[l], l), 0);
}

/// A layer that the common ranking would leave with fewer than its least keeps its own largest instead, and
/// the others share what is left; that can raise the bar for a further layer, hence the loop. The bar never
/// falls, so that a layer which got its least would get no more from any later ranking: the masks are the
/// largest magnitudes that the bounds allow.
void MaskSelector::selectGlobal(std::vector<MaskLayer> layers, std::int64_t kept) {
    std::size_t ranking = 0;
    for (bool again = true; again;) {
        again = false;
        const std::uint64_t threshold = smallestKept(layers, kept, ranking++);
        std::vector<MaskLayer> common;
        std::uint64_t first = 0;
        for (const MaskLayer& layer : layers) {
            if (applyThreshold(layer, threshold, first) >= layer.least) {
                common.push_back(layer);
            } else {
                applyThreshold(layer, smallestKept({layer}, layer.least, ranking++), 0);
                kept -= layer.least;
                again = true;
            }
            first += static_cast<std::uint64_t>(layer.size);
        }
        layers = std::move(common);
    }
}

}  // namespace prunescope::prune
