#include "view/number_text.h"

#include <gtest/gtest.h>

#include <limits>

namespace prunescope::view {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

TEST(PercentText, NeverRoundsToAllOrNothing) {
    EXPECT_EQ(percentText(0.95), "95.00\u00A0%");
    EXPECT_EQ(percentText(0.99999), "99.999\u00A0%");
    EXPECT_EQ(percentText(0.000001), "0.0001\u00A0%");
    EXPECT_EQ(percentText(1), "100.00\u00A0%");
    EXPECT_EQ(percentText(0), "0.00\u00A0%");
    EXPECT_EQ(percentText(unknown), "–") << "what is unknown is a dash";
}

TEST(CountText, SeparatesThousands) {
    EXPECT_EQ(countText(0), "0");
    EXPECT_EQ(countText(999), "999");
    EXPECT_EQ(countText(1000), "1,000");
    EXPECT_EQ(countText(-1234567), "-1,234,567");
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
    EXPECT_EQ(durationText(unknown), "–");
}

TEST(EpochText, DropsDecimalsOfWholeEpochs) {
    EXPECT_EQ(epochText(15), "15");
    EXPECT_EQ(epochText(7.5), "7.50");
}

TEST(BytesText, UsesPowersOfAThousand) {
    EXPECT_EQ(bytesText(999), "999\u00A0B");
    EXPECT_EQ(bytesText(1'500), "1.50\u00A0kB");
    EXPECT_EQ(bytesText(1'724'320), "1.72\u00A0MB");
    EXPECT_EQ(bytesText(7.5e15), "7500.00\u00A0TB");
    EXPECT_EQ(bytesText(unknown), "–");
}

TEST(SignificantText, KeepsAsManyDigits) {
    EXPECT_EQ(significantText(0.0123456), "0.01235");
    EXPECT_EQ(significantText(1234567, 3), "1.23e+06");
    EXPECT_EQ(decimalText(2.0 / 3, 3), "0.667");
    EXPECT_EQ(significantText(unknown) + decimalText(unknown, 2), "––");
}

}  // namespace
}  // namespace prunescope::view
