#include "view/histogram.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {

MagnitudeHistogram magnitudeHistogram(const float* weights, const std::uint8_t* mask, std::int64_t size,
                                      int bins) {
    MagnitudeHistogram histogram;
    histogram.kept.resize(static_cast<std::size_t>(bins));
    histogram.pruned.resize(static_cast<std::size_t>(bins));
    for (std::int64_t i = 0; i < size; ++i) {
        if (std::isfinite(weights[i]))
            histogram.largest = std::max(histogram.largest, static_cast<double>(std::abs(weights[i])));
    }
    const double scale = histogram.largest > 0 ? bins / histogram.largest : 0;
    for (std::int64_t i = 0; i < size; ++i) {
        if (!std::isfinite(weights[i])) continue;
        const int bin =
            std::min(bins - 1, static_cast<int>(static_cast<double>(std::abs(weights[i])) * scale));
        auto& counts = mask == nullptr || mask[i] != 0 ? histogram.kept : histogram.pruned;
        ++counts[static_cast<std::size_t>(bin)];
    }
    return histogram;
}

ValueHistogram valueHistogram(std::span<const float> values, int bins) {
    std::vector<double> finite;
    for (const float v : values) {
        if (std::isfinite(v)) finite.push_back(static_cast<double>(v));
    }
    ValueHistogram histogram;
    if (finite.empty()) return histogram;
    const auto [least, largest] = std::minmax_element(finite.begin(), finite.end());
    histogram.least = *least;
    histogram.largest = *largest;
    const double range = *largest - *least;
    histogram.counts.resize(range > 0 ? static_cast<std::size_t>(bins) : 1);
    for (const double v : finite) {
        const double place = range > 0 ? (v - histogram.least) / range * bins : 0;
        ++histogram.counts[std::min(static_cast<std::size_t>(place), histogram.counts.size() - 1)];
    }
    return histogram;
}

}  // namespace prunescope::view
