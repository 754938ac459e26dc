#pragma once

#include <utility>

namespace prunescope::kernels {

/// Calls `body.template operator()<i>()` for i from 0 to count - 1, written out: registers can hold an array
/// only where every index is a constant, and a compiler unrolls a loop as it sees fit.
template <int count, class Body>
[[gnu::always_inline]] inline void unrolled(const Body& body) {
    [&]<int... i>(std::integer_sequence<int, i...>) __attribute__((always_inline)) {
        (body.template operator()<i>(), ...);
    }
    (std::make_integer_sequence<int, count>{});
}

}  // namespace prunescope::kernels
