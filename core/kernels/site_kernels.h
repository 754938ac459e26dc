#pragma once

#include "kernels/partition.h"
#include "kernels/unrolled.h"
#include "kernels/vec.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

/// Convolutions over sites. A site is one vector of the output: several images of a pixel, or several pixels
/// of an image. All sites read their inputs at the same distances, so that
///
///     out[o][site] = bias[o] + sum over entries e of weight[o][e] source[site + offset[e]]
///
/// with the sum in the order of the entries, of which the sparse form lacks those of weight 0: both give the
/// same bits.
namespace prunescope::kernels {

using Floats = Vec<float>;

/// In elements from the begin of the first channel's plane.
struct Site {
    std::int32_t source;
    std::int32_t destination;
    std::int32_t addend;
};

struct SparseEntry {
    std::int32_t offset;
    float weight;
};

/// What happens to a finished sum.
struct Finish {
    float* out;       ///< plane of the first output channel
    Index outStride;  ///< from one channel to the next
    bool relu;
    float ceiling;  ///< of the ReLU
};

[[gnu::always_inline]] inline Floats loadAnywhere(const float* p) {
    return Floats(p, std::experimental::element_aligned);
}

/// `addend`: the plane that is added, or null.
[[gnu::always_inline]] inline void finishSum(const Finish& finish, const Site& site, Index channel,
                                             const float* addend, Floats sum) {
    if (addend != nullptr) sum += loadAnywhere(addend + site.addend);
    if (finish.relu) {
        where(sum <= 0.0F, sum) = 0.0F;
        where(sum >= finish.ceiling, sum) = finish.ceiling;
    }
    sum.copy_to(finish.out + channel * finish.outStride + site.destination,
                std::experimental::element_aligned);
}

#ifdef __AVX512F__
inline constexpr int denseOutputs = 4;
inline constexpr int denseSites = 6;  // 24 sums, 6 inputs and a weight fill 31 of 32 registers
#else
inline constexpr int denseOutputs = 4;
inline constexpr int denseSites = 3;  // 12 sums, 3 inputs and a weight fill 16 of 16
#endif
// Eight sums hide the latency of an addition.
inline constexpr int sparseSites = 8;

/// Up to `denseOutputs` channels whose weights are interleaved: (entry, channel).
struct DenseBlock {
    std::span<const std::int32_t> offsets;
    const float* weight;
    const float* bias;
    Index firstChannel;
    const float* const* addends;  ///< by channel of the block, each may be null
};

template <int outputs, int sites>
void runDense(const DenseBlock& block, const Site* site, const float* source, const Finish& finish) {
    std::array<const float*, sites> at;
    for (int s = 0; s < sites; ++s) at[s] = source + site[s].source;
    std::array<std::array<Floats, sites>, outputs> sum;
    for (int o = 0; o < outputs; ++o) sum[o].fill(Floats(block.bias[o]));
    const float* weight = block.weight;
    for (const std::int32_t offset : block.offsets) {
        std::array<Floats, sites> in;
        unrolled<sites>([&]<int s>() { in[s] = loadAnywhere(at[s] + offset); });
        unrolled<outputs>([&]<int o>() {
            const Floats w(weight[o]);
            unrolled<sites>([&]<int s>() { sum[o][s] += w * in[s]; });
        });
        weight += outputs;
    }
    for (int o = 0; o < outputs; ++o) {
        for (int s = 0; s < sites; ++s)
            finishSum(finish, site[s], block.firstChannel + o, block.addends[o], sum[o][s]);
    }
}

/// One channel from its kept weights.
struct SparseChannel {
    std::span<const SparseEntry> entries;
    float bias;
    Index channel;
    const float* addend;  ///< may be null
};

/// `sideBySide`: the sites follow each other in memory, so that one address serves them all.
template <int sites, bool sideBySide>
void runSparse(const SparseChannel& channel, const Site* site, const float* source, const Finish& finish) {
    // NOLINTNEXTLINE(bugprone-branch-clone): both are one where there is one site
    std::array<const float*, sideBySide ? 1 : sites> at;
    for (std::size_t s = 0; s < at.size(); ++s) at[s] = source + site[s].source;
    std::array<Floats, sites> sum;
    sum.fill(Floats(channel.bias));
    for (const SparseEntry& entry : channel.entries) {
        const Floats w(entry.weight);
        unrolled<sites>([&]<int s>() {
            const float* x = sideBySide ? at[0] + s * vecWidth<float> : at[s];
            sum[s] += w * loadAnywhere(x + entry.offset);
        });
    }
    unrolled<sites>([&]<int s>() { finishSum(finish, site[s], channel.channel, channel.addend, sum[s]); });
}

/// True when `count` sites from this one on follow each other in the source.
inline bool areSideBySide(const Site* site, int count) {
    return site[count - 1].source - site[0].source == (count - 1) * static_cast<int>(vecWidth<float>);
}

/// Calls `body.template operator()<count>()` with `count`, from 1 to `most`, known to the compiler.
template <int most, class Body>
void withCount(int count, const Body& body) {
    if constexpr (most > 1) {
        if (count < most) return withCount<most - 1>(count, body);
    }
    body.template operator()<most>();
}

/// Cuts `sites` into groups of at most `most`, as evenly as possible, and calls `body(first, count)`.
template <class Body>
void inGroups(Index sites, int most, const Body& body) {
    if (sites == 0) return;
    const Partition groups(sites, most);
    for (Index g = 0; g < groups.count; ++g) body(groups.begin(g), static_cast<int>(groups.size(g)));
}

}  // namespace prunescope::kernels
