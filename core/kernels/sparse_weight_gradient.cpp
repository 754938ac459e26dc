#include "kernels/sparse_weight_gradient.h"

#include "kernels/taps.h"
#include "kernels/unrolled.h"
#include "kernels/vec.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>

namespace prunescope::kernels {
namespace {

constexpr Index enoughGradientBlocks = 8;
constexpr Index fewestOutputs = 8;  // of a dense layer, by one thread
constexpr Index denseBlocks = 32;   // of a dense layer, at most
constexpr Index bytesOfGradientSlice =
    Index{384} * 1024;                 // of a dense layer's inputs, read in turn by all outputs of a block
constexpr std::size_t keptAhead = 16;  // a result is asked for so many weights before its turn
constexpr Index sumsAtOnce = 4096;     // of a block of work: a quarter of a second-level cache
constexpr Index bytesOfRows = Index{512} * 1024;  // of the rows that all outputs of a block read in turn

/// Sums on their way for one weight: eight of them in all hide how long a multiply-add takes.
constexpr int apartFor(int weights) {
    return weights == 1 ? 4 : weights <= 4 ? 2 : 1;
}

template <class T, int count>
using GroupSums = std::array<Vec<T>, static_cast<std::size_t>(count* apartFor(count))>;

/// Adds g x_k over `vectors` vectors that follow each other to the sums of `count` weights.
template <class T, int count>
void addProducts(GroupSums<T, count>& sum, const T* g, const std::array<const T*, count>& x, Index vectors) {
    constexpr int apart = apartFor(count);
    Index v = 0;
    for (; v + apart <= vectors; v += apart) {
        unrolled<apart>([&]<int a>() {
            const Index at = (v + a) * vecWidth<T>;
            const Vec<T> gradient = load(g + at);
            unrolled<count>([&]<int k>() { sum[k * apart + a] += gradient * load(x[k] + at); });
        });
    }
    for (; v < vectors; ++v) {
        const Vec<T> gradient = load(g + v * vecWidth<T>);
        unrolled<count>([&]<int k>() { sum[k * apart] += gradient * load(x[k] + v * vecWidth<T>); });
    }
}

/// For every output position the taps that lie inside, as flags by kernel position.
std::vector<std::vector<std::uint8_t>> insideOf(const TapTable& table, Index kernel) {
    std::vector<std::vector<std::uint8_t>> inside;
    for (const std::vector<Tap>& taps : table) {
        auto& flags = inside.emplace_back(static_cast<std::size_t>(kernel), std::uint8_t{0});
        for (const Tap& tap : taps) flags[static_cast<std::size_t>(tap.kernel)] = 1;
    }
    return inside;
}

}  // namespace

template <class T>
SparseWeightGradient<T>::SparseWeightGradient(const ConvolutionGeometry& geometry)
    : geometry_(geometry), rowInside_(insideOf(forwardRows(geometry), geometry.kernelHeight)) {
    const auto columns = insideOf(forwardColumns(geometry), geometry.kernelWidth);
    for (std::size_t x = 0; x < columns.size(); ++x) {
        if (segments_.empty() || segments_.back().inside != columns[x])
            segments_.push_back({static_cast<Index>(x), 0, columns[x]});
        segments_.back().end = static_cast<Index>(x) + 1;
    }
}

template <class T>
void SparseWeightGradient<T>::setMask(const std::uint8_t* mask, const Tensor<T>& in) {
    const auto zeros =
        static_cast<std::size_t>(geometry_.output().width * geometry_.stride.columns * in.lanes());
    if (zeros_.size() < zeros) zeros_ = AlignedBuffer<T>(zeros);
    cutInputs(in);
    kept_.clear();
    first_.clear();
    Index weight = 0;
    for (Index o = 0; o < geometry_.outputs; ++o) {
        const Index firstInput = o / geometry_.groupOutputs() * geometry_.groupInputs();
        for (Index k = 0, slice = 0; k < geometry_.groupInputs(); ++k) {
            if (slice < slices_.count && k == slices_.begin(slice)) {
                first_.push_back(kept_.size());
                ++slice;
            }
            for (Index i = 0; i < geometry_.kernelHeight; ++i) {
                const Index row = (firstInput + k) * in.channelStride() +
                                  (i * geometry_.dilation.rows - geometry_.padding.rows) * in.rowStride();
                for (Index j = 0; j < geometry_.kernelWidth; ++j, ++weight) {
                    if (mask[weight] == 0) continue;
                    kept_.push_back(
                        {.weight = static_cast<std::int32_t>(weight),
                         .row = static_cast<std::int16_t>(i),
                         .column = static_cast<std::int16_t>(j),
                         .source = row + (j * geometry_.dilation.columns - geometry_.padding.columns) *
                                             in.lanes()});
                }
            }
        }
    }
    first_.push_back(kept_.size());
    kept_.resize(kept_.size() + keptAhead, Kept{});
}

template <class T>
bool SparseWeightGradient<T>::isDenseLayer() const {
    return geometry_.input.pixels() == 1 && geometry_.taps() == 1 && geometry_.padding == 0 &&
           geometry_.groups == 1;
}

template <class T>
void SparseWeightGradient<T>::cutInputs(const Tensor<T>& in) {
    const Index channels = geometry_.groupInputs();
    const Index bytes = in.tiles() * in.lanes() * static_cast<Index>(sizeof(T));
    slices_ =
        Partition(channels, isDenseLayer() ? std::max<Index>(1, bytesOfGradientSlice / bytes) : channels);
}

template <class T>
auto SparseWeightGradient<T>::cutOf(const Tensor<T>& in) const -> Cut {
    const Index outputs = geometry_.outputs;
    const Index groups = std::min(outputs, keptCount() / sumsAtOnce + 1);
    const Index height = geometry_.output().height;
    const Index bands = std::clamp<Index>(enoughGradientBlocks / (in.tiles() * groups), 1, height);
    return {
        .parts = in.tiles() * bands, .bands = bands, .outputs = {outputs, (outputs + groups - 1) / groups}};
}

template <class T>
auto SparseWeightGradient<T>::partOf(const Cut& cut, Index part) const -> Part {
    const Index height = geometry_.output().height;
    const Index tile = part / cut.bands;
    const Index band = part % cut.bands;
    return {tile, tile + 1, band * height / cut.bands, (band + 1) * height / cut.bands};
}

/// Output rows whose sources stay in the second-level cache.
template <class T>
Index SparseWeightGradient<T>::rowsAtOnce(const Tensor<T>& in) const {
    const Index rowBytes = geometry_.input.channels * in.rowStride() * static_cast<Index>(sizeof(T));
    return std::max<Index>(1, (bytesOfRows / rowBytes - geometry_.reach().rows) / geometry_.stride.rows);
}

/// The sums of `count` kept weights of one output over one part.
template <class T>
template <int count>
void SparseWeightGradient<T>::addGroup(const Kept* kept, Index output, const Part& part,
                                       const Operands& operands, T* sums) const {
    constexpr int apart = apartFor(count);
    const Tensor<T>& in = operands.in;
    const Index lanes = in.lanes();
    const Index stride = geometry_.stride.columns;
    GroupSums<T, count> sum;
    sum.fill(Vec<T>(T(0)));
    for (Index tile = part.firstTile; tile < part.endTile; ++tile) {
        for (Index y = part.firstRow; y < part.endRow; ++y) {
            const auto& rowInside = rowInside_[static_cast<std::size_t>(y)];
            const T* plane = in.channel(tile, 0) + y * geometry_.stride.rows * in.rowStride();
            const T* gradients =
                operands.outGradient.channel(tile, output) + y * operands.outGradient.rowStride();
            for (const Segment& segment : segments_) {
                const T* g = gradients + segment.first * lanes;
                std::array<const T*, count> x;
                for (int k = 0; k < count; ++k) {
                    const bool inside = (rowInside[static_cast<std::size_t>(kept[k].row)] &
                                         segment.inside[static_cast<std::size_t>(kept[k].column)]) != 0;
                    x[k] = inside ? plane + segment.first * stride * lanes + kept[k].source : zeros_.data();
                }
                const Index pixels = segment.end - segment.first;
                const Index stretch = stride == 1 ? pixels : 1;
                for (Index p = 0; p < pixels; p += stretch) {
                    addProducts<T, count>(sum, g + p * lanes, x, stretch * lanes / vecWidth<T>);
                    for (const T*& source : x) source += stride * lanes;
                }
            }
        }
    }
    unrolled<count>([&]<int k>() {
        Vec<T> total = load(sums + k * vecWidth<T>);
        unrolled<apart>([&]<int a>() { total += sum[k * apart + a]; });
        store(sums + k * vecWidth<T>, total);
    });
}

template <class T>
void SparseWeightGradient<T>::addOutput(Index output, const Part& part, const Operands& operands,
                                        T* sums) const {
    const Kept* const first = keptOf(output);
    const Index size = keptOf(output + 1) - first;
    if (size == 0) return;
    const Partition groups(size, together);
    for (Index group = 0; group < groups.count; ++group) {
        const Kept* kept = first + groups.begin(group);
        T* own = sums + groups.begin(group) * vecWidth<T>;
        [&]<int... k>(std::integer_sequence<int, k...>) {
            (void)((groups.size(group) == k + 1 &&
                    (addGroup<k + 1>(kept, output, part, operands, own), true)) ||
                   ...);
        }
        (std::make_integer_sequence<int, together>{});
    }
}

/// `sums` has a vector for every part and kept weight.
template <class T>
void SparseWeightGradient<T>::addBlock(const Cut& cut, Index block, const Operands& operands, T* sums) const {
    const Tensor<T>& in = operands.in;
    const Part part = partOf(cut, block / cut.outputs.count);
    const Index firstOutput = cut.outputs.begin(block % cut.outputs.count);
    const Index endOutput = cut.outputs.begin(block % cut.outputs.count + 1);
    const auto sumsOf = [&](Index output) {
        const Index kept = keptOf(output) - kept_.data();
        return sums + (block / cut.outputs.count * keptCount() + kept) * vecWidth<T>;
    };
    std::fill(sumsOf(firstOutput), sumsOf(endOutput), T(0));
    const Index rows = rowsAtOnce(in);
    for (Index y = part.firstRow; y < part.endRow; y += rows) {
        const Part some{part.firstTile, part.endTile, y, std::min(y + rows, part.endRow)};
        for (Index o = firstOutput; o < endOutput; ++o) addOutput(o, some, operands, sumsOf(o));
    }
}

/// The gradients of `count` kept weights of a dense layer: products of two rows of images each.
template <class T>
template <int count>
void SparseWeightGradient<T>::multiplyRows(const Kept* kept, Index output, const Operands& operands,
                                           T* result) const {
    constexpr int vectors = 4;
    const Index lanes = operands.in.lanes();
    std::array<Vec<T>, count> sum;
    unrolled<count>([&]<int k>() {
        __builtin_prefetch(result + kept[k + static_cast<int>(keptAhead)].weight, 1);
        sum[k] = T(0);
    });
    for (Index tile = 0; tile < operands.in.tiles(); ++tile) {
        const T* g = operands.outGradient.channel(tile, output);
        const T* x = operands.in.channel(tile, 0);
        const auto add = [&](Index at) {
            const Vec<T> gradient = load(g + at);
            unrolled<count>([&]<int k>() { sum[k] += gradient * load(x + kept[k].source + at); });
        };
        Index at = 0;
        for (; at + vectors * vecWidth<T> <= lanes; at += vectors * vecWidth<T>)
            unrolled<vectors>([&]<int v>() { add(at + v * vecWidth<T>); });
        for (; at < lanes; at += vecWidth<T>) add(at);
    }
    unrolled<count>([&]<int k>() { result[kept[k].weight] = laneSum<T>(sum[k]); });
}

template <class T>
void SparseWeightGradient<T>::runDense(const Operands& operands, T* result) const {
    constexpr Index rows = 4;
    const parallel::Blocks outputs{
        geometry_.outputs, std::max(fewestOutputs, (geometry_.outputs + denseBlocks - 1) / denseBlocks)};
    parallel::parallelFor(outputs.count(), [&](Index block) {
        for (Index slice = 0; slice < slices_.count; ++slice) {
            for (Index o = outputs.begin(block); o < outputs.end(block); ++o) {
                const Kept* kept = keptOf(o, slice);
                const Kept* const end = keptOf(o, slice + 1);
                for (; end - kept >= rows; kept += rows) multiplyRows<rows>(kept, o, operands, result);
                for (; kept != end; ++kept) multiplyRows<1>(kept, o, operands, result);
            }
        }
    });
}

template <class T>
void SparseWeightGradient<T>::run(const Tensor<T>& in, const Tensor<T>& outGradient, T* result,
                                  Scratch<T>& scratch) const {
    if (isDenseLayer()) return runDense({in, outGradient}, result);
    const Cut cut = cutOf(in);
    const Index perPart = keptCount() * vecWidth<T>;
    T* sums = scratch.atLeast(static_cast<std::size_t>(cut.parts * perPart));
    parallel::parallelFor(cut.parts * cut.outputs.count, [&](Index block) {
        addBlock(cut, block, {in, outGradient}, sums);
    });
    const parallel::Blocks weights{keptCount(), 4096};
    parallel::parallelFor(weights.count(), [&](Index block) {
        for (Index k = weights.begin(block); k < weights.end(block); ++k) {
            Vec<T> sum(T(0));
            for (Index part = 0; part < cut.parts; ++part)
                sum += load(sums + part * perPart + k * vecWidth<T>);
            result[kept_[static_cast<std::size_t>(k)].weight] = laneSum<T>(sum);
        }
    });
}

template class SparseWeightGradient<float>;
template class SparseWeightGradient<double>;

}  // namespace prunescope::kernels
