#include "kernels/weight_gradient_kernel.h"

#include "kernels/weight_gradient_blocks.h"
#include "parallel/parallel_for.h"

#include <cstring>

namespace prunescope::kernels {
namespace {

using namespace weight_gradient;

constexpr Index bytesOfSums =
    Index{192} * 1024;  // of one piece of work, about a fifth of a second-level cache
constexpr Index bytesUnderKernel =
    Index{512} * 1024;  // rows under the kernel: they stay while the kernel moves down
constexpr Index enoughBands = 8;

/// Blocks of inputs that are summed over all windows before the next ones.
template <class T>
Partition inputGroups(const WeightProblem<T>& p) {
    const ConvolutionGeometry& g = p.geometry;
    const Index channelBytes = g.reach().rows * p.in.rowStride() * static_cast<Index>(sizeof(T));
    const Index blocks = bytesUnderKernel / channelBytes * g.kernelWidth / mostInputs;
    return {p.blocks(), std::max<Index>(1, blocks)};
}

/// What one piece of work sums: rows of one tile, blocks of outputs and blocks of inputs.
struct Piece {
    Index tile;
    Index firstRow, endRow;
    Index firstOutputs, endOutputs;  ///< blocks
    Index firstInputs, endInputs;    ///< blocks
};

/// Calls `body(window)` for the windows of the piece, row by row and from left to right.
template <class Body>
void forEachWindow(const Piece& piece, Index width, const Body& body) {
    const Partition columns(width, mostPixels);
    const Index rows = std::max<Index>(1, mostPixels / width);
    for (Index y = piece.firstRow; y < piece.endRow; y += rows) {
        for (Index x = 0; x < columns.count; ++x) {
            body(Window{piece.tile, y, std::min(y + rows, piece.endRow), columns.begin(x),
                        columns.begin(x + 1)});
        }
    }
}

/// One window for all blocks of the piece.
template <class T>
void addWindow(const WeightProblem<T>& p, const Piece& piece, const Window& window, T* sums) {
    const Index width = p.geometry.kernelWidth;
    for (Index o = piece.firstOutputs; o < piece.endOutputs; ++o) {
        T* own = sums + (o - piece.firstOutputs) * p.sumsPerOutputBlock();
        // The columns of a kernel row read the same memory: they come one after the other.
        for (Index first = piece.firstInputs; first < piece.endInputs; first += width) {
            for (Index i = 0; i < p.geometry.kernelHeight; ++i) {
                for (Index b = first; b < std::min(first + width, piece.endInputs); ++b) {
                    const InputBlock& block = p.inputBlocks[static_cast<std::size_t>(b)];
                    blockKernels<T>.of(p.outputBlocks.size(o), block.size)(
                        p, window, i, p.outputBlocks.begin(o), block, own + p.sumOffset(b, i));
                }
            }
        }
    }
}

/// How the sum is cut: by (tile, band of rows) into parts with sums of their own, and within a group of
/// channels by bundles of output blocks whose sums fit the cache. Depends on the shapes alone.
struct Cut {
    Index tiles;
    Index height;
    Index bands;
    Partition bundles;  ///< of output blocks

    Index parts() const { return tiles * bands; }
};

template <class T>
Cut cutOf(const ConvolutionGeometry& geometry, Index tiles) {
    const Index bytes =
        geometry.weights() * mostOutputs / geometry.outputs * vecWidth<T> * static_cast<Index>(sizeof(T));
    const Partition bundles(Partition(geometry.groupOutputs(), mostOutputs).count,
                            std::max<Index>(1, bytesOfSums / bytes));
    const Index height = geometry.output().height;
    const Index bands = std::clamp<Index>(enoughBands / (tiles * geometry.groups * bundles.count), 1, height);
    return {.tiles = tiles, .height = height, .bands = bands, .bundles = bundles};
}

/// Adds the parts in order and the lanes last; one block of outputs.
template <class T>
void finish(const WeightProblem<T>& p, Index parts, const T* sums, Index outputBlock, T* result) {
    const ConvolutionGeometry& g = p.geometry;
    for (Index b = 0; b < p.blocks(); ++b) {
        const InputBlock& block = p.inputBlocks[static_cast<std::size_t>(b)];
        for (Index i = 0; i < g.kernelHeight; ++i) {
            for (Index o = 0; o < p.outputBlocks.size(outputBlock); ++o) {
                for (int m = 0; m < block.size; ++m) {
                    Vec<T> sum(T(0));
                    for (Index part = 0; part < parts; ++part) {
                        sum += load(sums + p.sumsOf(part, outputBlock) + p.sumOffset(b, i) +
                                    (o * block.size + m) * vecWidth<T>);
                    }
                    const auto [channel, column] = block.inputs[m];
                    const Index output = p.firstOutput() + p.outputBlocks.begin(outputBlock) + o;
                    const Index weights = output * g.groupInputs() + channel;
                    result[(weights * g.kernelHeight + i) * g.kernelWidth + column] = laneSum<T>(sum);
                }
            }
        }
    }
}

}  // namespace

template <class T>
DenseWeightGradient<T>::DenseWeightGradient(const ConvolutionGeometry& geometry)
    : geometry_(geometry),
      columns_(columnRanges(forwardColumns(geometry), geometry.kernelWidth)),
      inputBlocks_(inputBlocksOf(geometry)) {}

template <class T>
void DenseWeightGradient<T>::run(const Tensor<T>& in, const Tensor<T>& outGradient, T* result,
                                 Scratch<T>& scratch) const {
    WeightProblem<T> p{.geometry = geometry_,
                       .columns = columns_,
                       .inputBlocks = inputBlocks_,
                       .in = in,
                       .outGradient = outGradient,
                       .outputBlocks = {geometry_.groupOutputs(), mostOutputs},
                       .zeros = nullptr};
    const Cut cut = cutOf<T>(geometry_, in.tiles());
    const Partition inputCut = inputGroups(p);
    const Index perBlock = p.sumsPerOutputBlock();
    const auto zeros = static_cast<std::size_t>(mostPixels * geometry_.stride.columns * in.lanes());
    const auto allSums = static_cast<std::size_t>(p.sumsOf(cut.parts(), 0));
    T* sums = scratch.atLeast(allSums + zeros);
    std::memset(sums + allSums, 0, zeros * sizeof(T));
    p.zeros = sums + allSums;
    const Index groups = geometry_.groups;
    parallel::parallelFor(cut.parts() * groups * cut.bundles.count, [&](Index k) {
        const Index part = k / cut.bundles.count / groups;
        const Index bundle = k % cut.bundles.count;
        const Index band = part % cut.bands;
        WeightProblem<T> own = p;
        own.group = k / cut.bundles.count % groups;
        Piece piece{.tile = part / cut.bands,
                    .firstRow = band * cut.height / cut.bands,
                    .endRow = (band + 1) * cut.height / cut.bands,
                    .firstOutputs = cut.bundles.begin(bundle),
                    .endOutputs = cut.bundles.begin(bundle + 1),
                    .firstInputs = 0,
                    .endInputs = 0};
        T* ownSums = sums + own.sumsOf(part, piece.firstOutputs);
        std::memset(ownSums, 0, static_cast<std::size_t>(cut.bundles.size(bundle) * perBlock) * sizeof(T));
        for (Index inputs = 0; inputs < inputCut.count; ++inputs) {
            piece.firstInputs = inputCut.begin(inputs);
            piece.endInputs = inputCut.begin(inputs + 1);
            forEachWindow(piece, geometry_.output().width,
                          [&](const Window& window) { addWindow(own, piece, window, ownSums); });
        }
    });
    parallel::parallelFor(groups * p.outputBlocks.count, [&](Index k) {
        WeightProblem<T> own = p;
        own.group = k / p.outputBlocks.count;
        finish(own, cut.parts(), sums, k % p.outputBlocks.count, result);
    });
}

template class DenseWeightGradient<float>;
template class DenseWeightGradient<double>;

}  // namespace prunescope::kernels
