#pragma once

#include "run/schedule.h"

#include <vector>

namespace prunescope::run {

/// Monotone cubic interpolation through the knots at `x` in [0, 1]: it passes through every knot and never
/// swings above or below its neighbours. Fritsch & Carlson, "Monotone piecewise cubic interpolation" (1980),
/// with the harmonic-mean tangents of Fritsch & Butland (1984). Needs at least two knots.
double monotoneCubic(const std::vector<ScheduleKnot>& knots, double x);

}  // namespace prunescope::run
