#include "session/speed_meter.h"

#include <gtest/gtest.h>

namespace prunescope::session {
namespace {

TEST(SpeedMeter, TellsTheSpeedOfTheLastHalfSecond) {
    SpeedMeter meter;
    EXPECT_EQ(meter.imagesPerSecond(), 0);
    meter.add(100, 50);
    EXPECT_EQ(meter.imagesPerSecond(), 2000) << "the first step says at once what it can";
    for (int k = 0; k < 9; ++k) meter.add(100, 50);
    EXPECT_EQ(meter.imagesPerSecond(), 2000) << "450 ms since then";
    meter.add(100, 550);
    EXPECT_EQ(meter.imagesPerSecond(), 1000) << "1,000 images in a second";
    EXPECT_EQ(meter.images(), 1100);
}

}  // namespace
}  // namespace prunescope::session
