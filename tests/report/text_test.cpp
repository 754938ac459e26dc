#include "report/text.h"

#include <gtest/gtest.h>

#include <limits>

namespace prunescope::report {
namespace {

TEST(Escaped, LeavesNothingThatMarkupCouldBeMadeOf) {
    EXPECT_EQ(escaped("<b a=\"1\" c='2'>&"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
}

TEST(Percent, NeverRoundsToAllOrNothing) {
    EXPECT_EQ(percent(0.95), "95.00\u00A0%");
    EXPECT_EQ(percent(0.99999), "99.999\u00A0%");
    EXPECT_EQ(percent(0.000001), "0.0001\u00A0%");
    EXPECT_EQ(percent(1), "100.00\u00A0%");
    EXPECT_EQ(percent(0), "0.00\u00A0%");
    EXPECT_EQ(percent(std::numeric_limits<double>::quiet_NaN()), "–") << "what is unknown is a dash";
}

TEST(Points, CarryTheirSign) {
    EXPECT_EQ(points(0.0123), "+1.23\u00A0points");
    EXPECT_EQ(points(-0.0123), "\u22121.23\u00A0points");
    EXPECT_EQ(points(-0.00001), "\u00B10.00\u00A0points");
}

TEST(Grouped, SeparatesThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(-1234567), "-1,234,567");
}

TEST(UtcText, CountsLeapDaysAndRefusesAbsurdTimes) {
    EXPECT_EQ(utcText(0), "1970-01-01 00:00:00 UTC");
    EXPECT_EQ(utcText(1'709'210'096'999), "2024-02-29 12:34:56 UTC");
    EXPECT_EQ(utcText(-1), "-1 ms since 1970");
    EXPECT_EQ(utcText(std::numeric_limits<std::int64_t>::max()), "9223372036854775807 ms since 1970");
}

TEST(DurationText, PicksItsUnits) {
    EXPECT_EQ(durationText(12'340), "12.3\u00A0s");
    EXPECT_EQ(durationText(59'960), "1\u00A0min 00\u00A0s");
    EXPECT_EQ(durationText(3'599'600), "1\u00A0h 00\u00A0min");
    EXPECT_EQ(durationText(std::numeric_limits<double>::quiet_NaN()), "–");
}

TEST(EpochText, DropsDecimalsOfWholeEpochs) {
    EXPECT_EQ(epochText(15), "15");
    EXPECT_EQ(epochText(7.5), "7.50");
}

TEST(BytesText, UsesPowersOfAThousand) {
    EXPECT_EQ(bytesText(999), "999\u00A0B");
    EXPECT_EQ(bytesText(1'724'320), "1.72\u00A0MB");
}

}  // namespace
}  // namespace prunescope::report
