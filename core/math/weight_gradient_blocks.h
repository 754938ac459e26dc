#pragma once

// The inner part of the weight gradient: one window of pixels, a block of outputs, a block of inputs.

#include "math/convolution.h"
#include "math/even_cut.h"
#include "math/unrolled.h"
#include "math/vec.h"

#include <array>

namespace prunescope::math::weight_gradient {

// An input is a channel seen through one column of the kernel: with three columns, neighbouring inputs are
// the same memory a pixel apart, and come from the first-level cache.
inline constexpr int mostOutputs = 4;
#ifdef __AVX512F__
inline constexpr int mostInputs = 6;  // 4 x 6 accumulators, 6 inputs and a gradient fill 31 of 32 registers
#else
inline constexpr int mostInputs = 3;  // 4 x 3 accumulators, 3 inputs and a gradient fill 16 of 16
#endif
inline constexpr Index blockSums = mostOutputs * mostInputs;
inline constexpr Index pixelsInCache = 32;  // of the gradient of a block of outputs: first-level cache

template <class T>
struct WeightProblem {
    const ConvolutionGeometry& geometry;
    const std::vector<ColumnRange>& columns;  ///< by kernel column
    const Tensor<T>& in;
    const Tensor<T>& outGradient;
    EvenCut outputBlocks;
    EvenCut inputBlocks;  ///< of channels times kernel columns
    const T* zeros;       ///< what a kernel column reads outside the source, for `pixelsInCache` pixels

    /// Elements of the sums of one block of outputs: (kernel row, input block, output, input) vectors.
    Index sumsPerOutputBlock() const {
        return geometry.kernelHeight * inputBlocks.count * blockSums * vecWidth<T>;
    }
    Index sumOffset(Index kernelRow, Index inputBlock) const {
        return (kernelRow * inputBlocks.count + inputBlock) * blockSums * vecWidth<T>;
    }
};

inline EvenCut inputBlocksOf(const ConvolutionGeometry& g) {
    return {g.input.channels * g.kernelWidth, mostInputs};
}

/// Destination pixels that are summed at once: part of a row, or some whole rows.
struct Window {
    Index firstRow;
    Index endRow;
    Index firstColumn;
    Index endColumn;
};

/// Pixels that a block of outputs and a block of inputs multiply.
template <class T, int inputs>
struct Run {
    const T* gradient;
    std::array<const T*, inputs> x;
    Index pixels;
};
template <class T, int inputs>
using Runs = std::array<Run<T, inputs>, static_cast<std::size_t>(pixelsInCache)>;

/// The runs of one window, of which there are at most as many as pixels; returns how many.
template <class T, int inputs>
Index findRuns(const WeightProblem<T>& p, Index tile, const Window& window, Index kernelRow,
               Index firstOutput, Index firstInput, Runs<T, inputs>& runs) {
    const Index width = p.geometry.kernelWidth;
    const Index stride = p.geometry.stride;
    const Index lanes = p.in.lanes();
    std::array<const T*, inputs> plane;
    std::array<const ColumnRange*, inputs> range;
    Index channel = firstInput / width;
    Index column = firstInput % width;
    for (int m = 0; m < inputs; ++m) {
        plane[m] = p.in.channel(tile, channel);
        range[m] = &p.columns[static_cast<std::size_t>(column)];
        if (++column == width) {
            column = 0;
            ++channel;
        }
    }
    Index count = 0;
    for (Index y = window.firstRow; y < window.endRow; ++y) {
        const Index sourceRow = y * stride + kernelRow - p.geometry.padding;
        if (sourceRow < 0 || sourceRow >= p.geometry.input.height) continue;
        const T* gradients = p.outGradient.channel(tile, firstOutput) + y * p.outGradient.rowStride();
        for (Index first = window.firstColumn; first < window.endColumn;) {
            // Up to where a column of the kernel enters or leaves the source.
            Index end = window.endColumn;
            for (const ColumnRange* r : range) {
                if (r->first > first) end = std::min(end, r->first);
                if (r->end > first) end = std::min(end, r->end);
            }
            Run<T, inputs>& run = runs[static_cast<std::size_t>(count++)];
            run.gradient = gradients + first * lanes;
            run.pixels = end - first;
            for (int m = 0; m < inputs; ++m) {
                const Index source = range[m]->source + (first - range[m]->first) * stride;
                run.x[m] = range[m]->covers(first, end)
                               ? plane[m] + sourceRow * p.in.rowStride() + source * lanes
                               : p.zeros;
            }
            first = end;
        }
    }
    return count;
}

/// The products of one window for one block of outputs, one row of the kernel and one block of inputs.
template <class T, int outputs, int inputs>
void addBlock(const WeightProblem<T>& p, Index tile, const Window& window, Index kernelRow, Index firstOutput,
              Index firstInput, T* sums) {
    Runs<T, inputs> runs;
    const Index count = findRuns(p, tile, window, kernelRow, firstOutput, firstInput, runs);
    const Index outStride = p.outGradient.channelStride();
    std::array<std::array<Vec<T>, inputs>, outputs> sum;
    for (int o = 0; o < outputs; ++o)
        for (int m = 0; m < inputs; ++m) sum[o][m] = load(sums + (o * mostInputs + m) * vecWidth<T>);
    // With a stride of one the pixels of a run follow each other in both tensors.
    const Index lanes = p.in.lanes();
    const bool contiguous = p.geometry.stride == 1;
    const Index sourceStep = p.geometry.stride * lanes;
    for (const Run<T, inputs>* run = runs.data(); run != runs.data() + count; ++run) {
        std::array<const T*, inputs> in = run->x;
        const T* const end = run->gradient + run->pixels * lanes;
        const Index together = contiguous ? run->pixels * lanes : lanes;
        for (const T* gradient = run->gradient; gradient != end; gradient += together) {
            for (Index at = 0; at < together; at += vecWidth<T>) {
                std::array<Vec<T>, inputs> x;
                for (int m = 0; m < inputs; ++m) x[m] = loadOnce(in[m] + at);
                unrolled<outputs>([&]<int o>() {
                    const Vec<T> g = load(gradient + o * outStride + at);
                    for (int m = 0; m < inputs; ++m) sum[o][m] += g * x[m];
                });
            }
            for (int m = 0; m < inputs; ++m) in[m] += sourceStep;
        }
    }
    for (int o = 0; o < outputs; ++o)
        for (int m = 0; m < inputs; ++m) store(sums + (o * mostInputs + m) * vecWidth<T>, sum[o][m]);
}

template <class T>
using BlockKernel = void (*)(const WeightProblem<T>&, Index, const Window&, Index, Index, Index, T*);

/// By outputs and inputs, both less one.
template <class T>
inline constexpr auto blockKernels = []<int... o>(std::integer_sequence<int, o...>) {
    constexpr auto ofOutputs = []<int outputs, int... m>(std::integer_sequence<int, m...>) {
        return std::array<BlockKernel<T>, mostInputs>{addBlock<T, outputs, m + 1>...};
    };
    return std::array{ofOutputs.template operator()<o + 1>(std::make_integer_sequence<int, mostInputs>{})...};
}
(std::make_integer_sequence<int, mostOutputs>{});

}  // namespace prunescope::math::weight_gradient
