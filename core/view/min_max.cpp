#include "view/min_max.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace prunescope::view {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// The extremes of one column while it is being filled.
class Column {
public:
    void add(const Point& point) {
        lastX_ = point.x;
        if (!std::isfinite(point.y)) return;
        if (!lowest_ || point.y < lowest_->y) {
            lowest_ = point;
            lowestIsLater_ = true;
        }
        if (!highest_ || point.y > highest_->y) {
            highest_ = point;
            lowestIsLater_ = false;
        }
    }

    void flushTo(std::vector<Point>& out) const {
        if (!lowest_) {
            out.push_back({lastX_, notANumber});
            return;
        }
        const bool same = lowest_->y == highest_->y;
        out.push_back(lowestIsLater_ ? *highest_ : *lowest_);
        if (!same) out.push_back(lowestIsLater_ ? *lowest_ : *highest_);
    }

private:
    std::optional<Point> lowest_;
    std::optional<Point> highest_;
    bool lowestIsLater_ = false;
    double lastX_ = 0;
};

}  // namespace

std::vector<Point> minMaxThinned(const std::vector<Point>& points, double from, double to,
                                 std::size_t columns) {
    std::vector<Point> inside;
    inside.reserve(points.size());
    std::copy_if(points.begin(), points.end(), std::back_inserter(inside),
                 [&](const Point& p) { return p.x >= from && p.x <= to; });
    for (Point& point : inside) {
        if (!std::isfinite(point.y)) point.y = notANumber;
    }
    if (inside.size() <= 2 * columns || columns == 0 || !(to > from)) return inside;

    std::vector<Point> thinned;
    thinned.reserve(2 * columns);
    const double scale = static_cast<double>(columns) / (to - from);
    std::size_t current = 0;
    Column column;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const auto place = std::min(columns - 1, static_cast<std::size_t>((inside[i].x - from) * scale));
        if (i > 0 && place != current) {
            column.flushTo(thinned);
            column = Column{};
        }
        current = place;
        column.add(inside[i]);
    }
    column.flushTo(thinned);
    return thinned;
}

}  // namespace prunescope::view
