#include "ui/audit/audit_page.h"

#include "store/example_run.h"
#include "store/run_reader.h"
#include "support/demo_run.h"
#include "support/temporary_folder.h"
#include "ui/audit/audit_filter.h"
#include "ui/audit/audit_model.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace prunescope::ui {
namespace {

using Column = AuditModel::Column;

run::AuditEvent eventOf(std::int64_t sequence, std::int64_t step, const std::string& kind = "paused") {
    return {sequence, StepIndex{step}, static_cast<double>(step) / 430, test::exampleStartMs, kind, "user"};
}

TEST(AuditModel, FollowsTheRunNewestFirstByTheRulesOfItemModels) {
    FakeRunModel run;
    AuditModel model(run);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    run.eventsNow = {eventOf(1, 0, "started"), eventOf(2, 9)};
    model.follow();
    run.eventsNow.push_back(eventOf(3, 10, "resumed"));
    model.follow();
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.index(0, Column::event).data().toString(), QStringLiteral("Resumed"));
    EXPECT_EQ(model.index(2, Column::event).data().toString(), QStringLiteral("Run started"));
    EXPECT_EQ(model.rowOf(1), 2);
    EXPECT_EQ(model.rowOf(99), -1);
    run.eventsNow = {eventOf(1, 0, "started")};
    model.reset();
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(AuditModel, SortsNumbersAsNumbersAndEventsOfOneMomentInTheirOrder) {
    FakeRunModel run;
    run.eventsNow = {eventOf(9, 10), eventOf(10, 9), eventOf(11, 1'000)};
    AuditModel model(run);
    model.follow();
    AuditFilter sorted;
    sorted.setSourceModel(&model);
    const auto steps = [&] {
        QStringList all;
        for (int row = 0; row < sorted.rowCount(); ++row)
            all << sorted.index(row, Column::step).data().toString();
        return all.join(QLatin1Char(' ')).toStdString();
    };
    sorted.sort(Column::step);
    EXPECT_EQ(steps(), "9 10 1,000");
    sorted.sort(Column::time, Qt::DescendingOrder);  // all at the same millisecond
    EXPECT_EQ(steps(), "1,000 9 10");
}

/// Accuracy stands at 90 % for three measurements, of 10,000 images, and then falls to 80 %.
class FallingRun {
public:
    FallingRun() {
        run::RunHeader header;
        header.dataset.validationImages = 10000;
        model.headerNow = header;
        model.historyNow = view::RunHistory(header);
        model.eventsNow = {eventOf(1, 0, "started"), eventOf(2, 300)};
        for (const std::int64_t step : {100, 200, 300}) measure(step, 9000);
    }
    void measure(std::int64_t step, std::int64_t right) {
        model.historyNow.append(run::Evaluation{.step = StepIndex{step},
                                                .epoch = static_cast<double>(step) / 100,
                                                .classes = 2,
                                                .confusion = {right, 10000 - right, 0, 0}});
    }
    FakeRunModel model;
};

QStringList columnOf(const AuditModel& model, int column) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) all << model.index(row, column).data().toString();
    return all;
}

TEST(AuditModel, HasAFallOfAccuracyAmongTheEventsAsSoonAsItIsMeasured) {
    FallingRun run;
    AuditModel model(run.model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.follow();
    EXPECT_EQ(model.rowCount(), 2);
    run.measure(400, 8000);
    run.model.eventsNow.push_back(eventOf(3, 400, "resumed"));
    model.follow();
    EXPECT_EQ(columnOf(model, Column::event),
              (QStringList{QStringLiteral("Resumed"), QStringLiteral("Validation got worse"),
                           QStringLiteral("Paused"), QStringLiteral("Run started")}));
    EXPECT_EQ(model.index(1, Column::effect).data().toString(), QStringLiteral("90.00 % → 80.00 %"));
    const qint64 fall = model.eventAt(1).sequence;
    EXPECT_LT(fall, 0);
    EXPECT_EQ(model.rowOf(fall), 1);
    // It goes on: the same event, further down.
    run.measure(500, 7000);
    run.model.eventsNow.push_back(eventOf(4, 600));
    model.follow();
    EXPECT_EQ(model.rowOf(fall), 1);
    EXPECT_EQ(model.index(1, Column::effect).data().toString(), QStringLiteral("90.00 % → 70.00 %"));
    run.model.headerNow.reset();
    run.model.eventsNow.clear();
    model.reset();
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(AuditModel, ShowsTheEffectOfAChangeOnceItIsMeasured) {
    FallingRun run;
    run.model.eventsNow.push_back(
        {.sequence = 3, .step = StepIndex{300}, .kind = "schedule_edited", .after = run::SparsitySchedule{}});
    AuditModel model(run.model);
    model.follow();
    EXPECT_EQ(model.index(0, Column::effect).data().toString(), QStringLiteral("90.00 % → –"));
    EXPECT_EQ(model.index(1, Column::effect).data().toString(), QString()) << "a pause changes nothing";
    const QSignalSpy changed(&model, &AuditModel::dataChanged);
    run.measure(400, 8990);
    model.follow();
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(model.index(0, Column::effect).data().toString(), QStringLiteral("90.00 % → 89.90 %"));
    EXPECT_NEAR(model.index(0, Column::effect).data(AuditModel::sortRole).toDouble(), -0.001, 1e-6);
}

TEST(AuditPage, KeepsTheEventThatIsLookedAtWhenAFallComesAmongThem) {
    FallingRun run;
    Theme theme;
    QSettings settings(QStringLiteral("prunescope-tests"), QStringLiteral("audit"));
    AuditPage page({run.model, theme, settings});
    page.resize(900, 300);
    page.show();
    page.selectEvent(2);
    run.measure(400, 8000);
    emit run.model.historyGrew();
    const auto* table = page.findChild<QTableView*>(QStringLiteral("auditTable"));
    EXPECT_EQ(table->model()->rowCount(), 3);
    EXPECT_EQ(table->currentIndex().siblingAtColumn(Column::event).data().toString(),
              QStringLiteral("Paused"));
}

/// The page over a run that was recorded and read back as the window does it.
class AuditPageTest : public testing::Test {
protected:
    void SetUp() override {
        const run::RunRecord demo = test::demoRun({.epochs = 2, .stepsPerEpoch = 60});
        const store::RunFolder place(folder.path());
        {
            store::RunRecorder recorder(place);
            recorder.begin(demo.header);
            for (const run::AuditEvent& event : demo.events) recorder.record(event);
            recorder.finish(demo.outcome);
        }
        run::RunRecord read = store::readRun(place).record;
        run.headerNow = read.header;
        run.eventsNow = read.events;
        for (const run::AuditEvent& event : read.events) {
            if (event.kind == "schedule_edited") edit = event;
        }
        ASSERT_GT(edit.sequence, 0);
        page.resize(900, 600);
    }
    QTableView& table() { return *page.findChild<QTableView*>(QStringLiteral("auditTable")); }
    QAbstractItemModel& shown() { return *table().model(); }
    QString textAt(int row, int column) { return shown().index(row, column).data().toString(); }
    QString currentTitle() { return table().currentIndex().siblingAtColumn(Column::event).data().toString(); }
    QComboBox& kinds() { return *page.findChild<QComboBox*>(QStringLiteral("auditKind")); }
    QLineEdit& search() { return *page.findChild<QLineEdit*>(QStringLiteral("auditFilter")); }

    test::TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    run::AuditEvent edit;
    AuditPage page{PageContext{run, theme, settings}};
};

TEST_F(AuditPageTest, ListsEveryEventNewestFirst) {
    emit run.runChanged();
    page.show();
    ASSERT_EQ(shown().rowCount(), static_cast<int>(run.eventsNow.size()));
    EXPECT_EQ(textAt(0, Column::event), QStringLiteral("Run finished"));
    EXPECT_EQ(textAt(shown().rowCount() - 1, Column::event), QStringLiteral("Run started"));
}

TEST_F(AuditPageTest, EventsAreFoundByWhatHappened) {
    emit run.runChanged();
    page.show();
    const std::vector<Find> found = page.finds();
    ASSERT_EQ(found.size(), run.eventsNow.size());
    EXPECT_TRUE(found.front().name.startsWith(QStringLiteral("Run finished")))
        << found.front().name.toStdString();
    QSignalSpy shownSpy(&page, &AuditPage::showRequested);
    found.back().go();
    EXPECT_EQ(shownSpy.count(), 1);
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("eventTitle"))->text(), QStringLiteral("Run started"));
}

TEST_F(AuditPageTest, DoesNothingWhileItCannotBeSeenAndCatchesUp) {
    emit run.runChanged();
    emit run.eventsGrew();
    EXPECT_EQ(shown().rowCount(), 0);
    page.show();
    const int before = shown().rowCount();
    EXPECT_GT(before, 0);
    run.eventsNow.push_back(eventOf(1000, 200, "stepped"));
    emit run.eventsGrew();
    EXPECT_EQ(shown().rowCount(), before + 1);
    EXPECT_EQ(textAt(0, Column::event), QStringLiteral("One step taken"));
}

TEST_F(AuditPageTest, FiltersByTextAndByKind) {
    page.show();
    search().setText(QStringLiteral("DIPS"));
    ASSERT_EQ(shown().rowCount(), 1);
    EXPECT_EQ(textAt(0, Column::event), QStringLiteral("Schedule edited"));
    search().clear();
    kinds().setCurrentIndex(kinds().findData(QStringLiteral("refused")));
    ASSERT_EQ(shown().rowCount(), 1);
    EXPECT_EQ(textAt(0, Column::event), QStringLiteral("Request refused"));
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("auditCount"))->text(),
              QStringLiteral("Events: 1 of %1").arg(run.eventsNow.size()));
}

TEST_F(AuditPageTest, SelectsAnEventAndClearsTheFilterThatHidesIt) {
    page.show();
    search().setText(QStringLiteral("strength"));
    kinds().setCurrentIndex(kinds().findData(QStringLiteral("attention_set")));
    ASSERT_EQ(shown().rowCount(), 1);
    page.selectEvent(edit.sequence);
    EXPECT_EQ(currentTitle(), QStringLiteral("Schedule edited"));
    EXPECT_TRUE(search().text().isEmpty());
    EXPECT_EQ(kinds().currentIndex(), 0);
    EXPECT_TRUE(table().viewport()->rect().intersects(table().visualRect(table().currentIndex())));
}

TEST_F(AuditPageTest, KeepsAFilterThatLetsTheEventThrough) {
    page.show();
    search().setText(QStringLiteral("dips"));
    page.selectEvent(edit.sequence);
    EXPECT_EQ(search().text(), QStringLiteral("dips"));
    EXPECT_EQ(currentTitle(), QStringLiteral("Schedule edited"));
}

TEST_F(AuditPageTest, AnEventOfTheRunIsSelectedBeforeThePageWasEverSeen) {
    page.selectEvent(edit.sequence);
    EXPECT_EQ(currentTitle(), QStringLiteral("Schedule edited"));
    page.selectEvent(4711);
    EXPECT_EQ(currentTitle(), QStringLiteral("Schedule edited"))
        << "an event that is not there changes nothing";
}

TEST_F(AuditPageTest, ShowsTheSelectedEventWhole) {
    page.show();
    page.selectEvent(edit.sequence);
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("eventTitle"))->text(),
              QStringLiteral("Schedule edited"));
    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("eventReason"))
                    ->text()
                    .contains(QStringLiteral("Validation accuracy dips")));
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("eventChange"))->text(),
              QStringLiteral("Change: end step %1 → step 96").arg(run.headerNow->schedule.end.value));
    EXPECT_TRUE(page.findChild<QPlainTextEdit*>(QStringLiteral("eventAfter"))
                    ->toPlainText()
                    .contains(QStringLiteral("\n  \"end\": 96")));
}

TEST_F(AuditPageTest, TheJsonIsFoldedUntilItIsAskedFor) {
    page.show();
    page.selectEvent(edit.sequence);
    auto* json = page.findChild<QPlainTextEdit*>(QStringLiteral("eventAfter"));
    EXPECT_FALSE(json->isVisible());
    QTest::mouseClick(page.findChild<QToolButton*>(QStringLiteral("unfoldJson")), Qt::LeftButton);
    EXPECT_TRUE(json->isVisible());
}

TEST_F(AuditPageTest, NewEventsLeaveTheSelectionWhereItIs) {
    page.show();
    page.selectEvent(edit.sequence);
    run.eventsNow.push_back(eventOf(1000, 200, "stepped"));
    emit run.eventsGrew();
    EXPECT_EQ(currentTitle(), QStringLiteral("Schedule edited"));
}

TEST_F(AuditPageTest, CopiesTheSelectionAsCsv) {
    run.eventsNow = {test::exampleEvent(7), eventOf(8, 6)};
    emit run.runChanged();
    page.show();
    page.selectEvent(7);
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page)) << "shortcuts belong to the active window";
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    // What X11 and Windows do to line ends on the clipboard is not at stake here.
    EXPECT_EQ(
        QGuiApplication::clipboard()->text().remove(QLatin1Char('\r')).toStdString(),
        "sequence,step,epoch,wall_ms,time_utc,kind,who,reason,before_json,after_json,note,request,refusal\n"
        "7,5,0.1,1795493730009,2026-11-24 04:15:30 UTC,schedule_edited,user,"
        "\"because it's \"\"quick\"\"\n\xe6\x97\xa5\",\"{\"\"z\"\":[1.0,0.30000000000000004]}\","
        "\"{\"\"end\"\":4000,\"\"freeze\"\":null,\"\"initial\"\":0.1,\"\"knots\"\":[[0.0,0.1],[0.3,0.8],[1.0,"
        "0.975]],\"\"shape\"\":\"\"drawn\"\",\"\"start\"\":10,\"\"target\"\":0.975}\",undo: freeze,,\n");
}

TEST_F(AuditPageTest, AsksForTheReport) {
    page.show();
    QSignalSpy asked(&page, &AuditPage::exportReportRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("exportReportButton")), Qt::LeftButton);
    EXPECT_EQ(asked.count(), 1);
}

}  // namespace
}  // namespace prunescope::ui
