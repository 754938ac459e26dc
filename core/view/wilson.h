#pragma once

#include "view/axis.h"

#include <cstdint>

namespace prunescope::view {

/// So many standard errors to either side hold 95 % of a normal distribution.
inline constexpr double normalReach = 1.959963984540054;

/// The Wilson interval at 95 % of a share in [0, 1] that was counted over `count` trials (Wilson 1927):
/// (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), z = 1.96. Without a trial all of [0, 1].
Range wilsonInterval(double share, std::int64_t count);

}  // namespace prunescope::view
