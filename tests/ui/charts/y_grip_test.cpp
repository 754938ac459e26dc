#include "ui/charts/drawn.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QValueAxis>
#include <QWheelEvent>
#include <cmath>

namespace prunescope::ui {
namespace {

/// A chart on display of a curve that goes from 0 to 9 and back a hundred times, and the axis of its values.
class YGripTest : public testing::Test {
protected:
    YGripTest() {
        axis.setUnit(view::TimeUnit::step);
        for (int i = 1; i <= 1000; ++i) grow(i % 10);
        panel.setSeries({series(curve)});
        panel.resize(500, 300);
        panel.show();
        test::settle(axis);
        fitted = range();
    }
    void grow(double value) {
        const auto step = static_cast<std::int64_t>(times.size()) + 1;
        times.append({.step = step, .epoch = static_cast<double>(step) / 100});
        curve.append(value);
        other.append(1000 * value);
    }
    ChartSeries series(const view::Curve& values) const {
        return {.label = QStringLiteral("loss"), .colour = Qt::red, .times = &times, .curve = &values};
    }

    QWidget& picture() const { return *test::viewOf(panel).viewport(); }
    QRectF plot() const { return test::viewOf(panel).chart()->plotArea(); }
    YRange::Range range() const {
        const QAbstractAxis* y = test::viewOf(panel).chart()->axes(Qt::Vertical).front();
        if (const auto* decades = qobject_cast<const QLogValueAxis*>(y))
            return {decades->min(), decades->max()};
        const auto* plain = static_cast<const QValueAxis*>(y);
        return {plain->min(), plain->max()};
    }
    double length() const { return fitted.second - fitted.first; }
    bool isHeld() const { return panel.findChild<QAction*>(QStringLiteral("fitValues"))->isEnabled(); }

    /// Among the labels, this share of the plot's height above its bottom.
    QPoint onLabels(double share) const {
        return {static_cast<int>(plot().left() / 2),
                static_cast<int>(std::lround(plot().bottom() - share * plot().height()))};
    }
    /// Downward by a share of the plot's height.
    void drag(double share) {
        const QPoint from = onLabels(0.5);
        const QPoint to = from + QPoint(0, static_cast<int>(std::lround(share * plot().height())));
        QTest::mousePress(&picture(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&picture(), to);
        QTest::mouseRelease(&picture(), Qt::LeftButton, {}, to);
        test::settle(axis);
    }
    void turnWheel(const QPoint& place, int delta) {
        QWheelEvent event(place, picture().mapToGlobal(place), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&picture(), &event);
        test::settle(axis);
    }
    void doubleClick(const QPoint& place) {
        QTest::mouseDClick(&picture(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(&picture(), Qt::LeftButton, {}, place);
        test::settle(axis);
    }
    void hover(const QPoint& place) {
        QMouseEvent move(QEvent::MouseMove, place, picture().mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&picture(), &move);
    }
    void press(Qt::Key key) {
        QTest::keyClick(&test::viewOf(panel), key, Qt::ControlModifier);
        test::settle(axis);
    }
    void expectRange(double from, double to) const {
        const double pixel = length() / plot().height();
        EXPECT_NEAR(range().first, from, pixel);
        EXPECT_NEAR(range().second, to, pixel);
    }

    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve curve, other;
    ChartPanel panel{theme, axis};
    YRange::Range fitted;
};

TEST_F(YGripTest, FitsTheValuesUntilSomebodyTakesHoldOfIt) {
    EXPECT_EQ(fitted, YRange::Range(0, 10));
    EXPECT_FALSE(isHeld());
    QTest::mouseClick(&picture(), Qt::LeftButton, {}, onLabels(0.5));
    test::settle(axis);
    EXPECT_FALSE(isHeld()) << "a click moves nothing";
}

TEST_F(YGripTest, WhatIsDraggedStaysUnderThePointer) {
    drag(0.25);
    expectRange(2.5, 12.5);
    EXPECT_TRUE(isHeld());
    drag(-0.5);
    expectRange(-2.5, 7.5);
    EXPECT_FALSE(axis.zoom()) << "time stands still";
}

TEST_F(YGripTest, TheWheelOverTheLabelsZoomsAroundThePointer) {
    turnWheel(onLabels(0.25), 120);
    // 2.5 stays a quarter up.
    expectRange(2.5 - 0.25 * 10 / 1.2, 2.5 + 0.75 * 10 / 1.2);
    EXPECT_FALSE(axis.zoom());
    turnWheel(plot().center().toPoint(), 120);
    EXPECT_TRUE(axis.zoom()) << "in the plot it zooms time";
    expectRange(2.5 - 0.25 * 10 / 1.2, 2.5 + 0.75 * 10 / 1.2);
}

TEST_F(YGripTest, StandsStillWhenDataComeUntilADoubleClick) {
    drag(0.25);
    grow(100);
    panel.refresh();
    test::settle(axis);
    expectRange(2.5, 12.5);
    EXPECT_THAT(test::viewOf(panel).accessibleDescription().toStdString(),
                testing::HasSubstr("Triangles at the edge"));
    doubleClick(onLabels(0.5));
    EXPECT_GE(range().second, 100);
    EXPECT_FALSE(isHeld());
}

TEST_F(YGripTest, AZoomOfTimeLeavesItWhereItIs) {
    drag(0.25);
    axis.setZoom(std::pair{400.0, 403.0});
    test::settle(axis);
    expectRange(2.5, 12.5);
}

TEST_F(YGripTest, TheMenuHasItFitAgain) {
    drag(0.25);
    auto* fit = panel.findChild<QAction*>(QStringLiteral("fitValues"));
    EXPECT_TRUE(fit->isEnabled());
    fit->trigger();
    test::settle(axis);
    EXPECT_EQ(range(), fitted);
    EXPECT_FALSE(fit->isEnabled());
}

TEST_F(YGripTest, KeysMoveAndZoomIt) {
    press(Qt::Key_Up);
    expectRange(1, 11);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    expectRange(-1, 9);
    press(Qt::Key_Up);
    press(Qt::Key_Plus);
    expectRange(5 - 5 / 1.5, 5 + 5 / 1.5);
    press(Qt::Key_Minus);
    expectRange(0, 10);
    EXPECT_TRUE(isHeld());
    EXPECT_FALSE(axis.zoom()) << "without Ctrl they zoom time";
    press(Qt::Key_Home);
    EXPECT_FALSE(isHeld());
}

TEST_F(YGripTest, AnotherRunIsFitted) {
    drag(0.25);
    axis.reset();
    test::settle(axis);
    EXPECT_EQ(range(), fitted);
}

TEST_F(YGripTest, OtherCurvesAreFittedAndTheSameOnesAreNot) {
    drag(0.25);
    panel.setSeries({series(curve)});
    test::settle(axis);
    expectRange(2.5, 12.5);
    panel.setSeries({series(other)});
    test::settle(axis);
    EXPECT_EQ(range(), YRange::Range(0, 10'000));
    EXPECT_FALSE(isHeld());
}

TEST_F(YGripTest, AnotherWayToCountFitsAgain) {
    for (const bool fromZero : {true, false}) {
        drag(0.25);
        EXPECT_TRUE(isHeld());
        panel.setFromZero(fromZero);
        test::settle(axis);
        EXPECT_FALSE(isHeld());
    }
    drag(0.25);
    panel.setLogarithmic(true);
    test::settle(axis);
    EXPECT_FALSE(isHeld());
}

TEST_F(YGripTest, ALogarithmicOneMovesByFactors) {
    panel.setLogarithmic(true);
    test::settle(axis);
    EXPECT_NEAR(range().first, 1, 1e-6);
    EXPECT_NEAR(range().second, 10, 1e-6);
    drag(0.5);
    EXPECT_NEAR(std::log10(range().first), 0.5, 0.01);
    EXPECT_NEAR(std::log10(range().second), 1.5, 0.01);
}

TEST_F(YGripTest, AStripOfColoursHasNothingToTakeHoldOf) {
    panel.setForm(ChartForm::strip);
    test::settle(axis);
    drag(0.25);
    EXPECT_FALSE(isHeld());
    hover(onLabels(0.5));
    EXPECT_NE(picture().cursor().shape(), Qt::SizeVerCursor);
}

TEST_F(YGripTest, ThePointerSaysWhereItIs) {
    axis.setCrosshair(500);
    hover(onLabels(0.5));
    EXPECT_EQ(picture().cursor().shape(), Qt::SizeVerCursor);
    EXPECT_FALSE(axis.crosshair()) << "the labels are no moment of the run";
    hover(plot().center().toPoint());
    EXPECT_EQ(picture().cursor().shape(), Qt::ArrowCursor);
}

TEST_F(YGripTest, ADragThatBeginsInThePlotIsNoneOfTheAxis) {
    QTest::mousePress(&picture(), Qt::LeftButton, {}, plot().center().toPoint());
    QTest::mouseMove(&picture(), onLabels(0.1));
    QTest::mouseRelease(&picture(), Qt::LeftButton, {}, onLabels(0.1));
    test::settle(axis);
    EXPECT_FALSE(isHeld());
}

TEST_F(YGripTest, APictureForAFileShowsWhatIsHeld) {
    const auto redInUpperHalf = [this](test::Medium medium) {
        const test::Picture picture = test::pictureOf(panel, medium);
        const QRect upper(picture.plot.topLeft(), QSize(picture.plot.width(), picture.plot.height() / 2));
        return test::pixelsOf(Qt::red, picture.image, upper);
    };
    for (const test::Medium medium : test::media)
        EXPECT_GT(redInUpperHalf(medium), 100) << test::nameOf(medium);
    drag(1);
    for (const test::Medium medium : test::media)
        EXPECT_EQ(redInUpperHalf(medium), 0) << test::nameOf(medium);
}

TEST_F(YGripTest, NoCurveLeavesThePlotOfAFile) {
    drag(0.25);
    for (const test::Medium medium : test::media) {
        const auto [image, plot] = test::pictureOf(panel, medium);
        const QRect below(plot.left(), plot.bottom() + 4, plot.width(), image.height() - plot.bottom() - 4);
        EXPECT_GT(test::pixelsOf(Qt::red, image, plot), 100) << test::nameOf(medium);
        EXPECT_EQ(test::pixelsOf(Qt::red, image, below), 0) << test::nameOf(medium);
    }
}

TEST_F(YGripTest, TheDescriptionSaysWhatIsHeldAndWhichKeysThereAre) {
    const auto said = [this] { return test::viewOf(panel).accessibleDescription().toStdString(); };
    EXPECT_THAT(said(), testing::HasSubstr("With Ctrl"));
    EXPECT_THAT(said(), testing::Not(testing::HasSubstr("is held")));
    press(Qt::Key_Up);
    EXPECT_THAT(said(), testing::HasSubstr("The axis of the values is held at 1 to 11."));
}

}  // namespace
}  // namespace prunescope::ui
