#pragma once

#include <cstddef>
#include <vector>

namespace prunescope::speed {

/// One figure measured in several rounds.
struct Quartiles {
    double lower = 0;
    double median = 0;
    double upper = 0;
    std::size_t rounds = 0;

    /// The interquartile range as a fraction of the median: how much the figure changes from round to round.
    double spread() const { return median > 0 ? (upper - lower) / median : 0; }
};

/// Linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). All zero when there
/// are no values.
Quartiles quartilesOf(std::vector<double> values);

/// Of numerator / denominator, round by round, so that what disturbs a whole round does not count. Rounds
/// that only one of them has are left out.
Quartiles quartilesOfRatios(const std::vector<double>& numerators, const std::vector<double>& denominators);

}  // namespace prunescope::speed
