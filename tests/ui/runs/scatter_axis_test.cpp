#include "ui/runs/scatter_axis.h"

#include "support/temporary_folder.h"
#include "ui/runs/many_runs.h"
#include "ui/runs/run_scatter.h"
#include "ui/runs/scatter_figures.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QSettings>
#include <algorithm>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// MAP 90 %: 0.02 ms twice; GMP 90 %: 0.0205 ms and not measured; MAP 95 %: 0.01 ms.
RunComparison timedRuns() {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    test::measure(runs[0], 0.02, 2);
    test::measure(runs[1], 0.02, 2);
    test::measure(runs[2], 0.0205, 2);
    test::measure(runs[4], 0.01, 4);
    runs[0].storedBytes = 4000;
    runs[3].storedBytes = 4030;
    runs[4].storedBytes = 2000;
    FamilyColours colours;
    return compareRuns(runs, std::vector<bool>(runs.size(), false), colours);
}

TEST(ScatterAxis, RunsWithoutTheFigureAreLeftOut) {
    const RunComparison comparison = timedRuns();
    EXPECT_EQ(placed(comparison, {ScatterAxis::sparsity}).size(), 5U);
    EXPECT_EQ(placed(comparison, {ScatterAxis::oneImage}).size(), 4U);
    EXPECT_EQ(placed(comparison, {ScatterAxis::storedBytes}).size(), 3U);
    EXPECT_FALSE(placeOf(comparison.members[3], {ScatterAxis::oneImage}));
    EXPECT_EQ(placeOf(comparison.members[3], {ScatterAxis::storedBytes}), (view::Point{4030, 0.88}));
}

TEST(ScatterAxis, LessIsBetterOfTimeAndBytes) {
    const RunComparison comparison = timedRuns();
    // 92 % in 0.02 ms and 85 % in 0.01 ms; 90 % in the same 0.02 ms and 86 % in 0.0205 ms are surpassed.
    EXPECT_THAT(frontOf(comparison, {ScatterAxis::oneImage}), testing::UnorderedElementsAre(1U, 4U));
    // 90 % with 4,000 bytes and 85 % with 2,000; 88 % with 4,030 is surpassed.
    EXPECT_THAT(frontOf(comparison, {ScatterAxis::storedBytes}), testing::UnorderedElementsAre(0U, 4U));
}

TEST(ScatterAxis, TheFrontGoesDownAndThenToTheLeft) {
    const auto all = scatterSeries(timedRuns(), {ScatterAxis::storedBytes}, Theme());
    const auto front = std::find_if(all.begin(), all.end(), [](const XySeries& s) { return !s.markers; });
    ASSERT_NE(front, all.end());
    ASSERT_EQ(front->points.size(), 3U);
    // In kilobytes: from 4 kB at 90 % down to 85 %, then to 2 kB.
    EXPECT_DOUBLE_EQ(front->points[0].x, 4);
    EXPECT_DOUBLE_EQ(front->points[0].y, 0.90);
    EXPECT_DOUBLE_EQ(front->points[1].x, 4);
    EXPECT_DOUBLE_EQ(front->points[1].y, 0.85);
    EXPECT_DOUBLE_EQ(front->points[2].x, 2);
}

TEST(ScatterAxis, GroupsMeetAtTheSameTimeOrSize) {
    const RunComparison comparison = timedRuns();
    // 0.0200 and 0.0205 ms are 2.5 % apart, 4,000 and 4,030 bytes 0.75 %.
    const auto timed = meetingGroups(comparison, {ScatterAxis::oneImage});
    EXPECT_THAT(timed, testing::UnorderedElementsAre(0U, 1U));
    EXPECT_THAT(meetingText(comparison, {ScatterAxis::oneImage}, timed).english(),
                AllOf(HasSubstr("At 0.020 ms for one sample MAP 91.00"), HasSubstr("GMP 86.00")));
    const auto sized = meetingGroups(comparison, {ScatterAxis::storedBytes});
    EXPECT_THAT(sized, testing::UnorderedElementsAre(0U, 1U));
    EXPECT_THAT(meetingText(comparison, {ScatterAxis::storedBytes}, sized).english(),
                HasSubstr("of stored weights MAP 90.00"));
}

TEST(ScatterAxis, TheNumbersAreThoseOfTheAxis) {
    EXPECT_EQ(scatterCsv(timedRuns(), {ScatterAxis::storedBytes}),
              "run,group,seed,stored_bytes,test_accuracy,on_pareto_front\r\n"
              "map-90-1,MAP · 90 %,1,4000,0.9,yes\r\n"
              "gmp-90-2,GMP · 90 %,2,4030,0.88,no\r\n"
              "map-95-1,MAP · 95 %,1,2000,0.85,yes\r\n");
}

TEST(ScatterAxis, WordsAndPosterFollowTheChoice) {
    const test::TemporaryFolder folder;
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    Theme theme;
    RunScatter scatter(theme, settings);
    scatter.setComparison(timedRuns());
    EXPECT_THAT(scatter.poster(timedRuns()).title.toStdString(), HasSubstr("over sparsity"));
    EXPECT_THAT(scatter.words().toStdString(), Not(HasSubstr("Left out")));
    scatter.setAxis(ScatterAxis::oneImage);
    const Poster poster = scatter.poster(timedRuns());
    EXPECT_THAT(poster.title.toStdString(), HasSubstr("over the time of one sample"));
    EXPECT_THAT(poster.words.toStdString(),
                AllOf(HasSubstr("ms for one sample"), HasSubstr("their speed was not measured: 1.")));
    RunScatter next(theme, settings);
    EXPECT_EQ(next.axis(), ScatterAxis::oneImage);
    settings.setValue(QStringLiteral("runs/scatterAxis"), QStringLiteral("of a later version"));
    RunScatter unknown(theme, settings);
    EXPECT_EQ(unknown.axis(), ScatterAxis::sparsity);
}

TEST(ScatterAxis, WhereNoRunIsMeasuredNothingIsDrawnAndThatIsSaid) {
    const test::TemporaryFolder folder;
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    Theme theme;
    RunScatter scatter(theme, settings);
    FamilyColours colours;
    const RunComparison unmeasured = compareRuns(test::fiveRuns(), std::vector<bool>(5, false), colours);
    scatter.setComparison(unmeasured);
    scatter.setAxis(ScatterAxis::oneImage);
    EXPECT_EQ(scatter.words().toStdString(), "Left out, since their speed was not measured: 5.");
    EXPECT_THAT(scatterSeries(unmeasured, {ScatterAxis::oneImage}, theme), IsEmpty());
    EXPECT_FALSE(scatter.isEmpty()) << "another axis can still be chosen";
    scatter.resize(600, 400);
    scatter.grab();
}

}  // namespace
}  // namespace prunescope::ui
