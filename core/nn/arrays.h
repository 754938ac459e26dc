#pragma once

#include "kernels/tensor.h"

#include <Eigen/Core>

#include <cstdint>

/// Plain memory as arrays of Eigen, in which formulas are written element by element.
namespace prunescope::nn {

template <class T>
using ArrayMap = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>>;
template <class T>
using ConstArrayMap = Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>;

using FloatArray = ArrayMap<float>;
using ConstFloatArray = ConstArrayMap<float>;
using MaskArray = ConstArrayMap<std::uint8_t>;  ///< 1 = kept, or may move

/// One channel of one tile, which are counted tile by tile: a value for each of its pixels and images.
template <class T>
ArrayMap<T> planeOf(kernels::Tensor<T>& tensor, kernels::Index block) {
    return {tensor.channel(0, block), tensor.shape().pixels() * tensor.lanes()};
}
template <class T>
ConstArrayMap<T> planeOf(const kernels::Tensor<T>& tensor, kernels::Index block) {
    return {tensor.channel(0, block), tensor.shape().pixels() * tensor.lanes()};
}

/// Sets to zero what the mask leaves out, whatever it was.
template <class T>
void clearWhereNot(const MaskArray& mask, ArrayMap<T> values) {
    values = (mask != 0).select(values, T(0));
}

}  // namespace prunescope::nn
