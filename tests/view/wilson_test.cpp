#include "view/wilson.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

// By hand for 9 of 10: z^2 = 3.841459, centre 0.9 + 0.192073 = 1.092073, reach
// 1.959964 sqrt(0.009 + 0.009604) = 0.267331, scale 1.384146.
TEST(WilsonInterval, NineOfTen) {
    const Range interval = wilsonInterval(0.9, 10);
    EXPECT_NEAR(interval.from, 0.595850, 1e-6);
    EXPECT_NEAR(interval.to, 0.982124, 1e-6);
}

TEST(WilsonInterval, StaysBetweenNoneAndAll) {
    EXPECT_EQ(wilsonInterval(0, 20).from, 0);
    EXPECT_NEAR(wilsonInterval(0, 20).to, 3.841459 / 23.841459, 1e-6);
    EXPECT_EQ(wilsonInterval(1, 20).to, 1);
}

TEST(WilsonInterval, SaysNothingWithoutImages) {
    EXPECT_EQ(wilsonInterval(0.5, 0).from, 0);
    EXPECT_EQ(wilsonInterval(0.5, 0).to, 1);
}

}  // namespace
}  // namespace prunescope::view
