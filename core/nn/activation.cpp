#include "nn/activation.h"

namespace prunescope::nn {
namespace {

constexpr int rampEnd = 3;     // of hard sigmoid and hard swish, on either side of 0
constexpr int rampLength = 6;  // which its height is as well

/// min(max(x + 3, 0), 6) / 6, to be evaluated where it is used.
template <class T>
auto ramp(const ConstArrayMap<T>& x) {
    return (x + T(rampEnd)).max(T(0)).min(T(rampLength)) / T(rampLength);
}

}  // namespace

template <class T>
void applyFunction(const ActivationFunction& f, const ConstArrayMap<T>& in, ArrayMap<T> out) {
    using Kind = ActivationFunction::Kind;
    const T low = static_cast<T>(f.low);
    const T high = static_cast<T>(f.high);
    switch (f.kind) {
        case Kind::clip:
            out = (in <= low).select(low, (in >= high).select(high, in));
            break;
        case Kind::leakyRelu:
            out = (in > T(0)).select(in, static_cast<T>(f.slope) * in);
            break;
        case Kind::sigmoid:
            out = T(1) / (T(1) + (-in).exp());
            break;
        case Kind::tanh:
            out = in.tanh();
            break;
        case Kind::hardSigmoid:
            out = ramp<T>(in);
            break;
        case Kind::hardSwish:
            out = in * ramp<T>(in);
            break;
    }
}

template <class T>
void multiplySlope(const ActivationFunction& f, const ConstArrayMap<T>& x, const ConstArrayMap<T>& y,
                   ArrayMap<T> gradient) {
    using Kind = ActivationFunction::Kind;
    const T end(rampEnd);
    const T length(rampLength);
    switch (f.kind) {
        case Kind::clip:
            gradient = (y > static_cast<T>(f.low) && y < static_cast<T>(f.high)).select(gradient, T(0));
            break;
        case Kind::leakyRelu:
            gradient = (x > T(0)).select(gradient, static_cast<T>(f.slope) * gradient);
            break;
        case Kind::sigmoid:
            gradient *= y * (T(1) - y);
            break;
        case Kind::tanh:
            gradient *= T(1) - y * y;
            break;
        case Kind::hardSigmoid:
            gradient = (x > -end && x < end).select(gradient / length, T(0));
            break;
        case Kind::hardSwish:
            gradient =
                (x > -end).select((x < end).select(gradient * (T(2) * x + end) / length, gradient), T(0));
            break;
    }
}

template void applyFunction<float>(const ActivationFunction&, const ConstArrayMap<float>&, ArrayMap<float>);
template void applyFunction<double>(const ActivationFunction&, const ConstArrayMap<double>&,
                                    ArrayMap<double>);
template void multiplySlope<float>(const ActivationFunction&, const ConstArrayMap<float>&,
                                   const ConstArrayMap<float>&, ArrayMap<float>);
template void multiplySlope<double>(const ActivationFunction&, const ConstArrayMap<double>&,
                                    const ConstArrayMap<double>&, ArrayMap<double>);

}  // namespace prunescope::nn
