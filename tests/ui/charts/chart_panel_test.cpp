#include "ui/charts/chart_panel.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/drawn.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QChart>
#include <QElapsedTimer>
#include <QFile>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QLayout>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QValueAxis>
#include <QWheelEvent>
#include <QXYSeries>

namespace prunescope::ui {
namespace {

class ChartPanelTest : public testing::Test {
protected:
    ChartPanelTest() {
        for (std::int64_t i = 1; i <= 3; ++i) {
            const auto t = static_cast<double>(i);
            times.append({.step = i, .epoch = t / 10, .wallSeconds = t, .processSeconds = t / 2});
            curve.append(t / 4);
        }
        panel.setSeries(
            {{.label = QStringLiteral("a \"b\""), .colour = Qt::red, .times = &times, .curve = &curve}});
    }
    QByteArray exported(const QString& name) {
        QString error;
        const QString path = folder.filePath(name);
        EXPECT_TRUE(panel.exportTo(path, error)) << error.toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir folder;
    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve curve;
    ChartPanel panel{theme, axis};
};

TEST_F(ChartPanelTest, WhereTheCrosshairStandsIsReadWholeBesideALongName) {
    panel.setTitle(QStringLiteral("Attention strength, floor dashed, of every layer"), {});
    panel.resize(220, 200);
    panel.show();
    auto* place = panel.findChild<QLabel*>(QStringLiteral("chartPlace"));
    ASSERT_NE(place, nullptr);
    axis.setCrosshair(2);
    panel.layout()->activate();
    QCoreApplication::processEvents();
    EXPECT_EQ(place->text(), axis.placeText(2));
    EXPECT_GE(place->contentsRect().width(), place->fontMetrics().horizontalAdvance(place->text()));
    EXPECT_EQ(panel.width(), 220);
}

/// Letters for which Qt Charts finds no room are written as dots.
TEST_F(ChartPanelTest, AsLowAsItMayBeItsTimeAxisIsReadWholeBelowALegendOfSeveralLines) {
    std::vector<ChartSeries> layers;
    for (int i = 0; i < 8; ++i)
        layers.push_back({.label = QStringLiteral("stage%1.block1.conv1, attention").arg(i),
                          .colour = Qt::red,
                          .times = &times,
                          .curve = &curve});
    panel.setSeries(layers);
    panel.setTimeLabels(ChartAxes::TimeLabels::titled);
    panel.resize(640, 200);
    panel.show();
    for (int round = 0; round < 3; ++round) {
        panel.resize(640, panel.minimumSizeHint().height());
        QCoreApplication::processEvents();
    }
    EXPECT_GT(panel.findChild<ChartLegend*>()->height(), 2 * panel.fontMetrics().height());
    test::settle(axis);
    panel.grab();
    for (const QGraphicsItem* item : test::viewOf(panel).scene()->items()) {
        const auto* text = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
        if (text == nullptr || !text->isVisible()) continue;
        EXPECT_FALSE(text->toPlainText().contains(QLatin1String("...")));
    }
}

TEST_F(ChartPanelTest, SavesEveryRecordedValueAsCsv) {
    EXPECT_EQ(exported(QStringLiteral("chart.csv")),
              "series,step,epoch,wall_seconds,process_seconds,value\n"
              "\"a \"\"b\"\"\",1,0.10000000000000001,1,0.5,0.25\n"
              "\"a \"\"b\"\"\",2,0.20000000000000001,2,1,0.5\n"
              "\"a \"\"b\"\"\",3,0.29999999999999999,3,1.5,0.75\n");
}

TEST_F(ChartPanelTest, SavesPictures) {
    EXPECT_TRUE(exported(QStringLiteral("chart.png")).startsWith("\x89PNG"));
    EXPECT_TRUE(exported(QStringLiteral("chart.svg")).contains("<svg"));
}

TEST_F(ChartPanelTest, SaysWhyAFileCannotBeWritten) {
    QString error;
    EXPECT_FALSE(panel.exportTo(folder.filePath(QStringLiteral("missing/chart.csv")), error));
    EXPECT_TRUE(error.contains(QStringLiteral("missing/chart.csv")));
}

/// The axes must not draw every old tick of the new range on the way.
TEST_F(ChartPanelTest, AValueThatLeapsUpIsDrawnAtOnce) {
    view::Timeline moments;
    view::Curve leap;
    panel.setSeries({{.label = QStringLiteral("cut"), .colour = Qt::red, .times = &moments, .curve = &leap}});
    panel.resize(400, 300);
    panel.show();
    QElapsedTimer clock;
    clock.start();
    for (const double value : {0.0, 0.001, 2e9}) {
        const auto step = static_cast<std::int64_t>(moments.size()) + 1;
        moments.append({.step = step * step * 1000, .epoch = static_cast<double>(step * step) * 1e6});
        leap.append(value);
        panel.refresh();
        QTest::qWait(200);
    }
    EXPECT_LT(clock.elapsed(), 30'000) << "it would take minutes and gigabytes";
}

TEST_F(ChartPanelTest, AValueThatStandsStillIsShownWithinTheLeastRange) {
    panel.setLeastRange(0, 1);
    panel.resize(400, 300);
    panel.show();
    QTest::qWait(3 * RedrawQueue::chartIntervalMs);
    const auto axes = panel.findChild<ChartView*>()->chart()->axes(Qt::Vertical);
    ASSERT_EQ(axes.size(), 1);
    const auto* y = qobject_cast<QValueAxis*>(axes.front());
    ASSERT_NE(y, nullptr);
    EXPECT_EQ(y->min(), 0) << "the curve runs from 0.25 to 0.75";
    EXPECT_EQ(y->max(), 1);
}

/// A chart on display, of a curve over steps 1 to 1000.
class ShownChartTest : public ChartPanelTest {
protected:
    ShownChartTest() {
        axis.setUnit(view::TimeUnit::step);
        for (std::int64_t i = 1; i <= 1000; ++i) {
            longTimes.append({.step = i, .epoch = static_cast<double>(i) / 100});
            longCurve.append(static_cast<double>(i % 10));
        }
        panel.setSeries({series()});
        panel.setLastMoment({.step = 1000, .epoch = 10});
        panel.resize(500, 300);
        panel.show();
        settle();
    }
    ChartSeries series() const {
        return {.label = QStringLiteral("loss"), .colour = Qt::red, .times = &longTimes, .curve = &longCurve};
    }
    void settle() { test::settle(axis); }
    ChartView& view() { return *panel.findChild<ChartView*>(); }
    QPoint at(double x) {
        return {static_cast<int>(std::lround(view().pixelOf(x))),
                static_cast<int>(view().chart()->plotArea().center().y())};
    }
    std::vector<qsizetype> pointCounts() {
        std::vector<qsizetype> counts;
        for (const QAbstractSeries* s : view().chart()->series())
            counts.push_back(static_cast<const QXYSeries*>(s)->points().size());
        return counts;
    }
    void turnWheel(double x, int delta) {
        const QPoint place = at(x);
        QWheelEvent event(place, view().viewport()->mapToGlobal(place), {}, {0, delta}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view().viewport(), &event);
    }

    view::Timeline longTimes;
    view::Curve longCurve;
};

TEST_F(ShownChartTest, DrawsAtMostTwoPointsAPixel) {
    ASSERT_EQ(pointCounts().size(), 1U);
    EXPECT_LE(pointCounts()[0], 2 * view().chart()->plotArea().width() + 2);
    EXPECT_GE(pointCounts()[0], 200) << "and not nothing";
}

TEST_F(ShownChartTest, AHiddenChartDoesNothingAndCatchesUp) {
    panel.hide();
    panel.setSeries({series()});
    settle();
    EXPECT_EQ(pointCounts(), std::vector<qsizetype>{0});
    panel.show();
    settle();
    EXPECT_GT(pointCounts()[0], 0);
}

TEST_F(ShownChartTest, TheWheelZoomsAroundThePointerForEveryChart) {
    turnWheel(250, 120);
    ASSERT_TRUE(axis.zoom());
    const auto [from, to] = *axis.zoom();
    EXPECT_NEAR(to - from, 1000 / 1.2, 1);
    EXPECT_NEAR((250 - from) / (to - from), 0.25, 0.01) << "what is under the pointer stays there";
    turnWheel(250, -1200);
    EXPECT_FALSE(axis.zoom()) << "zoomed out as far as it goes";
}

TEST_F(ShownChartTest, DraggingPansAndStopsAtTheEnds) {
    axis.setZoom(std::pair{400.0, 600.0});
    settle();
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, at(500));
    QTest::mouseMove(view().viewport(), at(450));
    ASSERT_TRUE(axis.zoom());
    EXPECT_NEAR(axis.zoom()->first, 450, 2);
    QTest::mouseMove(view().viewport(), at(500) - QPoint(100'000, 0));
    EXPECT_NEAR(axis.zoom()->second, 1000, 1e-6);
    EXPECT_NEAR(axis.zoom()->second - axis.zoom()->first, 200, 1e-6);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, at(450));
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, at(450));
    EXPECT_FALSE(axis.zoom());
}

TEST_F(ShownChartTest, ThePointerMovesTheCrosshairAndTakesItAway) {
    QTest::mouseMove(view().viewport(), at(300));
    ASSERT_TRUE(axis.crosshair());
    EXPECT_NEAR(*axis.crosshair(), 300, 3);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&view(), &leave);
    EXPECT_FALSE(axis.crosshair());
}

TEST_F(ShownChartTest, KeysZoomAndMoveTheCrosshair) {
    axis.setCrosshair(500);
    QTest::keyClick(&view(), Qt::Key_Right);
    EXPECT_NEAR(*axis.crosshair(), 510, 1e-6);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_NEAR(*axis.crosshair(), 410, 1e-6);
    QTest::keyClick(&view(), Qt::Key_Plus);
    ASSERT_TRUE(axis.zoom());
    QTest::keyClick(&view(), Qt::Key_Home);
    EXPECT_FALSE(axis.zoom());
    QTest::keyClick(&view(), Qt::Key_Escape);
    EXPECT_FALSE(axis.crosshair());
}

TEST_F(ShownChartTest, AMarkIsOpenedByClickAndByKeys) {
    panel.setMarks({{.moment = {.step = 200}, .text = QStringLiteral("edit"), .event = 7},
                    {.moment = {.step = 800}, .text = QStringLiteral("phase"), .event = 9}});
    settle();
    QSignalSpy opened(&panel, &ChartPanel::markActivated);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at(500));
    EXPECT_EQ(opened.count(), 0) << "there is no mark";
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at(200) + QPoint(3, 0));
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.takeFirst().at(0).toLongLong(), 7);
    axis.setCrosshair(300);
    QTest::keyClick(&view(), Qt::Key_PageDown);
    QTest::keyClick(&view(), Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.takeFirst().at(0).toLongLong(), 9);
}

TEST_F(ShownChartTest, ASmoothedCurveStaysBehindAsAFaintLine) {
    ChartSeries smoothed = series();
    smoothed.smoothed = true;
    panel.setSmoothing(0.9);
    panel.setSeries({smoothed});
    settle();
    const auto all = view().chart()->series();
    ASSERT_EQ(all.size(), 2);
    const auto* raw = static_cast<const QXYSeries*>(all[0]);
    const auto* smooth = static_cast<const QXYSeries*>(all[1]);
    const QColor ground = theme.surface();
    const auto distance = [&](const QXYSeries& line) {
        const QColor colour = line.pen().color();
        return std::abs(colour.red() - ground.red()) + std::abs(colour.green() - ground.green()) +
               std::abs(colour.blue() - ground.blue());
    };
    EXPECT_LT(distance(*raw), distance(*smooth) / 2);
    EXPECT_EQ(raw->pen().color().alpha(), 255) << "translucent lines take too long to draw";
    const auto spread = [](const QXYSeries& line) {
        double low = 1e9;
        double high = -1e9;
        for (const QPointF& p : line.points()) {
            if (p.x() < 100) continue;
            low = std::min(low, p.y());
            high = std::max(high, p.y());
        }
        return high - low;
    };
    EXPECT_EQ(spread(*raw), 9);
    EXPECT_LT(spread(*smooth), 3);
    panel.setSmoothing(0);
    settle();
    EXPECT_EQ(raw->points().size(), 0) << "without smoothing there is one line";
    EXPECT_EQ(spread(*smooth), 9);
}

TEST_F(ShownChartTest, ALogarithmicAxisLeavesOutWhatItCannotShow) {
    panel.setLogarithmic(true);
    settle();
    ASSERT_FALSE(static_cast<const QXYSeries*>(view().chart()->series()[0])->points().isEmpty());
    for (const QPointF& p : static_cast<const QXYSeries*>(view().chart()->series()[0])->points())
        EXPECT_GT(p.y(), 0);
    panel.setLogarithmic(false);
    settle();
    EXPECT_FALSE(panel.isLogarithmic());
}

TEST_F(ShownChartTest, NumbersAreSavedBesideTheWindow) {
    QSignalSpy saved(&panel, &ChartPanel::saved);
    const QString path = folder.filePath(QStringLiteral("late.csv"));
    panel.save(path);
    ASSERT_TRUE(saved.wait(5000));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 1 + 1000);
}

TEST_F(ShownChartTest, AFailureToSaveIsShownInTheChart) {
    auto* message = panel.findChild<MessageBar*>();
    ASSERT_NE(message, nullptr);
    for (const auto& name : {QStringLiteral("missing/chart.csv"), QStringLiteral("missing/chart.png")}) {
        message->clear();
        panel.save(folder.filePath(name));
        EXPECT_TRUE(QTest::qWaitFor([&] { return message->isVisible(); }, 5000));
        EXPECT_TRUE(message->text().contains(name));
    }
}

/// The panel of a run that is closed while a file is being written.
TEST_F(ChartPanelTest, IsDestroyedSafelyWhileItSaves) {
    const QString path = folder.filePath(QStringLiteral("closed.csv"));
    {
        ChartPanel closed(theme, axis);
        closed.setSeries(
            {{.label = QStringLiteral("a"), .colour = Qt::red, .times = &times, .curve = &curve}});
        closed.save(path);
    }
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 1 + 3) << "nothing is cut off";
}

TEST_F(ChartPanelTest, ZoomAndCrosshairAreSharedAndAnotherUnitResetsTheZoom) {
    QSignalSpy changed(&axis, &TimeAxis::changed);
    axis.setZoom(std::pair{0.1, 0.2});
    axis.setZoom(std::pair{0.1, 0.2});
    EXPECT_EQ(changed.count(), 1) << "the same zoom is no change";
    axis.setUnit(view::TimeUnit::step);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_FALSE(axis.zoom());
}

}  // namespace
}  // namespace prunescope::ui
