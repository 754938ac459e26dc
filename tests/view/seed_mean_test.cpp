#include "view/seed_mean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <utility>
#include <vector>

namespace prunescope::view {
namespace {

/// Runs, each with values at steps; a step takes the run's own time.
class SeedMeanTest : public testing::Test {
protected:
    void add(const std::vector<std::pair<std::int64_t, double>>& values, double secondsAStep = 1) {
        times_.emplace_back();
        curves_.emplace_back();
        for (const auto& [step, value] : values) {
            times_.back().append({.step = step,
                                  .epoch = static_cast<double>(step) / 10,
                                  .wallSeconds = secondsAStep * static_cast<double>(step)});
            curves_.back().append(value);
        }
    }
    SeedMean mean() const {
        std::vector<SeedCurve> seeds;
        for (std::size_t i = 0; i < times_.size(); ++i) seeds.push_back({&times_[i], &curves_[i]});
        return meanOverSeeds(seeds);
    }

private:
    std::deque<Timeline> times_;
    std::deque<Curve> curves_;
};

TEST_F(SeedMeanTest, HasTheMeanAndOneDeviationEitherWay) {
    add({{10, 0.5}, {20, 0.8}}, 1);
    add({{10, 0.7}, {20, 0.8}}, 3);
    const SeedMean result = mean();
    ASSERT_EQ(result.mean.size(), 2U);
    EXPECT_EQ(result.times.at(0).step, 10);
    EXPECT_DOUBLE_EQ(result.times.at(0).epoch, 1);
    EXPECT_DOUBLE_EQ(result.times.at(0).wallSeconds, 20) << "the mean of 10 and 30";
    EXPECT_NEAR(result.mean.at(0), 0.6, 1e-6);
    // Of 0.5 and 0.7: the square root of (0.01 + 0.01) / 1.
    EXPECT_NEAR(result.low.at(0), 0.6 - std::sqrt(0.02), 1e-6);
    EXPECT_NEAR(result.high.at(0), 0.6 + std::sqrt(0.02), 1e-6);
    EXPECT_FLOAT_EQ(static_cast<float>(result.low.at(1)), 0.8F) << "those that agree have no band";
    EXPECT_FLOAT_EQ(static_cast<float>(result.high.at(1)), 0.8F);
}

TEST_F(SeedMeanTest, IsOnlyWhereEverySeedHasAValue) {
    add({{10, 1}, {20, 2}, {30, 3}, {50, 5}});
    add({{20, 4}, {25, 9}, {30, 5}});
    add({{10, 0}, {20, 3}, {30, 4}, {40, 4}});
    const SeedMean result = mean();
    ASSERT_EQ(result.mean.size(), 2U);
    EXPECT_EQ(result.times.at(0).step, 20);
    EXPECT_EQ(result.times.at(1).step, 30);
    EXPECT_DOUBLE_EQ(result.mean.at(0), 3);
    EXPECT_DOUBLE_EQ(result.mean.at(1), 4);
    EXPECT_DOUBLE_EQ(result.high.at(1), 5) << "of 3, 4 and 5 the deviation is 1";
}

TEST_F(SeedMeanTest, LeavesOutWhatIsNoNumber) {
    add({{10, std::numeric_limits<double>::quiet_NaN()}, {20, 2}});
    add({{10, 1}, {20, 4}});
    const SeedMean result = mean();
    ASSERT_EQ(result.mean.size(), 1U);
    EXPECT_DOUBLE_EQ(result.mean.at(0), 3);
}

TEST_F(SeedMeanTest, OfNothingIsNothing) {
    EXPECT_TRUE(mean().mean.empty());
    add({{10, 1}});
    add({});
    EXPECT_TRUE(mean().mean.empty());
}

TEST_F(SeedMeanTest, OfOneIsItself) {
    add({{10, 1}, {20, 2}});
    const SeedMean result = mean();
    ASSERT_EQ(result.mean.size(), 2U);
    EXPECT_DOUBLE_EQ(result.low.at(1), 2);
    EXPECT_DOUBLE_EQ(result.high.at(1), 2);
}

}  // namespace
}  // namespace prunescope::view
