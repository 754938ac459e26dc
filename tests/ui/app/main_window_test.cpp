#include "ui/app/run_actions.h"
#include "ui/app/whole_window.h"
#include "ui/support/message_bar.h"

#include <gmock/gmock.h>

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class MainWindowTest : public testing::Test {
protected:
    QAction* action(const char* name) const {
        auto* found = whole.find<QAction>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    /// Every widget hears of a new language by an event.
    void choose(const char* language) const {
        action(language)->trigger();
        QCoreApplication::sendPostedEvents();
    }
    QString message() const { return whole.find<MessageBar>("windowMessage")->text(); }
    QString offer() const { return whole.find<MessageBar>("offerMessage")->text(); }
    QStringList tabNames() const {
        QStringList names;
        auto* tabs = whole.find<QTabWidget>("pages");
        for (int tab = 0; tab < tabs->count(); ++tab) names << tabs->tabText(tab);
        return names;
    }
    /// A run of the workspace whose program was killed after its second step.
    void recordCutOffRun() const {
        test::recordRun(whole.workspace(), {.name = "cut-off", .state = run::RunState::running});
    }

    WholeWindow whole;
};

TEST_F(MainWindowTest, WithoutARunItClosesAtOnce) {
    whole.open();
    EXPECT_TRUE(whole.window->close());
    EXPECT_FALSE(whole.window->isVisible());
}

TEST_F(MainWindowTest, KeysTurnThePages) {
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

TEST_F(MainWindowTest, ANewLanguageIsSpokenAtOnceAndRemembered) {
    whole.open();
    EXPECT_EQ(tabNames(),
              (QStringList{QStringLiteral("Training"), QStringLiteral("Weights"), QStringLiteral("Runs"),
                           QStringLiteral("Audit"), QStringLiteral("Bench")}));
    const QStringList english = tabNames();
    choose("language_jaAction");
    for (const QString& name : tabNames()) EXPECT_FALSE(english.contains(name)) << name.toStdString();
    EXPECT_EQ(action("startAction")->text(), QStringLiteral("開始"));
    EXPECT_NE(whole.find<QLabel>("statusStage")->text(), QStringLiteral("No run"));
    EXPECT_NE(whole.find<QDockWidget>("scheduleDock")->windowTitle(), QStringLiteral("Schedule"));
    EXPECT_EQ(whole.settings.value(QStringLiteral("language")).toString(), QStringLiteral("ja"));
    choose("language_enAction");
    EXPECT_EQ(tabNames(), english);
    EXPECT_EQ(action("startAction")->text(), QStringLiteral("Start"));
    EXPECT_EQ(whole.settings.value(QStringLiteral("language")).toString(), QStringLiteral("en"));
}

TEST_F(MainWindowTest, OnlyLanguagesThatAreThereAreOffered) {
    EXPECT_EQ(Language::translations(), QStringList{QStringLiteral("ja")});
    whole.open();
    EXPECT_TRUE(action("language_enAction")->isChecked());
    EXPECT_FALSE(action("language_jaAction")->isChecked());
}

TEST_F(MainWindowTest, TheThemeIsChangedAtOnceAndRemembered) {
    whole.open();
    const QColor light = whole.window->palette().color(QPalette::Window);
    action("theme2Action")->trigger();
    EXPECT_TRUE(whole.theme.isDark());
    EXPECT_LT(whole.window->palette().color(QPalette::Window).lightness(), light.lightness());
    EXPECT_EQ(whole.settings.value(QStringLiteral("theme")).toInt(), static_cast<int>(Theme::Choice::dark));
    whole.close();
    whole.open();
    EXPECT_TRUE(action("theme2Action")->isChecked());
    action("theme1Action")->trigger();
    EXPECT_FALSE(whole.theme.isDark());
    EXPECT_EQ(whole.settings.value(QStringLiteral("theme")).toInt(), static_cast<int>(Theme::Choice::light));
}

TEST_F(MainWindowTest, TheLayoutIsRememberedAndCanBeReset) {
    whole.open();
    whole.window->resize(1500, 900);
    whole.window->addDockWidget(Qt::LeftDockWidgetArea, whole.find<QDockWidget>("scheduleDock"));
    whole.find<QDockWidget>("experimentDock")->close();
    whole.window->close();
    whole.close();

    whole.open();
    EXPECT_EQ(whole.window->size(), QSize(1500, 900));
    auto* schedule = whole.find<QDockWidget>("scheduleDock");
    auto* experiment = whole.find<QDockWidget>("experimentDock");
    EXPECT_EQ(whole.window->dockWidgetArea(schedule), Qt::LeftDockWidgetArea);
    EXPECT_TRUE(experiment->isHidden());
    action("resetLayoutAction")->trigger();
    EXPECT_EQ(whole.window->dockWidgetArea(schedule), Qt::RightDockWidgetArea);
    EXPECT_EQ(whole.window->dockWidgetArea(experiment), Qt::LeftDockWidgetArea);
    EXPECT_FALSE(experiment->isHidden());
}

TEST_F(MainWindowTest, ARunThatWasCutOffIsOffered) {
    recordCutOffRun();
    whole.open();
    whole.window->offerInterruptedRun();
    EXPECT_TRUE(offer().contains(QStringLiteral("cut-off"))) << offer().toStdString();
    EXPECT_TRUE(offer().contains(QStringLiteral("epoch 1.00"))) << offer().toStdString();
    test::recordRun(whole.workspace(), {.name = "whole"});
    whole.run->open(whole.workspace() / "whole");
    ASSERT_TRUE(whole.waitForStage(Stage::finished));
    EXPECT_FALSE(offer().isEmpty()) << "it stands until it is taken or declined";
    whole.find<QPushButton>("openOfferedButton")->click();
    ASSERT_TRUE(whole.waitForStage(Stage::interrupted));
    EXPECT_TRUE(offer().isEmpty());
    EXPECT_EQ(whole.run->runId(), QStringLiteral("cut-off"));
}

TEST_F(MainWindowTest, TheOfferCanBeDeclined) {
    recordCutOffRun();
    whole.open();
    whole.window->offerInterruptedRun();
    whole.find<QPushButton>("dismissOfferButton")->click();
    EXPECT_TRUE(offer().isEmpty());
}

TEST_F(MainWindowTest, ARunThatEndedIsNotOffered) {
    whole.open();
    whole.window->offerInterruptedRun();
    EXPECT_TRUE(offer().isEmpty());
    test::recordRun(whole.workspace(), {.name = "whole"});
    whole.window->offerInterruptedRun();
    EXPECT_TRUE(offer().isEmpty()) << offer().toStdString();
}

TEST_F(MainWindowTest, WhatCannotBeOpenedIsSaidUntilTheNextRun) {
    test::recordRun(whole.workspace(), {.name = "whole"});
    whole.open();
    whole.run->open(whole.workspace() / "nothing-here");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !message().isEmpty(); }, 20'000));
    EXPECT_TRUE(message().contains(QStringLiteral("nothing-here"))) << message().toStdString();
    whole.run->open(whole.workspace() / "whole");
    ASSERT_TRUE(whole.waitForStage(Stage::finished));
    EXPECT_TRUE(message().isEmpty()) << message().toStdString();
    EXPECT_EQ(whole.find<QLabel>("runName")->text(), QStringLiteral("whole"));
}

TEST_F(MainWindowTest, AReportNeedsARun) {
    test::recordRun(whole.workspace(), {.name = "whole"});
    whole.open();
    EXPECT_FALSE(action("exportReportAction")->isEnabled());
    whole.run->open(whole.workspace() / "whole");
    ASSERT_TRUE(whole.waitForStage(Stage::finished));
    EXPECT_TRUE(action("exportReportAction")->isEnabled());
}

TEST_F(MainWindowTest, AMarkOfAChartLeadsToItsEvent) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    whole.run->activateEvent(whole.run->events().at(1).sequence);
    EXPECT_EQ(whole.find<QTabWidget>("pages")->currentIndex(), 3);
}

TEST_F(MainWindowTest, AnOpenedRunIsCalledByItsName) {
    whole.open();
    EXPECT_EQ(whole.find<QLabel>("runName")->text(), QStringLiteral("no run"));
    EXPECT_FALSE(action("undoAction")->isEnabled());
    EXPECT_FALSE(action("redoAction")->isEnabled());
}

}  // namespace
}  // namespace prunescope::ui
