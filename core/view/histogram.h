#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::view {

/// Counts of |w| in equal bins from 0 to the largest magnitude, kept and pruned apart.
struct MagnitudeHistogram {
    double largest = 0;
    std::vector<std::int64_t> kept;
    std::vector<std::int64_t> pruned;
};

/// `mask` is 1 for kept and may be null. Values that are not finite are left out. `bins` >= 1.
MagnitudeHistogram magnitudeHistogram(const float* weights, const std::uint8_t* mask, std::int64_t size,
                                      int bins);

/// Counts of values in equal bins from the least to the largest; one bin where all are equal.
struct ValueHistogram {
    double least = 0;
    double largest = 0;
    std::vector<std::int64_t> counts{};
};

/// Values that are not finite are left out; no bins where none is left. `bins` >= 1.
ValueHistogram valueHistogram(std::span<const float> values, int bins);

}  // namespace prunescope::view
