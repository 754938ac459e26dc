#pragma once

#include "nn/arrays.h"

#include <cstdint>

namespace prunescope::nn {

/// A function that makes each value of the one in its place. With the names and formulas of PyTorch:
///
///     clip           min(max(x, low), high)
///     leaky ReLU     x where x > 0, else slope x
///     sigmoid        1 / (1 + exp(-x))
///     tanh           tanh(x)
///     hard sigmoid   min(max(x + 3, 0), 6) / 6
///     hard swish     x min(max(x + 3, 0), 6) / 6
struct ActivationFunction {
    enum class Kind : std::uint8_t { clip, leakyRelu, sigmoid, tanh, hardSigmoid, hardSwish };
    Kind kind = Kind::clip;
    double low = 0;
    double high = 0;
    double slope = 0;

    bool operator==(const ActivationFunction&) const = default;
};

/// out = f(in); both may be the same.
template <class T>
void applyFunction(const ActivationFunction& f, const ConstArrayMap<T>& in, ArrayMap<T> out);

/// gradient *= f'(x), given x and y = f(x); where f has a corner, either of both slopes.
template <class T>
void multiplySlope(const ActivationFunction& f, const ConstArrayMap<T>& x, const ConstArrayMap<T>& y,
                   ArrayMap<T> gradient);

}  // namespace prunescope::nn
