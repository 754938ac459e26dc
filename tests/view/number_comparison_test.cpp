// Two networks that predict numbers, group by group and row by row.

#include "view/number_comparison.h"

#include "view/quality_text.h"

#include <gmock/gmock.h>

#include <cmath>

namespace prunescope::view {
namespace {

run::ImageAnswers predictionsOf(std::vector<float> wanted, std::vector<float> predicted,
                                std::vector<std::uint16_t> groups = {}) {
    return {.step = {},
            .groups = std::move(groups),
            .wanted = std::move(wanted),
            .predicted = std::move(predicted)};
}

TEST(NumberGroups, HaveTheErrorsOfTheirRows) {
    const std::vector<float> wanted{0, 0, 10, 10};
    const auto groups = compareNumberGroups(predictionsOf(wanted, {3, 0, 10, 10}),
                                            predictionsOf(wanted, {3, 1, 10, 14}, {7, 2, 7, 2}));
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].group, 2U);
    EXPECT_EQ(groups[0].first.rmse(), 0);
    EXPECT_DOUBLE_EQ(groups[0].second.rmse(), std::sqrt((1.0 + 16) / 2));
    EXPECT_DOUBLE_EQ(groups[0].second.meanAbsolute, 2.5);
    EXPECT_EQ(groups[1].group, 7U);
    EXPECT_EQ(groups[1].rmseChange(), 0) << "both miss the first row by 3";
    EXPECT_FALSE(groups[0].change) << "two rows prove nothing";
    EXPECT_TRUE(compareNumberGroups(predictionsOf({1}, {1}), predictionsOf({1}, {1})).empty());
}

TEST(NumberGroups, HaveAnIntervalOfPairsByTheDeltaMethod) {
    // Errors of the first 1, 1, 1 …; of the second 1 and 3 in turn: RMSE 1 and sqrt(5).
    std::vector<float> wanted(40), first(40, 1), second(40);
    for (std::size_t i = 0; i < second.size(); ++i) second[i] = i % 2 == 0 ? 1.0F : 3.0F;
    const std::vector<std::uint16_t> all(40);
    const auto groups = compareNumberGroups(predictionsOf(wanted, first), predictionsOf(wanted, second, all));
    ASSERT_TRUE(groups.at(0).change);
    // f^2 / (2 sqrt 5) is 1 or 9 over 2 sqrt 5, 4 / (2 sqrt 5) from its mean; e^2 / 2 stands still.
    const double error = 4 / (2 * std::sqrt(5.0)) * std::sqrt(40.0 / 39) / std::sqrt(40.0);
    EXPECT_NEAR(groups[0].change->from, std::sqrt(5.0) - 1 - 1.959964 * error, 1e-6);
    EXPECT_NEAR(groups[0].change->to, std::sqrt(5.0) - 1 + 1.959964 * error, 1e-6);
}

TEST(NumberGroups, OfTheSameErrorsHaveNoRoomForAChange) {
    const std::vector<float> wanted(30);
    std::vector<float> errors(30);
    for (std::size_t i = 0; i < errors.size(); ++i) errors[i] = static_cast<float>(i);
    const std::vector<std::uint16_t> all(30);
    const auto groups =
        compareNumberGroups(predictionsOf(wanted, errors), predictionsOf(wanted, errors, all));
    ASSERT_TRUE(groups.at(0).change);
    EXPECT_EQ(groups[0].change->from, 0);
    EXPECT_EQ(groups[0].change->to, 0);
}

TEST(NumberGroups, WithoutAFiniteErrorHaveNoInterval) {
    const std::vector<float> wanted(30);
    std::vector<float> second(30, 1);
    second[4] = NAN;
    const std::vector<std::uint16_t> all(30);
    const auto groups = compareNumberGroups(predictionsOf(wanted, std::vector<float>(30)),
                                            predictionsOf(wanted, second, all));
    EXPECT_FALSE(groups.at(0).change);
    EXPECT_TRUE(std::isnan(groups[0].rmseChange()));
}

TEST(GrownErrors, AreTheLargestFirstAndNoOthers) {
    const std::vector<float> wanted{0, 0, 5, 5, 0};
    const auto grown = mostGrownErrors(predictionsOf(wanted, {0, 2, 5, 4, 0}),
                                       predictionsOf(wanted, {1, 1, -5, 7, NAN}, {3, 3, 4, 4, 4}), 10);
    ASSERT_EQ(grown.size(), 3U) << "one error shrank, and of one there is no number";
    EXPECT_EQ(grown[0].row, 2U);
    EXPECT_EQ(grown[0].growth(), 10);
    EXPECT_EQ(grown[0].group, 4U);
    EXPECT_EQ(grown[1].row, 0U) << "before the other row whose error grew by 1";
    EXPECT_EQ(grown[2].row, 3U);
    EXPECT_EQ(
        mostGrownErrors(predictionsOf(wanted, {0, 2, 5, 4, 0}), predictionsOf(wanted, {1, 1, -5, 7, 0}), 1)
            .size(),
        1U);
}

TEST(QualityText, OfAnIntervalOfChangesIsNeverBroken) {
    const run::QualityMeasure& rmse = run::mainMeasure(run::Task::regression);
    EXPECT_EQ(qualityChangeIntervalText(rmse, {-0.25, 0.5}), "(\u22120.25,\u00A0+0.5)");
}

}  // namespace
}  // namespace prunescope::view
