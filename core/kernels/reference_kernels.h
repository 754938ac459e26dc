#pragma once

#include "kernels/convolution.h"

#include <vector>

namespace prunescope::kernels::reference {

/// The formulas of `Convolution`, element by element and in double: slow, and easy to see that they are
/// right. Every fast kernel is tested against these.
template <class T>
void convolutionForward(const ConvolutionGeometry& g, const Tensor<T>& in, const T* weight, const T* bias,
                        Tensor<T>& out) {
    const Shape o = g.output();
    for (Index n = 0; n < in.images(); ++n)
        for (Index k = 0; k < o.channels; ++k)
            for (Index y = 0; y < o.height; ++y)
                for (Index x = 0; x < o.width; ++x) {
                    const Index first = k / g.groupOutputs() * g.groupInputs();
                    double sum = bias == nullptr ? 0 : static_cast<double>(bias[k]);
                    for (Index c = 0; c < g.groupInputs(); ++c)
                        for (Index i = 0; i < g.kernelHeight; ++i)
                            for (Index j = 0; j < g.kernelWidth; ++j) {
                                const Index sy = y * g.stride.rows + i * g.dilation.rows - g.padding.rows;
                                const Index sx =
                                    x * g.stride.columns + j * g.dilation.columns - g.padding.columns;
                                if (sy < 0 || sy >= g.input.height || sx < 0 || sx >= g.input.width) continue;
                                const Index w =
                                    ((k * g.groupInputs() + c) * g.kernelHeight + i) * g.kernelWidth + j;
                                sum += static_cast<double>(weight[w]) *
                                       static_cast<double>(in.at(first + c, sy, sx, n));
                            }
                    out.at(k, y, x, n) = static_cast<T>(sum);
                }
}

/// Both gradients: `inGradient` and `weightGradient` are overwritten.
template <class T>
void convolutionBackward(const ConvolutionGeometry& g, const Tensor<T>& in, const T* weight,
                         const Tensor<T>& outGradient, Tensor<T>& inGradient,
                         std::vector<double>& weightGradient) {
    const Shape o = g.output();
    weightGradient.assign(static_cast<std::size_t>(g.weights()), 0.0);
    inGradient.clear();
    for (Index n = 0; n < in.images(); ++n)
        for (Index k = 0; k < o.channels; ++k)
            for (Index y = 0; y < o.height; ++y)
                for (Index x = 0; x < o.width; ++x) {
                    const Index first = k / g.groupOutputs() * g.groupInputs();
                    for (Index c = 0; c < g.groupInputs(); ++c)
                        for (Index i = 0; i < g.kernelHeight; ++i)
                            for (Index j = 0; j < g.kernelWidth; ++j) {
                                const Index sy = y * g.stride.rows + i * g.dilation.rows - g.padding.rows;
                                const Index sx =
                                    x * g.stride.columns + j * g.dilation.columns - g.padding.columns;
                                if (sy < 0 || sy >= g.input.height || sx < 0 || sx >= g.input.width) continue;
                                const Index w =
                                    ((k * g.groupInputs() + c) * g.kernelHeight + i) * g.kernelWidth + j;
                                const T gradient = outGradient.at(k, y, x, n);
                                inGradient.at(first + c, sy, sx, n) += weight[w] * gradient;
                                weightGradient[static_cast<std::size_t>(w)] +=
                                    static_cast<double>(gradient) *
                                    static_cast<double>(in.at(first + c, sy, sx, n));
                            }
                }
}

}  // namespace prunescope::kernels::reference
