#pragma once

#include "kernels/tensor.h"
#include "kernels/vec.h"

#include <algorithm>
#include <array>

namespace prunescope::kernels {

/// Pixels that are added up in the elements' own type; beyond them sums are double.
inline constexpr Index stretchPixels = 64;

template <int K, class T>
using LaneTerms = std::array<Vec<T>, static_cast<std::size_t>(K)>;

namespace detail {

template <int K, class T>
using LaneTotals = std::array<std::array<T, mostLanes>, static_cast<std::size_t>(K)>;

/// Adds up each of `lanes` lanes over the pixels. Narrow tiles take several pixels at a time, so that four
/// 512-bit sums are always on their way; how many depends on the lanes alone, never on the vector's width.
template <int K, Index lanes, class T, class Term>
void addLanes(Index begin, Index end, const Term& term, LaneTotals<K, T>& totals) {
    constexpr Index apart = mostLanes / lanes;
    constexpr Index perPixel = lanes / vecWidth<T>;
    constexpr auto vectors = static_cast<std::size_t>(apart * perPixel);
    std::array<LaneTerms<K, T>, vectors> sums;
    for (auto& sum : sums) sum.fill(Vec<T>(T(0)));
    const auto add = [&](std::size_t v, Index offset) {
        const LaneTerms<K, T> terms = term(offset);
        for (std::size_t k = 0; k < K; ++k) sums[v][k] += terms[k];
    };
    Index p = begin;
    for (; p + apart <= end; p += apart) {
        for (std::size_t v = 0; v < vectors; ++v) add(v, p * lanes + static_cast<Index>(v) * vecWidth<T>);
    }
    for (; p < end; ++p) {
        for (std::size_t v = 0; v < static_cast<std::size_t>(perPixel); ++v)
            add(v, p * lanes + static_cast<Index>(v) * vecWidth<T>);
    }
    for (std::size_t v = 0; v < static_cast<std::size_t>(perPixel); ++v) {
        for (std::size_t k = 0; k < K; ++k) {
            Vec<T> sum = sums[v][k];
            for (std::size_t far = v + perPixel; far < vectors; far += perPixel) sum += sums[far][k];
            store(&totals[k][v * static_cast<std::size_t>(vecWidth<T>)], sum);
        }
    }
}

/// Sum of the lanes that hold an image, in double and in an order of its own.
template <class T>
double addImages(std::array<T, mostLanes>& lanes, Index images) {
    constexpr std::size_t apart = 8;
    std::fill(lanes.begin() + images, lanes.end(), T(0));
    std::array<double, apart> sums{};
    for (std::size_t l = 0; l < lanes.size(); l += apart) {
        for (std::size_t k = 0; k < apart; ++k) sums[k] += static_cast<double>(lanes[l + k]);
    }
    double total = 0;
    for (const double sum : sums) total += sum;
    return total;
}

}  // namespace detail

/// K sums over the pixels [begin, end) of one plane and over its first `images` lanes: the padding lanes
/// never count, whatever they hold. `term(offset)` gives the K terms of the vector that starts at that
/// element of the plane. At most `stretchPixels` pixels keep float sums exact enough.
template <int K, class T, class Term>
std::array<double, static_cast<std::size_t>(K)> sumOverPixels(Index lanes, Index images, Index begin,
                                                              Index end, const Term& term) {
    alignas(64) detail::LaneTotals<K, T> totals;
    switch (lanes) {
        case 16:
            detail::addLanes<K, 16, T>(begin, end, term, totals);
            break;
        case 32:
            detail::addLanes<K, 32, T>(begin, end, term, totals);
            break;
        case 48:
            detail::addLanes<K, 48, T>(begin, end, term, totals);
            break;
        default:
            detail::addLanes<K, 64, T>(begin, end, term, totals);
            break;
    }
    for (auto& lane : totals) std::fill(lane.begin() + lanes, lane.end(), T(0));
    std::array<double, static_cast<std::size_t>(K)> sums;
    for (std::size_t k = 0; k < K; ++k) sums[k] = detail::addImages(totals[k], images);
    return sums;
}

/// Calls `body(tile, begin, end)` for every stretch of pixels of the tensor's planes, in order.
template <class T, class Body>
void forEachStretch(const Tensor<T>& tensor, const Body& body) {
    const Index pixels = tensor.shape().pixels();
    for (Index tile = 0; tile < tensor.tiles(); ++tile) {
        for (Index begin = 0; begin < pixels; begin += stretchPixels)
            body(tile, begin, std::min(pixels, begin + stretchPixels));
    }
}

/// K sums over one channel's pixels and images; `term(tile, offset)` gives the terms of one vector.
template <int K, class T, class Term>
std::array<double, static_cast<std::size_t>(K)> sumOverChannel(const Tensor<T>& tensor, const Term& term) {
    std::array<double, static_cast<std::size_t>(K)> total{};
    forEachStretch(tensor, [&](Index tile, Index begin, Index end) {
        const auto sums = sumOverPixels<K, T>(tensor.lanes(), tensor.imagesIn(tile), begin, end,
                                              [&](Index offset) { return term(tile, offset); });
        for (std::size_t k = 0; k < K; ++k) total[k] += sums[k];
    });
    return total;
}

/// Sum of one channel over pixels and images.
template <class T>
double channelSum(const Tensor<T>& tensor, Index c) {
    return sumOverChannel<1>(
        tensor, [&](Index tile, Index at) { return LaneTerms<1, T>{load(tensor.channel(tile, c) + at)}; })[0];
}

}  // namespace prunescope::kernels
