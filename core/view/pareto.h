#pragma once

#include "view/min_max.h"

#include <cstddef>
#include <vector>

namespace prunescope::view {

/// The points that no other surpasses: no other is at least as large in x and in y, and larger in one of
/// them. Equal points stand there together; those with an x or y that is not finite are left out. Positions
/// in `points`, by rising x and therefore falling y; of equal points by position.
std::vector<std::size_t> paretoFront(const std::vector<Point>& points);

/// The border of what the points of a front reach, as steps: from each point down, then to the right to the
/// next. `front`: as `paretoFront` gives it.
std::vector<Point> paretoSteps(const std::vector<Point>& points, const std::vector<std::size_t>& front);

}  // namespace prunescope::view
