// What the window's head says of the run on display: its name and its figures.
#include "base/file.h"
#include "store/run_label.h"
#include "ui/app/whole_window.h"
#include "ui/live/run_name.h"
#include "ui/support/format.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QMenu>
#include <QToolBar>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class RunToolBarTest : public WholeWindowTest {};

TEST_F(RunToolBarTest, RunsThatWereOnDisplayCanBeOpenedAgain) {
    test::recordRun(whole.workspace(), {.name = "one & only"});
    test::recordRun(whole.workspace(), {.name = "two"});
    whole.open();
    auto* recent = whole.find<QMenu>("recentRunsMenu");
    const auto listed = [&] {
        QStringList names;
        emit recent->aboutToShow();
        for (const QAction* a : recent->actions()) names << a->text().section(QStringLiteral(" ("), 0, 0);
        return names;
    };
    EXPECT_EQ(listed(), QStringList{QStringLiteral("No run yet")});
    for (const char* name : {"one & only", "two"}) {
        whole.run->open(whole.workspace() / name);
        ASSERT_TRUE(QTest::qWaitFor([&] { return whole.run->runId() == QLatin1String(name); }, 20'000));
    }
    EXPECT_EQ(listed(), (QStringList{QStringLiteral("two"), QStringLiteral("one && only")}));
    recent->actions().at(1)->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return whole.run->runId() == QStringLiteral("one & only"); }, 20'000));
    EXPECT_EQ(listed().front(), QStringLiteral("one && only"));
    std::filesystem::remove_all(whole.workspace() / "two");
    EXPECT_EQ(listed(), QStringList{QStringLiteral("one && only")}) << "what is gone is not offered";
}

TEST_F(RunToolBarTest, TheFiguresOfARunStandStillAndSayWhatIsUnknown) {
    whole.recordRuns();
    whole.open();
    whole.window->resize(1280, 720);
    const auto* accuracy = whole.find<QLabel>("figureAccuracy");
    const auto* cost = whole.find<QLabel>("figureCost");
    const auto* sparsity = whole.find<QLabel>("figureSparsity");
    EXPECT_EQ(accuracy->text(), QStringLiteral("test –"));
    EXPECT_EQ(cost->text(), QStringLiteral("cost –"));
    EXPECT_EQ(sparsity->text(), QStringLiteral("sparsity –"));
    QTest::qWait(20);
    const QRect before = accuracy->geometry();
    ASSERT_TRUE(whole.openFinishedRun());
    QTest::qWait(20);
    EXPECT_EQ(accuracy->geometry(), before);
    const auto test = whole.run->snapshot()->test;
    ASSERT_TRUE(test.has_value());
    EXPECT_TRUE(accuracy->text().startsWith(QStringLiteral("test ") + percentText(test->accuracy()) +
                                            QStringLiteral(" ± ")))
        << accuracy->text().toStdString();
    EXPECT_EQ(cost->text(), QStringLiteral("cost –")) << "there is no dense run";
    EXPECT_EQ(sparsity->text(), QStringLiteral("sparsity ") + percentText(whole.run->snapshot()->sparsity));
}

TEST_F(RunToolBarTest, TheCostIsThatAgainstTheDenseRunOfTheSameExperiment) {
    run::RunRecord pruned = test::demoRun();
    run::RunRecord dense = pruned;
    dense.header.config.method = "dense";
    test::writeRecord(whole.finishedRun(), pruned);
    test::writeRecord(whole.workspace() / "dense-twin", dense);
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    const auto* cost = whole.find<QLabel>("figureCost");
    EXPECT_TRUE(QTest::qWaitFor([&] { return cost->text() == QStringLiteral("cost 0.00"); }, 20'000))
        << cost->text().toStdString();
    EXPECT_TRUE(cost->toolTip().contains(QStringLiteral("dense-twin"))) << cost->toolTip().toStdString();
}

TEST_F(RunToolBarTest, AnOpenedRunIsCalledByItsName) {
    whole.open();
    EXPECT_EQ(whole.find<QLabel>("runName")->text(), QStringLiteral("no run"));
    EXPECT_FALSE(action("undoAction")->isEnabled());
    EXPECT_FALSE(action("redoAction")->isEnabled());
}

TEST_F(RunToolBarTest, ARunIsCalledByWhatItIsAndItsFolderStandsInTheTip) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    auto* name = whole.find<QLabel>("runName");
    EXPECT_EQ(name->text(), QStringLiteral("lenet-5 · MAP · 95 %"));
    EXPECT_TRUE(name->toolTip().contains(QString::fromStdString(whole.finishedRun().string())));
    EXPECT_EQ(whole.window->windowTitle(), QStringLiteral("lenet-5 · MAP · 95 % – Prunescope"));
}

TEST_F(RunToolBarTest, ALongNamePushesNothingOutOfTheToolBar) {
    const std::string name(240, 'n');
    test::recordRun(whole.workspace(), {.name = name});
    whole.open();
    whole.window->resize(1280, 720);
    whole.run->open(whole.workspace() / name);
    ASSERT_TRUE(whole.waitForStage(Stage::finished));
    QTest::qWait(50);
    EXPECT_EQ(whole.find<QLabel>("runName")->text().toStdString(), name);
    EXPECT_LE(whole.window->minimumSizeHint().width(), 1280);
    auto* bar = whole.find<QToolBar>("runToolBar");
    auto* find = bar->widgetForAction(action("findCommandAction"));
    EXPECT_TRUE(find->isVisible());
    EXPECT_TRUE(bar->rect().contains(find->geometry()));
}

TEST_F(RunToolBarTest, TheRunGoesByTheNameThatItIsGiven) {
    whole.recordRuns();
    whole.open();
    EXPECT_FALSE(action("renameShownRunAction")->isEnabled());
    ASSERT_TRUE(whole.openFinishedRun());
    EXPECT_TRUE(action("renameShownRunAction")->isEnabled());
    const auto* shown = whole.find<QLabel>("runName");
    const auto isShown = [&](const char* name) {
        return QTest::qWaitFor([&] { return shown->text() == QString::fromUtf8(name); }, 20'000);
    };
    auto* name = whole.window->findChild<RunName*>();
    name->give(QStringLiteral("for the talk"));
    ASSERT_TRUE(isShown("for the talk")) << shown->text().toStdString();
    EXPECT_EQ(store::readLabel(store::RunFolder(whole.finishedRun())).name, "for the talk");
    EXPECT_EQ(whole.window->windowTitle(), QStringLiteral("for the talk – Prunescope"));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return whole.find<QLabel>("shipRun")->text() == QStringLiteral("for the talk"); }, 20'000));
    // As the list of runs does it.
    store::renameRun(store::RunFolder(whole.finishedRun()), "for the paper");
    whole.run->announceRename();
    EXPECT_TRUE(isShown("for the paper"));
    name->give(QString());
    EXPECT_TRUE(isShown("lenet-5 · MAP · 95 %")) << "as nobody named it";
}

TEST_F(RunToolBarTest, ALabelThatCannotBeReadLeavesTheTitle) {
    whole.recordRuns();
    writeFileAtomically(store::RunFolder(whole.finishedRun()).label(), "{\"name\": 7}");
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    QTest::qWait(100);
    EXPECT_EQ(whole.find<QLabel>("runName")->text(), QStringLiteral("lenet-5 · MAP · 95 %"));
}

}  // namespace
}  // namespace prunescope::ui
