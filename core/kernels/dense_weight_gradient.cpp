#include "kernels/kernel_table.h"
#include "kernels/partition.h"
#include "kernels/unrolled.h"
#include "kernels/vec.h"
#include "kernels/weight_gradient_kernel.h"
#include "parallel/parallel_for.h"

#include <array>

namespace prunescope::kernels {
namespace {

// With one pixel a channel is a row of images. Summed over images, a gradient (one number) multiplies many
// inputs (vectors): for that some inputs are turned round first, images outermost.
constexpr int mostVectors = 3;
#ifdef __AVX512F__
constexpr int gradientsAtOnce = 8;  // 8 x 3 accumulators, 3 inputs and a gradient fill 28 of 32 registers
#else
constexpr int gradientsAtOnce = 4;  // 4 x 3 accumulators, 3 inputs and a gradient fill 16 of 16
#endif
// A thread gets whole rows of the result, as it does in the forward pass and in the update: what one thread
// writes and another reads is dear on machines whose cores share no cache.
constexpr Index outputGroups = 2;
constexpr Index imagesAtOnce = 128;  // of a panel, so that it stays in the first-level cache
static_assert(imagesAtOnce >= mostLanes);

template <class T>
using Panel = std::array<T, static_cast<std::size_t>(imagesAtOnce* mostVectors* vecWidth<T>)>;

struct Tiles {
    Index first;
    Index count;
};

/// Vectors of inputs that are multiplied with all gradients.
struct Inputs {
    Index first;
    Index count;  ///< fewer than the vectors hold at the end of the layer
    int vectors;
};

/// panel[n][c] = in[inputs.first + c][n] for the images of all tiles, zero beyond the last input.
template <class T>
void turnRound(const Tensor<T>& in, const Tiles& tiles, const Inputs& inputs, Panel<T>& panel) {
    const Index width = inputs.vectors * vecWidth<T>;
    T* first = panel.data();
    for (Index tile = tiles.first; tile < tiles.first + tiles.count; ++tile, first += in.lanes() * width) {
        for (Index c = 0; c < inputs.count; ++c) {
            const T* x = in.channel(tile, inputs.first + c);
            for (Index n = 0; n < in.lanes(); ++n) first[n * width + c] = x[n];
        }
        for (Index n = 0; n < in.lanes() && inputs.count < width; ++n)
            std::fill(first + n * width + inputs.count, first + (n + 1) * width, T(0));
    }
}

/// `count` elements at any address, in vectors.
template <class T, int vectors>
std::array<Vec<T>, vectors> loadRow(const T* from, Index count) {
    alignas(64) std::array<T, static_cast<std::size_t>(vectors * vecWidth<T>)> copy{};
    if (count < vectors * vecWidth<T>) {
        std::copy_n(from, count, copy.data());
        from = copy.data();
    }
    std::array<Vec<T>, vectors> row;
    for (int v = 0; v < vectors; ++v)
        row[v].copy_from(from + v * vecWidth<T>, std::experimental::element_aligned);
    return row;
}

template <class T, int vectors>
void storeRow(const Vec<T>* row, T* to, Index count) {
    if (count == vectors * vecWidth<T>) {
        for (int v = 0; v < vectors; ++v)
            row[v].copy_to(to + v * vecWidth<T>, std::experimental::element_aligned);
        return;
    }
    alignas(64) std::array<T, static_cast<std::size_t>(vectors * vecWidth<T>)> copy;
    for (int v = 0; v < vectors; ++v) store(copy.data() + v * vecWidth<T>, row[v]);
    std::copy_n(copy.data(), count, to);
}

/// Where the sums of one block of outputs come from and go to.
template <class T>
struct Block {
    const T* gradients;
    Index gradientStride;  ///< from one output to the next
    Index tileStride;      ///< of the gradients
    Index tiles;
    Index lanes;
    const T* panel;
    T* result;
    Index resultStride;
    Index inputs;
    bool resumes;  ///< the result holds the sum over the images before
};

template <class T, int outputs, int vectors>
void addBlock(const Block<T>& block) {
    constexpr Index width = vectors * vecWidth<T>;
    std::array<Vec<T>, std::size_t{outputs} * vectors> sum;
    unrolled<outputs>([&]<int o>() {
        std::array<Vec<T>, vectors> row{};
        if (block.resumes) row = loadRow<T, vectors>(block.result + o * block.resultStride, block.inputs);
        unrolled<vectors>([&]<int v>() { sum[o * vectors + v] = row[v]; });
    });
    // Four outputs to a pointer: the machine's addresses then scale the distance, at no cost.
    const Index stride = block.gradientStride;
    const Index stride3 = 3 * stride;
    const T* x = block.panel;
    for (Index tile = 0; tile < block.tiles; ++tile) {
        const T* first = block.gradients + tile * block.tileStride;
        const std::array<const T*, 2> gradients{first, first + 4 * stride};
        for (Index n = 0; n < block.lanes; ++n, x += width) {
            std::array<Vec<T>, vectors> in;
            unrolled<vectors>([&]<int v>() { in[v] = loadOnce(x + v * vecWidth<T>); });
            unrolled<outputs>([&]<int o>() {
                const Vec<T> g(gradients[o / 4][n + (o % 4 == 3 ? stride3 : o % 4 * stride)]);
                unrolled<vectors>([&]<int v>() { sum[o * vectors + v] += g * in[v]; });
            });
        }
    }
    unrolled<outputs>([&]<int o>() {
        storeRow<T, vectors>(&sum[o * vectors], block.result + o * block.resultStride, block.inputs);
    });
}

/// By outputs and vectors.
template <class T>
constexpr auto denseBlockKernels = kernelTable<gradientsAtOnce, mostVectors>([]<int outputs, int vectors>() {
    return &addBlock<T, outputs, vectors>;
});

/// Some blocks of outputs for some inputs and the images of some tiles.
template <class T>
void addTiles(const Tensor<T>& in, const Tensor<T>& outGradient, const Tiles& tiles, const Inputs& inputs,
              const Partition& outputs, Index firstBlock, Index endBlock, T* result) {
    alignas(64) Panel<T> panel;
    turnRound(in, tiles, inputs, panel);
    const Index stride = in.shape().channels;
    for (Index b = firstBlock; b < endBlock; ++b) {
        denseBlockKernels<T>.of(outputs.size(b), inputs.vectors)(
            {.gradients = outGradient.channel(tiles.first, outputs.begin(b)),
             .gradientStride = outGradient.channelStride(),
             .tileStride = outGradient.channelStride() * outGradient.shape().channels,
             .tiles = tiles.count,
             .lanes = in.lanes(),
             .panel = panel.data(),
             .result = result + outputs.begin(b) * stride + inputs.first,
             .resultStride = stride,
             .inputs = inputs.count,
             .resumes = tiles.first > 0});
    }
}

}  // namespace

template <class T>
void denseWeightGradient(const Tensor<T>& in, const Tensor<T>& outGradient, T* result) {
    const Index channels = in.shape().channels;
    const Partition panels((channels + vecWidth<T> - 1) / vecWidth<T>, mostVectors);
    const parallel::Blocks tiles{in.tiles(), imagesAtOnce / in.lanes()};
    const Partition outputs(outGradient.shape().channels, gradientsAtOnce);
    const Partition groups(outputs.count, (outputs.count + outputGroups - 1) / outputGroups);
    parallel::parallelFor(groups.count * panels.count, [&](Index piece) {
        const Index group = piece / panels.count;
        const Index p = piece % panels.count;
        const Index first = panels.begin(p) * vecWidth<T>;
        const Inputs inputs{first, std::min(panels.size(p) * vecWidth<T>, channels - first),
                            static_cast<int>(panels.size(p))};
        for (Index t = 0; t < tiles.count(); ++t)
            addTiles(in, outGradient, {tiles.begin(t), tiles.end(t) - tiles.begin(t)}, inputs, outputs,
                     groups.begin(group), groups.begin(group + 1), result);
    });
}

template void denseWeightGradient<float>(const Tensor<float>&, const Tensor<float>&, float*);
template void denseWeightGradient<double>(const Tensor<double>&, const Tensor<double>&, double*);

}  // namespace prunescope::kernels
