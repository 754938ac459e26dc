// How sure a network is of its answers, by hand.

#include "train/confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace prunescope::train {
namespace {

/// One image with these logits.
kernels::Tensor<float> logitsOf(const std::vector<float>& values) {
    kernels::Tensor<float> logits({static_cast<kernels::Index>(values.size()), 1, 1}, 1);
    for (std::size_t k = 0; k < values.size(); ++k)
        logits.at(static_cast<kernels::Index>(k), 0, 0, 0) = values[k];
    return logits;
}

TEST(Confidence, IsTheLargestOfTheSoftmax) {
    const float ln3 = std::log(3.0F);
    EXPECT_NEAR(confidenceOf(logitsOf({0, ln3, 0}), 0), 3.0 / 5, 1e-7);
    EXPECT_DOUBLE_EQ(confidenceOf(logitsOf({7, 7, 7, 7}), 0), 0.25);
    EXPECT_DOUBLE_EQ(confidenceOf(logitsOf({-1000, 1000}), 0), 1) << "nothing overflows";
    EXPECT_TRUE(std::isnan(confidenceOf(logitsOf({0, std::numeric_limits<float>::infinity()}), 0)));
}

TEST(Confidence, PlacesAClassAmongTheOthersAndOfEqualOnesTheFirstFirst) {
    const auto logits = logitsOf({2, 5, 5, -1, 3});
    const std::vector<kernels::Index> places{3, 0, 1, 4, 2};
    for (std::int32_t k = 0; k < 5; ++k)
        EXPECT_EQ(placeOf(logits, 0, k), places[static_cast<std::size_t>(k)]);
    EXPECT_EQ(placeOf(logitsOf({0, std::nanf(""), 1}), 0, 1), 2) << "a logit that is no number is the last";
}

TEST(CalibrationErrorTest, IsTheWeightedDistanceOfEveryBin) {
    CalibrationError error;
    EXPECT_TRUE(std::isnan(error.value()));
    // Bin (14/15, 1]: 3 of 4 right at a mean of 0.975; bin (7/15, 8/15]: none of 1 right at 0.5.
    error.add(1, true);
    error.add(0.95, true);
    error.add(0.97, true);
    error.add(0.98, false);
    error.add(0.5, false);
    EXPECT_NEAR(error.value(), 0.8 * 0.225 + 0.2 * 0.5, 1e-12);
}

TEST(CalibrationErrorTest, ABinEndsWithItsUpperEdge) {
    // 2/3 = 10/15 ends the tenth bin: with 0.65 it is 1 of 2 right at 0.6583. Apart they would give 0.4917.
    CalibrationError together;
    together.add(2.0 / 3, true);
    together.add(0.65, false);
    EXPECT_NEAR(together.value(), (2.0 / 3 + 0.65) / 2 - 0.5, 1e-12);
    CalibrationError apart;
    apart.add(0.67, true);
    apart.add(0.65, false);
    EXPECT_NEAR(apart.value(), (0.33 + 0.65) / 2, 1e-12);
}

TEST(CalibrationErrorTest, IsNotKnownOnceAConfidenceIsNot) {
    CalibrationError error;
    error.add(0.9, true);
    error.add(std::nan(""), false);
    EXPECT_TRUE(std::isnan(error.value()));
}

}  // namespace
}  // namespace prunescope::train
