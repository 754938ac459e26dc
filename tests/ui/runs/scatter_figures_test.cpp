#include "ui/runs/scatter_figures.h"

#include "ui/charts/drawn.h"
#include "ui/charts/xy_plot.h"
#include "ui/runs/many_runs.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QColor>
#include <QImage>
#include <QRect>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const ScatterAxes usualAxes{};

RunComparison comparisonOf(const std::vector<store::RunSummary>& runs) {
    FamilyColours colours;
    std::vector<bool> ticked(runs.size(), false);
    if (!ticked.empty()) ticked[0] = true;
    return compareRuns(runs, ticked, colours);
}

const XySeries& seriesOf(const std::vector<XySeries>& all, const char* label, bool means) {
    for (const XySeries& series : all) {
        if (series.label == QLatin1String(label) && series.points.front().emphasised == means) return series;
    }
    ADD_FAILURE() << "no series " << label;
    return all.front();
}

TEST(ScatterFigures, HaveAPointForEachRunAndAMeanForEachGroupOfSeveral) {
    const Theme theme;
    const std::vector<XySeries> all = scatterSeries(comparisonOf(test::fiveRuns()), usualAxes, theme);
    const XySeries& map = seriesOf(all, "MAP", false);
    ASSERT_EQ(map.points.size(), 3U);
    EXPECT_EQ(map.line, Qt::NoPen);
    EXPECT_EQ(map.points[0].id, QStringLiteral("map-90-1"));
    EXPECT_TRUE(map.points[0].chosen) << "it is ticked";
    EXPECT_FALSE(map.points[1].chosen);
    EXPECT_THAT(map.points[1].explanation.toStdString(), HasSubstr("map-90-2"));
    EXPECT_EQ(map.points[2].label, QStringLiteral("MAP")) << "alone in its group";
    const XySeries& means = seriesOf(all, "MAP", true);
    ASSERT_EQ(means.points.size(), 1U) << "95 % has one seed";
    EXPECT_NEAR(means.points[0].y, 0.91, 1e-12);
    // Of 0.90 and 0.92: the square root of (0.0001 + 0.0001) / 1.
    EXPECT_NEAR(means.points[0].spread->first, 0.91 - std::sqrt(0.0002), 1e-12);
    EXPECT_NEAR(means.points[0].spread->second, 0.91 + std::sqrt(0.0002), 1e-12);
    EXPECT_EQ(means.colour, map.colour);
    EXPECT_NE(seriesOf(all, "GMP", false).colour, map.colour);
}

TEST(ScatterFigures, TheFrontIsDrawnThroughTheRunsThatNoneSurpasses) {
    const RunComparison comparison = comparisonOf(test::fiveRuns());
    EXPECT_THAT(frontOf(comparison, usualAxes), ElementsAre(1U, 4U)) << "92 % at 90 %, and the sparsest";
    const std::vector<XySeries> all = scatterSeries(comparison, usualAxes, Theme());
    const auto front = std::find_if(all.begin(), all.end(), [](const XySeries& s) { return !s.markers; });
    ASSERT_NE(front, all.end());
    ASSERT_EQ(front->points.size(), 3U);
    EXPECT_DOUBLE_EQ(front->points[1].x, 0.90);
    EXPECT_DOUBLE_EQ(front->points[1].y, 0.85);
    EXPECT_FALSE(front->legend.isEmpty());
}

TEST(ScatterFigures, TheFrontGoesDownAndThenToTheRight) {
    Theme theme;
    std::vector<XySeries> all = scatterSeries(comparisonOf(test::fiveRuns()), usualAxes, theme);
    std::erase_if(all, [](const XySeries& s) { return s.markers; });
    ASSERT_EQ(all.size(), 1U);
    all[0].colour = QColor(200, 0, 0);
    XyPlot plot(theme);
    plot.resize(500, 400);
    plot.setAxes({.kind = view::AxisKind::percent}, {.kind = view::AxisKind::percent});
    plot.setSeries(all);
    const QImage picture = plot.grab().toImage();
    QRect drawn;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            if (pixel.red() > 180 && pixel.green() < 40) drawn |= QRect(x, y, 1, 1);
        }
    }
    ASSERT_GT(drawn.width(), 50);
    ASSERT_GT(drawn.height(), 50);
    const auto reds = [&](const QRect& part) { return test::pixelsOf(all[0].colour, picture, part); };
    const QRect left(drawn.left(), drawn.top(), 4, drawn.height());
    const QRect below(drawn.left(), drawn.bottom() - 3, drawn.width(), 4);
    EXPECT_GE(reds(left), drawn.height()) << "down from the most accurate";
    EXPECT_GE(reds(below), drawn.width()) << "then to the sparsest";
    EXPECT_EQ(reds(drawn.adjusted(4, 0, 0, -4)), 0) << "no run is there";
}

TEST(ScatterFigures, AccuraciesOfSeveralDataSetsHaveNoFrontAndNoVerdict) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    runs[0].config->dataset = runs[0].dataset = "mnist";
    const RunComparison comparison = comparisonOf(runs);
    EXPECT_THAT(frontOf(comparison, usualAxes), IsEmpty());
    EXPECT_THAT(meetingGroups(comparison, usualAxes), IsEmpty());
}

TEST(ScatterFigures, NothingAndOneRunCanBeDrawn) {
    EXPECT_THAT(scatterSeries(comparisonOf({}), usualAxes, Theme()), IsEmpty());
    const std::vector<XySeries> one = scatterSeries(comparisonOf({test::fiveRuns()[4]}), usualAxes, Theme());
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].points[0].label.toStdString(), "95 %") << "there is no other family";
    EXPECT_THAT(meetingGroups(comparisonOf({}), usualAxes), IsEmpty());
}

TEST(ScatterFigures, GroupsThatMeetAreComparedInWords) {
    const RunComparison comparison = comparisonOf(test::fiveRuns());
    const std::vector<std::size_t> groups = meetingGroups(comparison, usualAxes);
    EXPECT_THAT(groups, ElementsAre(0U, 1U));
    // MAP 89.59 to 92.41 (the spread over seeds is wider than the images' interval), GMP 85.59 to 88.41.
    EXPECT_THAT(meetingText(comparison, usualAxes, groups).english(),
                testing::AllOf(HasSubstr("MAP 91.00"), HasSubstr("is ahead of GMP 87.00"), HasSubstr("89.59"),
                               HasSubstr("88.41")));
    std::vector<store::RunSummary> close = test::fiveRuns();
    close[3].testAccuracy = 0.92;
    const RunComparison overlapping = comparisonOf(close);
    EXPECT_THAT(meetingText(overlapping, usualAxes, meetingGroups(overlapping, usualAxes)).english(),
                HasSubstr("cannot be told apart from GMP 89.00"));
}

TEST(ScatterFigures, OneSeedAndAnUnknownTestSetAreNotJudged) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    for (store::RunSummary& run : runs) run.testImages.reset();
    const RunComparison comparison = comparisonOf({runs[0], runs[2]});
    EXPECT_THAT(meetingText(comparison, usualAxes, meetingGroups(comparison, usualAxes)).english(),
                HasSubstr("too little is known to judge GMP"));
}

TEST(ScatterFigures, AreSavedWithEveryDigit) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    runs[3].testAccuracy = 0.1 + 0.2;
    runs[1].testAccuracy.reset();
    EXPECT_EQ(scatterCsv(comparisonOf(runs), usualAxes),
              "run,group,seed,sparsity,test_accuracy,on_pareto_front\r\n"
              "map-90-1,MAP · 90 %,1,0.9,0.9,yes\r\n"
              "gmp-90-1,GMP · 90 %,1,0.9,0.86,no\r\n"
              "gmp-90-2,GMP · 90 %,2,0.9,0.30000000000000004,no\r\n"
              "map-95-1,MAP · 95 %,1,0.95,0.85,yes\r\n");
}

TEST(ScatterFigures, OfAThousandRunsOnlyThoseOnTheFrontAreNamed) {
    const RunComparison comparison = comparisonOf(test::manyRuns(1000));
    const std::vector<XySeries> all = scatterSeries(comparison, usualAxes, Theme());
    std::size_t points = 0;
    std::size_t named = 0;
    for (const XySeries& series : all) {
        if (!series.markers) continue;
        for (const XyPoint& point : series.points) {
            points += point.emphasised ? 0 : 1;
            named += point.label.isEmpty() ? 0 : 1;
        }
    }
    EXPECT_EQ(points, 1000U);
    EXPECT_EQ(named, frontOf(comparison, usualAxes).size());
    EXPECT_EQ(named, 10U) << "the best seed and setting of each sparsity";
}

}  // namespace
}  // namespace prunescope::ui
