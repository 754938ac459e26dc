// The handles of a live run's schedule over a picture, of which a test says where it has the run.

#include "schedule_page_fixture.h"

namespace prunescope::ui {
namespace {

/// Counts what of the mouse reaches a widget.
class Presses : public QObject {
public:
    explicit Presses(QWidget& watched) { watched.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        if (event->type() == QEvent::MouseButtonPress) ++count;
        return false;
    }
};

class LiveCurveTest : public SchedulePageTest {
protected:
    /// The second half of the run and the upper half of the sparsities: 0.8 pixels a step, 4 pixels a
    /// percent.
    void zoom() {
        CurveFrame half = wholeRun;
        half.firstStep = 500;
        half.lowest = 0.5;
        curve().setFrame(half);
    }
    const SparsitySchedule& draft() const { return draft_.schedule().draft(); }
};

TEST_F(LiveCurveTest, StepsAndSparsitiesLieWhereThePictureHasThem) {
    showRun(RunModel::Stage::running);
    EXPECT_EQ(curve().positionOf(CurvePoint{250, 0.5}), QPointF(140, 120));
    zoom();
    EXPECT_EQ(curve().positionOf(CurvePoint{750, 0.75}), QPointF(240, 120));
    EXPECT_EQ(curve().geometry(), canvas_.rect());
    canvas_.resize(600, 300);
    EXPECT_EQ(curve().geometry(), canvas_.rect());
}

TEST_F(LiveCurveTest, AHandleOfAZoomedPictureIsDraggedInItsScale) {
    showRun(RunModel::Stage::running);
    zoom();
    // The end, at step 700: pixel 200; 80 pixels are 100 steps.
    const QPoint end = curve().positionOf(CurveHandle{Kind::end}).toPoint();
    ASSERT_EQ(end, QPoint(200, 60));
    QTest::mousePress(&curve(), Qt::LeftButton, {}, end);
    QTest::mouseMove(&curve(), end - QPoint(80, 0));
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, end - QPoint(80, 0));
    EXPECT_EQ(draft().end, StepIndex{600});
    // The target, at 90 %: 20 pixels are 5 %, and no sparsity below the foot of the picture is reached.
    const QPoint target = curve().positionOf(CurveHandle{Kind::target}).toPoint();
    QTest::mousePress(&curve(), Qt::LeftButton, {}, target);
    QTest::mouseMove(&curve(), target + QPoint(0, 20));
    EXPECT_DOUBLE_EQ(draft_.schedule().shown().target, 0.85);
    QTest::mouseMove(&curve(), target + QPoint(0, 300));
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, target + QPoint(0, 300));
    EXPECT_DOUBLE_EQ(draft().target, 0.5);
}

TEST_F(LiveCurveTest, HandlesBesideWhatIsShownAreNotThereForMouseAndKeys) {
    showRun(RunModel::Stage::running);
    zoom();
    curve().setFocus(Qt::TabFocusReason);
    QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&curve(), &in);
    EXPECT_EQ(curve().selected().kind, Kind::end) << "the start is left of the picture";
    CurveFrame early = wholeRun;
    early.lastStep = 90;
    curve().setFrame(early);
    EXPECT_EQ(curve().focusPolicy(), Qt::NoFocus) << "no handle is in the first 90 steps";
    EXPECT_EQ(draft_.handles(), nullptr);
    for (int x = 0; x < canvas_.width(); x += 5) {
        QTest::mousePress(&curve(), Qt::LeftButton, {}, QPoint(x, 215));
        EXPECT_FALSE(curve().isDragging()) << x;
        QTest::mouseRelease(&curve(), Qt::LeftButton, {}, QPoint(x, 215));
    }
    curve().setFrame(wholeRun);
    EXPECT_EQ(curve().focusPolicy(), Qt::TabFocus);
    EXPECT_EQ(draft_.handles(), &curve());
}

TEST_F(LiveCurveTest, AClickBesideTheHandlesIsThatOfThePicture) {
    showRun(RunModel::Stage::running);
    const Presses reached(canvas_);
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, curve().positionOf(CurveHandle{Kind::end}).toPoint());
    EXPECT_EQ(reached.count, 0);
    // The line of a curve that is not drawn has no knots.
    const double there = run::sparsityAt(planned(), StepIndex{400});
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, curve().positionOf(CurvePoint{400, there}).toPoint());
    QTest::mouseClick(&curve(), Qt::RightButton, {}, curve().positionOf(CurveHandle{Kind::end}).toPoint());
    EXPECT_EQ(reached.count, 2);
    EXPECT_EQ(draft(), planned());
}

TEST_F(LiveCurveTest, AHandleThatIsTakenHasTheKeyboard) {
    showRun(RunModel::Stage::running);
    find<QLineEdit>("reasonField").setFocus();
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, curve().positionOf(CurveHandle{Kind::end}).toPoint());
    EXPECT_EQ(window_.focusWidget(), &curve());
    QTest::keyClick(&curve(), Qt::Key_Left);
    EXPECT_EQ(draft().end, StepIndex{699});
}

TEST_F(LiveCurveTest, TheEndOfTheRunTakesTheHandleOutOfTheHand) {
    showRun(RunModel::Stage::running);
    const QPoint target = curve().positionOf(CurveHandle{Kind::target}).toPoint();
    QTest::mousePress(&curve(), Qt::LeftButton, {}, target);
    QTest::mouseMove(&curve(), target + QPoint(0, 60));
    ASSERT_TRUE(curve().isDragging());
    run_.stageNow = RunModel::Stage::finished;
    emit run_.stageChanged();
    EXPECT_FALSE(curve().isDragging());
    EXPECT_FALSE(curve().isVisible());
    EXPECT_EQ(draft_.schedule().shown(), planned());
    EXPECT_EQ(find<QDoubleSpinBox>("targetField").value(), 90);
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, target + QPoint(0, 60));
    EXPECT_EQ(draft(), planned());
}

TEST_F(LiveCurveTest, ADraftThatBeginsBringsThePaneAndSoDoesAskingForTheReason) {
    showRun(RunModel::Stage::running);
    page_.hide();
    const QSignalSpy wanted(&page_, &Page::showRequested);
    curve().select({Kind::target});
    const QPoint target = curve().positionOf(CurveHandle{Kind::target}).toPoint();
    QTest::mousePress(&curve(), Qt::LeftButton, {}, target);
    QTest::mouseMove(&curve(), target + QPoint(0, 60));
    EXPECT_EQ(wanted.count(), 0) << "the picture stands still while a handle is dragged";
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, target + QPoint(0, 60));
    EXPECT_EQ(wanted.count(), 1);
    QTest::keyClick(&curve(), Qt::Key_Down);
    EXPECT_EQ(wanted.count(), 1) << "who folds it away again has seen it";
    QTest::keyClick(&curve(), Qt::Key_Return);
    EXPECT_EQ(wanted.count(), 2);
    QTest::keyClick(&curve(), Qt::Key_Escape);
    ASSERT_EQ(draft(), planned());
    QTest::keyClick(&curve(), Qt::Key_Down);
    EXPECT_EQ(wanted.count(), 3) << "another draft";
}

TEST_F(LiveCurveTest, ItsHeightsAreThoseOfWhatIsSeen) {
    EXPECT_EQ(curve().heights(), std::nullopt) << "without a run";
    showRun(RunModel::Stage::running);
    EXPECT_EQ(curve().heights(), (std::pair{0.0, 0.9}));
    zoom();
    EXPECT_EQ(curve().heights(), (std::pair{0.9, 0.9})) << "end and target";
    type("targetField", 60);
    const auto drafted = curve().heights();
    ASSERT_TRUE(drafted.has_value());
    // The draft from step 500 on: 0.6 (1 - (1 - 400/600)^3) = 0.6 (1 - 1/27).
    EXPECT_NEAR(drafted->first, 0.6 * 26 / 27, 1e-9);
    EXPECT_EQ(drafted->second, 0.6);
}

TEST_F(LiveCurveTest, SaysWhichHandleHasTheKeysAndWhereItStands) {
    showRun(RunModel::Stage::running);
    EXPECT_FALSE(curve().accessibleName().isEmpty());
    curve().select({Kind::end});
    EXPECT_EQ(curve().accessibleDescription(), QStringLiteral("End: epoch 7.00, step 700"));
    type("targetField", 80);
    EXPECT_EQ(curve().accessibleDescription(), QStringLiteral("Target: 80.00 %")) << "what was typed";
}

}  // namespace
}  // namespace prunescope::ui
