// The pane that says whom pruning hurt, of runs that were made without training.
#include "ui/hurt/hurt_page.h"

#include "report/tiny_numbers.h"
#include "support/demo_run.h"
#include "support/temporary_folder.h"
#include "support/write_record.h"
#include "ui/hurt/grown_errors.h"
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
    QTableView& groups() const { return *page.findChild<QTableView*>(QStringLiteral("hurtGroups")); }
    QTableView& grown() const { return *page.findChild<QTableView*>(QStringLiteral("hurtGrown")); }
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

TEST_F(HurtPageTest, ShowsGroupsBelowTheClassesWhereTheDataNameThem) {
    run::RunRecord record = shortDemo();
    showRun(record);
    EXPECT_FALSE(groups().isVisible());
    record.header.dataset.groupNames = {"Ulm", "Bonn"};
    run::ImageAnswers& last = record.imageAnswers.back();
    for (std::size_t i = 0; i < last.images(); ++i) last.groups.push_back(i % 5 == 0 ? 0 : 1);
    std::filesystem::remove_all(folder / "mine");
    showRun(record);
    ASSERT_TRUE(groups().isVisible());
    const QAbstractItemModel& rows = *groups().model();
    ASSERT_EQ(rows.rowCount(), 2);
    QStringList names;
    for (int row = 0; row < 2; ++row) names << rows.index(row, HurtClasses::name).data().toString();
    EXPECT_TRUE(names.contains(QStringLiteral("Ulm")) && names.contains(QStringLiteral("Bonn")));
    EXPECT_TRUE(said().contains(QStringLiteral("of the 2 groups")) ||
                said().contains(QStringLiteral("of 2 groups")))
        << said().toStdString();
    EXPECT_EQ(rows.headerData(HurtClasses::first, Qt::Horizontal).toString(),
              QStringLiteral("Accuracy, first"));
}

TEST_F(HurtPageTest, OfNumbersShowsGroupsByGrownRmseAndTheSamplesWhoseErrorGrewMost) {
    showRun(report::test::tinyNumbers());
    EXPECT_TRUE(said().contains(QStringLiteral("Wilcoxon"))) << said().toStdString();
    EXPECT_FALSE(classes().isVisible()) << "there are none";
    ASSERT_TRUE(groups().isVisible());
    const QAbstractItemModel& rows = *groups().model();
    ASSERT_EQ(rows.rowCount(), 2);
    EXPECT_EQ(rows.index(0, HurtClasses::name).data().toString(), QStringLiteral("Ulm"))
        << "the group whose error grew more comes first";
    EXPECT_EQ(rows.index(0, HurtClasses::first).data().toString(), QStringLiteral("1"));
    EXPECT_EQ(rows.index(0, HurtClasses::pruned).data().toString(), QStringLiteral("2.236"));
    EXPECT_EQ(rows.index(0, HurtClasses::change).data().toString(), QStringLiteral("+1.236"));
    EXPECT_FALSE(rows.index(0, HurtClasses::name).data(Qt::ToolTipRole).toString().isEmpty());
    EXPECT_EQ(rows.index(1, HurtClasses::interval).data().toString(), QStringLiteral("–"))
        << "two samples have no interval";
    EXPECT_EQ(rows.headerData(HurtClasses::change, Qt::Horizontal).toString(),
              QStringLiteral("RMSE, change (kWh)"));
    ASSERT_TRUE(grown().isVisible());
    const QAbstractItemModel& most = *grown().model();
    const QAbstractItemModelTester tester(grown().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(most.rowCount(), 17);
    EXPECT_EQ(most.index(0, GrownErrors::growth).data().toString(), QStringLiteral("2"));
    EXPECT_EQ(most.index(16, GrownErrors::sample).data().toString(), QStringLiteral("33"));
    EXPECT_EQ(most.index(16, GrownErrors::wanted).data().toString(), QStringLiteral("33"));
    EXPECT_EQ(most.index(16, GrownErrors::pruned).data().toString(), QStringLiteral("31"));
    EXPECT_EQ(most.index(16, GrownErrors::group).data().toString(), QStringLiteral("Bonn"));
    EXPECT_FALSE(pictures().isVisible());
}

TEST_F(HurtPageTest, KeepsTheOrderThatSomebodyChose) {
    showRun(report::test::tinyNumbers());
    groups().sortByColumn(HurtClasses::name, Qt::AscendingOrder);
    page.hide();
    page.show();
    EXPECT_EQ(groups().model()->index(0, HurtClasses::name).data().toString(), QStringLiteral("Bonn"));
}

TEST_F(HurtPageTest, OfNumbersWithoutGroupsHasNoColumnOfThem) {
    run::RunRecord record = report::test::tinyNumbers();
    record.header.dataset.groupNames.clear();
    for (run::ImageAnswers& answers : record.imageAnswers) answers.groups.clear();
    showRun(record);
    EXPECT_FALSE(groups().isVisible());
    EXPECT_EQ(grown().model()->columnCount(), GrownErrors::group);
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
