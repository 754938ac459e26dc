#include "math/weight_gradient_kernel.h"

#include "math/parallel.h"
#include "math/weight_gradient_blocks.h"

#include <cstring>

namespace prunescope::math {
namespace {

using namespace weight_gradient;

constexpr Index bytesOfSums = 192 * 1024;    // of one piece of work, about a fifth of a second-level cache
constexpr Index bytesOfSource = 512 * 1024;  // rows under the kernel: they stay while the kernel moves down
constexpr Index enoughPieces = 8;

/// One window for one block of outputs and some blocks of inputs.
template <class T>
void addWindow(const WeightProblem<T>& p, Index tile, const Window& window, Index outputBlock,
               Index firstInputs, Index endInputs, T* sums) {
    const auto& kernels = blockKernels<T>[static_cast<std::size_t>(p.outputBlocks.size(outputBlock) - 1)];
    for (Index i = 0; i < p.geometry.kernelHeight; ++i) {
        for (Index b = firstInputs; b < endInputs; ++b) {
            kernels[static_cast<std::size_t>(p.inputBlocks.size(b) - 1)](
                p, tile, window, i, p.outputBlocks.begin(outputBlock), p.inputBlocks.begin(b),
                sums + p.sumOffset(i, b));
        }
    }
}

/// Blocks of inputs that are summed over all windows before the next ones.
template <class T>
EvenCut inputGroups(const WeightProblem<T>& p) {
    const ConvolutionGeometry& g = p.geometry;
    const Index channelBytes = g.kernelHeight * p.in.rowStride() * static_cast<Index>(sizeof(T));
    const Index blocks = bytesOfSource / channelBytes * g.kernelWidth / mostInputs;
    return {p.inputBlocks.count, std::max<Index>(1, blocks)};
}

/// Calls `body(window)` for the windows of the rows [first, end): row by row, and from left to right.
template <class Body>
void forEachWindow(Index first, Index end, Index width, const Body& body) {
    const EvenCut columns(width, pixelsInCache);
    const Index rows = std::max<Index>(1, pixelsInCache / width);
    for (Index y = first; y < end; y += rows) {
        for (Index x = 0; x < columns.count; ++x)
            body(Window{y, std::min(y + rows, end), columns.begin(x), columns.begin(x + 1)});
    }
}

/// How the sum is cut: by (tile, band of rows) into parts with sums of their own, and by groups of output
/// blocks whose sums fit the cache. Depends on the shapes alone.
struct Cut {
    Index tiles;
    Index height;
    Index bands;
    EvenCut groups;  ///< of output blocks

    Index parts() const { return tiles * bands; }
};

template <class T>
Cut cutOf(const ConvolutionGeometry& geometry, Index tiles) {
    const Index bytes = geometry.kernelHeight * inputBlocksOf(geometry).count * blockSums * vecWidth<T> *
                        static_cast<Index>(sizeof(T));
    const EvenCut groups(EvenCut(geometry.outputs, mostOutputs).count,
                         std::max<Index>(1, bytesOfSums / bytes));
    const Index height = geometry.output().height;
    const Index bands = std::clamp<Index>(enoughPieces / (tiles * groups.count), 1, height);
    return {.tiles = tiles, .height = height, .bands = bands, .groups = groups};
}

/// Adds the parts in order and the lanes last; one block of outputs.
template <class T>
void finish(const WeightProblem<T>& p, Index parts, const T* sums, Index outputBlock, T* result) {
    const ConvolutionGeometry& g = p.geometry;
    const Index perBlock = p.sumsPerOutputBlock();
    const Index firstOutput = p.outputBlocks.begin(outputBlock);
    for (Index i = 0; i < g.kernelHeight; ++i) {
        for (Index b = 0; b < p.inputBlocks.count; ++b) {
            for (Index at = 0; at < p.outputBlocks.size(outputBlock) * mostInputs; ++at) {
                const Index input = p.inputBlocks.begin(b) + at % mostInputs;
                if (at % mostInputs >= p.inputBlocks.size(b)) continue;
                Vec<T> sum(T(0));
                for (Index part = 0; part < parts; ++part) {
                    sum += load(sums + (part * p.outputBlocks.count + outputBlock) * perBlock +
                                p.sumOffset(i, b) + at * vecWidth<T>);
                }
                const Index weights =
                    (firstOutput + at / mostInputs) * g.input.channels + input / g.kernelWidth;
                result[(weights * g.kernelHeight + i) * g.kernelWidth + input % g.kernelWidth] =
                    laneSum<T>(sum);
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
void weightGradient(const ConvolutionGeometry& geometry, const std::vector<ColumnRange>& columns,
                    const Tensor<T>& in, const Tensor<T>& outGradient, T* result, Scratch<T>& scratch) {
    WeightProblem<T> p{.geometry = geometry,
                       .columns = columns,
                       .in = in,
                       .outGradient = outGradient,
                       .outputBlocks = {geometry.outputs, mostOutputs},
                       .inputBlocks = inputBlocksOf(geometry),
                       .zeros = nullptr};
    const Cut cut = cutOf<T>(geometry, in.tiles());
    const EvenCut inputCut = inputGroups(p);
    const Index perBlock = p.sumsPerOutputBlock();
    const auto zeros = static_cast<std::size_t>(pixelsInCache * geometry.stride * in.lanes());
    const auto allSums = static_cast<std::size_t>(cut.parts() * p.outputBlocks.count * perBlock);
    T* sums = scratch.atLeast(allSums + zeros);
    std::memset(sums + allSums, 0, zeros * sizeof(T));
    p.zeros = sums + allSums;
    parallelFor(cut.parts() * cut.groups.count, [&](Index piece) {
        const Index part = piece / cut.groups.count;
        const Index group = piece % cut.groups.count;
        const Index firstBlock = cut.groups.begin(group);
        T* own = sums + (part * p.outputBlocks.count + firstBlock) * perBlock;
        std::memset(own, 0, static_cast<std::size_t>(cut.groups.size(group) * perBlock) * sizeof(T));
        const Index band = part % cut.bands;
        for (Index inputs = 0; inputs < inputCut.count; ++inputs) {
            forEachWindow(band * cut.height / cut.bands, (band + 1) * cut.height / cut.bands,
                          geometry.output().width, [&](const Window& window) {
                              for (Index b = 0; b < cut.groups.size(group); ++b)
                                  addWindow(p, part / cut.bands, window, firstBlock + b,
                                            inputCut.begin(inputs), inputCut.begin(inputs + 1),
                                            own + b * perBlock);
                          });
        }
    });
    parallelFor(p.outputBlocks.count, [&](Index b) { finish(p, cut.parts(), sums, b, result); });
}

template Index weightGradientBands<float>(const ConvolutionGeometry&, Index);
template Index weightGradientBands<double>(const ConvolutionGeometry&, Index);
template void weightGradient<float>(const ConvolutionGeometry&, const std::vector<ColumnRange>&,
                                    const Tensor<float>&, const Tensor<float>&, float*, Scratch<float>&);
template void weightGradient<double>(const ConvolutionGeometry&, const std::vector<ColumnRange>&,
                                     const Tensor<double>&, const Tensor<double>&, double*, Scratch<double>&);

}  // namespace prunescope::math
