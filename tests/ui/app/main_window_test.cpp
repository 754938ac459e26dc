#include "ui/app/whole_window.h"
#include "ui/support/message_bar.h"

#include <gmock/gmock.h>

#include <QAbstractSpinBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class MainWindowTest : public WholeWindowTest {
protected:
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
};

TEST_F(MainWindowTest, WithoutARunItClosesAtOnce) {
    whole.open();
    EXPECT_TRUE(whole.window->close());
    EXPECT_FALSE(whole.window->isVisible());
}

void dropOn(QWidget& widget, const QList<QUrl>& places) {
    QMimeData dropped;
    dropped.setUrls(places);
    const QPoint middle = widget.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted()) return;
    QDropEvent drop(middle, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &drop);
}

TEST_F(MainWindowTest, DataThatAreDroppedAreTakenAndARunIsOpened) {
    const std::filesystem::path table = whole.workspace().parent_path() / "flowers.csv";
    test::writeBytes(table, "length,kind\n1,a\n2,b\n");
    const std::filesystem::path recorded = test::recordRun(whole.workspace(), {.name = "recorded"});
    whole.open();
    const auto urlOf = [](const std::filesystem::path& place) {
        return QUrl::fromLocalFile(QString::fromStdString(place.string()));
    };
    auto* tabs = whole.find<QTabWidget>("pages");
    tabs->setCurrentIndex(3);
    dropOn(*whole.window, {QUrl(QStringLiteral("https://example.org/data.csv"))});
    EXPECT_EQ(tabs->currentIndex(), 3) << "of another machine";
    dropOn(*whole.window, {urlOf(table)});
    EXPECT_EQ(tabs->currentIndex(), 0);
    EXPECT_EQ(whole.find<QLineEdit>("data_dir")->text().toStdString(), table.string());
    dropOn(*whole.window, {urlOf(recorded)});
    EXPECT_EQ(tabs->currentIndex(), 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return whole.run->stage() == Stage::finished; }, 20'000));
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
