#include "speed/quartiles.h"

#include <algorithm>
#include <cmath>

namespace prunescope::speed {

Quartiles quartilesOf(std::vector<double> values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(std::floor(place));
        const std::size_t above = std::min(below + 1, values.size() - 1);
        return std::lerp(values[below], values[above], place - static_cast<double>(below));
    };
    return {.lower = at(0.25), .median = at(0.5), .upper = at(0.75), .rounds = values.size()};
}

Quartiles quartilesOfRatios(const std::vector<double>& numerators, const std::vector<double>& denominators) {
    std::vector<double> ratios;
    for (std::size_t k = 0; k < std::min(numerators.size(), denominators.size()); ++k)
        ratios.push_back(numerators[k] / denominators[k]);
    return quartilesOf(std::move(ratios));
}

}  // namespace prunescope::speed
