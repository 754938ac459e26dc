#pragma once

#include "kernels/convolution.h"
#include "support/random_tensor.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace prunescope::kernels {

inline Index between(Random& random, Index low, Index high) {
    return low + static_cast<Index>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

/// Small, with every stride up to 3, padding up to 2 and dilation up to 3, in one group, each often another
/// for columns than for rows; the kernel fits the padded input.
inline ConvolutionGeometry randomGeometry(Random& random) {
    const Shape input{between(random, 1, 9), between(random, 1, 9), between(random, 1, 9)};
    ConvolutionGeometry g{.input = input, .outputs = between(random, 1, 15)};
    const auto both = [&](auto draw) {
        const Index rows = draw();
        return between(random, 0, 1) == 0 ? RowsAndColumns(rows) : RowsAndColumns(rows, draw());
    };
    g.stride = both([&] { return between(random, 1, 3); });
    g.padding = both([&] { return between(random, 0, 2); });
    g.dilation = both([&] { return between(random, 0, 2) == 0 ? between(random, 2, 3) : 1; });
    const auto kernel = [&](Index extent, Index dilation, Index padding) {
        const Index taps = between(random, 1, 5);
        return (taps - 1) * dilation < extent + 2 * padding ? taps : 1;
    };
    g.kernelHeight = kernel(g.input.height, g.dilation.rows, g.padding.rows);
    g.kernelWidth = kernel(g.input.width, g.dilation.columns, g.padding.columns);
    return g;
}

/// The same in several groups of up to three inputs and five outputs each; often of one input, as depthwise.
inline ConvolutionGeometry randomGroups(Random& random) {
    ConvolutionGeometry g = randomGeometry(random);
    g.groups = between(random, 2, 7);
    g.input.channels = g.groups * std::max<Index>(1, between(random, 0, 3));
    g.outputs = g.groups * std::max<Index>(1, between(random, -1, 5));
    return g;
}

inline std::string textOf(const ConvolutionGeometry& g) {
    return fmt::format("{}x{}x{} -> {}, kernel {}x{}, stride {}x{}, padding {}x{}, dilation {}x{}, groups {}",
                       g.input.channels, g.input.height, g.input.width, g.outputs, g.kernelHeight,
                       g.kernelWidth, g.stride.rows, g.stride.columns, g.padding.rows, g.padding.columns,
                       g.dilation.rows, g.dilation.columns, g.groups);
}

template <class T>
void expectNear(const Tensor<T>& a, const Tensor<T>& b, double tolerance) {
    const Shape s = a.shape();
    for (Index n = 0; n < a.images(); ++n)
        for (Index c = 0; c < s.channels; ++c)
            for (Index y = 0; y < s.height; ++y)
                for (Index x = 0; x < s.width; ++x)
                    ASSERT_NEAR(static_cast<double>(a.at(c, y, x, n)), static_cast<double>(b.at(c, y, x, n)),
                                tolerance)
                        << "channel " << c << " row " << y << " column " << x << " image " << n;
}

template <class T>
Tensor<T> copyOf(const Tensor<T>& tensor) {
    Tensor<T> copy(tensor.shape(), tensor.images());
    test::forEachElement(
        tensor, [&](auto c, auto y, auto x, auto n) { copy.at(c, y, x, n) = tensor.at(c, y, x, n); });
    return copy;
}

/// Random activations, gradients and weights for one geometry.
template <class T>
struct Inputs {
    Inputs(const ConvolutionGeometry& g, Index images, std::uint64_t seed)
        : in(g.input, images), outGradient(g.output(), images) {
        Random random(seed, RandomStream::test);
        test::fillNormal(in, random);
        test::fillNormal(outGradient, random);
        weight = test::normalValues<T>(g.weights(), random);
        bias = test::normalValues<T>(g.outputs, random);
    }
    Tensor<T> in, outGradient;
    std::vector<T> weight, bias;
};

}  // namespace prunescope::kernels
