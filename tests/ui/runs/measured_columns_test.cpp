#include "store/measurement_file.h"
#include "support/file_bytes.h"
#include "ui/runs/many_runs.h"
#include "ui/runs/run_colours.h"
#include "ui/runs/run_rows.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/workspace.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QSettings>
#include <QTableView>
#include <QTest>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using Column = RunsModel::Column;
using testing::ElementsAre;
using testing::HasSubstr;

/// Three runs of a group, of which two are measured, and one of another.
class MeasuredColumnsTest : public testing::Test {
protected:
    MeasuredColumnsTest() {
        runs = {test::madeRun({"slow", "map", 0.9, 1}), test::madeRun({"quick", "map", 0.9, 2}),
                test::madeRun({"never", "map", 0.9, 3}), test::madeRun({"damaged", "gmp", 0.9, 1})};
        test::measure(runs[0], 0.03, 1.5);
        test::measure(runs[1], 0.01, 2.5);
        runs[0].storedBytes = 3000;
        runs[1].storedBytes = 1000;
        runs[3].measurementProblem = std::string("no list of measurements");
        model.setRuns(runs);
    }
    std::string textAt(int row, int column, int role = Qt::DisplayRole) const {
        return model.index(row, column).data(role).toString().toStdString();
    }
    std::vector<std::string> shown() const {
        std::vector<std::string> ids;
        for (int row = 0; row < filter.rowCount(); ++row) {
            const int run = filter.mapToSource(filter.index(row, 0)).row();
            ids.push_back(rows.isGroup(run) ? "group" : model.run(run).id);
        }
        return ids;
    }

    Theme theme;
    RunColours colours;
    RunsModel model{theme, colours};
    RunRows rows{model, theme};
    RunsFilter filter{model, rows};
    std::vector<store::RunSummary> runs;
};

TEST_F(MeasuredColumnsTest, ShowTheMedianAndInTheTipHowMuchItChanges) {
    EXPECT_EQ(textAt(0, Column::oneImageMs), "0.030");
    EXPECT_EQ(textAt(0, Column::speedup), "\u00D71.50");
    EXPECT_EQ(textAt(0, Column::storedBytes), bytesText(3000).toStdString());
    // 0.9 and 1.1 times the median.
    EXPECT_THAT(textAt(0, Column::oneImageMs, Qt::ToolTipRole), HasSubstr("spread 0.027 to 0.033 ms"));
    EXPECT_THAT(textAt(0, Column::speedup, Qt::ToolTipRole), HasSubstr("spread 1.35 to 1.65"));
    EXPECT_THAT(textAt(0, Column::speedup, Qt::ToolTipRole), HasSubstr("Made Up 7"));
}

TEST_F(MeasuredColumnsTest, WhatIsNotKnownIsADashAndTheTipSaysWhy) {
    for (const int row : {2, 3}) {
        for (const int column : {Column::oneImageMs, Column::speedup, Column::storedBytes})
            EXPECT_EQ(textAt(row, column), "–");
    }
    EXPECT_THAT(textAt(2, Column::oneImageMs, Qt::ToolTipRole), HasSubstr("was not measured"));
    EXPECT_THAT(textAt(3, Column::oneImageMs, Qt::ToolTipRole), HasSubstr("no list of measurements"));
    EXPECT_TRUE(model.problem(3).isEmpty()) << "the run itself is sound";
}

TEST_F(MeasuredColumnsTest, AMeasurementThatProvesNothingIsQuestioned) {
    run::Measurement busy = prunescope::test::exampleMeasurement();
    busy.doubt = run::Doubt::busy;
    runs[0].measurement = std::make_shared<const run::Measurement>(busy);
    model.setRuns(runs);
    EXPECT_EQ(textAt(0, Column::oneImageMs), "0.038 ?");
    EXPECT_EQ(textAt(0, Column::speedup), "\u00D72.00 ?");
    EXPECT_THAT(textAt(0, Column::speedup, Qt::ToolTipRole), HasSubstr("not conclusive"));
}

TEST_F(MeasuredColumnsTest, ARunThatPrunesNothingHasATimeAndNoSpeedUp) {
    run::Measurement dense = prunescope::test::exampleMeasurement();
    dense.sparsity = 0;
    runs[0].measurement = std::make_shared<const run::Measurement>(dense);
    model.setRuns(runs);
    EXPECT_EQ(textAt(0, Column::oneImageMs), "0.077") << "that of all weights";
    EXPECT_EQ(textAt(0, Column::speedup), "–");
    EXPECT_THAT(textAt(0, Column::speedup, Qt::ToolTipRole), HasSubstr("no weight is pruned"));
}

TEST_F(MeasuredColumnsTest, SortAsNumbersAndAreConditions) {
    filter.sort(Column::oneImageMs);
    EXPECT_EQ(shown()[0], "quick");
    EXPECT_EQ(shown()[1], "slow");
    filter.sort(Column::speedup);
    EXPECT_EQ(shown()[0], "slow");
    filter.setQuery(QStringLiteral("speedup>2"));
    EXPECT_THAT(shown(), ElementsAre("quick"));
    filter.setQuery(QStringLiteral("ms>=0.03 bytes>1000"));
    EXPECT_THAT(shown(), ElementsAre("slow"));
}

TEST_F(MeasuredColumnsTest, AGroupHasMeanDeviationAndNumber) {
    rows.setGrouped(true);
    const int group = rows.groupRowOf(0);
    const auto text = [&](int column) { return rows.index(group, column).data().toString().toStdString(); };
    // Of 0.03 and 0.01 the deviation is the square root of 0.0002, 0.01414; of 1.5 and 2.5 that of 0.5.
    EXPECT_EQ(text(Column::oneImageMs), "0.0200 ± 0.0141  n = 2");
    EXPECT_EQ(text(Column::speedup), "\u00D72.00 ± 0.71  n = 2");
    EXPECT_THAT(text(Column::storedBytes), HasSubstr("n = 2"));
    EXPECT_NEAR(rows.sortValue(group, Column::oneImageMs).toDouble(), 0.02, 1e-12);
    EXPECT_EQ(rows.index(rows.groupRowOf(3), Column::speedup).data().toString().toStdString(), "–");
}

TEST_F(MeasuredColumnsTest, TellNothingWhereNoRunIsMeasured) {
    for (const int column : {Column::oneImageMs, Column::speedup, Column::storedBytes}) {
        model.setRuns(runs);
        EXPECT_TRUE(model.tellsApart(column));
        model.setRuns(test::fiveRuns());
        EXPECT_FALSE(model.tellsApart(column));
        model.setRuns({test::fiveRuns()[0]});
        EXPECT_FALSE(model.tellsApart(column)) << "a single run neither";
    }
}

TEST_F(MeasuredColumnsTest, AThousandRunsAreSortedAsNumbers) {
    auto many = test::manyRuns(1000);
    for (std::size_t i = 0; i < many.size(); i += 2)
        test::measure(many[i], 0.01 + 1e-5 * static_cast<double>(i), 2);
    model.setRuns(many);
    filter.sort(Column::oneImageMs);
    EXPECT_EQ(shown().front(), "run-0");
}

TEST(MeasuredColumnsPage, OneOfThreeIsMeasuredWhileTheWindowIsOpen) {
    const test::TemporaryFolder folder;
    const std::filesystem::path workspace = folder / "runs";
    const auto first = test::recordRun(workspace, {.name = "first"});
    const auto second =
        test::recordRun(workspace, {.name = "second", .startedMs = test::exampleStartMs + 1000});
    test::recordRun(workspace, {.name = "third", .startedMs = test::exampleStartMs + 2000});
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    Theme theme;
    FakeRunModel run;
    run.workspaceNow = workspace;
    RunsPage page({run, theme, settings});
    page.resize(900, 600);
    page.show();
    auto* table = page.findChild<QTableView*>(QStringLiteral("runsTable"));
    const auto text = [&](int row) {
        return table->model()->index(row, Column::oneImageMs).data().toString();
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() == 3; }));
    EXPECT_TRUE(table->isColumnHidden(Column::oneImageMs));
    EXPECT_TRUE(table->isColumnHidden(Column::storedBytes));
    store::storeMeasurement(store::RunFolder(first), prunescope::test::exampleMeasurement());
    test::writeBytes(store::RunFolder(second).measurements(), "{");
    page.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return text(2) == QLatin1String("0.038"); }));
    EXPECT_FALSE(table->isColumnHidden(Column::oneImageMs));
    EXPECT_FALSE(table->isColumnHidden(Column::storedBytes));
    EXPECT_EQ(text(1), QStringLiteral("–")) << "damaged";
    EXPECT_EQ(text(0), QStringLiteral("–"));
}

}  // namespace
}  // namespace prunescope::ui
