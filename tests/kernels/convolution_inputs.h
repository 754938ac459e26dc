#pragma once

#include "kernels/convolution.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

namespace prunescope::kernels {

inline Index between(Random& random, Index low, Index high) {
    return low + static_cast<Index>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

/// Small, with every stride up to 3 and padding up to 2; the kernel fits the padded input.
inline ConvolutionGeometry randomGeometry(Random& random) {
    const Shape input{between(random, 1, 9), between(random, 1, 9), between(random, 1, 9)};
    ConvolutionGeometry g{.input = input, .outputs = between(random, 1, 15)};
    g.stride = between(random, 1, 3);
    g.padding = between(random, 0, 2);
    g.kernelHeight = between(random, 1, std::min<Index>(5, g.input.height + 2 * g.padding));
    g.kernelWidth = between(random, 1, std::min<Index>(5, g.input.width + 2 * g.padding));
    return g;
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
