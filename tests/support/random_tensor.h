#pragma once

#include "base/random.h"
#include "kernels/tensor.h"

#include <vector>

namespace prunescope::test {

/// Calls `body(channel, row, column, image)` for every element that holds an image.
template <class T, class Body>
void forEachElement(const kernels::Tensor<T>& tensor, const Body& body) {
    const kernels::Shape s = tensor.shape();
    for (kernels::Index n = 0; n < tensor.images(); ++n)
        for (kernels::Index c = 0; c < s.channels; ++c)
            for (kernels::Index y = 0; y < s.height; ++y)
                for (kernels::Index x = 0; x < s.width; ++x) body(c, y, x, n);
}

template <class T>
void fillNormal(kernels::Tensor<T>& tensor, Random& random) {
    forEachElement(tensor, [&](auto c, auto y, auto x, auto n) {
        tensor.at(c, y, x, n) = static_cast<T>(random.normal());
    });
}

template <class T>
std::vector<T> normalValues(kernels::Index count, Random& random) {
    std::vector<T> values(static_cast<std::size_t>(count));
    for (T& v : values) v = static_cast<T>(random.normal());
    return values;
}

}  // namespace prunescope::test
