#pragma once

#include "math/tensor.h"

#include <array>

namespace prunescope::math {

/// Sums over one channel's pixels and images of `terms(x index, element offset)`; `K` sums in one pass.
///
/// Each lane is added up by itself and only the lanes that hold an image are added together, in double: the
/// padding lanes never count, whatever they hold. `term(tile, offset)` gives K values for one element.
template <int K, class T, class Term>
std::array<double, K> sumOverChannel(const Tensor<T>& tensor, Term&& term) {
    std::array<double, K> total{};
    const Index lanes = tensor.lanes();
    const Index pixels = tensor.shape().pixels();
    for (Index tile = 0; tile < tensor.tiles(); ++tile) {
        alignas(64) std::array<std::array<T, mostLanes>, K> lane{};
        for (Index p = 0; p < pixels; ++p) {
            for (Index l = 0; l < lanes; ++l) {
                const std::array<T, K> values = term(tile, p * lanes + l);
                for (int k = 0; k < K; ++k) lane[k][static_cast<std::size_t>(l)] += values[k];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (Index l = 0; l < tensor.imagesIn(tile); ++l) {
                total[k] += static_cast<double>(lane[k][static_cast<std::size_t>(l)]);
            }
        }
    }
    return total;
}

/// Sum of one channel over pixels and images.
template <class T>
double channelSum(const Tensor<T>& tensor, Index c) {
    return sumOverChannel<1>(
        tensor, [&](Index tile, Index at) { return std::array<T, 1>{tensor.channel(tile, c)[at]}; })[0];
}

}  // namespace prunescope::math
