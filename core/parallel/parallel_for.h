#pragma once

#include <cstdint>

namespace prunescope::parallel {

namespace detail {
/// What a loop calls for each block. A pointer and no `std::function`, whose captures may lie on the heap.
using BlockFunction = void (*)(const void* body, std::int64_t block);
void parallelFor(std::int64_t count, BlockFunction function, const void* body);
}  // namespace detail

/// Calls `body(i)` for every i in [0, count), on the threads of the current TBB arena; with a `WorkerTeam`
/// its helpers do it, and a loop within a loop runs in order. The blocks are fixed by `count` alone, never by
/// the number of threads; a body that writes only its own block therefore gives the same bits on any machine
/// size.
template <class Body>
void parallelFor(std::int64_t count, const Body& body) {
    detail::parallelFor(
        count, [](const void* b, std::int64_t block) { (*static_cast<const Body*>(b))(block); }, &body);
}

/// A range cut into blocks of `grain` elements, for element-wise work and for sums: add up each block by
/// itself, then the blocks in order.
struct Blocks {
    std::int64_t size;
    std::int64_t grain;

    std::int64_t count() const { return (size + grain - 1) / grain; }
    std::int64_t begin(std::int64_t block) const { return block * grain; }
    std::int64_t end(std::int64_t block) const { return block + 1 == count() ? size : (block + 1) * grain; }
};

}  // namespace prunescope::parallel
