// Runs that predict a number in the pictures of the runs, by themselves and beside runs of classes.

#include "support/temporary_folder.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/xy_chart.h"
#include "ui/runs/many_runs.h"
#include "ui/runs/parallel_figures.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/run_parallel.h"
#include "ui/runs/run_scatter.h"
#include "ui/runs/runs_csv.h"
#include "ui/runs/scatter_figures.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

RunComparison comparedNumbers(const std::vector<store::RunSummary>& runs) {
    FamilyColours colours;
    return compareRuns(runs, std::vector<bool>(runs.size(), false), colours);
}

/// So many runs of classes behind the five of numbers.
RunComparison numbersBesideClasses(std::size_t classes) {
    std::vector<store::RunSummary> runs = test::fiveNumberRuns();
    for (std::size_t i = 0; i < classes; ++i)
        runs.push_back(test::madeRun({"classes-" + std::to_string(i), "map", 0.9, static_cast<int>(i)}));
    return comparedNumbers(runs);
}

ScatterAxes over(ScatterAxis x, const char* key) {
    return {x, run::qualityMeasure(key)};
}

const ScatterAxes errorOverSparsity = over(ScatterAxis::sparsity, "rmse");

class NumberScatterTest : public testing::Test {
protected:
    const QComboBox& qualities() const {
        return *scatter.tools()->findChild<QComboBox*>(QStringLiteral("scatterQuality"));
    }
    std::vector<std::string> offered() const {
        std::vector<std::string> names;
        for (int i = 0; i < qualities().count(); ++i) names.push_back(qualities().itemText(i).toStdString());
        return names;
    }
    const XyAxis& height() const {
        return scatter.findChild<XyChart*>(QStringLiteral("runsScatter"))->plot().yAxis();
    }

    test::TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    mutable RunScatter scatter{theme, settings};
};

TEST(NumberRuns, TheUsualTaskIsThatOfMostMeasuredRuns) {
    EXPECT_EQ(numbersBesideClasses(0).usualTask(), run::Task::regression);
    EXPECT_EQ(numbersBesideClasses(4).usualTask(), run::Task::regression);
    EXPECT_EQ(numbersBesideClasses(5).usualTask(), run::Task::classification) << "of two as many classes";
    EXPECT_EQ(comparedNumbers({}).usualTask(), run::Task::classification);
    std::vector<store::RunSummary> live = test::fiveNumberRuns();
    for (store::RunSummary& run : live) run.live = true;
    EXPECT_EQ(comparedNumbers(live).measured(), 0U) << "their figures still change";
}

TEST(NumberRuns, TheFrontIsOfTheSmallerErrorsAndTheLargerR2) {
    const RunComparison comparison = numbersBesideClasses(0);
    // 0.5 at 90 %, and 0.8 at 95 %; 0.6, 1.0 and 1.2 at 90 % are surpassed.
    EXPECT_THAT(frontOf(comparison, errorOverSparsity), ElementsAre(0U, 4U));
    EXPECT_THAT(frontOf(comparison, over(ScatterAxis::sparsity, "mae")), ElementsAre(0U, 4U));
    // R² = 1 − RMSE² / 4: 0.9375 and 0.84.
    EXPECT_THAT(frontOf(comparison, over(ScatterAxis::sparsity, "r_squared")), ElementsAre(0U, 4U));
    // To the worse of both and then to the sparser: upwards, where more is worse.
    const auto steps = frontSteps(comparison, errorOverSparsity);
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_DOUBLE_EQ(steps[0].y, 0.5);
    EXPECT_DOUBLE_EQ(steps[1].x, 0.90);
    EXPECT_DOUBLE_EQ(steps[1].y, 0.8);
    EXPECT_DOUBLE_EQ(steps[2].x, 0.95);
}

TEST(NumberRuns, BothAxesMayBeTurned) {
    std::vector<store::RunSummary> runs = test::fiveNumberRuns();
    runs[0].storedBytes = 4000;
    runs[1].storedBytes = 3000;
    runs[2].storedBytes = 3500;
    const RunComparison comparison = comparedNumbers(runs);
    const ScatterAxes axes = over(ScatterAxis::storedBytes, "rmse");
    // 0.5 with 4,000 bytes, 0.6 with 3,000; 1.0 with 3,500 is surpassed.
    EXPECT_THAT(frontOf(comparison, axes), testing::UnorderedElementsAre(0U, 1U));
    EXPECT_EQ(leftOut(comparison, axes).place, 2U);
    EXPECT_EQ(leftOut(comparison, axes).height, 0U);
}

TEST(NumberRuns, GroupsThatMeetAreComparedByTheirErrors) {
    const RunComparison comparison = numbersBesideClasses(0);
    // 0.5 and 0.6 are 0.55 ± 0.0707, 1.0 and 1.2 are 1.1 ± 0.1414: wider than 1.96 standard errors of
    // RMSE / 40 each.
    const std::string said =
        meetingText(comparison, errorOverSparsity, meetingGroups(comparison, errorOverSparsity)).english();
    EXPECT_THAT(said, HasSubstr("MAP 0.55\u00A0kEUR (0.4793\u00A0kEUR to 0.6207\u00A0kEUR) is ahead of GMP "
                                "1.1\u00A0kEUR (0.9586\u00A0kEUR to 1.241\u00A0kEUR)"));
}

TEST(NumberRuns, OfSingleRunsTheStandardErrorDecides) {
    const auto said = [](double second, const char* key) {
        std::vector<store::RunSummary> runs{test::madeNumberRun({"a", "map"}, 1.0),
                                            test::madeNumberRun({"b", "gmp"}, second)};
        const RunComparison comparison = comparedNumbers(runs);
        const ScatterAxes axes = over(ScatterAxis::sparsity, key);
        return meetingText(comparison, axes, meetingGroups(comparison, axes)).english();
    };
    // 1.96 / 40 of the RMSE: 0.951 to 1.049 beside 1.046 to 1.154, or 1.070 to 1.181.
    EXPECT_THAT(said(1.10, "rmse"), HasSubstr("cannot be told apart from GMP"));
    EXPECT_THAT(said(1.125, "rmse"), HasSubstr("is ahead of GMP"));
    EXPECT_THAT(said(1.125, "r_squared"), HasSubstr("has the best R²; too little is known to judge GMP"));
}

TEST(NumberRuns, NumbersOfAnotherTargetHaveNoFrontAndNoVerdict) {
    std::vector<store::RunSummary> runs = test::fiveNumberRuns();
    runs[0].config->dataOptions = {{"label", "rent"}, {"unit", "kEUR"}};
    const RunComparison comparison = comparedNumbers(runs);
    EXPECT_THAT(frontOf(comparison, errorOverSparsity), IsEmpty());
    EXPECT_THAT(meetingGroups(comparison, errorOverSparsity), IsEmpty());
}

TEST(NumberRuns, RunsOfClassesDoNotStandOnAnAxisOfErrors) {
    const RunComparison comparison = numbersBesideClasses(2);
    EXPECT_EQ(placed(comparison, errorOverSparsity).size(), 5U);
    EXPECT_EQ(leftOut(comparison, errorOverSparsity).height, 2U);
    EXPECT_EQ(placed(comparison, {}).size(), 2U) << "and the other way round";
    EXPECT_THAT(frontOf(comparison, errorOverSparsity), ElementsAre(0U, 4U))
        << "they are no reason to have no front";
}

TEST(NumberRuns, AreSavedWithTheirFigure) {
    std::vector<store::RunSummary> runs = test::fiveNumberRuns();
    EXPECT_EQ(scatterCsv(comparedNumbers({runs[0], runs[2], test::madeRun({"c"})}), errorOverSparsity),
              "run,group,seed,sparsity,test_rmse,on_pareto_front\r\n"
              "map-90-1,table · MAP,1,0.9,0.5,yes\r\n"
              "gmp-90-1,table · GMP,1,0.9,1,no\r\n");
}

TEST_F(NumberScatterTest, OffersWhatTheRunsHaveAndBeginsWithWhatMostAreJudgedBy) {
    scatter.setComparison(numbersBesideClasses(2));
    EXPECT_THAT(offered(), ElementsAre("Test accuracy", "Test RMSE", "Test MAE", "Test R²"));
    EXPECT_EQ(qualities().currentText(), QStringLiteral("Test RMSE"));
    EXPECT_EQ(height().title, QStringLiteral("test RMSE (kEUR), less is better (measured)"));
    EXPECT_EQ(height().kind, view::AxisKind::plain);
    EXPECT_THAT(scatter.words().toStdString(), HasSubstr("Left out, since they have no RMSE: 2."));
    scatter.setComparison(numbersBesideClasses(6));
    EXPECT_EQ(qualities().currentText(), QStringLiteral("Test accuracy"));
    EXPECT_EQ(height().title, QStringLiteral("test accuracy, more is better (measured)"));
    EXPECT_EQ(height().kind, view::AxisKind::percent);
    EXPECT_THAT(scatter.words().toStdString(), HasSubstr("Left out, since they have no accuracy: 5."));
}

TEST_F(NumberScatterTest, RemembersAFigureThatIsNotTheUsualOne) {
    scatter.setComparison(numbersBesideClasses(2));
    scatter.setQuality(*run::qualityMeasure("r_squared"));
    EXPECT_EQ(qualities().currentText(), QStringLiteral("Test R²"));
    EXPECT_THAT(scatter.poster(numbersBesideClasses(2)).title.toStdString(),
                HasSubstr("Test R² over sparsity"));
    RunScatter again(theme, settings);
    again.setComparison(numbersBesideClasses(2));
    EXPECT_EQ(again.quality().key, "r_squared");
    again.setComparison(comparedNumbers(test::fiveRuns()));
    EXPECT_EQ(again.quality().key, "accuracy") << "none of these has an R²";
    again.setComparison(numbersBesideClasses(2));
    again.setQuality(*run::qualityMeasure("rmse"));
    RunScatter usual(theme, settings);
    usual.setComparison(comparedNumbers(test::fiveRuns()));
    EXPECT_EQ(usual.quality().key, "accuracy") << "what is usual is not remembered";
}

TEST_F(NumberScatterTest, SeveralUnitsStandOnNoAxisAndAreNotJudged) {
    std::vector<store::RunSummary> runs = test::fiveNumberRuns();
    runs[0].targetUnit = "MEUR";
    runs[0].config->dataOptions = {{"label", "price"}, {"unit", "MEUR"}};
    scatter.setComparison(comparedNumbers(runs));
    EXPECT_THAT(height().title.toStdString(), Not(HasSubstr("EUR")));
    EXPECT_THAT(scatter.words().toStdString(), HasSubstr("were not tested on the same data"));
}

TEST(NumberParallel, HasTheFiguresOfTheUsualTaskAndLeavesTheOthersOut) {
    const ParallelFigures figures = parallelFigures(numbersBesideClasses(2), Theme());
    EXPECT_EQ(figures.lines.size(), 5U);
    EXPECT_EQ(figures.leftOut, 2U);
    std::vector<std::string> titles;
    for (const ParallelAxis& axis : figures.axes) titles.push_back(axis.title.toStdString());
    EXPECT_THAT(titles, ElementsAre("Method", "Target sparsity", "Sparsity", "Test RMSE (kEUR)",
                                    "Test MAE (kEUR)", "Test R²"));
    EXPECT_TRUE(figures.axes[3].startsTurned) << "the smaller error lies above";
    EXPECT_FALSE(figures.axes[5].startsTurned);
    EXPECT_DOUBLE_EQ(figures.lines[2].values[3], 1.0);
    EXPECT_DOUBLE_EQ(figures.lines[2].values[5], 0.75);
    EXPECT_THAT(figures.lines[0].explanation.toStdString(), HasSubstr("test RMSE 0.5 kEUR at 90"));
    EXPECT_THAT(parallelCsv(figures).toStdString(), HasSubstr("gmp-90-1,gmp,"));
}

TEST(NumberParallel, SaysHowManyAreLeftOut) {
    Theme theme;
    RunParallel parallel(theme);
    parallel.setComparison(numbersBesideClasses(2));
    const auto words = [&] {
        return parallel.findChild<QLabel*>(QStringLiteral("runsParallelPlace"))->text().toStdString();
    };
    EXPECT_THAT(words(), HasSubstr("Measured runs that the table shows: 5 of 7"));
    EXPECT_THAT(words(), HasSubstr("Left out, since they have no RMSE: 2."));
    parallel.setComparison(numbersBesideClasses(0));
    EXPECT_THAT(words(), Not(HasSubstr("Left out")));
}

TEST(NumberRuns, TheTableOfNumbersHasAColumnForEachFigure) {
    store::RunSummary numbers = test::madeNumberRun({"n"}, 0.5);
    store::RunSummary classes = test::madeRun({"c"});
    classes.otherTestQualities = {{"macro_f1", 0.75}};
    const std::string csv = runsCsv({&numbers, &classes});
    EXPECT_THAT(csv,
                HasSubstr(",test_accuracy,test_macro_f1,test_rmse,test_mae,test_r_squared,target_unit,"));
    EXPECT_THAT(csv, HasSubstr(",0.9,0.9,,,0.5,0.5,0.9375,kEUR,"))
        << "target, sparsity, no figure of classes";
    EXPECT_THAT(csv, HasSubstr(",0.9,0.9,0.9,0.75,,,,,"));
}

/// A history with one test: of classes 75 % of 4 images, of numbers an RMSE of 0.5.
view::RunHistory historyOf(run::Task task) {
    view::RunHistory history(0, 0, {}, task);
    run::Evaluation test{.step = StepIndex{1}, .split = run::Split::test, .loss = 2};
    if (task == run::Task::regression) {
        test.numbers =
            run::NumberErrors{.rows = 4, .meanSquared = 0.25, .meanAbsolute = 0.4, .targetVariance = 1};
    } else {
        test.classes = 2;
        test.confusion = {2, 1, 0, 1};
    }
    history.append(test);
    return history;
}

class MixedOverlayTest : public testing::Test {
protected:
    MixedOverlayTest() { overlay.setRuns({drawn(numbers), drawn(numbers), drawn(classes)}); }
    static OverlaidRun drawn(const view::RunHistory& history) {
        OverlaidRun run;
        run.history = &history;
        run.unit = history.task() == run::Task::regression ? "kEUR" : "";
        return run;
    }
    ChartPanel& chart() const { return *overlay.findChild<ChartPanel*>(QStringLiteral("runsMeasureChart")); }
    QComboBox& box() const { return *overlay.findChild<QComboBox*>(QStringLiteral("runsMeasure")); }
    bool says(const char* words) const {
        const auto labels = chart().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->text().contains(QString::fromUtf8(words));
        });
    }

    view::RunHistory numbers = historyOf(run::Task::regression);
    view::RunHistory classes = historyOf(run::Task::classification);
    Theme theme;
    RunOverlay overlay{theme};
};

TEST_F(MixedOverlayTest, CurvesOfClassesDoNotLieOverThoseOfNumbers) {
    ASSERT_EQ(chart().series().size(), 2U);
    EXPECT_DOUBLE_EQ(chart().series()[0].curve->at(0), 0.5);
    EXPECT_EQ(overlay.findChild<ChartPanel*>(QStringLiteral("runsSparsityChart"))->series().size(), 3U)
        << "every run has a sparsity";
    EXPECT_TRUE(says("Test RMSE in kEUR (measured) · left out, of another task: 1"));
}

TEST_F(MixedOverlayTest, OffersTheFiguresOfTheTaskThatIsShown) {
    EXPECT_EQ(box().count(), 8);
    EXPECT_EQ(box().itemText(0), QStringLiteral("Test RMSE"));
    EXPECT_EQ(box().itemText(1), QStringLiteral("Validation RMSE"));
    box().setCurrentIndex(box().findText(QStringLiteral("Test R²")));
    EXPECT_DOUBLE_EQ(chart().series()[0].curve->at(0), 0.75);
    box().setCurrentIndex(box().findText(QStringLiteral("Test loss")));
    EXPECT_DOUBLE_EQ(chart().series()[0].curve->at(0), 2);
    box().setCurrentIndex(7);
    overlay.setRuns({drawn(classes)});
    EXPECT_EQ(box().currentText(), QStringLiteral("Test accuracy")) << "there is no eighth figure of classes";
    EXPECT_DOUBLE_EQ(chart().series()[0].curve->at(0), 0.75);
    EXPECT_FALSE(says("left out"));
}

}  // namespace
}  // namespace prunescope::ui
