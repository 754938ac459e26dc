#pragma once

// The inner part of the weight gradient: one window of pixels, a block of outputs, a block of inputs.

#include "kernels/kernel_table.h"
#include "kernels/partition.h"
#include "kernels/taps.h"
#include "kernels/unrolled.h"
#include "kernels/vec.h"
#include "kernels/weight_gradient_inputs.h"

#include <array>

namespace prunescope::kernels::weight_gradient {

/// Of a window, so that a block of outputs and a block of inputs fit the first-level cache.
inline constexpr Index mostPixels = 16;

template <class T>
struct WeightProblem {
    const ConvolutionGeometry& geometry;
    const std::vector<ColumnRange>& columns;  ///< by kernel column
    const std::vector<InputBlock>& inputBlocks;
    const Tensor<T>& in;
    const Tensor<T>& outGradient;
    Partition outputBlocks;  ///< of one group of channels, as are the input blocks
    const T* zeros;          ///< what a kernel column reads outside the source, for `mostPixels` pixels
    Index group = 0;         ///< of channels, whose outputs and inputs are meant

    Index blocks() const { return static_cast<Index>(inputBlocks.size()); }
    Index firstInput() const { return group * geometry.groupInputs(); }
    Index firstOutput() const { return group * geometry.groupOutputs(); }
    /// Elements of the sums of one block of outputs: (input block, kernel row, output, input) vectors.
    Index sumsPerOutputBlock() const { return sumOffset(blocks(), 0); }
    Index sumOffset(Index inputBlock, Index kernelRow) const {
        const Index vectors = outputBlocks.size(0) * inputBlocks.front().size;  // no block has more
        return (inputBlock * geometry.kernelHeight + kernelRow) * vectors * vecWidth<T>;
    }
    /// Of all sums: those of one part of the pixels, and of the group's outputs from this block on.
    Index sumsOf(Index part, Index outputBlock) const {
        return ((part * geometry.groups + group) * outputBlocks.count + outputBlock) * sumsPerOutputBlock();
    }
};

/// Destination pixels of one tile that are summed at once: part of a row, or some whole rows.
struct Window {
    Index tile;
    Index firstRow;
    Index endRow;
    Index firstColumn;
    Index endColumn;
};

/// Pixels of one row that a block of outputs and a block of inputs multiply.
template <class T, int inputs>
struct Run {
    const T* gradient;
    std::array<const T*, inputs> x;
    Index pixels;
};
template <class T, int inputs>
using Runs = std::array<Run<T, inputs>, static_cast<std::size_t>(mostPixels)>;

/// Where the pixels from `first` on, which all columns of the block read alike, end.
inline Index endOfRun(const std::vector<ColumnRange>& columns, const InputBlock& block, Index first,
                      Index end) {
    for (int m = 0; m < block.size; ++m) {
        const ColumnRange& range = columns[static_cast<std::size_t>(block.inputs[m].column)];
        if (range.first > first) end = std::min(end, range.first);
        if (range.end > first) end = std::min(end, range.end);
        if (block.oneColumn) break;
    }
    return end;
}

/// The runs of one window, of which there are at most as many as pixels; returns how many.
template <class T, int inputs>
Index findRuns(const WeightProblem<T>& p, const Window& window, Index kernelRow, Index firstOutput,
               const InputBlock& block, Runs<T, inputs>& runs) {
    const RowsAndColumns stride = p.geometry.stride;
    const RowsAndColumns padding = p.geometry.padding;
    const Index lanes = p.in.lanes();
    const T* const gradients = p.outGradient.channel(window.tile, p.firstOutput() + firstOutput);
    std::array<const T*, inputs> plane;
    for (int m = 0; m < inputs; ++m)
        plane[m] = p.in.channel(window.tile, p.firstInput() + block.inputs[m].channel);
    const auto covers = [&](int m, Index first, Index end) {
        return p.columns[static_cast<std::size_t>(block.inputs[m].column)].covers(first, end);
    };
    Index count = 0;
    for (Index y = window.firstRow; y < window.endRow; ++y) {
        const Index sourceRow = y * stride.rows + kernelRow * p.geometry.dilation.rows - padding.rows;
        if (sourceRow < 0 || sourceRow >= p.geometry.input.height) continue;
        for (Index first = window.firstColumn; first < window.endColumn;) {
            const Index begin = first;
            const Index end = first = endOfRun(p.columns, block, begin, window.endColumn);
            if (block.oneColumn && !covers(0, begin, end)) continue;
            Run<T, inputs>& run = runs[static_cast<std::size_t>(count++)];
            run.gradient = gradients + y * p.outGradient.rowStride() + begin * lanes;
            run.pixels = end - begin;
            const Index source =
                sourceRow * p.in.rowStride() + (begin * stride.columns - padding.columns) * lanes;
            for (int m = 0; m < inputs; ++m) {
                const Index column = block.inputs[m].column * p.geometry.dilation.columns;
                run.x[m] = covers(m, begin, end) ? plane[m] + source + column * lanes : p.zeros;
            }
        }
    }
    return count;
}

/// The products of one window for one block of outputs, one row of the kernel and one block of inputs.
template <class T, int outputs, int inputs>
void addBlock(const WeightProblem<T>& p, const Window& window, Index kernelRow, Index firstOutput,
              const InputBlock& block, T* sums) {
    Runs<T, inputs> runs;
    const Index count = findRuns(p, window, kernelRow, firstOutput, block, runs);
    const Index outStride = p.outGradient.channelStride();
    constexpr auto offset = [](int k) { return k * vecWidth<T>; };
    std::array<Vec<T>, std::size_t{outputs} * inputs> sum;
    unrolled<outputs * inputs>([&]<int k>() { sum[k] = load(sums + offset(k)); });
    // With a stride of one the pixels of a run follow each other in both tensors.
    const Index lanes = p.in.lanes();
    const bool contiguous = p.geometry.stride.columns == 1;
    const Index sourceStep = p.geometry.stride.columns * lanes;
    for (const Run<T, inputs>* run = runs.data(); run != runs.data() + count; ++run) {
        const Index together = contiguous ? run->pixels * lanes : lanes;
        const T* gradient = run->gradient;
        const T* const end = gradient + run->pixels * lanes;
        std::array<const T*, inputs> in = run->x;
        for (; gradient != end; gradient += together) {
            for (Index at = 0; at < together; at += vecWidth<T>) {
                std::array<Vec<T>, inputs> x;
                unrolled<inputs>([&]<int m>() { x[m] = loadOnce(in[m] + at); });
                unrolled<outputs>([&]<int o>() {
                    const Vec<T> g = load(gradient + o * outStride + at);
                    unrolled<inputs>([&]<int m>() { sum[o * inputs + m] += g * x[m]; });
                });
            }
            for (const T*& x : in) x += sourceStep;
        }
    }
    unrolled<outputs * inputs>([&]<int k>() { store(sums + offset(k), sum[k]); });
}

/// By outputs and inputs.
template <class T>
inline constexpr auto blockKernels = kernelTable<mostOutputs, mostInputs>([]<int outputs, int inputs>() {
    return &addBlock<T, outputs, inputs>;
});

}  // namespace prunescope::kernels::weight_gradient
