#include "math/weight_gradient_kernel.h"

#include "math/parallel.h"
#include "math/vec.h"

#include <array>
#include <cstring>

namespace prunescope::math {
namespace {

constexpr int block = 4;  // 4 outputs x 4 inputs: 16 accumulators fed by 8 loads
constexpr Index pixelsInCache =
    4;  // columns a block walks at once, so that its rows stay in the first-level cache
constexpr Index bytesOfSums =
    192 * 1024;  // partial sums of one piece of work, about a quarter of a second-level cache

template <class T, int outputs, int inputs>
using BlockSums = std::array<std::array<Vec<T>, inputs>, outputs>;

/// Adds the products of `count` consecutive vectors to the sums.
template <class T, int outputs, int inputs>
void addProducts(BlockSums<T, outputs, inputs>& sum, const T* out, Index outStride, const T* in,
                 Index inStride, Index count) {
    for (Index k = 0; k < count; ++k) {
        const Index at = k * vecWidth<T>;
        std::array<Vec<T>, inputs> x;
        for (int c = 0; c < inputs; ++c) x[c] = load(in + c * inStride + at);
        for (int o = 0; o < outputs; ++o) {
            const Vec<T> g = load(out + o * outStride + at);
            for (int c = 0; c < inputs; ++c) sum[o][c] += g * x[c];
        }
    }
}

/// Calls `body.template operator()<outputs, inputs>()` with block sizes known to the compiler.
template <class Body>
void withBlockSize(Index outputs, Index inputs, const Body& body) {
    const auto inner = [&]<int o>() {
        switch (inputs) {
            case 1:
                return body.template operator()<o, 1>();
            case 2:
                return body.template operator()<o, 2>();
            case 3:
                return body.template operator()<o, 3>();
            default:
                return body.template operator()<o, block>();
        }
    };
    switch (outputs) {
        case 1:
            return inner.template operator()<1>();
        case 2:
            return inner.template operator()<2>();
        case 3:
            return inner.template operator()<3>();
        default:
            return inner.template operator()<block>();
    }
}

Index blocksOf(Index channels) {
    return (channels + block - 1) / block;
}
Index sizeOfBlock(Index channels, Index b) {
    return std::min<Index>(block, channels - b * block);
}

/// Destination columns [first, last) that a kernel column reads, and where in the source they start.
struct ColumnRange {
    Index first = 0;
    Index last = 0;
    Index source = 0;
};

std::vector<ColumnRange> columnRanges(const TapTable& columns, Index kernelWidth) {
    std::vector<ColumnRange> ranges(static_cast<std::size_t>(kernelWidth));
    for (std::size_t x = 0; x < columns.size(); ++x) {
        for (const Tap& tap : columns[x]) {
            ColumnRange& range = ranges[static_cast<std::size_t>(tap.kernel)];
            if (range.last == 0) range = {static_cast<Index>(x), 0, tap.source};
            range.last = static_cast<Index>(x) + 1;
        }
    }
    return ranges;
}

template <class T>
struct WeightProblem {
    const ConvolutionGeometry& geometry;
    const TapTable& rows;
    const std::vector<ColumnRange>& columns;
    const Tensor<T>& in;
    const Tensor<T>& outGradient;

    Index inputBlocks() const { return blocksOf(geometry.input.channels); }
};

/// Elements of the sums of one block of outputs: (input block, tap, 4 x 4 vectors).
template <class T>
Index sumsPerOutputBlock(const ConvolutionGeometry& g) {
    return blocksOf(g.input.channels) * g.taps() * block * block * vecWidth<T>;
}

/// One row of the output gradient against the input rows it touched, for one block of channels and one tap.
template <class T, int outputs, int inputs>
void addTap(const WeightProblem<T>& p, Index tile, Index y, Index firstOut, Index firstIn, Index sourceRow,
            const ColumnRange& range, Index firstPixel, Index lastPixel, T* sums) {
    const Index from = std::max(range.first, firstPixel);
    const Index to = std::min(range.last, lastPixel);
    if (from >= to) return;
    const Index lanes = p.in.lanes();
    const Index outStride = p.outGradient.channelStride();
    const Index inStride = p.in.channelStride();
    const T* out = p.outGradient.channel(tile, firstOut) + y * p.outGradient.rowStride() + from * lanes;
    const Index sourceColumn = range.source + (from - range.first) * p.geometry.stride;
    const T* in = p.in.channel(tile, firstIn) + sourceRow * p.in.rowStride() + sourceColumn * lanes;
    BlockSums<T, outputs, inputs> sum;
    for (int o = 0; o < outputs; ++o) {
        for (int c = 0; c < inputs; ++c) sum[o][c] = load(sums + (o * block + c) * vecWidth<T>);
    }
    const Index vectors = lanes / vecWidth<T>;
    if (p.geometry.stride == 1) {
        addProducts<T, outputs, inputs>(sum, out, outStride, in, inStride, (to - from) * vectors);
    } else {
        for (Index x = 0; x < to - from; ++x) {
            addProducts<T, outputs, inputs>(sum, out + x * lanes, outStride,
                                            in + x * p.geometry.stride * lanes, inStride, vectors);
        }
    }
    for (int o = 0; o < outputs; ++o) {
        for (int c = 0; c < inputs; ++c) store(sums + (o * block + c) * vecWidth<T>, sum[o][c]);
    }
}

/// All taps of one output row for one block of outputs and every block of inputs.
template <class T>
void addRow(const WeightProblem<T>& p, Index tile, Index y, Index outBlock, T* sums) {
    const ConvolutionGeometry& g = p.geometry;
    const Index width = g.output().width;
    const Index outputs = sizeOfBlock(g.outputs, outBlock);
    for (Index inBlock = 0; inBlock < p.inputBlocks(); ++inBlock) {
        const Index inputs = sizeOfBlock(g.input.channels, inBlock);
        T* blockSums = sums + inBlock * g.taps() * block * block * vecWidth<T>;
        withBlockSize(outputs, inputs, [&]<int o, int c>() {
            for (Index first = 0; first < width; first += pixelsInCache) {
                for (const Tap& row : p.rows[static_cast<std::size_t>(y)]) {
                    for (Index j = 0; j < g.kernelWidth; ++j) {
                        T* tapSums =
                            blockSums + (row.kernel * g.kernelWidth + j) * block * block * vecWidth<T>;
                        addTap<T, o, c>(p, tile, y, outBlock * block, inBlock * block, row.source,
                                        p.columns[static_cast<std::size_t>(j)], first, first + pixelsInCache,
                                        tapSums);
                    }
                }
            }
        });
    }
}

/// How the sum is cut: by (tile, band of rows) into parts with sums of their own, and by groups of output
/// blocks whose sums fit the cache. Depends on the shapes alone.
struct Cut {
    Index tiles;
    Index height;
    Index bands;
    Index outputBlocks;
    Index blocksPerGroup;

    Index parts() const { return tiles * bands; }
    Index groups() const { return (outputBlocks + blocksPerGroup - 1) / blocksPerGroup; }
};

template <class T>
Cut cutOf(const ConvolutionGeometry& geometry, Index tiles) {
    constexpr Index enoughPieces = 8;
    Cut cut{.tiles = tiles,
            .height = geometry.output().height,
            .bands = 1,
            .outputBlocks = blocksOf(geometry.outputs),
            .blocksPerGroup = 1};
    const Index bytes = sumsPerOutputBlock<T>(geometry) * static_cast<Index>(sizeof(T));
    cut.blocksPerGroup = std::clamp<Index>(bytesOfSums / bytes, 1, cut.outputBlocks);
    const Index pieces = cut.tiles * cut.groups();
    cut.bands = std::clamp<Index>(enoughPieces / pieces, 1, cut.height);
    return cut;
}

/// Adds the parts in order and the lanes last; one block of outputs.
template <class T>
void finish(const WeightProblem<T>& p, const Cut& cut, const T* sums, Index outBlock, T* result) {
    const ConvolutionGeometry& g = p.geometry;
    const Index perBlock = sumsPerOutputBlock<T>(p.geometry);
    const Index taps = g.taps();
    for (Index o = 0; o < sizeOfBlock(g.outputs, outBlock); ++o) {
        for (Index c = 0; c < g.input.channels; ++c) {
            for (Index tap = 0; tap < taps; ++tap) {
                const Index at =
                    (((c / block) * taps + tap) * block * block + o * block + c % block) * vecWidth<T>;
                Vec<T> sum(T(0));
                for (Index part = 0; part < cut.parts(); ++part) {
                    sum += load(sums + (part * cut.outputBlocks + outBlock) * perBlock + at);
                }
                result[((outBlock * block + o) * g.input.channels + c) * taps + tap] = laneSum<T>(sum);
            }
        }
    }
}

}  // namespace

template <class T>
Index weightGradientBands(const ConvolutionGeometry& geometry, Index tiles) {
    return cutOf<T>(geometry, tiles).bands;
}

template <class T>
void weightGradient(const ConvolutionGeometry& geometry, const TapTable& rows, const TapTable& columns,
                    const Tensor<T>& in, const Tensor<T>& outGradient, T* result, Scratch<T>& scratch) {
    const std::vector<ColumnRange> ranges = columnRanges(columns, geometry.kernelWidth);
    const WeightProblem<T> p{geometry, rows, ranges, in, outGradient};
    const Cut cut = cutOf<T>(geometry, in.tiles());
    const Index perBlock = sumsPerOutputBlock<T>(p.geometry);
    T* sums = scratch.atLeast(static_cast<std::size_t>(cut.parts() * cut.outputBlocks * perBlock));
    parallelFor(cut.parts() * cut.groups(), [&](Index piece) {
        const Index part = piece / cut.groups();
        const Index firstBlock = piece % cut.groups() * cut.blocksPerGroup;
        const Index lastBlock = std::min(firstBlock + cut.blocksPerGroup, cut.outputBlocks);
        T* own = sums + (part * cut.outputBlocks + firstBlock) * perBlock;
        std::memset(own, 0, static_cast<std::size_t>((lastBlock - firstBlock) * perBlock) * sizeof(T));
        const Index band = part % cut.bands;
        for (Index y = band * cut.height / cut.bands; y < (band + 1) * cut.height / cut.bands; ++y) {
            for (Index b = firstBlock; b < lastBlock; ++b)
                addRow(p, part / cut.bands, y, b, own + (b - firstBlock) * perBlock);
        }
    });
    parallelFor(cut.outputBlocks, [&](Index b) { finish(p, cut, sums, b, result); });
}

template Index weightGradientBands<float>(const ConvolutionGeometry&, Index);
template Index weightGradientBands<double>(const ConvolutionGeometry&, Index);
template void weightGradient<float>(const ConvolutionGeometry&, const TapTable&, const TapTable&,
                                    const Tensor<float>&, const Tensor<float>&, float*, Scratch<float>&);
template void weightGradient<double>(const ConvolutionGeometry&, const TapTable&, const TapTable&,
                                     const Tensor<double>&, const Tensor<double>&, double*, Scratch<double>&);

}  // namespace prunescope::math
