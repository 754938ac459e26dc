// Marks and the crosshair on the charts of the training page.
#include "session/command.h"
#include "ui/app/painted_texts.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/drawn.h"
#include "ui/training/event_marks.h"
#include "ui/training/training_page_fixture.h"

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace prunescope::ui {
namespace {

TEST_F(TrainingPageTest, AMarkOnAnyChartOpensItsEvent) {
    showRun();
    train(1, 100);
    run::AuditEvent start;
    start.sequence = 1;
    start.kind = "started";
    run::AuditEvent phase;
    phase.sequence = 5;
    phase.step = StepIndex{50};
    phase.epoch = 5;
    phase.kind = "phase_changed";
    run.eventsNow = {start, phase};
    emit run.eventsGrew();
    page.resize(900, 600);
    page.show();
    QTest::qWait(500);
    QSignalSpy opened(&run, &RunModel::eventActivated);
    for (ChartPanel* panel : panels()) {
        auto* view = panel->findChild<ChartView*>();
        ASSERT_NE(view, nullptr);
        const QPoint mark(static_cast<int>(view->pixelOf(5)), view->height() / 2);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, mark);
        ASSERT_EQ(opened.count(), 1) << panel->objectName().toStdString();
        EXPECT_EQ(opened.takeFirst().at(0).toLongLong(), 5);
    }
}

TEST_F(TrainingPageTest, AnEditOfTheScheduleIsMarkedAndARefusedOneIsNot) {
    showRun();
    train(1, 100);
    run::AuditEvent edit;
    edit.sequence = 2;
    edit.kind = session::event::scheduleEdited;
    edit.step = StepIndex{40};
    edit.after = run::SparsitySchedule{.target = 0.8};
    run::AuditEvent refused = edit;
    refused.sequence = 3;
    refused.kind = session::event::refused;
    run.eventsNow = {edit, refused};
    const std::vector<ChartMark> marks = eventMarks(run);
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].event, 2);
    EXPECT_EQ(marks[0].moment.step, 40);
}

TEST_F(TrainingPageTest, AFailureHasAMarkAndAWordInEveryChart) {
    showRun();
    train(1, 100);
    run::AuditEvent failed;
    failed.sequence = 9;
    failed.step = StepIndex{60};
    failed.epoch = 6;
    failed.kind = "failed";
    failed.note = std::string("the loss is not a number");
    run.eventsNow = {failed};
    emit run.eventsGrew();
    page.resize(900, 600);
    page.show();
    QTest::qWait(700);
    const char* const names[] = {"measureChart", "sparsityChart"};
    for (const char* name : names) {
        QStringList written;
        auto* view = page.findChild<ChartPanel*>(QLatin1String(name))->findChild<ChartView*>();
        for (const PaintedText& painted : paintedTexts(*view->viewport())) written << painted.text;
        EXPECT_TRUE(written.contains(QStringLiteral("The run failed"))) << name;
    }
}

TEST_F(TrainingPageTest, OneCrosshairStandsOnAllCharts) {
    showRun();
    train(1, 100);
    page.resize(900, 600);
    page.show();
    QTest::qWait(500);
    std::vector<ChartView*> views;
    for (const ChartPanel* panel : panels()) views.push_back(panel->findChild<ChartView*>());
    ASSERT_EQ(views.size(), 3U);
    QTest::keyClick(views[0], Qt::Key_Plus);
    QTest::qWait(500);
    for (const ChartView* view : views) {
        EXPECT_NEAR(view->xAt(0), 5 - 5 / 1.5, 0.05) << "zoomed like the first";
    }
    EXPECT_TRUE(page.findChild<QPushButton*>(QStringLiteral("resetZoom"))->isEnabled());
    page.findChild<QPushButton*>(QStringLiteral("resetZoom"))->click();
    QTest::qWait(500);
    for (const ChartView* view : views) EXPECT_EQ(view->xAt(0), 0);
}

TEST_F(TrainingPageTest, AFallOfAccuracyHasAMarkAsSoonAsItIsMeasured) {
    showRun();
    run.headerNow->dataset.validationImages = 10000;
    page.resize(1000, 700);
    page.show();
    const auto measure = [&](int step, std::int64_t right) {
        run.historyNow.append(run::Evaluation{.step = StepIndex{step},
                                              .epoch = step / 10.0,
                                              .classes = 2,
                                              .confusion = {right, 10000 - right, 0, 0}});
    };
    const QSignalSpy activated(&run, &RunModel::eventActivated);
    const auto openTheMark = [&] {
        QTest::qWait(50);
        auto* view = panels().front()->findChild<ChartView*>();
        // Whichever side of the crosshair it stands on.
        QTest::keyClick(view, Qt::Key_PageDown);
        QTest::keyClick(view, Qt::Key_PageUp);
        QTest::keyClick(view, Qt::Key_Return);
    };
    for (const int step : {10, 20, 30}) measure(step, 9000);
    train(1, 30);
    openTheMark();
    EXPECT_EQ(activated.count(), 0);
    measure(40, 8000);
    train(31, 40);
    // It is drawn with the next picture.
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            openTheMark();
            return activated.count() == 1;
        },
        10'000));
    EXPECT_EQ(activated[0][0].toLongLong(), -3) << "the third measurement was the last before the fall";
}

}  // namespace
}  // namespace prunescope::ui
