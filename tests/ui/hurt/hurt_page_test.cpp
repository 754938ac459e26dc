// The pane that says whom pruning hurt, of runs that were made without training.
#include "ui/hurt/hurt_page.h"

#include "support/demo_run.h"
#include "support/temporary_folder.h"
#include "support/write_record.h"
#include "ui/hurt/hurt_classes.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QStyle>
#include <QTableView>
#include <QTest>

namespace prunescope::ui {
namespace {

class HurtPageTest : public testing::Test {
protected:
    HurtPageTest() { page.resize(300, 640); }

    void showRun(const run::RunRecord& record, RunModel::Stage stage = RunModel::Stage::finished) {
        test::writeRecord(folder / "mine", record);
        run.headerNow = record.header;
        run.idNow = QStringLiteral("mine");
        run.folderNow = store::RunFolder(folder / "mine");
        run.stageNow = stage;
        emit run.runChanged();
        QSignalSpy read(&page, &HurtPage::read);
        page.show();
        if (stage == RunModel::Stage::finished) {
            ASSERT_TRUE(read.wait(20'000));
        }
    }
    QString said() const { return page.findChild<QLabel*>(QStringLiteral("hurtSentences"))->text(); }
    QTableView& classes() const { return *page.findChild<QTableView*>(QStringLiteral("hurtClasses")); }
    QListView& pictures() const { return *page.findChild<QListView*>(QStringLiteral("hurtPictures")); }

    test::TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    HurtPage page{PageContext{run, theme, settings}};
};

run::RunRecord shortDemo() {
    run::RunRecord record = test::demoRun({.epochs = 3, .stepsPerEpoch = 100, .edits = false});
    record.header.config.dataDir = "/nowhere";
    return record;
}

TEST_F(HurtPageTest, SaysWhatTheReportSaysAndOrdersTheClassesByLostRecall) {
    showRun(shortDemo());
    EXPECT_TRUE(said().contains(QStringLiteral("McNemar's exact test"))) << said().toStdString();
    EXPECT_FALSE(said().contains(QLatin1Char('['))) << "there are no notes that a mark could lead to";
    const QAbstractItemModel& rows = *classes().model();
    const QAbstractItemModelTester tester(classes().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(rows.rowCount(), 10);
    const auto change = [&](int row) {
        return rows.index(row, HurtClasses::change).data(HurtClasses::sortRole).toDouble();
    };
    for (int row = 1; row < rows.rowCount(); ++row) EXPECT_LE(change(row - 1), change(row));
    EXPECT_TRUE(classes().isVisible());
    EXPECT_FALSE(pictures().isVisible()) << "the demo's data set is nowhere";
}

TEST_F(HurtPageTest, AsNarrowAsItMayBeItSaysWhichClassLostHowMuch) {
    showRun(shortDemo());
    const int scrollBar = page.style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    page.resize(page.minimumSizeHint().width(), 640);
    QCoreApplication::processEvents();
    EXPECT_GE(classes().viewport()->width(),
              classes().columnWidth(HurtClasses::name) + classes().columnWidth(HurtClasses::change));
    EXPECT_GE(classes().viewport()->height() + scrollBar, 10 * classes().rowHeight(0))
        << "ten classes are seen without scrolling";
    const QFontMetrics letters = page.fontMetrics();
    EXPECT_GE(page.findChild<QLabel*>(QStringLiteral("hurtSentences"))->width(),
              30 * letters.averageCharWidth())
        << "a sentence is no column of single words";
}

TEST_F(HurtPageTest, WhatThereIsToSayStandsAtTheTop) {
    showRun(test::demoRun({.dense = true, .epochs = 2, .stepsPerEpoch = 50}));
    QCoreApplication::processEvents();
    const auto* sentences = page.findChild<QLabel*>(QStringLiteral("hurtSentences"));
    EXPECT_LT(sentences->mapTo(&page, QPoint()).y(), 4 * page.fontMetrics().lineSpacing());
}

TEST_F(HurtPageTest, SaysThatNothingWasPrunedInADenseRun) {
    showRun(test::demoRun({.dense = true, .epochs = 2, .stepsPerEpoch = 50}));
    EXPECT_EQ(said(), QStringLiteral("Nothing was pruned in this run."));
    EXPECT_FALSE(classes().isVisible());
}

TEST_F(HurtPageTest, WaitsForTheEndOfARun) {
    showRun(shortDemo(), RunModel::Stage::running);
    EXPECT_EQ(said(), QStringLiteral("This is told when the run has ended."));
    EXPECT_FALSE(classes().isVisible());
    run.stageNow = RunModel::Stage::finished;
    QSignalSpy read(&page, &HurtPage::read);
    emit run.stageChanged();
    ASSERT_TRUE(read.wait(20'000));
    EXPECT_TRUE(classes().isVisible());
}

TEST_F(HurtPageTest, SaysWhyARunCannotBeRead) {
    showRun(shortDemo(), RunModel::Stage::running);
    std::filesystem::remove_all(folder / "mine");
    run.stageNow = RunModel::Stage::finished;
    QSignalSpy read(&page, &HurtPage::read);
    emit run.stageChanged();
    ASSERT_TRUE(read.wait(20'000));
    EXPECT_TRUE(said().contains(QStringLiteral("mine"))) << said().toStdString();
}

}  // namespace
}  // namespace prunescope::ui
