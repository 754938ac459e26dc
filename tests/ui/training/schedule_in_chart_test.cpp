// The schedule of a live run is bent in the chart of its sparsity.
#include "ui/charts/chart_view.h"
#include "ui/curve/live_curve.h"
#include "ui/training/training_page_fixture.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QChart>
#include <QLabel>
#include <QTest>
#include <QWheelEvent>

namespace prunescope::ui {
namespace {

using Kind = CurveHandle::Kind;

constexpr int patience = 10'000;  ///< charts draw a moment after they are asked to, on a busy machine later

class ScheduleInChart : public TrainingPageTest {
protected:
    /// 10 epochs of 100 steps, at step 250, which took 5 seconds; 2 ‰ of the weights are cut in each.
    void showLiveRun(double target = 0.9) {
        run::RunHeader header;
        header.totalSteps = 1000;
        header.config.epochs = 10;
        header.network.layers = {
            {.name = "fc1", .kind = "dense", .weights = 1000, .prunable = LayerIndex{0}}};
        header.schedule = {
            .target = target, .start = StepIndex{100}, .end = StepIndex{700}, .freeze = StepIndex{800}};
        run.headerNow = header;
        run.historyNow = view::RunHistory(1, 0, run::attentionMeasures());
        for (int step = 1; step <= 250; ++step) {
            run.historyNow.append(run::MetricSample{.step = StepIndex{step},
                                                    .epoch = step / 100.0,
                                                    .processMs = step * 20.0,
                                                    .loss = 1,
                                                    .accuracy = 0.5,
                                                    .sparsity = 0.002 * step});
        }
        run.snapshotNow = std::make_shared<session::Snapshot>();
        run.snapshotNow->totalSteps = 1000;
        run.snapshotNow->step = StepIndex{250};
        run.snapshotNow->sparsity = 0.5;
        run.snapshotNow->schedule = header.schedule;
        run.stageNow = RunModel::Stage::paused;
        emit run.stageChanged();
        emit run.runChanged();
        page.resize(900, 800);
        page.show();
        EXPECT_TRUE(QTest::qWaitFor([&] { return curve().isVisible() && reachesFrom0To100(); }, patience));
    }
    ChartPanel& panel() { return *page.findChild<ChartPanel*>(QStringLiteral("sparsityChart")); }
    ChartView& view() { return *panel().findChild<ChartView*>(); }
    LiveCurve& curve() { return *page.findChild<LiveCurve*>(QStringLiteral("scheduleCurve")); }
    QRectF plot() { return view().chart()->plotArea(); }
    const run::SparsitySchedule& drafted() const { return draft.schedule().draft(); }

    /// Where the chart itself has a value.
    QPointF placeOf(double x, double sparsity) {
        return view().chart()->mapToPosition({x, 100 * sparsity}, view().chart()->series().constFirst());
    }
    bool reachesFrom0To100() {
        return std::abs(placeOf(0, 1).y() - plot().top()) < 1 &&
               std::abs(placeOf(0, 0).y() - plot().bottom()) < 1;
    }
    /// Whether the handles' steps stand where the chart has them, whose axis has 1000 steps at `end`.
    bool agrees(double end) {
        for (const CurvePoint point : {CurvePoint{100, 0}, CurvePoint{700, 0.9}, CurvePoint{1000, 0.4}}) {
            const QPointF off = curve().positionOf(point) - placeOf(point.step * end / 1000, point.sparsity);
            if (std::abs(off.x()) > 1 || std::abs(off.y()) > 1) return false;
        }
        return true;
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(&curve(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&curve(), (from + to) / 2);
        QTest::mouseMove(&curve(), to);
        QTest::mouseRelease(&curve(), Qt::LeftButton, {}, to);
    }
    /// By half as much again around the middle: from epoch 1.67 to 8.33.
    void zoom() {
        QTest::keyClick(&view(), Qt::Key_Plus);
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return std::abs(view().xAt(0) - (5 - 5 / 1.5)) < 0.05; }, patience));
        ASSERT_TRUE(QTest::qWaitFor([&] { return agrees(10); }, patience));
    }
};

TEST_F(ScheduleInChart, HandlesStandWhereTheChartHasTheRunInEveryUnit) {
    showLiveRun();
    auto& unit = *page.findChild<QComboBox*>(QStringLiteral("timeUnit"));
    // 250 steps took 5 seconds, so all of them will have taken 20.
    const std::map<view::TimeUnit, double> ends{
        {view::TimeUnit::step, 1000}, {view::TimeUnit::epoch, 10}, {view::TimeUnit::processSeconds, 20}};
    for (const auto& [which, end] : ends) {
        unit.setCurrentIndex(static_cast<int>(which));
        EXPECT_TRUE(QTest::qWaitFor(
            [&, last = end] { return std::abs(view().xAt(1e6) - last) < 1e-6 && agrees(last); }, patience))
            << static_cast<int>(which);
        EXPECT_TRUE(curve().isVisible());
    }
    // Nobody looked at a clock on the wall: where the run will end there is not known.
    unit.setCurrentIndex(static_cast<int>(view::TimeUnit::wallSeconds));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !curve().isVisible(); }, patience));
}

TEST_F(ScheduleInChart, DraggingAHandleBendsTheDraftAlone) {
    showLiveRun();
    const QPoint end = curve().positionOf(CurveHandle{Kind::end}).toPoint();
    drag(end, QPoint(placeOf(5, 0).toPoint().x(), end.y()));
    EXPECT_NEAR(static_cast<double>(drafted().end.value), 500, 5);
    EXPECT_EQ(drafted().target, 0.9);
    const QPoint target = curve().positionOf(CurveHandle{Kind::target}).toPoint();
    drag(target, QPoint(target.x(), placeOf(0, 0.6).toPoint().y()));
    EXPECT_NEAR(drafted().target, 0.6, 0.02);
    EXPECT_TRUE(run.submitted.empty()) << "a draft changes nothing";
}

TEST_F(ScheduleInChart, AZoomedChartHasItsHandlesWhereItHasTheRun) {
    showLiveRun();
    zoom();
    const QPoint end = curve().positionOf(CurveHandle{Kind::end}).toPoint();
    EXPECT_NEAR(end.x(), placeOf(7, 0.9).x(), 1);
    drag(end, QPoint(placeOf(6, 0).toPoint().x(), end.y()));
    EXPECT_NEAR(static_cast<double>(drafted().end.value), 600, 4);
    // The start, at epoch 1, is not in sight: at the edge of the plot nothing can be taken.
    const QPoint edge(static_cast<int>(plot().left()) + 1, static_cast<int>(plot().bottom()));
    QTest::mousePress(&curve(), Qt::LeftButton, {}, edge);
    EXPECT_FALSE(curve().isDragging());
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, edge);
}

TEST_F(ScheduleInChart, ADragBesideTheHandlesMovesTheChart) {
    showLiveRun();
    zoom();
    const double before = view().xAt(0);
    const QPoint middle = plot().center().toPoint();
    // 60 pixels of less than 900 are more than 0.4 of the 6.67 epochs that are shown.
    drag(middle, middle - QPoint(60, 0));
    EXPECT_TRUE(QTest::qWaitFor([&] { return view().xAt(0) > before + 0.4; }, patience));
    EXPECT_FALSE(draft.schedule().isChanged());
    QTest::mouseDClick(&curve(), Qt::LeftButton, {}, middle);
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, middle);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view().xAt(0) == 0; }, patience)) << "all of the run";
}

TEST_F(ScheduleInChart, ThePointerOverTheHandlesMovesTheCrosshair) {
    showLiveRun();
    const auto* place = panel().findChild<QLabel*>(QStringLiteral("chartPlace"));
    const auto moveTo = [&](const QPointF& at) {
        QMouseEvent move(QEvent::MouseMove, at, curve().mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&curve(), &move);
    };
    moveTo(placeOf(5, 0.2));
    EXPECT_THAT(place->text().toStdString(), testing::ContainsRegex("epoch (4.99|5.0)")) << "a whole pixel";
    EXPECT_FALSE(curve().testAttribute(Qt::WA_SetCursor));
    moveTo(curve().positionOf(CurveHandle{Kind::target}));
    EXPECT_EQ(curve().cursor().shape(), Qt::SizeVerCursor);
    EXPECT_THAT(place->text().toStdString(), testing::HasSubstr("epoch 10"));
}

TEST_F(ScheduleInChart, KeysThatTheHandlesHaveNoUseForAreThoseOfTheChart) {
    showLiveRun();
    QTest::keyClick(&curve(), Qt::Key_Plus);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view().xAt(0) > 1; }, patience));
    QTest::keyClick(&curve(), Qt::Key_Home);
    EXPECT_TRUE(QTest::qWaitFor([&] { return view().xAt(0) == 0; }, patience));
    EXPECT_FALSE(draft.schedule().isChanged());
}

TEST_F(ScheduleInChart, AClickOnTheLineOfADrawnCurveAddsAKnot) {
    showLiveRun();
    draft.propose(withShape(drafted(), run::ScheduleShape::drawn));
    ASSERT_EQ(drafted().knots.size(), 5U);
    const QPoint line = placeOf(4.75, run::sparsityAt(drafted(), StepIndex{475})).toPoint();
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, line + QPoint(0, 25));
    EXPECT_EQ(drafted().knots.size(), 5U);
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, line);
    EXPECT_EQ(drafted().knots.size(), 6U);
}

TEST_F(ScheduleInChart, EverySparsityCanBeReachedAndNoHandleIsBesideThePlot) {
    showLiveRun(0.3);
    EXPECT_TRUE(reachesFrom0To100()) << "the plan alone would need no more than 30 %";
    // The last epochs alone, where the plan is flat.
    const QPoint right(view().width() - 20, view().height() / 2);
    for (int turn = 0; turn < 50 && view().xAt(0) <= 7; ++turn) {
        QWheelEvent wheel(right, view().viewport()->mapToGlobal(right), {}, {0, 240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        // Qt hands on to what lies behind only what comes from a hand.
        QCoreApplication::sendEvent(view().viewport(), &wheel);
        QTest::qWait(50);
    }
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return view().xAt(0) > 7 && placeOf(10, 0.9).y() < plot().top(); }, patience))
        << "zoomed in both directions";
    run::SparsitySchedule more = drafted();
    more.target = 0.9;
    draft.propose(more);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return curve().positionOf(CurveHandle{Kind::target}).y() > plot().top() - 1; }, patience));
}

TEST_F(ScheduleInChart, WithoutALiveRunNothingLiesOverTheChart) {
    showLiveRun();
    run.stageNow = RunModel::Stage::finished;
    emit run.stageChanged();
    EXPECT_FALSE(curve().isVisible());
    EXPECT_EQ(curve().focusPolicy(), Qt::NoFocus);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !reachesFrom0To100(); }, patience))
        << "the axis holds what was measured alone";
}

TEST_F(ScheduleInChart, AScheduleThatIsOutOfSightCanStillBeTyped) {
    showLiveRun();
    page.findChild<QAction*>(QStringLiteral("sparsityChartShown"))->setChecked(false);
    EXPECT_FALSE(curve().isVisible());
    run::SparsitySchedule other = drafted();
    other.target = 0.8;
    draft.propose(other);
    EXPECT_EQ(drafted().target, 0.8);
    EXPECT_EQ(draft.handles(), nullptr);
    panel().setLogarithmic(true);
    page.findChild<QAction*>(QStringLiteral("sparsityChartShown"))->setChecked(true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !curve().isVisible(); }, patience))
        << "sparsities do not go up evenly there";
    panel().setLogarithmic(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return curve().isVisible() && agrees(10); }, patience));
}

}  // namespace
}  // namespace prunescope::ui
