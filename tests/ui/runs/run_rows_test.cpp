#include "ui/runs/run_rows.h"

#include "ui/runs/run_colours.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using Column = RunsModel::Column;
using testing::ElementsAre;

store::RunSummary summary(const std::string& id, const std::string& method, std::int64_t seed,
                          double accuracy) {
    store::RunSummary run;
    run.id = id;
    run.folder = std::filesystem::path("/runs") / id;
    run.method = method;
    run.state = run::RunState::finished;
    run.testAccuracy = accuracy;
    run.sparsity = 0.95;
    run.config.emplace();
    run.config->method = method;
    run.config->seed = seed;
    return run;
}

/// Two methods, of one of them three seeds.
class RunRowsTest : public testing::Test {
protected:
    void SetUp() override {
        model.setRuns({summary("m3", "map", 3, 0.846), summary("g1", "gmp", 1, 0.85),
                       summary("m2", "map", 2, 0.845), summary("m1", "map", 1, 0.844)});
    }
    /// The names from top to bottom.
    std::vector<std::string> shown() const {
        std::vector<std::string> names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.push_back(filter.index(row, Column::name).data().toString().toStdString());
        return names;
    }
    std::string textAt(int row, int column) const {
        return filter.index(row, column).data().toString().toStdString();
    }
    int sourceRow(int row) const { return filter.mapToSource(filter.index(row, 0)).row(); }

    Theme theme;
    RunColours colours;
    RunsModel model{theme, colours};
    RunRows rows{model, theme};
    RunsFilter filter{model, rows};
    QAbstractItemModelTester tester{&rows, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester filterTester{&filter, QAbstractItemModelTester::FailureReportingMode::Fatal};
    const std::string map = "lenet-5 · MAP · 95 %";
};

TEST_F(RunRowsTest, WithoutGroupsThereIsARowForEachRun) {
    EXPECT_THAT(shown(), ElementsAre("m3", "g1", "m2", "m1"));
    EXPECT_EQ(filter.wantedRuns().size(), 4U);
}

TEST_F(RunRowsTest, AGroupShowsMeanDeviationAndNumber) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    EXPECT_THAT(shown(), ElementsAre(map, "g1"));
    // 0.844, 0.845, 0.846: the deviation of the sample is 0.001.
    EXPECT_EQ(textAt(0, Column::testAccuracy), "84.50 ± 0.10 %  n = 3");
    EXPECT_EQ(textAt(0, Column::sparsity), "95.00 ± 0.00 %  n = 3");
    EXPECT_EQ(textAt(1, Column::testAccuracy), "85.00 ± – %  n = 1");
    EXPECT_EQ(textAt(0, Column::seed), "3, 2, 1");
    EXPECT_EQ(textAt(0, Column::method), "map");
    EXPECT_EQ(filter.wantedRuns().size(), 4U) << "they are all there";
    rows.setGrouped(false);
    EXPECT_THAT(shown(), ElementsAre("m1", "m2", "m3", "g1"));
}

TEST_F(RunRowsTest, OnlyFinishedRunsCount) {
    auto runs = model.runs();
    runs[0].state = run::RunState::stopped;
    runs[3].testAccuracy.reset();
    model.setRuns(runs);
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    EXPECT_EQ(textAt(0, Column::testAccuracy), "84.50 ± – %  n = 1");
    EXPECT_EQ(textAt(0, Column::state), "stopped, finished");
    for (store::RunSummary& run : runs) run.state = run::RunState::failed;
    model.setRuns(runs);
    EXPECT_EQ(textAt(0, Column::testAccuracy), "–");
}

TEST_F(RunRowsTest, AnExpandedGroupStandsAboveItsRunsInEitherOrder) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    rows.setExpanded(sourceRow(0), true);
    EXPECT_THAT(shown(), ElementsAre(map, "m1", "m2", "m3", "g1"));
    filter.sort(Column::testAccuracy, Qt::DescendingOrder);
    EXPECT_THAT(shown(), ElementsAre("g1", map, "m3", "m2", "m1"));
    filter.sort(Column::name);
    EXPECT_THAT(shown(), ElementsAre("g1", map, "m1", "m2", "m3"));
    rows.setExpanded(sourceRow(1), false);
    EXPECT_THAT(shown(), ElementsAre("g1", map));
}

TEST_F(RunRowsTest, GroupsThatAreEqualDoNotMix) {
    model.setRuns({summary("a2", "map", 2, 0.8), summary("b2", "gmp", 2, 0.8), summary("a1", "map", 1, 0.8),
                   summary("b1", "gmp", 1, 0.8)});
    rows.setGrouped(true);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        filter.sort(Column::testAccuracy, order);
        for (int row = rows.rowCount() - 1; rows.isGroup(row); --row) rows.setExpanded(row, true);
        EXPECT_THAT(shown(),
                    ElementsAre(map, testing::_, testing::_, "lenet-5 · GMP · 95 %", testing::_, testing::_));
    }
}

TEST_F(RunRowsTest, TheTickOfAGroupIsThatOfItsRuns) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    const QModelIndex tick = filter.index(0, Column::compare);
    EXPECT_EQ(tick.data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
    ASSERT_TRUE(filter.setData(tick, Qt::Checked, Qt::CheckStateRole));
    EXPECT_EQ(tick.data(Qt::CheckStateRole).toInt(), Qt::Checked);
    for (const char* id : {"m1", "m2", "m3"})
        EXPECT_TRUE(model.isTicked(model.rowOf(QLatin1String(id)))) << id;
    EXPECT_FALSE(model.isTicked(model.rowOf(QStringLiteral("g1"))));
    model.setTicked(model.rowOf(QStringLiteral("m2")), false);
    EXPECT_EQ(tick.data(Qt::CheckStateRole).toInt(), Qt::PartiallyChecked);
}

TEST_F(RunRowsTest, AGroupIsThereAsLongAsOneOfItsRunsIsWanted) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    rows.setExpanded(sourceRow(0), true);
    filter.setQuery(QStringLiteral("seed:2"));
    EXPECT_THAT(shown(), ElementsAre(map, "m2"));
    EXPECT_EQ(filter.wantedRuns().size(), 1U);
    filter.setQuery(QStringLiteral("method:gmp"));
    EXPECT_THAT(shown(), ElementsAre("g1"));
    filter.setQuery(QStringLiteral("nothing like that"));
    EXPECT_THAT(shown(), ElementsAre());
}

TEST_F(RunRowsTest, GroupsFollowTheWorkspaceAndStayExpanded) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    rows.setExpanded(sourceRow(0), true);
    auto runs = model.runs();
    runs.insert(runs.begin(), summary("m4", "map", 4, 0.847));
    runs.insert(runs.begin(), summary("d1", "dense", 1, 0.9));
    model.setRuns(runs);
    EXPECT_THAT(shown(), ElementsAre(map, "m1", "m2", "m3", "m4", "g1", "d1"));
    EXPECT_EQ(textAt(0, Column::testAccuracy).substr(0, 5), "84.55");
    model.setRuns({runs[1]});
    EXPECT_THAT(shown(), ElementsAre("m4"));
    model.setRuns({});
    EXPECT_EQ(filter.rowCount(), 0);
}

TEST_F(RunRowsTest, WhatARunSaysAnewMovesItsGroupWithItsRuns) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    rows.setExpanded(sourceRow(0), true);
    auto runs = model.runs();
    runs[0].testAccuracy = 0.99;
    model.setRuns(runs);
    // (0.99 + 0.845 + 0.844) / 3 = 0.893.
    EXPECT_THAT(shown(), ElementsAre("g1", map, "m1", "m2", "m3"));
    EXPECT_EQ(textAt(1, Column::testAccuracy).substr(0, 5), "89.30");
    runs[0].config.reset();
    model.setRuns(runs);
    EXPECT_THAT(shown(), ElementsAre(map, "m1", "m2", "g1", "m3")) << "it is alone now";
}

TEST_F(RunRowsTest, AGroupGoesByTheNameThatAllItsRunsWereGiven) {
    rows.setGrouped(true);
    filter.sort(Column::testAccuracy);
    for (const char* id : {"m1", "m2"}) model.setName(model.rowOf(QLatin1String(id)), QStringLiteral("best"));
    EXPECT_EQ(shown().front(), map);
    model.setName(model.rowOf(QStringLiteral("m3")), QStringLiteral("best"));
    EXPECT_EQ(shown().front(), "best");
    EXPECT_FALSE(filter.index(0, Column::name).flags().testFlag(Qt::ItemIsEditable));
}

TEST_F(RunRowsTest, ConditionsAndWordsAreLookedForInRuns) {
    filter.setQuery(QStringLiteral("M1"));
    EXPECT_THAT(shown(), ElementsAre("m1"));
    filter.setQuery(QStringLiteral("map accuracy>=84.5 % -seed:3"));
    EXPECT_THAT(shown(), ElementsAre("m2"));
    EXPECT_TRUE(filter.problem().empty());
    filter.setQuery(QStringLiteral("map accuracy>"));
    EXPECT_EQ(shown().size(), 3U);
    EXPECT_FALSE(filter.problem().empty());
}

}  // namespace
}  // namespace prunescope::ui
