#pragma once

#include "view/axis.h"

#include <vector>

namespace prunescope::view {

/// Where the labels of one column stand so that none covers another: the middle of each as near as
/// may be to where it is `wanted`, `height` apart at least, within `room`. In the order of `wanted`. Empty
/// when they do not fit.
std::vector<double> labelPlaces(const std::vector<double>& wanted, double height, Range room);

}  // namespace prunescope::view
