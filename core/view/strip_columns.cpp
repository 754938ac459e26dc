#include "view/strip_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::view {

std::size_t Columns::at(double x) const {
    if (count == 0 || !(from < to)) return 0;
    const double place = (x - from) / (to - from) * static_cast<double>(count);
    return static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, static_cast<double>(count - 1)));
}

std::vector<std::size_t> lastPositions(const Timeline& times, const Columns& columns, std::size_t first) {
    std::vector<std::size_t> positions(first < columns.count ? columns.count - first : 0, noPosition);
    if (times.empty() || !(columns.from < columns.to)) return positions;
    const double width = (columns.to - columns.from) / static_cast<double>(columns.count);
    const double end = times.at(columns.unit, times.size() - 1);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const double left = columns.from + width * static_cast<double>(first + i);
        if (left > end) break;
        const double behind = std::nextafter(left + width, std::numeric_limits<double>::infinity());
        const std::size_t after = times.firstAtOrAfter(columns.unit, behind);
        if (after > 0) positions[i] = after - 1;
    }
    return positions;
}

}  // namespace prunescope::view
