#include "view/axis_scale.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::view {
namespace {

TEST(AxisScale, EndsOnRoundNumbersAroundTheValues) {
    AxisScale scale;
    scale.follow(0.13, 2.4, 5);
    EXPECT_DOUBLE_EQ(scale.from(), 0);
    EXPECT_DOUBLE_EQ(scale.to(), 2.5);
    EXPECT_DOUBLE_EQ(scale.step(), 0.5);
}

TEST(AxisScale, StandsStillWhileValuesMoveWithinIt) {
    AxisScale scale;
    scale.follow(0, 2.4, 5);
    scale.follow(0.4, 1.9, 5);
    EXPECT_DOUBLE_EQ(scale.to(), 2.5);
    scale.follow(0, 2.51, 5);
    EXPECT_GT(scale.to(), 2.5) << "a value that does not fit is let in";
    scale.follow(0, 0.1, 5);
    EXPECT_LE(scale.to(), 0.2) << "mostly empty: it shrinks";
}

TEST(AxisScale, TakesFewerTicksWhenItsRoomHasShrunk) {
    AxisScale scale(AxisKind::percent);
    scale.follow(81.7, 91.5, 6);
    EXPECT_EQ(scale.step(), 2);
    scale.follow(81.7, 91.5, 2.3);
    EXPECT_EQ(scale.step(), 5) << "else the labels would be cut to dots";
}

TEST(AxisScale, WithoutValuesNothingChanges) {
    AxisScale scale;
    scale.follow(0, 8, 5);
    const double to = scale.to();
    scale.follow(1, -1, 5);
    EXPECT_EQ(scale.to(), to);
    scale.follow(std::nan(""), std::nan(""), 5);
    EXPECT_EQ(scale.to(), to);
}

TEST(AxisScale, SharesStayBetweenNothingAndAll) {
    for (const auto& [low, high] : {std::pair{0.0, 0.0}, std::pair{100.0, 100.0}, std::pair{93.0, 99.7},
                                    std::pair{0.0, 95.0}, std::pair{50.0, 50.0}}) {
        AxisScale scale(AxisKind::percent);
        scale.follow(low, high, 5);
        EXPECT_GE(scale.from(), 0) << low << " to " << high;
        EXPECT_LE(scale.to(), 100) << low << " to " << high;
        EXPECT_LE(scale.from(), low);
        EXPECT_GE(scale.to(), high);
        EXPECT_GE(scale.to() - scale.from(), 2) << "not magnified without end";
    }
}

TEST(AxisScale, EqualValuesHaveSomethingToStandIn) {
    for (const double value : {0.0, 1.0, -3.5, 1e9}) {
        AxisScale scale;
        scale.follow(value, value, 5);
        EXPECT_LE(scale.from(), value);
        EXPECT_GE(scale.to(), value);
        EXPECT_GT(scale.to(), scale.from());
        EXPECT_LT((scale.to() - scale.from()) / scale.step(), 20) << "not millions of ticks";
    }
    AxisScale zeros;
    zeros.follow(0, 0, 5);
    EXPECT_EQ(zeros.from(), 0);
    EXPECT_EQ(zeros.to(), 1) << "zeros are not magnified to billionths";
    AxisScale ones;
    ones.follow(1, 1, 5);
    EXPECT_LT(ones.from(), 1) << "a flat line does not lie on the edge";
}

TEST(AxisScale, ALogarithmicOneEndsOnDecades) {
    AxisScale scale(AxisKind::logarithmic);
    scale.follow(0.03, 4, 5);
    EXPECT_DOUBLE_EQ(scale.from(), 0.01);
    EXPECT_DOUBLE_EQ(scale.to(), 10);
    scale.reset();
    scale.follow(100, 100, 5);
    EXPECT_DOUBLE_EQ(scale.to() / scale.from(), 10);
}

TEST(AxisScale, OverManyDecadesALogarithmicOneLeavesRoomForLabels) {
    AxisScale scale(AxisKind::logarithmic);
    scale.follow(3e-30, 2e8, 5);
    EXPECT_EQ(scale.step(), 8) << "decades from tick to tick";
    EXPECT_LE(scale.from(), 3e-30);
    EXPECT_GE(scale.to(), 2e8);
    for (const double end : {scale.from(), scale.to()}) {
        const double ticks = std::log10(end) / scale.step();
        EXPECT_NEAR(ticks, std::round(ticks), 1e-9) << "it ends on ticks";
    }
}

TEST(AxisScale, OneThatWasChosenHasTheTicksInside) {
    const AxisScale plain = AxisScale::within(AxisKind::plain, 0.37, 1.21, 5);
    EXPECT_EQ(plain.from(), 0.37);
    EXPECT_EQ(plain.to(), 1.21);
    EXPECT_DOUBLE_EQ(plain.step(), 0.2) << "0.4, 0.6, 0.8, 1 and 1.2";
    const AxisScale decades = AxisScale::within(AxisKind::logarithmic, 3e-9, 2e3, 4);
    EXPECT_EQ(decades.from(), 3e-9);
    EXPECT_EQ(decades.to(), 2e3);
    EXPECT_EQ(decades.step(), 3) << "11.8 decades in 4 parts";
}

TEST(AxisScale, OneThatWasChosenHasATickHoweverLittleRoomThereIs) {
    for (const double to : {0.0411, 0.3, 0.41, 0.99, 7.3}) {
        const AxisScale scale = AxisScale::within(AxisKind::plain, to / 3, to, 1);
        EXPECT_LE(scale.step() * std::ceil(scale.from() / scale.step()), scale.to()) << to;
    }
    const AxisScale decades = AxisScale::within(AxisKind::logarithmic, 0.03, 0.6, 1);
    EXPECT_EQ(decades.step(), 1) << "of every hundredth there would be none between 0.03 and 0.6";
}

TEST(AxisScale, DifferencesOfHalfAPointAreSeen) {
    AxisScale scale(AxisKind::percent);
    scale.follow(91.2, 91.7, 5);
    EXPECT_LE(scale.to() - scale.from(), 3);
}

}  // namespace
}  // namespace prunescope::view
