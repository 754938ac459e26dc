#include "ui/charts/y_range.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::ui {
namespace {

using view::AxisKind;

void expectRange(const YRange::Range& range, double from, double to) {
    EXPECT_NEAR(range.first, from, 1e-9 * std::abs(from) + 1e-12);
    EXPECT_NEAR(range.second, to, 1e-9 * std::abs(to) + 1e-12);
}

TEST(YRange, MovesByAShareOfItsLengthAndKeepsIt) {
    const YRange range(AxisKind::plain, {0, 10}, {0, 10});
    expectRange(range.moved(0.1), 1, 11);
    expectRange(range.moved(-0.25), -2.5, 7.5);
}

TEST(YRange, GetsByItsLengthBeyondWhatFits) {
    const YRange range(AxisKind::plain, {0, 10}, {0, 10});
    expectRange(range.moved(7), 10, 20);
    expectRange(range.moved(-7), -10, 0);
    expectRange(range.zoomed(0.5, 1000), -10, 20);
}

TEST(YRange, WhatIsUnderThePointerStaysThere) {
    const YRange range(AxisKind::plain, {0, 10}, {0, 10});
    // 2.5 is a quarter up, of 0 to 10 as of 1.25 to 6.25.
    expectRange(range.zoomed(0.25, 0.5), 1.25, 6.25);
}

TEST(YRange, IsNeverSoShortThatItsLabelsAreAlike) {
    const YRange::Range plain = YRange(AxisKind::plain, {0, 10}, {0, 10}).zoomed(0.5, 1e-12);
    EXPECT_NEAR(plain.second - plain.first, 0.001, 1e-9);
    const YRange::Range percent = YRange(AxisKind::percent, {90, 100}, {90, 100}).zoomed(0.5, 1e-12);
    EXPECT_NEAR(percent.second - percent.first, 0.1, 1e-9);
}

TEST(YRange, InPerCentItEndsSoonBeyondAllAndNothing) {
    expectRange(YRange(AxisKind::percent, {40, 60}, {90, 100}).zoomed(0.5, 1000), -5, 105);
    expectRange(YRange(AxisKind::percent, {90, 100}, {90, 100}).moved(9), 95, 105);
    expectRange(YRange(AxisKind::percent, {0, 100}, {0, 140}).zoomed(0.5, 1000), -5, 140);
}

TEST(YRange, ALogarithmicOneMovesAndZoomsByFactors) {
    const YRange range(AxisKind::logarithmic, {0.01, 1}, {0.01, 1});
    expectRange(range.moved(0.5), 0.1, 10);
    expectRange(range.moved(9), 1, 100);
    expectRange(range.zoomed(0.5, 2), 0.001, 10);
    expectRange(range.zoomed(0.5, 0.5), std::sqrt(1e-3), std::sqrt(1e-1));
    expectRange(range.zoomed(0.5, 0.01), std::sqrt(1e-3), std::sqrt(1e-1));
}

/// The values came nearer since.
TEST(YRange, WhatIsShownFarOutDoesNotLeap) {
    const YRange range(AxisKind::plain, {100, 110}, {0, 10});
    expectRange(range.moved(0), 100, 110);
    expectRange(range.moved(3), 100, 110);
    expectRange(range.moved(-1), 90, 100);
}

TEST(YRange, StaysAmongNumbers) {
    for (const AxisKind kind : {AxisKind::plain, AxisKind::logarithmic}) {
        const YRange::Range range = YRange(kind, {1e-290, 1e299}, {1e-290, 1e299}).zoomed(0.5, 1e9);
        EXPECT_TRUE(std::isfinite(range.first));
        EXPECT_TRUE(std::isfinite(range.second));
        EXPECT_TRUE(kind == AxisKind::plain || range.first > 0);
    }
}

}  // namespace
}  // namespace prunescope::ui
