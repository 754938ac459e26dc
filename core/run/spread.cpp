#include "run/spread.h"

#include <cmath>

namespace prunescope::run {

std::optional<Spread> spreadOf(const std::vector<double>& values) {
    Spread spread;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        ++spread.n;
        // Not a sum: that of large values would overflow.
        spread.mean += (value - spread.mean) / static_cast<double>(spread.n);
    }
    if (spread.n == 0) return std::nullopt;
    if (spread.n == 1) return spread;
    double squares = 0;
    for (const double value : values) {
        if (std::isfinite(value)) squares += (value - spread.mean) * (value - spread.mean);
    }
    spread.deviation = std::sqrt(squares / static_cast<double>(spread.n - 1));
    return spread;
}

}  // namespace prunescope::run
