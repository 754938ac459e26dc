#pragma once

#include <cstddef>
#include <vector>

namespace prunescope::view {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// Thins a curve for a picture without hiding its spikes: of the points that fall into one of `columns` equal
/// parts of [from, to], the lowest and the highest stay, in the order in which they came.
///
/// `points` have rising x; those outside [from, to], or with an x that is not finite, are dropped. A column
/// whose y values are all NaN or infinite leaves one point with y = NaN, which breaks the line. A curve of at
/// most two points per column comes back whole.
std::vector<Point> minMaxThinned(const std::vector<Point>& points, double from, double to,
                                 std::size_t columns);

}  // namespace prunescope::view
