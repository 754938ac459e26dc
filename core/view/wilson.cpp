#include "view/wilson.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {

Range wilsonInterval(double share, std::int64_t count) {
    if (count <= 0) return {0, 1};
    const auto n = static_cast<double>(count);
    const double p = share;
    const double z = normalReach;
    const double centre = p + z * z / (2 * n);
    const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (centre - reach) / scale), std::min(1.0, (centre + reach) / scale)};
}

}  // namespace prunescope::view
