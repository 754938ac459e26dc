#include "ui/runs/runs_model.h"

#include "support/example_measurement.h"
#include "ui/runs/run_colours.h"
#include "ui/runs/run_rows.h"
#include "ui/runs/runs_csv.h"
#include "ui/runs/runs_filter.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <memory>

namespace prunescope::ui {
namespace {

using Column = RunsModel::Column;

store::RunSummary finished(const std::string& id, double target = 0.9) {
    store::RunSummary run;
    run.id = id;
    run.folder = std::filesystem::path("/runs") / id;
    run.dataset = "fashion-mnist";
    run.model = "lenet-5";
    run.method = "map";
    run.targetSparsity = target;
    run.epochs = 15;
    run.epochsDone = 15;
    run.sparsity = 0.8999;
    run.testAccuracy = 0.9012;
    run.state = run::RunState::finished;
    run.startedMs = 1'795'493'730'000;
    return run;
}

class RunsModelTest : public testing::Test {
protected:
    QString textAt(int row, int column) { return model.index(row, column).data().toString(); }

    Theme theme;
    RunColours colours;
    RunsModel model{theme, colours};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(RunsModelTest, FollowsTheWorkspaceByTheRulesOfItemModels) {
    const auto ids = [&] {
        std::vector<std::string> all;
        for (int row = 0; row < model.rowCount(); ++row) all.push_back(model.run(row).id);
        return all;
    };
    model.setRuns({finished("c"), finished("a")});
    model.setRuns({finished("d"), finished("c"), finished("b"), finished("a")});
    EXPECT_THAT(ids(), testing::ElementsAre("d", "c", "b", "a"));
    const QPersistentModelIndex b = model.index(2, Column::state);
    model.setRuns({finished("a"), finished("b"), finished("d")});
    EXPECT_THAT(ids(), testing::ElementsAre("a", "b", "d"));
    EXPECT_TRUE(b.isValid()) << "a run that stays keeps its selection";
    EXPECT_EQ(b.row(), 1);
    model.setRuns({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(RunsModelTest, AFigureThatIsNotKnownStandsWhereTheFiguresStand) {
    store::RunSummary untested = finished("b");
    untested.testAccuracy.reset();
    model.setRuns({finished("a"), untested});
    for (const int column : {Column::sparsity, Column::testAccuracy, Column::target}) {
        for (int row = 0; row < model.rowCount(); ++row)
            EXPECT_TRUE(model.index(row, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight)
                << textAt(row, column).toStdString();
    }
    EXPECT_TRUE(model.index(1, Column::name).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
}

TEST_F(RunsModelTest, ShowsRequestedAndMeasuredFiguresOfARun) {
    model.setRuns({finished("a", 0.95)});
    EXPECT_EQ(textAt(0, Column::dataset), QStringLiteral("fashion-mnist"));
    EXPECT_EQ(textAt(0, Column::target), QStringLiteral("95.00 %"));
    EXPECT_EQ(textAt(0, Column::sparsity), QStringLiteral("89.99 %"));
    EXPECT_EQ(textAt(0, Column::testAccuracy), QStringLiteral("90.12 %"));
    EXPECT_EQ(textAt(0, Column::epochs), QStringLiteral("15.00 / 15"));
    EXPECT_EQ(textAt(0, Column::state), QStringLiteral("finished"));
}

TEST_F(RunsModelTest, TellsHowEveryRunStands) {
    const auto state = [&](std::optional<run::RunState> recorded, bool live, const std::string& error = "") {
        store::RunSummary run = finished("a");
        run.state = recorded;
        run.live = live;
        run.error = error;
        model.setRuns({run});
        return textAt(0, Column::state).toStdString();
    };
    EXPECT_EQ(state(run::RunState::finished, false), "finished");
    EXPECT_EQ(state(run::RunState::stopped, false), "stopped");
    EXPECT_EQ(state(run::RunState::failed, false), "failed");
    EXPECT_EQ(state(run::RunState::running, true), "recording");
    EXPECT_EQ(state(run::RunState::running, false), "interrupted");
    EXPECT_EQ(state(std::nullopt, false, "damaged"), "cannot be read");
    EXPECT_EQ(state(run::RunState::running, false, "damaged"), "interrupted") << "that much is known";
    EXPECT_EQ(state(run::RunState::finished, false, "damaged"), "finished");
}

TEST_F(RunsModelTest, SaysInTheRowWhatCannotBeRead) {
    store::RunSummary damaged;
    damaged.id = "damaged";
    damaged.error = std::string("the file is not a database");
    model.setRuns({damaged, finished("sound")});
    const QModelIndex state = model.index(0, Column::state);
    EXPECT_FALSE(state.data(Qt::DecorationRole).value<QIcon>().isNull());
    EXPECT_TRUE(
        state.data(Qt::ToolTipRole).toString().contains(QStringLiteral("the file is not a database")));
    EXPECT_EQ(textAt(0, Column::sparsity), QStringLiteral("–")) << "nothing was measured";
    EXPECT_EQ(textAt(0, Column::target), QStringLiteral("–"));
    EXPECT_EQ(textAt(0, Column::epochs), QStringLiteral("– / –"));
    EXPECT_FALSE(model.index(1, Column::state).data(Qt::DecorationRole).isValid());
    model.setCurvesProblem(QStringLiteral("sound"), std::string("samples: a page is damaged"));
    EXPECT_TRUE(model.index(1, Column::state).data(Qt::DecorationRole).isValid());
    EXPECT_TRUE(model.problem(1).contains(QStringLiteral("a page is damaged")));
}

TEST_F(RunsModelTest, SortsNumbersAsNumbersAndUnknownOnesLast) {
    store::RunSummary unmeasured = finished("unmeasured", 0.5);
    unmeasured.testAccuracy.reset();
    store::RunSummary low = finished("low", 0.095);
    low.testAccuracy = 0.095;
    model.setRuns({unmeasured, finished("high", 0.1), low});
    RunRows rows(model, theme);
    RunsFilter sorted(model, rows);
    // As text, "10.00 %" stands before "9.50 %".
    sorted.sort(Column::target);
    EXPECT_EQ(sorted.index(0, Column::target).data().toString(), QStringLiteral("9.50 %"));
    EXPECT_EQ(sorted.index(1, Column::target).data().toString(), QStringLiteral("10.00 %"));
    sorted.sort(Column::testAccuracy);
    EXPECT_EQ(sorted.index(0, Column::testAccuracy).data().toString(), QStringLiteral("9.50 %"));
    EXPECT_EQ(sorted.index(2, Column::testAccuracy).data().toString(), QStringLiteral("–"));
    sorted.sort(Column::testAccuracy, Qt::DescendingOrder);
    EXPECT_EQ(sorted.index(0, Column::testAccuracy).data().toString(), QStringLiteral("90.12 %"));
    EXPECT_EQ(sorted.index(2, Column::testAccuracy).data().toString(), QStringLiteral("–"));
}

TEST_F(RunsModelTest, TicksBelongToTheRunAndLeaveWithIt) {
    model.setRuns({finished("b"), finished("a")});
    QSignalSpy changed(&model, &RunsModel::ticksChanged);
    EXPECT_TRUE(model.setData(model.index(0, Column::compare), Qt::Checked, Qt::CheckStateRole));
    EXPECT_EQ(changed.count(), 1);
    model.setRuns({finished("c"), finished("b"), finished("a")});
    EXPECT_EQ(changed.count(), 1);
    EXPECT_FALSE(model.isTicked(0));
    EXPECT_TRUE(model.isTicked(1));
    model.setRuns({finished("c"), finished("a")});
    EXPECT_EQ(changed.count(), 2);
    model.setRuns({finished("c"), finished("b"), finished("a")});
    EXPECT_FALSE(model.isTicked(1));
}

TEST_F(RunsModelTest, OnlyTickedRunsHaveAColourAndKeepItWhenAnotherIsDeleted) {
    model.setRuns({finished("c"), finished("b"), finished("a")});
    EXPECT_FALSE(model.colour(0).isValid());
    EXPECT_FALSE(model.index(0, Column::compare).data(Qt::DecorationRole).isValid());
    for (int row = 0; row < 3; ++row) model.setTicked(row, true);
    const QColor b = model.colour(1);
    const QColor c = model.colour(0);
    EXPECT_NE(b, c);
    EXPECT_TRUE(model.index(0, Column::compare).data(Qt::DecorationRole).isValid());
    model.setRuns({finished("d"), finished("c"), finished("b")});
    EXPECT_EQ(model.colour(1), c);
    EXPECT_EQ(model.colour(2), b);
    EXPECT_FALSE(model.colour(0).isValid());
}

TEST_F(RunsModelTest, ARunHasANameASeedAndTheOptionsInWhichItDiffers) {
    store::RunSummary one = finished("<b>one & only");
    store::RunSummary two = finished("two");
    one.config.emplace();
    two.config.emplace();
    two.config->seed = 11;
    one.config->optimizer.learningRate = 0.05;
    two.config->optimizer.learningRate = 0.5;
    model.setRuns({one, two});
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("<b>one & only"));
    EXPECT_EQ(textAt(1, Column::seed), QStringLiteral("11"));
    ASSERT_EQ(model.columnCount(), Column::firstOption + 1);
    EXPECT_EQ(textAt(0, Column::firstOption), QStringLiteral("0.05"));
    EXPECT_EQ(model.columnKey(Column::firstOption), QStringLiteral("optimizer.learning_rate"));
    EXPECT_EQ(model.headerData(Column::firstOption, Qt::Horizontal, Qt::DisplayRole).toString(),
              QStringLiteral("Learning rate"));
    EXPECT_TRUE(model.tellsApart(Column::seed));
    EXPECT_TRUE(model.tellsApart(Column::name));
    EXPECT_FALSE(model.tellsApart(Column::network));
    EXPECT_FALSE(model.tellsApart(Column::target));
    RunRows rows(model, theme);
    RunsFilter sorted(model, rows);
    sorted.sort(Column::seed, Qt::DescendingOrder);
    EXPECT_EQ(sorted.index(0, Column::name).data().toString(), QStringLiteral("two")) << "11 is more than 1";
    model.setRuns({one});
    EXPECT_EQ(model.columnCount(), Column::firstOption);
}

TEST_F(RunsModelTest, OfAnUnknownConfigurationThereIsNoSeed) {
    model.setRuns({finished("a")});
    EXPECT_EQ(textAt(0, Column::seed), QStringLiteral("–"));
}

TEST_F(RunsModelTest, ARunGoesByItsNameElseByWhatItDoes) {
    store::RunSummary made = finished("2026-11-24_041530_fashion-mnist_lenet-5_map_95");
    made.config.emplace();
    store::RunSummary named = made;
    named.id += "-2";
    named.name = "<b>best & fast";
    store::RunSummary unreadable;
    unreadable.id = "2026-11-24_041530_fashion-mnist_lenet-5_map_95-3";
    model.setRuns({made, named, unreadable});
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("lenet-5 · MAP · 95 %"));
    EXPECT_EQ(textAt(1, Column::name), QStringLiteral("<b>best & fast"));
    EXPECT_EQ(textAt(2, Column::name), QString::fromStdString(unreadable.id));
    EXPECT_TRUE(model.index(0, Column::name)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QString::fromStdString(made.id)))
        << "the folder is in the tip";
}

TEST_F(RunsModelTest, ANameIsTypedInItsPlace) {
    store::RunSummary run = finished("2026-11-24_041530_fashion-mnist_lenet-5_map_95");
    run.config.emplace();
    model.setRuns({run});
    const QModelIndex cell = model.index(0, Column::name);
    EXPECT_TRUE(cell.flags().testFlag(Qt::ItemIsEditable));
    EXPECT_FALSE(model.index(0, Column::seed).flags().testFlag(Qt::ItemIsEditable));
    EXPECT_EQ(cell.data(Qt::EditRole).toString(), QStringLiteral("lenet-5 · MAP · 95 %"));
    QSignalSpy renamed(&model, &RunsModel::renamed);
    model.setData(cell, cell.data(Qt::EditRole), Qt::EditRole);
    EXPECT_EQ(renamed.count(), 0) << "the title that the program makes is no name";
    model.setData(cell, QStringLiteral("  best  "), Qt::EditRole);
    ASSERT_EQ(renamed.count(), 1);
    EXPECT_EQ(renamed[0][0].value<std::filesystem::path>(), run.folder);
    EXPECT_EQ(renamed[0][1].toString(), QStringLiteral("best"));
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("best"));
    model.setData(cell, QString(), Qt::EditRole);
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("lenet-5 · MAP · 95 %"));
}

TEST_F(RunsModelTest, MarksOneReference) {
    model.setRuns({finished("a"), finished("b")});
    model.setReference(0, true);
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("a (reference)"));
    EXPECT_EQ(model.index(0, Column::name).data(Qt::EditRole).toString(), QStringLiteral("a"));
    model.setReference(1, true);
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("a"));
    EXPECT_EQ(textAt(1, Column::name), QStringLiteral("b (reference)"));
    model.setReference(1, false);
    EXPECT_EQ(textAt(1, Column::name), QStringLiteral("b"));
}

TEST_F(RunsModelTest, AReadingWithNothingNewChangesNoRow) {
    model.setRuns({finished("a"), finished("b")});
    QSignalSpy changed(&model, &RunsModel::dataChanged);
    model.setRuns({finished("a"), finished("b")});
    EXPECT_EQ(changed.count(), 0);
    store::RunSummary further = finished("b");
    further.testAccuracy = 0.95;
    model.setRuns({finished("a"), further});
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(textAt(1, Column::testAccuracy), QStringLiteral("95.00 %"));
}

TEST_F(RunsModelTest, ManyAreTickedAtOnce) {
    model.setRuns({finished("a"), finished("b"), finished("c")});
    QSignalSpy changed(&model, &RunsModel::ticksChanged);
    model.setTicked({0, 1, 2}, true);
    EXPECT_EQ(changed.count(), 1);
    model.setTicked({0, 2}, true);
    EXPECT_EQ(changed.count(), 1) << "they are already";
    model.setTicked({0, 2}, false);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_TRUE(model.isTicked(1));
}

TEST(RunsCsv, QuotesTextAndKeepsEveryDigit) {
    store::RunSummary run = finished("r,1", 0.1 + 0.2);
    run.name = "second try";
    run.dataset = "=cmd()";
    run.model = "a \"b\"";
    run.epochsDone = 1.5;
    run.testAccuracy.reset();
    run.startedMs = 0;
    run.storedBytes = 2264;
    run.measurement = std::make_shared<const run::Measurement>(prunescope::test::exampleMeasurement());
    EXPECT_EQ(
        runsCsv({&run}),
        "run,name,started_utc,dataset,network,method,target_sparsity,sparsity,test_accuracy,test_macro_f1,"
        "test_rmse,test_mae,test_r_squared,target_unit,epochs_done,epochs,stored_bytes,one_image_ms,speedup,"
        "state,problem\r\n"
        "\"r,1\",second try,,'=cmd(),\"a "
        "\"\"b\"\"\",map,0.30000000000000004,0.8999,,,,,,,1.5,15,2264,0.0384,2,finished,\r\n");
}

}  // namespace
}  // namespace prunescope::ui
