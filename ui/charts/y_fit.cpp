#include "ui/charts/y_fit.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr std::size_t fewest = 20;  ///< of less, none is told from the others
constexpr double tail = 0.02;       ///< of the values that may lie beyond the axis on either side
constexpr double far = 2;           ///< spans of the others away: beyond the axis
constexpr double roomBeyond = 1;    ///< spans of the others that the axis leaves for those beyond

double quantile(std::vector<double>& values, double share) {
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

void widen(YFit::Extent& extent, double low, double high) {
    extent.low = std::min(extent.low, low);
    extent.high = std::max(extent.high, high);
}

/// What most of the values need: all of it, unless the outermost lie far from the rest.
YFit::Extent mostOf(std::vector<double> values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    YFit::Extent extent{*low, *high};
    if (values.size() < fewest) return extent;
    const double lower = quantile(values, tail);
    const double upper = quantile(values, 1 - tail);
    const double span = upper - lower;
    if (span <= 0) return extent;
    if (extent.low < lower - far * span) extent.low = lower - roomBeyond * span;
    if (extent.high > upper + far * span) extent.high = upper + roomBeyond * span;
    return extent;
}

}  // namespace

void YFit::add(const QList<QPointF>& points, double settledFrom, bool each) {
    for (const QPointF& point : points) {
        (each ? all_.single : all_.dense).push_back(point.y());
        if (point.x() >= settledFrom) (each ? settled_.single : settled_.dense).push_back(point.y());
    }
}

YFit::Extent YFit::extentOf(const Values& values) const {
    Extent extent{HUGE_VAL, -HUGE_VAL};
    for (const double value : values.single) widen(extent, value, value);
    if (values.dense.empty()) return extent;
    if (kind_ != Kind::everything) {
        const Extent most = mostOf(values.dense);
        widen(extent, most.low, most.high);
        return extent;
    }
    const auto [low, high] = std::minmax_element(values.dense.begin(), values.dense.end());
    widen(extent, *low, *high);
    return extent;
}

YFit::Extent YFit::extent() const {
    return extentOf(kind_ == Kind::settled && !settled_.empty() ? settled_ : all_);
}

}  // namespace prunescope::ui
