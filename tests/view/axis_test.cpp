#include "view/axis.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <vector>

namespace prunescope::view {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

auto areNear(const std::vector<double>& ticks) {
    return testing::Pointwise(testing::DoubleEq(), ticks);
}

TEST(NiceStep, IsOneTwoOrFiveTimesAPowerOfTen) {
    for (const double span : {1e-6, 0.0123, 0.7, 1.0, 3.3, 42.0, 999.0, 4.2e8}) {
        const double step = niceStep(span, 5);
        const double digit = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
        EXPECT_NEAR(digit, std::round(digit), 1e-9);
        const auto whole = std::lround(digit);
        EXPECT_TRUE(whole == 1 || whole == 2 || whole == 5) << step << " for " << span;
        EXPECT_GE(step * 5, span * (1 - 1e-9)) << "no more parts than asked for";
        EXPECT_LT(step * 2, span * 1.01) << "at least two";
    }
}

TEST(Axis, EndsOnRoundNumbersAroundTheRange) {
    const Axis plain = Axis::around(AxisKind::plain, {0.3, 9.2}, 5);
    EXPECT_THAT(plain.ticks(), areNear({0, 2, 4, 6, 8, 10}));
    EXPECT_EQ(plain.range().from, 0);
    EXPECT_EQ(plain.range().to, 10);
    EXPECT_DOUBLE_EQ(plain.fractionOf(2.5), 0.25);
    const Axis percent = Axis::around(AxisKind::percent, {0.31, 0.92}, 4);
    EXPECT_DOUBLE_EQ(percent.range().from, 0.2);
    EXPECT_DOUBLE_EQ(percent.range().to, 1);
}

TEST(Axis, OfAFixedRangeHasItsTicksInside) {
    const auto ticks = [](Range range, double most) {
        return Axis::within(AxisKind::plain, range, most).ticks();
    };
    EXPECT_THAT(ticks({0, 1}, 5), areNear({0, 0.2, 0.4, 0.6, 0.8, 1}));
    EXPECT_THAT(ticks({0, 15}, 9), areNear({0, 2, 4, 6, 8, 10, 12, 14}));
    EXPECT_THAT(ticks({83, 97}, 3), areNear({85, 90, 95}));
    EXPECT_DOUBLE_EQ(Axis::within(AxisKind::plain, {0, 15}, 9).fractionOf(15), 1);
}

TEST(Axis, CountsInPowersOfTenWhenLogarithmic) {
    const Axis fine = Axis::around(AxisKind::logarithmic, {0.9, 18}, 12);
    EXPECT_THAT(fine.ticks(), areNear({0.5, 1, 2, 5, 10, 20}));
    EXPECT_DOUBLE_EQ(fine.fractionOf(0.5), 0);
    EXPECT_DOUBLE_EQ(fine.fractionOf(20), 1);
    EXPECT_DOUBLE_EQ(fine.fractionOf(std::sqrt(10)), 0.5);
    EXPECT_THAT(Axis::around(AxisKind::logarithmic, {1, 1e6}, 3).ticks(), areNear({1, 100, 1e4, 1e6}));
    const Axis one = Axis::around(AxisKind::logarithmic, {5, 5}, 4);
    EXPECT_LT(one.range().from, one.range().to);
}

TEST(Axis, LabelsTellTicksApartAndStayShort) {
    const auto text = [](AxisKind kind, Range range, double tick) {
        return Axis::around(kind, range, 4).textOf(tick);
    };
    EXPECT_EQ(text(AxisKind::plain, {0, 0.03}, 0.01), "0.01");
    EXPECT_EQ(text(AxisKind::plain, {0, 1}, 0.5), "0.5");
    EXPECT_EQ(text(AxisKind::plain, {0, 2000}, 1500), "1,500");
    EXPECT_EQ(text(AxisKind::plain, {0, 2e12}, 5e11), "5e+11");
    EXPECT_EQ(text(AxisKind::percent, {0, 1}, 0.5), "50\u00A0%");
    EXPECT_EQ(text(AxisKind::percent, {0.98, 1}, 0.985), "98.5\u00A0%");
    EXPECT_EQ(text(AxisKind::logarithmic, {0.001, 1e6}, 0.001), "0.001");
    EXPECT_EQ(text(AxisKind::logarithmic, {0.001, 1e6}, 1e6), "1,000,000");
    EXPECT_EQ(text(AxisKind::logarithmic, {1, 1e12}, 1e12), "1e+12");
}

TEST(Axis, SurvivesEmptyBrokenAndHugeRanges) {
    for (const Range range : {Range{1, 1}, Range{0, notANumber}, Range{5, 2}, Range{-1e300, 1e300},
                              Range{-1.7e308, 1.7e308}, Range{1e308, 1.7e308}, Range{-1.7e308, 0}}) {
        for (const AxisKind kind : {AxisKind::plain, AxisKind::percent, AxisKind::logarithmic}) {
            const Axis axis = Axis::around(kind, range, 5);
            EXPECT_TRUE(std::isfinite(axis.range().from) && std::isfinite(axis.range().to)) << range.from;
            EXPECT_LT(axis.range().from, axis.range().to) << range.from;
            EXPECT_FALSE(axis.ticks().empty()) << range.from;
            EXPECT_LE(axis.ticks().size(), 20U) << range.from;
            for (const double tick : axis.ticks()) EXPECT_TRUE(std::isfinite(tick));
        }
    }
}

}  // namespace
}  // namespace prunescope::view
