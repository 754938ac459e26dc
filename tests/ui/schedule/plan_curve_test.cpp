// The schedule of a run that has not begun.
#include "ui/curve/plan_curve.h"

#include "ui/curve/schedule_curve.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

namespace prunescope::ui {
namespace {

using Kind = CurveHandle::Kind;

class PlanCurveTest : public testing::Test {
protected:
    PlanCurveTest() {
        plan.target = 0.9;
        plan.start = 0.0725;  // finer than the curve
        plan.end = 0.75;
        plan.freeze = 0.83;
        curve.setPlan(plan, 15);
        curve.resize(480, 320);
        curve.show();
    }
    void drag(CurveHandle handle, QPointF by) {
        ScheduleCurve& drawn = curve.curve();
        const QPoint from = drawn.positionOf(handle).toPoint();
        QTest::mousePress(&drawn, Qt::LeftButton, {}, from);
        QTest::mouseMove(&drawn, from + by.toPoint());
        QTest::mouseRelease(&drawn, Qt::LeftButton, {}, from + by.toPoint());
    }

    Theme theme;
    run::ScheduleConfig plan;
    PlanCurve curve{theme};
};

TEST_F(PlanCurveTest, DraggingTheTargetChangesTheTargetAlone) {
    QSignalSpy edited(&curve, &PlanCurve::edited);
    const ScheduleCurve& drawn = curve.curve();
    const double down = drawn.positionOf(CurvePoint{0, 0.5}).y() - drawn.positionOf(CurvePoint{0, 0.9}).y();
    drag({Kind::target}, {0, down});
    EXPECT_EQ(edited.count(), 1);
    EXPECT_NEAR(curve.plan().target, 0.5, 0.01);
    EXPECT_EQ(curve.plan().start, 0.0725);
    EXPECT_EQ(curve.plan().end, 0.75);
    EXPECT_EQ(curve.plan().freeze, 0.83);
    EXPECT_EQ(curve.plan().shape, "cubic");
}

TEST_F(PlanCurveTest, AnArrowKeyMovesAMomentByAThousandthOfTheRun) {
    curve.curve().setFocus();
    curve.curve().select({Kind::end});
    QTest::keyClick(&curve.curve(), Qt::Key_Left);
    EXPECT_DOUBLE_EQ(curve.plan().end, 0.749);
    QTest::keyClick(&curve.curve(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_DOUBLE_EQ(curve.plan().end, 0.759);
}

TEST_F(PlanCurveTest, WhatCannotBeFollowedSpringsBack) {
    QSignalSpy edited(&curve, &PlanCurve::edited);
    drag({Kind::start}, {400, 0});  // past the end of the ramp
    EXPECT_EQ(edited.count(), 0);
    EXPECT_EQ(curve.plan().start, 0.0725);
}

TEST_F(PlanCurveTest, MomentsAreReadInEpochs) {
    curve.curve().select({Kind::end});
    EXPECT_EQ(curve.curve().accessibleDescription(), QStringLiteral("End: epoch 11.25"));
}

}  // namespace
}  // namespace prunescope::ui
