// The functions by hand, and what they do with what is not a number.

#include "nn/activation.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace prunescope::nn {
namespace {

using Kind = ActivationFunction::Kind;

double valueAt(const ActivationFunction& f, double x) {
    applyFunction<double>(f, {&x, 1}, {&x, 1});
    return x;
}

TEST(ActivationFunction, HasTheValuesOfItsFormula) {
    const ActivationFunction clip{.kind = Kind::clip, .low = -1, .high = 2};
    EXPECT_EQ(valueAt(clip, -3), -1);
    EXPECT_EQ(valueAt(clip, 0.5), 0.5);
    EXPECT_EQ(valueAt(clip, 7), 2);
    const ActivationFunction leaky{.kind = Kind::leakyRelu, .slope = 0.25};
    EXPECT_EQ(valueAt(leaky, -2), -0.5);
    EXPECT_EQ(valueAt(leaky, 3), 3);
    EXPECT_EQ(valueAt({.kind = Kind::sigmoid}, 0), 0.5);
    EXPECT_NEAR(valueAt({.kind = Kind::sigmoid}, std::log(3)), 0.75, 1e-15);
    EXPECT_NEAR(valueAt({.kind = Kind::tanh}, std::log(2)), 0.6, 1e-15);
    EXPECT_EQ(valueAt({.kind = Kind::hardSigmoid}, -4), 0);
    EXPECT_EQ(valueAt({.kind = Kind::hardSigmoid}, 0), 0.5);
    EXPECT_EQ(valueAt({.kind = Kind::hardSigmoid}, 9), 1);
    EXPECT_EQ(valueAt({.kind = Kind::hardSwish}, -4), 0);
    EXPECT_NEAR(valueAt({.kind = Kind::hardSwish}, 1), 4.0 / 6, 1e-15);
    EXPECT_EQ(valueAt({.kind = Kind::hardSwish}, 5), 5);
}

TEST(ActivationFunction, StandsLargeValues) {
    EXPECT_EQ(valueAt({.kind = Kind::sigmoid}, -1e6), 0);
    EXPECT_EQ(valueAt({.kind = Kind::sigmoid}, 1e6), 1);
}

TEST(ActivationFunction, ClipKeepsWhatIsNoNumber) {
    EXPECT_TRUE(std::isnan(valueAt({.low = 0, .high = 6}, std::nan(""))));
}

}  // namespace
}  // namespace prunescope::nn
