#pragma once

#include <cstdint>

namespace prunescope::math {

namespace detail {
/// What a loop calls for each piece. A pointer and no `std::function`, whose captures may lie on the heap.
using PieceFunction = void (*)(const void* body, std::int64_t piece);
void parallelFor(std::int64_t count, PieceFunction function, const void* body);
}  // namespace detail

/// Calls `body(i)` for every i in [0, count), on the threads of the current TBB arena; with a `Crew` its
/// helpers do it, and a loop within a loop runs in order. The pieces are fixed by `count` alone, never by the
/// number of threads; a body that writes only its own piece therefore gives the same bits on any machine
/// size.
template <class Body>
void parallelFor(std::int64_t count, const Body& body) {
    detail::parallelFor(
        count, [](const void* b, std::int64_t piece) { (*static_cast<const Body*>(b))(piece); }, &body);
}

/// A range cut into pieces of `grain` elements, for element-wise work and for sums: add up each piece by
/// itself, then the pieces in order.
struct Pieces {
    std::int64_t size;
    std::int64_t grain;

    std::int64_t count() const { return (size + grain - 1) / grain; }
    std::int64_t begin(std::int64_t piece) const { return piece * grain; }
    std::int64_t end(std::int64_t piece) const { return piece + 1 == count() ? size : (piece + 1) * grain; }
};

}  // namespace prunescope::math
