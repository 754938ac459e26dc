#include "ui/app/run_actions.h"
#include "ui/app/whole_window.h"
#include "ui/experiment/experiment_page.h"
#include "ui/runs/runs_page.h"
#include "ui/support/empty_state.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/training/training_page.h"

#include <gmock/gmock.h>

#include <QAbstractSpinBox>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

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
    QString condition() const { return whole.find<MessageBar>("runCondition")->text(); }
    /// Waits until the window has looked.
    void lookForInterruptedRun() const {
        QSignalSpy looked(whole.window.get(), &MainWindow::interruptedRunLookedFor);
        whole.window->offerInterruptedRun();
        ASSERT_TRUE(looked.wait(60'000));
    }
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

TEST_F(MainWindowTest, APageThatExplainsOrMeasuresComesWhenItIsAskedFor) {
    whole.open();
    auto* tabs = whole.find<QTabWidget>("pages");
    auto* training = whole.window->findChild<TrainingPage*>();
    emit training->explainRequested();
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), QStringLiteral("Explain"));
    emit training->measureRequested();
    EXPECT_EQ(tabs->tabText(tabs->currentIndex()), QStringLiteral("Ship"));
}

TEST_F(MainWindowTest, RunAgainOnAnyPagePreparesTheExperiment) {
    whole.open();
    auto* experiment = whole.window->findChild<ExperimentPage*>();
    run::RunConfig another = experiment->config();
    another.seed = 42;
    whole.find<QTabWidget>("pages")->setCurrentIndex(3);
    emit whole.window->findChild<RunsPage*>()->runAgainRequested(another);
    EXPECT_EQ(experiment->config().seed, 42);
    EXPECT_TRUE(experiment->isVisible());
}

TEST_F(MainWindowTest, ANewLanguageIsSpokenAtOnceAndRemembered) {
    whole.open();
    EXPECT_EQ(tabNames(),
              (QStringList{QStringLiteral("Set up"), QStringLiteral("Train"), QStringLiteral("Explain"),
                           QStringLiteral("Compare"), QStringLiteral("Ship")}));
    const QStringList english = tabNames();
    choose("language_jaAction");
    for (const QString& name : tabNames()) EXPECT_FALSE(english.contains(name)) << name.toStdString();
    EXPECT_EQ(action("startAction")->text(), QStringLiteral("開始"));
    EXPECT_NE(whole.find<QLabel>("statusStage")->text(), QStringLiteral("No run"));
    EXPECT_EQ(whole.settings.value(QStringLiteral("language")).toString(), QStringLiteral("ja"));
    choose("language_enAction");
    EXPECT_EQ(tabNames(), english);
    EXPECT_EQ(action("startAction")->text(), QStringLiteral("Start"));
    EXPECT_EQ(whole.settings.value(QStringLiteral("language")).toString(), QStringLiteral("en"));
}

TEST_F(MainWindowTest, EveryLanguageThatHasAFileIsOfferedUnderItsOwnName) {
    QStringList files = QDir(QStringLiteral(PRUNESCOPE_TRANSLATIONS)).entryList({QStringLiteral("*.ts")});
    ASSERT_TRUE(files.contains(QStringLiteral("prunescope_ja.ts")));
    whole.open();
    EXPECT_TRUE(action("language_enAction")->isChecked());
    EXPECT_EQ(action("language_enAction")->text(), QStringLiteral("English"));
    EXPECT_EQ(action("language_jaAction")->text(), QStringLiteral("日本語"));
    EXPECT_FALSE(action("language_jaAction")->isChecked());
    QStringList offered;
    for (const Language::Offer& offer : whole.language.offered())
        offered << QStringLiteral("prunescope_%1.ts").arg(offer.code);
    EXPECT_EQ(offered, QStringList{QStringLiteral("prunescope_en.ts")} + files);
}

TEST_F(MainWindowTest, ALanguageThatIsNotThereIsEnglish) {
    whole.language.choose(QStringLiteral("ja"));
    whole.language.choose(QStringLiteral("xx"));
    EXPECT_EQ(whole.language.code(), QStringLiteral("en"));
    whole.open();
    EXPECT_EQ(action("startAction")->text(), QStringLiteral("Start"));
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

TEST_F(MainWindowTest, PanesBelongToAPageAndFoldThere) {
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
    tabs->setCurrentIndex(2);
    EXPECT_FALSE(action("sidesAction")->isEnabled());
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

TEST_F(MainWindowTest, WithoutARunNoPaneStandsBesideAnEmptyPage) {
    whole.open();
    auto* tabs = whole.find<QTabWidget>("pages");
    for (const int page : {1, 2}) {
        tabs->setCurrentIndex(page);
        EXPECT_FALSE(whole.find<QWidget>("schedulePage")->isVisible());
        EXPECT_FALSE(whole.find<QWidget>("auditTable")->isVisible());
    }
}

TEST_F(MainWindowTest, RunsThatWereOnDisplayCanBeOpenedAgain) {
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

TEST_F(MainWindowTest, LayersAndEventsAreFound) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    QStringList found;
    for (Page* page : whole.window->findChildren<Page*>()) {
        for (const Find& find : page->finds()) found << find.kind + QStringLiteral(" ") + find.name;
    }
    EXPECT_TRUE(found.contains(QStringLiteral("Layer conv2"))) << found.join(QLatin1Char('\n')).toStdString();
    EXPECT_FALSE(found.filter(QStringLiteral("Event Run started")).isEmpty());
}

TEST_F(MainWindowTest, TheFiguresOfARunStandStillAndSayWhatIsUnknown) {
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

TEST_F(MainWindowTest, TheCostIsThatAgainstTheDenseRunOfTheSameExperiment) {
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

TEST_F(MainWindowTest, ARunThatWasCutOffIsOffered) {
    recordCutOffRun();
    whole.open();
    lookForInterruptedRun();
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
    lookForInterruptedRun();
    whole.find<QPushButton>("dismissOfferButton")->click();
    EXPECT_TRUE(offer().isEmpty());
}

TEST_F(MainWindowTest, ARunThatEndedIsNotOffered) {
    whole.open();
    lookForInterruptedRun();
    EXPECT_TRUE(offer().isEmpty());
    test::recordRun(whole.workspace(), {.name = "whole"});
    lookForInterruptedRun();
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
    EXPECT_EQ(whole.find<QTabWidget>("pages")->currentIndex(), 2);
}

TEST_F(MainWindowTest, AnOpenedRunIsCalledByItsName) {
    whole.open();
    EXPECT_EQ(whole.find<QLabel>("runName")->text(), QStringLiteral("no run"));
    EXPECT_FALSE(action("undoAction")->isEnabled());
    EXPECT_FALSE(action("redoAction")->isEnabled());
}

TEST_F(MainWindowTest, ARunIsCalledByWhatItIsAndItsFolderStandsInTheTip) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    auto* name = whole.find<QLabel>("runName");
    EXPECT_EQ(name->text(), QStringLiteral("lenet-5 · MAP · 95 %"));
    EXPECT_TRUE(name->toolTip().contains(QString::fromStdString(whole.finishedRun().string())));
    EXPECT_EQ(whole.window->windowTitle(), QStringLiteral("lenet-5 · MAP · 95 % – Prunescope"));
}

TEST_F(MainWindowTest, ALongNamePushesNothingOutOfTheToolBar) {
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

TEST_F(MainWindowTest, WhyARunFailedStaysShownWhenItIsOpened) {
    run::RunRecord record = test::demoRun();
    record.outcome.state = run::RunState::failed;
    record.outcome.message = std::string("the loss is not finite. The weights were saved.");
    test::writeRecord(whole.finishedRun(), record);
    whole.open();
    whole.run->open(whole.finishedRun());
    ASSERT_TRUE(whole.waitForStage(Stage::failed));
    QTest::qWait(50);
    EXPECT_TRUE(condition().contains(QStringLiteral("the loss is not finite"))) << condition().toStdString();
    EXPECT_TRUE(condition().endsWith(QStringLiteral("saved."))) << "one stop: " << condition().toStdString();
    EXPECT_FALSE(condition().endsWith(QStringLiteral(".."))) << condition().toStdString();
    EXPECT_FALSE(whole.find<MessageBar>("runCondition")->isHidden());
    EXPECT_EQ(whole.find<QLabel>("statusWhy")->text(),
              QStringLiteral("the loss is not finite. The weights were saved."));
    whole.find<MessageBar>("runCondition")
        ->findChild<QToolButton*>(QStringLiteral("dismissMessage"))
        ->click();
    EXPECT_FALSE(whole.find<QLabel>("statusWhy")->isHidden()) << "the status line keeps it";
}

TEST_F(MainWindowTest, OfADamagedRunIsSaidWhatCannotBeReadAndFiguresAreDashes) {
    test::writeRecord(whole.finishedRun(), test::demoRun());
    const std::filesystem::path database = store::RunFolder(whole.finishedRun()).database();
    std::filesystem::remove(store::RunFolder(whole.finishedRun()).databaseLog());
    std::filesystem::resize_file(database, std::filesystem::file_size(database) / 8);
    whole.open();
    whole.run->open(whole.finishedRun());
    ASSERT_TRUE(QTest::qWaitFor([&] { return whole.run->hasRun() || !message().isEmpty(); }, 20'000));
    if (!whole.run->hasRun()) return;  // nothing of it can be read, which the message says
    EXPECT_TRUE(condition().contains(QStringLiteral("damaged"))) << condition().toStdString();
    EXPECT_FALSE(whole.find<QLabel>("statusWhy")->isHidden());
    if (whole.run->history().steps().empty()) {
        EXPECT_TRUE(whole.find<QLabel>("statusSparsity")->text().startsWith(QStringLiteral("sparsity – of")));
        EXPECT_TRUE(whole.find<QLabel>("statusEpoch")->text().startsWith(QStringLiteral("epoch – of")));
    }
}

TEST_F(MainWindowTest, WhatIsOpenStaysWhenAnotherCannotBeOpened) {
    whole.recordRuns();
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    const std::size_t steps = whole.run->history().steps().size();
    whole.run->open(whole.workspace() / "nothing-here");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !message().isEmpty(); }, 20'000));
    EXPECT_EQ(whole.run->stage(), Stage::finished);
    EXPECT_EQ(whole.run->history().steps().size(), steps);
    EXPECT_EQ(whole.find<QLabel>("statusStage")->text(), QStringLiteral("Finished"));
}

TEST_F(MainWindowTest, AMessageMovesNothingAndSpeaksTheNewLanguage) {
    whole.open();
    const auto place = [&] { return whole.find<QTabWidget>("pages")->mapToGlobal(QPoint()); };
    const QSize size = whole.find<QTabWidget>("pages")->size();
    const QPoint before = place();
    whole.run->open(whole.workspace() / "nothing-here");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !message().isEmpty(); }, 20'000));
    recordCutOffRun();
    lookForInterruptedRun();
    QTest::qWait(50);
    EXPECT_EQ(place(), before);
    EXPECT_EQ(whole.find<QTabWidget>("pages")->size(), size);
    for (const char* bar : {"windowMessage", "offerMessage"}) {
        const auto* shown = whole.find<MessageBar>(bar);
        EXPECT_TRUE(shown->isVisible()) << bar;
        EXPECT_GE(shown->height(), shown->heightForWidth(shown->width())) << bar;
    }
    const QString english = offer();
    choose("language_jaAction");
    EXPECT_NE(offer(), english);
    EXPECT_TRUE(offer().contains(QStringLiteral("cut-off")));
    choose("language_enAction");
    EXPECT_EQ(offer(), english);
}

TEST_F(MainWindowTest, AnEmptyWindowHasOneStartBesideTheToolBar) {
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
        QTest::qWait(20);
        EXPECT_EQ(starts(), 1) << page;
    }
}

TEST_F(MainWindowTest, NumbersAreWrittenOneWayWhateverTheLocale) {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const Language speaks;
    whole.open();
    EXPECT_EQ(QLocale().decimalPoint(), QStringLiteral("."));
    for (const auto* box : whole.window->findChildren<QAbstractSpinBox*>())
        EXPECT_EQ(box->locale().decimalPoint(), QStringLiteral(".")) << box->objectName().toStdString();
}

}  // namespace
}  // namespace prunescope::ui
