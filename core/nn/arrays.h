#pragma once

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

/// Sets to zero what the mask leaves out, whatever it was.
template <class T>
void clearWhereNot(const MaskArray& mask, ArrayMap<T> values) {
    values = (mask != 0).select(values, T(0));
}

}  // namespace prunescope::nn
