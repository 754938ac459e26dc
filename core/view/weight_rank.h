#pragma once

#include <cstdint>

namespace prunescope::view {

/// How many of `weights` stand before a weight when all are sorted by falling magnitude. Equal magnitudes
/// stand in the order of layers and of index, as when masks are chosen. `index` is the weight's own; in a
/// layer before its own `size`, in a layer after it 0.
std::int64_t weightsAhead(const float* weights, std::int64_t size, float value, std::int64_t index);

}  // namespace prunescope::view
