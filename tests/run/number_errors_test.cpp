// RMSE, MAE and R² of numbers that are predicted, reckoned by hand.

#include "run/number_errors.h"

#include "run/image_answers.h"
#include "run/quality.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace prunescope::run {
namespace {

constexpr std::array<float, 4> wantedOfFour{1, 2, 3, 4};
constexpr std::array<float, 4> predictedOfFour{2, 2, 1, 4};  // errors 1, 0, -2, 0

TEST(NumberErrors, AreTheMeansThatAreReckonedByHand) {
    const NumberErrors e = numberErrorsOf(wantedOfFour, predictedOfFour);
    EXPECT_EQ(e.rows, 4);
    EXPECT_DOUBLE_EQ(e.meanSquared, (1 + 4) / 4.0);
    EXPECT_DOUBLE_EQ(e.rmse(), std::sqrt(1.25));
    EXPECT_DOUBLE_EQ(e.meanAbsolute, (1 + 2) / 4.0);
    EXPECT_DOUBLE_EQ(e.targetVariance, (1.5 * 1.5 + 0.5 * 0.5) * 2 / 4);
    EXPECT_DOUBLE_EQ(e.rSquared(), 1 - 1.25 / 1.25);
}

TEST(NumberErrors, HaveStandardErrorsByTheDeltaMethod) {
    const NumberErrors e = numberErrorsOf(wantedOfFour, predictedOfFour);
    // e^2 is 1, 0, 4, 0: mean 1.25, squared distances 0.0625, 1.5625, 7.5625, 1.5625, together 10.75.
    const double deviation = std::sqrt(10.75 / 3);
    EXPECT_DOUBLE_EQ(e.squaredDeviation, deviation);
    EXPECT_DOUBLE_EQ(e.rmseStandardError(), deviation / 2 / (2 * std::sqrt(1.25)));
    // |e| is 1, 0, 2, 0: mean 0.75, squared distances together 2.75.
    EXPECT_DOUBLE_EQ(e.meanAbsoluteStandardError(), std::sqrt(2.75 / 3) / 2);
}

TEST(NumberErrors, OfATargetOfOneValueThereIsNoRSquared) {
    // The mean of three times 0.1 is not 0.1 in binary.
    const std::array<float, 3> same{0.1F, 0.1F, 0.1F};
    const NumberErrors e = numberErrorsOf(same, std::array<float, 3>{0, 1, 2});
    EXPECT_EQ(e.targetVariance, 0);
    EXPECT_TRUE(std::isnan(e.rSquared()));
}

TEST(NumberErrors, OfPerfectPredictionsAreNothing) {
    const NumberErrors e = numberErrorsOf(wantedOfFour, wantedOfFour);
    EXPECT_EQ(e.rmse(), 0);
    EXPECT_EQ(e.rmseStandardError(), 0);
    EXPECT_EQ(e.rSquared(), 1);
}

TEST(QualityMeasures, AreWhatATaskIsJudgedBy) {
    const Evaluation evaluation{.step = {}, .numbers = numberErrorsOf(wantedOfFour, predictedOfFour)};
    EXPECT_EQ(evaluation.task(), Task::regression);
    EXPECT_EQ(evaluation.images(), 4);
    EXPECT_TRUE(std::isnan(evaluation.accuracy()));
    const auto& measures = qualityMeasures(evaluation.task());
    ASSERT_EQ(measures.size(), 3U);
    EXPECT_EQ(measures[0].key, "rmse");
    EXPECT_DOUBLE_EQ(measures[0].of(evaluation), std::sqrt(1.25));
    EXPECT_DOUBLE_EQ(measures[1].of(evaluation), 0.75);
    EXPECT_DOUBLE_EQ(measures[2].of(evaluation), 0);
    EXPECT_LT(measures[0].gain(1.0, 1.5), 0) << "a larger error is worse";
    EXPECT_GT(measures[2].gain(0.5, 0.6), 0);
    EXPECT_EQ(qualityMeasure("accuracy"), &mainMeasure(Task::classification));
    EXPECT_EQ(qualityMeasure("speed"), nullptr);
}

TEST(NumberAnswers, BelongToTheEvaluationThatCountedThem) {
    Evaluation evaluation{.step = StepIndex{7},
                          .split = Split::test,
                          .sparsity = 0.5,
                          .numbers = numberErrorsOf(wantedOfFour, predictedOfFour)};
    ImageAnswers answers{.step = StepIndex{7},
                         .sparsity = 0.5,
                         .wanted = {wantedOfFour.begin(), wantedOfFour.end()},
                         .predicted = {predictedOfFour.begin(), predictedOfFour.end()}};
    EXPECT_EQ(answers.images(), 4U);
    EXPECT_TRUE(belongTogether(answers, evaluation));
    answers.predicted[0] = 3;
    EXPECT_FALSE(belongTogether(answers, evaluation));
}

}  // namespace
}  // namespace prunescope::run
