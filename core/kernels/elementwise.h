#pragma once

#include "kernels/vec.h"
#include "parallel/parallel_for.h"

namespace prunescope::kernels {

/// max(v, 0). What is not a number stays so, that a network which holds one does not go on as if all were
/// well.
template <class T>
Vec<T> positivePart(Vec<T> v) {
    std::experimental::where(v <= T(0), v) = T(0);
    return v;
}

/// min(max(v, 0), ceiling), likewise.
template <class T>
Vec<T> positivePart(const Vec<T>& v, T ceiling) {
    Vec<T> positive = positivePart<T>(v);
    std::experimental::where(positive >= ceiling, positive) = ceiling;
    return positive;
}

/// 0 where `gate` is 0 or less, else `v`.
template <class T>
Vec<T> whereAbove(const Vec<T>& gate, Vec<T> v) {
    std::experimental::where(gate <= T(0), v) = T(0);
    return v;
}

/// 0 where `gate` is not between 0 and the ceiling, else `v`.
template <class T>
Vec<T> whereBetween(const Vec<T>& gate, T ceiling, const Vec<T>& v) {
    Vec<T> passed = whereAbove<T>(gate, v);
    std::experimental::where(gate >= ceiling, passed) = T(0);
    return passed;
}

/// Calls `body(tile, offset)` for every vector of one channel, from the last to the first: a sweep that
/// follows one in the other direction finds in the cache what that one has touched last.
template <class T, class Body>
void sweepBackwards(const Tensor<T>& tensor, const Body& body) {
    for (Index tile = tensor.tiles(); tile-- > 0;) {
        for (Index end = tensor.shape().pixels() * tensor.lanes(); end > 0; end -= laneUnit) {
            for (Index at = end - laneUnit; at < end; at += vecWidth<T>) body(tile, at);
        }
    }
}

/// sum = a + b over whole planes; `sum` may be one of them.
template <class T>
void addPlanes(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& sum) {
    const Index size = a.shape().pixels() * a.lanes();
    parallel::parallelFor(a.tiles() * a.shape().channels, [&](Index block) {
        const T* x = a.channel(0, block);
        const T* y = b.channel(0, block);
        T* s = sum.channel(0, block);
        for (Index i = 0; i < size; i += vecWidth<T>) store(s + i, load(x + i) + load(y + i));
    });
}

}  // namespace prunescope::kernels
