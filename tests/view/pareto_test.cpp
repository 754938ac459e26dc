#include "view/pareto.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <vector>

namespace prunescope::view {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(ParetoFront, HoldsThePointsThatNoOtherSurpassesInBoth) {
    // By hand: (1,9), (3,7) and (6,2) stand; (2,6) is below (3,7), (5,1) below (6,2), (0,8) below (1,9).
    const std::vector<Point> points{{2, 6}, {1, 9}, {6, 2}, {5, 1}, {3, 7}, {0, 8}};
    EXPECT_THAT(paretoFront(points), ElementsAre(1U, 4U, 2U)) << "by rising x";
}

TEST(ParetoFront, OfPointsAsSparseTheMoreAccurateStands) {
    EXPECT_THAT(paretoFront({{0.9, 0.7}, {0.9, 0.8}, {0.9, 0.75}}), ElementsAre(1U));
    EXPECT_THAT(paretoFront({{0.8, 0.7}, {0.9, 0.7}, {0.85, 0.7}}), ElementsAre(1U))
        << "of those as accurate the sparser";
}

TEST(ParetoFront, EqualPointsStandTogether) {
    EXPECT_THAT(paretoFront({{0.9, 0.8}, {0.5, 0.5}, {0.9, 0.8}}), ElementsAre(0U, 2U));
    EXPECT_THAT(paretoFront({{0.0, 0.8}, {-0.0, 0.8}}), ElementsAre(0U, 1U));
}

TEST(ParetoFront, WhatIsNotKnownIsLeftOut) {
    EXPECT_THAT(paretoFront({{noNumber, 1}, {0.5, noNumber}, {0.4, 0.4}, {infinite, 1}, {1, -infinite}}),
                ElementsAre(2U));
    EXPECT_THAT(paretoFront({}), IsEmpty());
    EXPECT_THAT(paretoFront({{noNumber, noNumber}}), IsEmpty());
}

TEST(ParetoFront, TheSmallestDifferenceCounts) {
    const double more = std::nextafter(0.8, 1.0);
    EXPECT_THAT(paretoFront({{0.9, 0.8}, {0.9, more}}), ElementsAre(1U));
}

TEST(ParetoSteps, GoDownFromAPointAndThenToTheNext) {
    const std::vector<Point> points{{1, 9}, {3, 7}, {6, 2}};
    EXPECT_THAT(paretoSteps(points, paretoFront(points)),
                ElementsAre(Point{1, 9}, Point{1, 7}, Point{3, 7}, Point{3, 2}, Point{6, 2}));
    EXPECT_THAT(paretoSteps({{1, 1}, {1, 1}}, {0, 1}), ElementsAre(Point{1, 1}));
    EXPECT_THAT(paretoSteps({}, {}), IsEmpty());
}

}  // namespace
}  // namespace prunescope::view
