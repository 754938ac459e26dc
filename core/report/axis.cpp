#include "report/axis.h"

#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

double niceStep(double span, int most) {
    const double raw = span / std::max(1, most - 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    // The tolerance keeps 0.1 / 0.1 from stepping up to the next size.
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

Range usable(Range range) {
    constexpr double largest = 1e300;  // so that spans and multiples of steps stay finite
    if (!std::isfinite(range.from) || !std::isfinite(range.to)) return {0, 1};
    range = {std::clamp(range.from, -largest, largest), std::clamp(range.to, -largest, largest)};
    const double span = range.to - range.from;
    const double size = std::max(std::abs(range.from), std::abs(range.to));
    if (span > size * 1e-12 && span > 1e-300) return range;
    if (size == 0) return {0, 1};
    return {range.from - 0.5 * size, range.from + 0.5 * size};
}

}  // namespace

Ticks niceTicks(Range wanted, int most) {
    const Range range = usable(wanted);
    const double step = niceStep(range.to - range.from, most);
    Ticks ticks;
    ticks.decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    const double slack = step * 1e-6;
    const double first = std::ceil((range.from - slack) / step);
    for (int i = 0; i <= most; ++i) {
        const double value = (first + i) * step;
        if (value > range.to + slack) break;
        ticks.values.push_back(value == 0 ? 0 : value);
    }
    return ticks;
}

std::string tickText(double value, const Ticks& ticks) {
    constexpr double longest = 1e9;
    const bool isLong = std::any_of(ticks.values.begin(), ticks.values.end(),
                                    [](double v) { return std::abs(v) >= longest; });
    if (isLong) return fmt::format("{:.4g}", value);
    if (ticks.decimals == 0) return grouped(std::llround(value));
    return fmt::format("{:.{}f}", value, ticks.decimals);
}

Range niceRange(Range wanted, int most) {
    const Range range = usable(wanted);
    const double step = niceStep(range.to - range.from, most);
    return {std::floor(range.from / step + 1e-9) * step, std::ceil(range.to / step - 1e-9) * step};
}

}  // namespace prunescope::report
