#include "base/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace prunescope {
namespace {

TEST(PercentDigits, AreRoundedAsUsual) {
    EXPECT_EQ(percentDigits(0.95), "95.00");
    EXPECT_EQ(percentDigits(0.123456), "12.35");
    EXPECT_EQ(percentDigits(0.123456, 0), "12");
    EXPECT_EQ(percentDigits(0.123456, 4), "12.3456");
    EXPECT_EQ(percentDigits(-0.5, 1), "-50.0");
    EXPECT_EQ(percentDigits(1.5, 0), "150");
}

TEST(PercentDigits, SayAllOrNothingOnlyOfThat) {
    EXPECT_EQ(percentDigits(0), "0.00");
    EXPECT_EQ(percentDigits(1), "100.00");
    EXPECT_EQ(percentDigits(1, 0), "100");
    EXPECT_EQ(percentDigits(0.995, 0), "99.5");
    EXPECT_EQ(percentDigits(0.99996), "99.996");
    EXPECT_EQ(percentDigits(1.00001), "100.001");
    EXPECT_EQ(percentDigits(0.00002), "0.002");
    EXPECT_EQ(percentDigits(-0.00002), "-0.002");
    // One weight in as many as fit into memory.
    EXPECT_EQ(percentDigits(1 - 1e-11), "99.999999999");
    EXPECT_EQ(percentDigits(1e-11), "0.000000001");
}

TEST(PercentDigits, SayItOfEveryCount) {
    for (const double whole : {3.0, 400.0, 266'200.0, 1e9, 1e11}) {
        for (int decimals = 0; decimals <= 4; ++decimals) {
            EXPECT_NE(std::stod(percentDigits((whole - 1) / whole, decimals)), 100)
                << whole << " " << decimals;
            EXPECT_NE(std::stod(percentDigits(1 / whole, decimals)), 0) << whole << " " << decimals;
        }
    }
}

TEST(PercentDigits, TakeWhatAdditionLeavesForWhole) {
    double sum = 0;
    for (int k = 0; k < 10; ++k) sum += 0.1;
    ASSERT_NE(sum, 1);
    EXPECT_EQ(percentDigits(sum), "100.00");
}

}  // namespace
}  // namespace prunescope
