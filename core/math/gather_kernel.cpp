#include "math/gather_kernel.h"

#include "math/parallel.h"
#include "math/vec.h"

#include <array>

namespace prunescope::math {
namespace {

#ifdef __AVX512F__
constexpr int mostVectors = 4;  // 6 x 4 accumulators, 4 inputs and a weight fill 29 of 32 registers
#else
constexpr int mostVectors = 2;  // 6 x 2 accumulators, 2 inputs and a weight fill 15 of 16
#endif
constexpr int mostOutputs = 6;

/// Destination channels cut into blocks of at most `mostOutputs`, as even as they go.
struct Blocks {
    explicit Blocks(Index channels)
        : count((channels + mostOutputs - 1) / mostOutputs),
          base(channels / count),
          larger(channels % count) {}
    Index begin(Index b) const { return b * base + std::min(b, larger); }
    int size(Index b) const { return static_cast<int>(base + (b < larger ? 1 : 0)); }

    Index count;
    Index base;
    Index larger;
};

/// One destination pixel of a block of channels.
template <class T>
struct PixelTask {
    const T* source;  ///< first channel of the tile, at the first lane of the group
    Index sourceChannels;
    Index channelStride;
    Index rowStride;
    Index lanes;
    const T* packed;  ///< (source channel, KH, KW, channel of the block)
    Index kernelHeight;
    Index kernelWidth;
    const std::vector<Tap>* rows;
    const std::vector<Tap>* columns;
    const T* start;
    T* destination;
    Index destinationStride;
};

template <class T, int outputs, int vectors>
void gatherPixel(const PixelTask<T>& t) {
    std::array<std::array<Vec<T>, vectors>, outputs> sum;
    for (int o = 0; o < outputs; ++o) sum[o].fill(t.start == nullptr ? T(0) : t.start[o]);
    const Index weightsPerChannel = t.kernelHeight * t.kernelWidth * outputs;
    for (Index c = 0; c < t.sourceChannels; ++c) {
        const T* plane = t.source + c * t.channelStride;
        const T* channelWeights = t.packed + c * weightsPerChannel;
        for (const Tap& row : *t.rows) {
            const T* line = plane + row.source * t.rowStride;
            const T* rowWeights = channelWeights + row.kernel * t.kernelWidth * outputs;
            for (const Tap& column : *t.columns) {
                const T* x = line + column.source * t.lanes;
                const T* w = rowWeights + column.kernel * outputs;
                std::array<Vec<T>, vectors> in;
                for (int v = 0; v < vectors; ++v) in[v] = load(x + v * vecWidth<T>);
                for (int o = 0; o < outputs; ++o) {
                    const Vec<T> weight(w[o]);
                    for (int v = 0; v < vectors; ++v) sum[o][v] += weight * in[v];
                }
            }
        }
    }
    for (int o = 0; o < outputs; ++o) {
        T* out = t.destination + o * t.destinationStride;
        for (int v = 0; v < vectors; ++v) store(out + v * vecWidth<T>, sum[o][v]);
    }
}

/// All lanes of a pixel, in groups of as many vectors as fit the registers, then of fewer.
template <class T, int outputs, int vectors>
void gatherLanes(PixelTask<T> task, Index lanesLeft) {
    constexpr Index group = vectors * vecWidth<T>;
    for (; lanesLeft >= group; lanesLeft -= group) {
        gatherPixel<T, outputs, vectors>(task);
        task.source += group;
        task.destination += group;
    }
    if constexpr (vectors > 1) {
        if (lanesLeft > 0) gatherLanes<T, outputs, vectors / 2>(task, lanesLeft);
    }
}

template <class T, int outputs>
void gatherRow(PixelTask<T> task, const TapTable& columns) {
    T* destination = task.destination;
    for (std::size_t x = 0; x < columns.size(); ++x) {
        task.columns = &columns[x];
        task.destination = destination + static_cast<Index>(x) * task.lanes;
        gatherLanes<T, outputs, mostVectors>(task, task.lanes);
    }
}

template <class T>
void gatherRowOfBlock(int outputs, const PixelTask<T>& task, const TapTable& columns) {
    switch (outputs) {
        case 1:
            return gatherRow<T, 1>(task, columns);
        case 2:
            return gatherRow<T, 2>(task, columns);
        case 3:
            return gatherRow<T, 3>(task, columns);
        case 4:
            return gatherRow<T, 4>(task, columns);
        case 5:
            return gatherRow<T, 5>(task, columns);
        default:
            return gatherRow<T, mostOutputs>(task, columns);
    }
}

/// Weights in the order in which a block reads them, so that they stream.
template <class T>
void packBlock(const GatherProblem<T>& p, Index firstChannel, int outputs, T* packed) {
    const Index taps = p.kernelHeight * p.kernelWidth;
    for (Index c = 0; c < p.source->shape().channels; ++c) {
        for (Index tap = 0; tap < taps; ++tap) {
            for (int o = 0; o < outputs; ++o) {
                *packed++ = p.weight[(firstChannel + o) * p.destinationStride + c * p.sourceStride + tap];
            }
        }
    }
}

}  // namespace

template <class T>
void gather(const GatherProblem<T>& p, Scratch<T>& scratch) {
    const Tensor<T>& source = *p.source;
    Tensor<T>& destination = *p.destination;
    const Shape shape = destination.shape();
    const Blocks blocks(shape.channels);
    const Index weightsPerOutput = source.shape().channels * p.kernelHeight * p.kernelWidth;
    T* packed = scratch.atLeast(static_cast<std::size_t>(shape.channels * weightsPerOutput));
    parallelFor(blocks.count, [&](Index b) {
        packBlock(p, blocks.begin(b), blocks.size(b), packed + blocks.begin(b) * weightsPerOutput);
    });
    // Blocks innermost: neighbouring pieces of work then read the same source rows.
    parallelFor(source.tiles() * shape.height * blocks.count, [&](Index piece) {
        const Index b = piece % blocks.count;
        const Index y = piece / blocks.count % shape.height;
        const Index tile = piece / blocks.count / shape.height;
        const Index first = blocks.begin(b);
        const PixelTask<T> task{.source = source.channel(tile, 0),
                                .sourceChannels = source.shape().channels,
                                .channelStride = source.channelStride(),
                                .rowStride = source.rowStride(),
                                .lanes = source.lanes(),
                                .packed = packed + first * weightsPerOutput,
                                .kernelHeight = p.kernelHeight,
                                .kernelWidth = p.kernelWidth,
                                .rows = &(*p.rows)[static_cast<std::size_t>(y)],
                                .columns = nullptr,
                                .start = p.start == nullptr ? nullptr : p.start + first,
                                .destination = destination.channel(tile, first) + y * destination.rowStride(),
                                .destinationStride = destination.channelStride()};
        gatherRowOfBlock(blocks.size(b), task, *p.columns);
    });
}

template void gather<float>(const GatherProblem<float>&, Scratch<float>&);
template void gather<double>(const GatherProblem<double>&, Scratch<double>&);

}  // namespace prunescope::math
