#pragma once

#include "run/measurement.h"

#include <vector>

namespace prunescope::speed {

using run::Quartiles;

/// Linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). All zero when there
/// are no values.
Quartiles quartilesOf(std::vector<double> values);

/// Of numerator / denominator, round by round, so that what disturbs a whole round does not count. Rounds
/// that only one of them has are left out.
Quartiles quartilesOfRatios(const std::vector<double>& numerators, const std::vector<double>& denominators);

}  // namespace prunescope::speed
