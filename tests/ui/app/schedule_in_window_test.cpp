// The schedule of a live run in the whole window: bent in the chart of sparsity, applied in the pane beside
// it.
#include "ui/app/scenes.h"
#include "ui/app/whole_window.h"
#include "ui/curve/schedule_curve.h"

#include <gtest/gtest.h>

#include <QDoubleSpinBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

namespace prunescope::ui {
namespace {

using Kind = CurveHandle::Kind;

class ScheduleInWindow : public WholeWindowTest {
protected:
    /// A run that holds with a target of 97.5 %, watched.
    void watchARun() {
        whole.open();
        whole.window->resize(1500, 900);
        ASSERT_TRUE(whole.holdARun());
        whole.find<QTabWidget>("pages")->setCurrentIndex(1);
        ASSERT_TRUE(QTest::qWaitFor([&] { return curve().isVisible(); }, 10'000));
        Scenes::settle();
    }
    ScheduleCurve& curve() const { return *whole.find<ScheduleCurve>("scheduleCurve"); }
    bool paneIsSeen() const { return whole.find<QWidget>("schedulePage")->isVisible(); }
    double typedTarget() const { return whole.find<QDoubleSpinBox>("targetField")->value(); }
};

TEST_F(ScheduleInWindow, NumbersFollowTheHandleAndHandlesTheNumbers) {
    watchARun();
    ASSERT_DOUBLE_EQ(typedTarget(), 97.5);
    const QPoint from = curve().positionOf(CurveHandle{Kind::target}).toPoint();
    const QPoint to(from.x(), curve().positionOf(CurvePoint{0, 0.8}).toPoint().y());
    QTest::mousePress(&curve(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&curve(), to);
    EXPECT_NEAR(typedTarget(), 80, 2) << "while the handle is in the hand";
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, to);
    EXPECT_NEAR(typedTarget(), 80, 2);
    EXPECT_TRUE(whole.find<QPushButton>("applyButton")->isEnabled());
    whole.find<QDoubleSpinBox>("targetField")->setValue(50);
    EXPECT_NEAR(curve().positionOf(CurveHandle{Kind::target}).y(), curve().positionOf(CurvePoint{0, 0.5}).y(),
                1);
    whole.find<QPushButton>("revertButton")->click();
    EXPECT_DOUBLE_EQ(typedTarget(), 97.5);
}

TEST_F(ScheduleInWindow, TheFoldedPaneComesWhenThereIsSomethingToApply) {
    watchARun();
    action("sidesAction")->trigger();
    ASSERT_FALSE(paneIsSeen());
    curve().select({Kind::target});
    QTest::keyClick(&curve(), Qt::Key_Down);
    EXPECT_TRUE(paneIsSeen());
    EXPECT_TRUE(action("sidesAction")->isChecked());
    EXPECT_NEAR(typedTarget(), 97.4, 1e-9);
    action("sidesAction")->trigger();
    QTest::keyClick(&curve(), Qt::Key_Down);
    EXPECT_FALSE(paneIsSeen()) << "who folds it away again has seen it";
    QTest::keyClick(&curve(), Qt::Key_Return);
    EXPECT_TRUE(paneIsSeen()) << "the reason is asked for there";
    EXPECT_EQ(whole.window->focusWidget(), whole.find<QWidget>("reasonField"));
}

}  // namespace
}  // namespace prunescope::ui
