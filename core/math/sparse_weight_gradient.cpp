#include "math/sparse_weight_gradient.h"

#include "math/parallel.h"
#include "math/vec.h"
#include "math/weight_gradient_kernel.h"

#include <array>

namespace prunescope::math {
namespace {

constexpr Index outputsAtOnce = 8;

/// Adds g x_k over `pixels` pixels of `vectors` vectors to the sums of `count` weights.
template <class T, int count>
void addProducts(std::array<Vec<T>, count>& sum, const T* g, const std::array<const T*, count>& x,
                 Index pixels, Index vectors, Index sourceStep) {
    const Index lanes = vectors * vecWidth<T>;
    for (Index p = 0; p < pixels; ++p) {
        for (Index v = 0; v < vectors; ++v) {
            const Vec<T> gradient = load(g + p * lanes + v * vecWidth<T>);
            const Index at = p * sourceStep + v * vecWidth<T>;
            for (int k = 0; k < count; ++k) sum[k] += gradient * load(x[k] + at);
        }
    }
}

}  // namespace

template <class T>
SparseWeightGradient<T>::SparseWeightGradient(const ConvolutionGeometry& geometry)
    : geometry_(geometry),
      sourceRow_(static_cast<std::size_t>(geometry.kernelHeight),
                 std::vector<Index>(static_cast<std::size_t>(geometry.output().height), Index{-1})),
      columns_(static_cast<std::size_t>(geometry.kernelWidth)) {
    const TapTable rows = forwardRows(geometry);
    const TapTable columns = forwardColumns(geometry);
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (const Tap& tap : rows[y]) sourceRow_[static_cast<std::size_t>(tap.kernel)][y] = tap.source;
    for (std::size_t x = 0; x < columns.size(); ++x) {
        for (const Tap& tap : columns[x]) {
            Columns& c = columns_[static_cast<std::size_t>(tap.kernel)];
            if (c.end == 0) c = {static_cast<Index>(x), 0, tap.source};
            c.end = static_cast<Index>(x) + 1;
        }
    }
    std::vector<Index> cuts{0, static_cast<Index>(columns.size())};
    for (const Columns& c : columns_) cuts.insert(cuts.end(), {c.first, c.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) segments_.push_back({cuts[i], cuts[i + 1]});
}

template <class T>
void SparseWeightGradient<T>::setMask(const std::uint8_t* mask, const Tensor<T>& in) {
    const auto zeros = static_cast<std::size_t>(geometry_.output().width * geometry_.stride * in.lanes());
    if (zeros_.size() < zeros) zeros_ = AlignedBuffer<T>(zeros);
    kept_.clear();
    first_.clear();
    Index weight = 0;
    for (Index o = 0; o < geometry_.outputs; ++o) {
        first_.push_back(kept_.size());
        for (Index c = 0; c < geometry_.input.channels; ++c) {
            for (Index i = 0; i < geometry_.kernelHeight; ++i) {
                for (Index j = 0; j < geometry_.kernelWidth; ++j, ++weight) {
                    if (mask[weight] == 0) continue;
                    kept_.push_back({.weight = static_cast<std::int32_t>(weight),
                                     .channel = static_cast<std::int32_t>(c * in.channelStride()),
                                     .row = static_cast<std::int16_t>(i),
                                     .column = static_cast<std::int16_t>(j)});
                }
            }
        }
    }
    first_.push_back(kept_.size());
}

template <class T>
Index SparseWeightGradient<T>::partsOf(const Tensor<T>& in) const {
    if (geometry_.input.pixels() == 1) return 1;
    return in.tiles() * weightGradientBands<T>(geometry_, in.tiles());
}

template <class T>
auto SparseWeightGradient<T>::partOf(Index part, const Tensor<T>& in) const -> Part {
    const Index height = geometry_.output().height;
    if (geometry_.input.pixels() == 1) return {0, in.tiles(), 0, height};
    const Index bands = weightGradientBands<T>(geometry_, in.tiles());
    const Index tile = part / bands;
    const Index band = part % bands;
    return {tile, tile + 1, band * height / bands, (band + 1) * height / bands};
}

/// The sums of `count` kept weights of one output over one part.
template <class T>
template <int count>
void SparseWeightGradient<T>::addGroup(const Kept* kept, Index output, const Part& part, const Tensor<T>& in,
                                       const Tensor<T>& outGradient, T* sums) const {
    const Index lanes = in.lanes();
    const Index vectors = lanes / vecWidth<T>;
    const Index stride = geometry_.stride;
    std::array<Vec<T>, count> sum;
    sum.fill(Vec<T>(T(0)));
    for (Index tile = part.firstTile; tile < part.endTile; ++tile) {
        const T* plane = in.channel(tile, 0);
        for (Index y = part.firstRow; y < part.endRow; ++y) {
            const T* g = outGradient.channel(tile, output) + y * outGradient.rowStride();
            for (const Segment& segment : segments_) {
                std::array<const T*, count> x;
                for (int k = 0; k < count; ++k) {
                    const Index row =
                        sourceRow_[static_cast<std::size_t>(kept[k].row)][static_cast<std::size_t>(y)];
                    const Columns& c = columns_[static_cast<std::size_t>(kept[k].column)];
                    const bool inside = row >= 0 && c.first <= segment.first && segment.end <= c.end;
                    x[k] = inside ? plane + kept[k].channel + row * in.rowStride() +
                                        (c.source + (segment.first - c.first) * stride) * lanes
                                  : zeros_.data();
                }
                const Index pixels = segment.end - segment.first;
                if (stride == 1) {
                    addProducts<T, count>(sum, g + segment.first * lanes, x, 1, pixels * vectors, 0);
                } else {
                    addProducts<T, count>(sum, g + segment.first * lanes, x, pixels, vectors, stride * lanes);
                }
            }
        }
    }
    for (int k = 0; k < count; ++k) store(sums + k * vecWidth<T>, sum[k]);
}

template <class T>
void SparseWeightGradient<T>::addOutput(Index output, const Part& part, const Tensor<T>& in,
                                        const Tensor<T>& outGradient, T* sums) const {
    const std::size_t end = first_[static_cast<std::size_t>(output) + 1];
    std::size_t k = first_[static_cast<std::size_t>(output)];
    const auto add = [&]<int count>() {
        addGroup<count>(kept_.data() + k, output, part, in, outGradient, sums);
        sums += count * vecWidth<T>;
        k += count;
    };
    while (end - k >= together) add.template operator()<together>();
    if (end - k >= 4) add.template operator()<4>();
    if (end - k >= 2) add.template operator()<2>();
    if (end - k >= 1) add.template operator()<1>();
}

template <class T>
void SparseWeightGradient<T>::run(const Tensor<T>& in, const Tensor<T>& outGradient, T* result,
                                  Scratch<T>& scratch) const {
    const Index parts = partsOf(in);
    const auto perPart = static_cast<Index>(kept_.size()) * vecWidth<T>;
    T* sums = scratch.atLeast(static_cast<std::size_t>(parts * perPart));
    const Pieces outputs{geometry_.outputs, outputsAtOnce};
    parallelFor(parts * outputs.count(), [&](Index piece) {
        const Index part = piece / outputs.count();
        for (Index o = outputs.begin(piece % outputs.count()); o < outputs.end(piece % outputs.count());
             ++o) {
            const auto first = static_cast<Index>(first_[static_cast<std::size_t>(o)]);
            addOutput(o, partOf(part, in), in, outGradient, sums + part * perPart + first * vecWidth<T>);
        }
    });
    const Pieces weights{static_cast<Index>(kept_.size()), 4096};
    parallelFor(weights.count(), [&](Index piece) {
        for (Index k = weights.begin(piece); k < weights.end(piece); ++k) {
            Vec<T> sum(T(0));
            for (Index part = 0; part < parts; ++part) sum += load(sums + part * perPart + k * vecWidth<T>);
            result[kept_[static_cast<std::size_t>(k)].weight] = laneSum<T>(sum);
        }
    });
}

template class SparseWeightGradient<float>;
template class SparseWeightGradient<double>;

}  // namespace prunescope::math
