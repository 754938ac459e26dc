#include "run/spread.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prunescope::run {
namespace {

TEST(SpreadOf, IsMeanAndSampleDeviation) {
    // Mean 5; squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; 32 / 7.
    const auto spread = spreadOf({2, 4, 4, 4, 5, 5, 7, 9});
    ASSERT_TRUE(spread);
    EXPECT_DOUBLE_EQ(spread->mean, 5);
    EXPECT_DOUBLE_EQ(spread->deviation.value_or(0), std::sqrt(32.0 / 7));
    EXPECT_EQ(spread->n, 8U);
}

TEST(SpreadOf, OneValueHasNoDeviationAndNoneIsNothing) {
    const auto one = spreadOf({0.845});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->mean, 0.845);
    EXPECT_EQ(one->deviation, std::nullopt);
    EXPECT_EQ(one->n, 1U);
    EXPECT_EQ(spreadOf({}), std::nullopt);
}

TEST(SpreadOf, LeavesOutWhatIsNoNumberAndStandsLargeOnes) {
    const double unknown = std::nan("");
    const auto spread = spreadOf({unknown, 1, std::numeric_limits<double>::infinity(), 3});
    ASSERT_TRUE(spread);
    EXPECT_EQ(spread->mean, 2);
    EXPECT_DOUBLE_EQ(spread->deviation.value_or(0), std::sqrt(2.0));
    EXPECT_EQ(spread->n, 2U);
    EXPECT_EQ(spreadOf({unknown}), std::nullopt);
    EXPECT_EQ(spreadOf({1.5e308, 1.5e308, 1.5e308})->mean, 1.5e308);
}

}  // namespace
}  // namespace prunescope::run
