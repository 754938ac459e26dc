#pragma once

#include <cstdint>
#include <functional>

namespace prunescope::math {

/// Calls `body(i)` for every i in [0, count), on the threads of the current TBB arena. The pieces are fixed
/// by `count` alone, never by the number of threads; a body that writes only its own piece therefore gives
/// the same bits on any machine size.
void parallelFor(std::int64_t count, const std::function<void(std::int64_t)>& body);

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
