#include "view/min_max.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prunescope::view {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

TEST(MinMaxThinned, LeavesAShortCurveWhole) {
    const std::vector<Point> curve{{0, 1}, {1, 5}, {2, 3}};
    EXPECT_EQ(minMaxThinned(curve, 0, 2, 2), curve);
}

TEST(MinMaxThinned, KeepsTheExtremesOfEachColumnInTheirOrder) {
    const std::vector<Point> curve{{0, 3}, {1, 9}, {2, 1}, {3, 4}, {5, 2}, {6, 7}, {7, 5}, {10, 6}};
    const std::vector<Point> expected{{1, 9}, {2, 1}, {5, 2}, {6, 7}};
    EXPECT_EQ(minMaxThinned(curve, 0, 10, 2), expected);
}

TEST(MinMaxThinned, KeepsOnePointOfAFlatColumn) {
    const std::vector<Point> curve{{0, 2}, {1, 2}, {2, 2}, {3, 2}};
    EXPECT_EQ(minMaxThinned(curve, 0, 3, 1), (std::vector<Point>{{0, 2}}));
}

TEST(MinMaxThinned, KeepsASpikeAmongAMillionPoints) {
    std::vector<Point> curve;
    for (int i = 0; i < 1'000'000; ++i) curve.push_back({static_cast<double>(i), 0.5});
    curve[654'321].y = 100;
    const auto thinned = minMaxThinned(curve, 0, 999'999, 800);
    EXPECT_LE(thinned.size(), 1600U);
    EXPECT_NE(std::find(thinned.begin(), thinned.end(), Point{654'321, 100}), thinned.end());
}

TEST(MinMaxThinned, BreaksTheLineOnlyWhereNothingIsFinite) {
    const std::vector<Point> curve{{0, nan}, {1, 4}, {2, inf}, {5, nan}, {6, inf}, {7, nan}};
    const auto thinned = minMaxThinned(curve, 0, 10, 2);
    ASSERT_EQ(thinned.size(), 2U);
    EXPECT_EQ(thinned[0], (Point{1, 4}));
    EXPECT_TRUE(std::isnan(thinned[1].y));
}

TEST(MinMaxThinned, DropsWhatLiesOutside) {
    const std::vector<Point> curve{{-1, 1}, {0, 2}, {1, 3}, {2, 4}, {nan, 5}};
    EXPECT_EQ(minMaxThinned(curve, 0, 1, 10), (std::vector<Point>{{0, 2}, {1, 3}}));
}

}  // namespace
}  // namespace prunescope::view
