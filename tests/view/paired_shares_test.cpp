// Two networks on the same images: what of their difference is chance.

#include "view/paired_shares.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::view {
namespace {

// Sums of binomial coefficients in whole numbers, by Python's math.comb and fractions.
TEST(McNemar, SumsTheTailOfTheBinomialExactly) {
    EXPECT_DOUBLE_EQ(mcnemarP(5, 0), 0.0625);
    EXPECT_NEAR(mcnemarP(12, 2), 0.012939453125, 1e-14);
    EXPECT_NEAR(mcnemarP(2, 12), 0.012939453125, 1e-14) << "two-sided";
    EXPECT_NEAR(mcnemarP(30, 50), 0.03299261842647618, 1e-13);
    EXPECT_NEAR(mcnemarP(1200, 1000), 2.1817026407914712e-05, 1e-15);
}

TEST(McNemar, IsOneWhereNothingSpeaksForEither) {
    EXPECT_EQ(mcnemarP(0, 0), 1);
    EXPECT_EQ(mcnemarP(7, 7), 1);
    EXPECT_EQ(mcnemarP(1, 2), 1);
}

TEST(McNemar, TakesMillionsOfImages) {
    EXPECT_GT(mcnemarP(1'000'000, 1'000'500), 0.7);
    EXPECT_EQ(mcnemarP(2'000'000, 0), 0);
}

void expectInterval(const Range& interval, double from, double to) {
    EXPECT_NEAR(interval.from, from, 1e-10);
    EXPECT_NEAR(interval.to, to, 1e-10);
}

TEST(DifferenceInterval, OfPairsIsThatOfPublishedExamples) {
    // Altman et al., Statistics with Confidence (2000), table 6.2: 0.01 to 0.23.
    expectInterval(differenceInterval({.both = 14, .first = 0, .second = 5, .neither = 22}),
                   0.01148324138303325, 0.2264926843512112);
    // Two culture media (Armitage and Berry): 0.0562 to 0.3292 by method 10.
    const Pairs media{.both = 20, .first = 2, .second = 12, .neither = 16};
    EXPECT_DOUBLE_EQ(media.difference(), 0.2);
    expectInterval(differenceInterval(media), 0.056156424841748265, 0.32920699540014053);
}

TEST(DifferenceInterval, TurnsRoundWithTheNetworks) {
    const Range one = differenceInterval({.both = 900, .first = 40, .second = 25, .neither = 35});
    expectInterval(one, -0.03141595718358956, 0.0009936695318037564);
    expectInterval(differenceInterval({.both = 900, .first = 25, .second = 40, .neither = 35}), -one.to,
                   -one.from);
}

TEST(DifferenceInterval, StaysWithinItsBoundsWhereAllOrNothingIsRight) {
    expectInterval(differenceInterval({.both = 10}), -0.27753279986288937, 0.27753279986288937);
    const Range lost = differenceInterval({.first = 10});
    EXPECT_EQ(lost.from, -1);
    EXPECT_LT(lost.to, -0.5);
    expectInterval(differenceInterval(Pairs{}), -1, 1);
    EXPECT_TRUE(std::isnan(Pairs{}.difference()));
}

TEST(DifferenceInterval, IsWiderWhereThePairsAreNotKnown) {
    // 45 and 40 of 50 right, as independent samples (Newcombe 1998, method 10, by Python).
    expectInterval(differenceInterval(40, 45, 50), -0.04343178591209204, 0.24209715781408725);
    const Range known = differenceInterval({.both = 40, .second = 5, .neither = 5});
    EXPECT_GT(known.from, -0.04343);
    EXPECT_LT(known.to, 0.24209);
}

}  // namespace
}  // namespace prunescope::view
