#pragma once

#include "nn/arrays.h"

#include <cstdint>

namespace prunescope::nn {

/// A function that makes each value of the one in its place.
struct ActivationFunction {
    enum class Kind : std::uint8_t { clip };
    Kind kind = Kind::clip;
    double low = 0;
    double high = 0;

    bool operator==(const ActivationFunction&) const = default;
};

/// out = f(in); both may be the same. What is not a number stays so.
///
///     clip    min(max(x, low), high)
template <class T>
void applyFunction(const ActivationFunction& f, const ConstArrayMap<T>& in, ArrayMap<T> out) {
    const T low = static_cast<T>(f.low);
    const T high = static_cast<T>(f.high);
    switch (f.kind) {
        case ActivationFunction::Kind::clip:
            out = (in <= low).select(low, (in >= high).select(high, in));
            break;
    }
}

/// gradient *= f'(x), given x and f(x); where f has a corner, the smaller of both slopes.
template <class T>
void multiplySlope(const ActivationFunction& f, const ConstArrayMap<T>& /*x*/, const ConstArrayMap<T>& y,
                   ArrayMap<T> gradient) {
    switch (f.kind) {
        case ActivationFunction::Kind::clip:
            gradient = (y > static_cast<T>(f.low) && y < static_cast<T>(f.high)).select(gradient, T(0));
            break;
    }
}

}  // namespace prunescope::nn
