// The pages of the window on their tabs, their panes, and what is found in them.
#include "store/run_label.h"
#include "ui/app/whole_window.h"
#include "ui/experiment/experiment_page.h"
#include "ui/runs/runs_page.h"
#include "ui/training/training_page.h"

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

namespace prunescope::ui {
namespace {

class WindowPagesTest : public WholeWindowTest {};

TEST_F(WindowPagesTest, KeysTurnThePages) {
    whole.open();
    auto* tabs = whole.find<QTabWidget>("pages");
    ASSERT_EQ(tabs->count(), 5);
    for (const int page : {2, 0, 4, 3, 1}) {
        QAction* turn = action(qPrintable(QStringLiteral("page%1Action").arg(page)));
        EXPECT_EQ(turn->shortcut(), QKeySequence(QStringLiteral("Ctrl+%1").arg(page + 1)));
        turn->trigger();
        EXPECT_EQ(tabs->currentIndex(), page);
    }
}

TEST_F(WindowPagesTest, ThePageThatExplainsOrMeasuresComesWhenItIsAskedFor) {
    whole.open();
    auto* tabs = whole.find<QTabWidget>("pages");
    auto* training = whole.window->findChild<TrainingPage*>();
    emit training->explainRequested();
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), QStringLiteral("Explain"));
    emit training->measureRequested();
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), QStringLiteral("Ship"));
}

TEST_F(WindowPagesTest, RunAgainOnAnyPagePreparesTheExperiment) {
    whole.open();
    auto* experiment = whole.window->findChild<ExperimentPage*>();
    run::RunConfig another = experiment->config();
    another.seed = 42;
    whole.find<QTabWidget>("pages")->setCurrentIndex(3);
    emit whole.window->findChild<RunsPage*>()->runAgainRequested(another);
    EXPECT_EQ(experiment->config().seed, 42);
    EXPECT_TRUE(experiment->isVisible());
}

TEST_F(WindowPagesTest, TheLayoutIsRememberedAndCanBeReset) {
    whole.recordRuns();
    whole.open();
    whole.window->resize(1500, 900);
    ASSERT_TRUE(whole.openFinishedRun());
    const auto columns = [&] {
        whole.find<QTabWidget>("pages")->setCurrentIndex(1);
        QTest::qWait(20);
        return whole.find<QTabWidget>("pages")->currentWidget()->findChild<QSplitter*>(
            QStringLiteral("columns"));
    };
    const QList<int> atFirst = columns()->sizes();
    columns()->setSizes({0, 700, 800});
    const QList<int> dragged = columns()->sizes();
    ASSERT_NE(dragged, atFirst);
    whole.window->close();
    whole.close();

    whole.open();
    EXPECT_EQ(whole.window->size(), QSize(1500, 900));
    ASSERT_TRUE(whole.openFinishedRun());
    EXPECT_EQ(columns()->sizes(), dragged);
    action("sidesAction")->trigger();
    EXPECT_FALSE(whole.find<QWidget>("schedulePage")->isVisible());
    action("resetLayoutAction")->trigger();
    EXPECT_TRUE(whole.find<QWidget>("schedulePage")->isVisible());
    EXPECT_NEAR(columns()->sizes().last(), atFirst.last(), 40) << "as wide as the schedule wants to be";
}

TEST_F(WindowPagesTest, PanesBelongToAPageAndFoldThere) {
    whole.recordRuns();
    whole.open();
    EXPECT_FALSE(action("sidesAction")->isEnabled()) << "where runs are set up nothing stands beside";
    ASSERT_TRUE(whole.openFinishedRun());
    auto* tabs = whole.find<QTabWidget>("pages");
    const auto* schedule = whole.find<QWidget>("schedulePage");
    tabs->setCurrentIndex(1);
    EXPECT_EQ(action("sidesAction")->shortcut(), QKeySequence(QStringLiteral("Ctrl+B")));
    EXPECT_TRUE(schedule->isVisible());
    EXPECT_TRUE(action("sidesAction")->isChecked());
    action("sidesAction")->trigger();
    EXPECT_FALSE(schedule->isVisible());
    EXPECT_FALSE(action("sidesAction")->isChecked());
    tabs->setCurrentIndex(3);
    EXPECT_FALSE(action("sidesAction")->isEnabled()) << "nothing stands beside the runs";
    tabs->setCurrentIndex(1);
    EXPECT_FALSE(schedule->isVisible()) << "it stays folded";
    action("sidesAction")->trigger();
    EXPECT_TRUE(schedule->isVisible());
    whole.window->close();
    whole.close();
    whole.settings.setValue(QStringLiteral("window/panes/train"), QByteArray("damaged"));
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    whole.find<QTabWidget>("pages")->setCurrentIndex(1);
    EXPECT_TRUE(whole.find<QWidget>("schedulePage")->isVisible()) << "what cannot be read changes nothing";
}

TEST_F(WindowPagesTest, WithoutARunNoPaneStandsBesideAnEmptyPage) {
    whole.open();
    auto* tabs = whole.find<QTabWidget>("pages");
    for (const int page : {1, 2}) {
        tabs->setCurrentIndex(page);
        EXPECT_FALSE(whole.find<QWidget>("schedulePage")->isVisible());
        EXPECT_FALSE(whole.find<QWidget>("auditTable")->isVisible());
    }
}

TEST_F(WindowPagesTest, LayersEventsSettingsAndRunsAreFound) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    QStringList found;
    for (Page* page : whole.window->findChildren<Page*>()) {
        for (const Find& find : page->finds()) found << find.kind + QStringLiteral(" ") + find.name;
    }
    EXPECT_TRUE(found.contains(QStringLiteral("Layer conv2"))) << found.join(QLatin1Char('\n')).toStdString();
    EXPECT_FALSE(found.filter(QStringLiteral("Event Run started")).isEmpty());
    EXPECT_FALSE(found.filter(QStringLiteral("Setting ")).isEmpty());
}

TEST_F(WindowPagesTest, AMarkOfAChartLeadsToItsEvent) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    whole.run->activateEvent(whole.run->events().at(1).sequence);
    EXPECT_EQ(whole.find<QTabWidget>("pages")->currentIndex(), 2);
}

TEST_F(WindowPagesTest, AnEmptyWindowHasOneStartBesideTheToolBar) {
    whole.open();
    auto* tabs = whole.find<QTabWidget>("pages");
    const auto starts = [&] {
        int count = 0;
        for (const QPushButton* button : whole.window->findChildren<QPushButton*>())
            count += button->isVisible() && button->text().contains(QStringLiteral("Start"));
        return count;
    };
    // What is shipped needs a run, and can be measured without one.
    for (int page = 0; page + 1 < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        // The list of the runs is read meanwhile.
        EXPECT_TRUE(QTest::qWaitFor([&] { return starts() == 1; }, 20'000)) << page;
        QTest::qWait(20);
        EXPECT_EQ(starts(), 1) << page;
    }
}

TEST_F(WindowPagesTest, ARunIsFoundByItsNameAndByItsFolderBeforeAnyListWasSeen) {
    whole.recordRuns();
    store::renameRun(store::RunFolder(whole.finishedRun()), "for the talk");
    whole.open();
    for (Page* page : whole.window->findChildren<Page*>()) {
        for (const Find& find : page->finds()) {
            if (find.kind != QStringLiteral("Run") ||
                !find.name.startsWith(QStringLiteral("for the talk (2026")))
                continue;
            find.go();
            ASSERT_TRUE(whole.waitForStage(RunModel::Stage::finished));
            EXPECT_EQ(whole.find<QTabWidget>("pages")->currentIndex(), 1) << "it is watched";
            return;
        }
    }
    FAIL() << "the run is not found";
}

}  // namespace
}  // namespace prunescope::ui
