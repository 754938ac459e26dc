// Two networks that predict numbers, row by row; and what a picture of predictions shows.

#include "view/predictions.h"

#include "view/accuracy_drops.h"
#include "view/paired_errors.h"
#include "view/quality_text.h"

#include <gmock/gmock.h>

#include <cmath>

namespace prunescope::view {
namespace {

run::ImageAnswers numbersOf(std::vector<float> wanted, std::vector<float> predicted) {
    return {.step = {}, .wanted = std::move(wanted), .predicted = std::move(predicted)};
}

TEST(PairedErrors, CountRowsAndRankWhatChanged) {
    // |error| of the first is 0 everywhere but 10 in the last row; of the second 1, 2, …, 9, 0, 0 …
    std::vector<float> wanted(12), first(12), second(12);
    for (std::size_t i = 0; i < 9; ++i) second[i] = static_cast<float>(i + 1);
    first[11] = 10;
    const PairedErrors e = comparePredictions(numbersOf(wanted, first), numbersOf(wanted, second));
    EXPECT_EQ(e.rows, 12);
    EXPECT_EQ(e.grew, 9);
    EXPECT_EQ(e.shrank, 1);
    EXPECT_DOUBLE_EQ(e.meanChange, (45.0 - 10) / 12);
    // Ten changes of sizes 1 to 10: the growing ones have the ranks 1 to 9, together 45.
    EXPECT_DOUBLE_EQ(e.positiveRanks, 45);
    EXPECT_DOUBLE_EQ(e.negativeRanks, 10);
    // z = (|45 - 27.5| - 0.5) / sqrt(10 11 21 / 24) = 17 / 9.81; p = 2 (1 - Phi(1.733)).
    EXPECT_NEAR(e.p, 0.0831, 0.0002);
    EXPECT_FALSE(e.toldApart());
}

TEST(PairedErrors, OfTiesHaveTheirMeanRank) {
    const std::vector<float> wanted(14);
    const std::vector<float> first(14);
    const PairedErrors e =
        comparePredictions(numbersOf(wanted, first), numbersOf(wanted, std::vector<float>(14, 2)));
    EXPECT_DOUBLE_EQ(e.positiveRanks, 14 * 7.5);
    EXPECT_TRUE(e.isWorse());
    EXPECT_DOUBLE_EQ(e.interval.from, 2);
    EXPECT_DOUBLE_EQ(e.interval.to, 2);
}

TEST(PairedErrors, OfFewRowsTellNothing) {
    const PairedErrors e =
        comparePredictions(numbersOf({0, 0, 0}, {0, 0, 0}), numbersOf({0, 0, 0}, {5, 5, 5}));
    EXPECT_EQ(e.p, 1);
    EXPECT_FALSE(e.isWorse());
}

TEST(Predictions, AreGroupedByTheirTrueValue) {
    const auto bands = predictionBands(numbersOf({4, 1, 3, 2}, {40, 10, 30, 20}), 2);
    ASSERT_EQ(bands.size(), 2U);
    EXPECT_DOUBLE_EQ(bands[0].wanted, 1.5);
    EXPECT_DOUBLE_EQ(bands[0].median, 15);
    EXPECT_DOUBLE_EQ(bands[0].low, 10.5) << "5 % of the way from 10 to 20";
    EXPECT_DOUBLE_EQ(bands[1].wanted, 3.5);
    EXPECT_TRUE(predictionBands(numbersOf({1}, {NAN}), 4).empty());
}

TEST(Predictions, HaveQuantilesOfTheirResiduals) {
    const auto quantiles = residualQuantiles(numbersOf({0, 0, 0, 0, 0}, {-2, -1, 0, 1, 4}));
    EXPECT_DOUBLE_EQ(quantiles.front(), -2);
    EXPECT_DOUBLE_EQ(quantiles[2], -1) << "25 %";
    EXPECT_DOUBLE_EQ(quantiles[3], 0);
    EXPECT_DOUBLE_EQ(quantiles.back(), 4);
}

TEST(ErrorRises, AreFoundAsFallsOfAccuracyAre) {
    EvaluationCurves curves(run::Task::regression);
    for (const double rmse : {1.0, 0.99, 0.98, 1.6, 1.5}) {
        curves.times.append({.step = static_cast<std::int64_t>(100 * (curves.times.size() + 1))});
        curves.append({.step = {},
                       .numbers = run::NumberErrors{.rows = 400,
                                                    .meanSquared = rmse * rmse,
                                                    .squaredDeviation = 1.4 * rmse * rmse,
                                                    .meanAbsolute = 0.8 * rmse}});
    }
    const auto drops = accuracyDrops(curves, 400);
    ASSERT_EQ(drops.size(), 1U);
    EXPECT_EQ(drops[0].before, 2U);
    EXPECT_EQ(drops[0].lowest, 3U);
    // Three standard errors of a difference: each error is 1.4 rmse^2 / 20 / (2 rmse) = 0.035 rmse.
    EXPECT_NEAR(drops[0].limit, 3 * std::hypot(0.035 * 0.98, 0.035 * 1.6), 1e-6);
}

TEST(QualityText, HasTheUnitOfTheTarget) {
    const run::QualityMeasure& rmse = run::mainMeasure(run::Task::regression);
    EXPECT_EQ(qualityText(rmse, 0.42134, "kWh"), "0.4213\u00A0kWh");
    EXPECT_EQ(qualityText(rmse, 0.5), "0.5000");
    EXPECT_EQ(qualityText(run::mainMeasure(run::Task::classification), 0.95), "95.00\u00A0%");
    EXPECT_EQ(qualityChangeText(rmse, 0.5, 0.25, "m"), "\u22120.2500\u00A0m");
    EXPECT_EQ(titleWithUnit("RMSE", rmse, "m"), "RMSE (m)");
}

TEST(QualityInterval, OfAnRmseIsOneOfItsStandardErrors) {
    const run::QualityMeasure& rmse = run::mainMeasure(run::Task::regression);
    const run::Evaluation e{
        .step = {}, .numbers = run::NumberErrors{.rows = 100, .meanSquared = 4, .squaredDeviation = 8}};
    const auto interval = qualityInterval(rmse, e);
    ASSERT_TRUE(interval);
    // 8 / 10 / (2 * 2) = 0.2
    EXPECT_NEAR(interval->from, 2 - 1.959964 * 0.2, 1e-6);
    EXPECT_NEAR(interval->to, 2 + 1.959964 * 0.2, 1e-6);
}

}  // namespace
}  // namespace prunescope::view
