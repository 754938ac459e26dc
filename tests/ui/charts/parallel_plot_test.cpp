#include "ui/charts/parallel_plot.h"

#include "ui/charts/drawn.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace prunescope::ui {
namespace {

using Brush = std::pair<double, double>;

constexpr double notThere = std::numeric_limits<double>::quiet_NaN();
const QColor oneRed(200, 0, 0);
const QColor oneBlue(0, 0, 200);

/// Two methods at three accuracies: the third is of an unknown rate.
class ParallelPlotTest : public testing::Test {
protected:
    ParallelPlotTest() {
        plot.resize(600, 300);
        show();
        plot.show();
    }
    void show() {
        plot.setData({{.title = QStringLiteral("method"),
                       .categories = {QStringLiteral("gmp"), QStringLiteral("map")}},
                      {.title = QStringLiteral("rate")},
                      {.title = QStringLiteral("accuracy"), .kind = view::AxisKind::percent}},
                     {{.id = QStringLiteral("a"),
                       .explanation = QStringLiteral("a: 90 %"),
                       .colour = oneRed,
                       .values = {0, 1, 0.9}},
                      {.id = QStringLiteral("b"),
                       .explanation = QStringLiteral("b: 80 %"),
                       .colour = oneBlue,
                       .values = {1, 3, 0.8}},
                      {.id = QStringLiteral("c"),
                       .explanation = QStringLiteral("c: 70 %"),
                       .colour = oneBlue,
                       .values = {1, notThere, 0.7}}});
    }
    QPoint on(std::size_t axis, double fraction) const {
        const QRectF place = plot.axisPlace(axis);
        return QPointF(place.left(), place.bottom() - fraction * place.height()).toPoint();
    }
    void drag(std::size_t axis, double from, double to) {
        QTest::mousePress(&plot, Qt::LeftButton, {}, on(axis, from));
        QTest::mouseMove(&plot, on(axis, (from + to) / 2));
        QTest::mouseMove(&plot, on(axis, to));
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, on(axis, to));
    }
    std::vector<bool> lit() const { return {plot.isLit(0), plot.isLit(1), plot.isLit(2)}; }

    Theme theme;
    ParallelPlot plot{theme};
};

TEST_F(ParallelPlotTest, LinesCrossTheAxesAtTheirValues) {
    const QRectF first = plot.axisPlace(0);
    EXPECT_DOUBLE_EQ(plot.crossing(0, 0).y(), first.bottom() - 0.25 * first.height())
        << "the lower of two words";
    EXPECT_DOUBLE_EQ(plot.crossing(1, 0).y(), first.bottom() - 0.75 * first.height());
    EXPECT_LT(plot.crossing(1, 1).y(), plot.crossing(0, 1).y()) << "3 is above 1";
    EXPECT_GT(plot.crossing(2, 1).y(), plot.axisPlace(1).bottom()) << "unknown stands below the axis";
    EXPECT_LT(plot.axisPlace(0).left(), plot.axisPlace(1).left());
    EXPECT_LT(plot.axisPlace(2).left(), plot.width());
}

TEST_F(ParallelPlotTest, DraggingOnAnAxisDimsTheLinesThatPassElsewhere) {
    QSignalSpy brushed(&plot, &ParallelPlot::brushed);
    drag(0, 0.6, 0.9);
    EXPECT_THAT(lit(), testing::ElementsAre(false, true, true));
    EXPECT_EQ(plot.litLines(), 2U);
    EXPECT_GT(brushed.count(), 0);
    drag(1, 0.0, 1.0);
    EXPECT_THAT(lit(), testing::ElementsAre(false, true, false)) << "what is unknown lies in no brush";
    QTest::mouseClick(&plot, Qt::LeftButton, {}, on(0, 0.5));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, on(1, 0.5));
    EXPECT_EQ(plot.litLines(), 3U) << "a click takes a brush away";
}

TEST_F(ParallelPlotTest, ADimmedLineHasNothingOfItsColourLeft) {
    const auto reds = [&] { return test::pixelsOf(oneRed, plot.grab().toImage(), plot.rect()); };
    EXPECT_GT(reds(), 100);
    drag(0, 0.6, 0.9);
    EXPECT_EQ(reds(), 0);
}

TEST_F(ParallelPlotTest, AClickOnATitleTurnsTheAxis) {
    const double before = plot.crossing(0, 2).y();
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(static_cast<int>(plot.axisPlace(2).left()) - 4, 4));
    EXPECT_TRUE(plot.isFlipped(2));
    const QRectF place = plot.axisPlace(2);
    EXPECT_NEAR(plot.crossing(0, 2).y(), place.top() + place.bottom() - before, 1e-9);
    // A brush is of values: in the turned axis it is dragged where they stand now.
    drag(2, 0.0, 0.1);
    EXPECT_THAT(lit(), testing::ElementsAre(true, false, false)) << "90 % stands at the bottom";
}

TEST_F(ParallelPlotTest, KeysMoveTheEdgesOfABrush) {
    QSignalSpy said(&plot, &ParallelPlot::pointed);
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Right);
    EXPECT_EQ(said.back()[0].toString(), QStringLiteral("accuracy: all values"));
    for (int i = 0; i < 4; ++i) QTest::keyClick(&plot, Qt::Key_Down);
    ASSERT_TRUE(plot.brush(2));
    EXPECT_NEAR(plot.brush(2)->second, 0.8, 1e-9);
    EXPECT_THAT(lit(), testing::ElementsAre(false, true, true)) << "90 % is the top of the axis";
    for (int i = 0; i < 4; ++i) QTest::keyClick(&plot, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_NEAR(plot.brush(2)->first, 0.2, 1e-9);
    EXPECT_THAT(lit(), testing::ElementsAre(false, true, false));
    EXPECT_EQ(said.back()[0].toString(), QStringLiteral("accuracy: 74.00 % to 86.00 %"));
    QTest::keyClick(&plot, Qt::Key_F);
    EXPECT_TRUE(plot.isFlipped(2));
    QTest::keyClick(&plot, Qt::Key_Down);
    EXPECT_NEAR(plot.brush(2)->first, 0.25, 1e-9) << "up is up on the screen";
    QTest::keyClick(&plot, Qt::Key_Delete);
    EXPECT_FALSE(plot.brush(2));
    QTest::keyClick(&plot, Qt::Key_Left);
    EXPECT_EQ(said.back()[0].toString(), QStringLiteral("rate: all values"));
}

TEST_F(ParallelPlotTest, ALineIsReadByThePointerAndChosenByAClick) {
    QSignalSpy pointed(&plot, &ParallelPlot::pointed);
    QSignalSpy activated(&plot, &ParallelPlot::activated);
    const QPoint between = ((plot.crossing(0, 0) + plot.crossing(0, 1)) / 2).toPoint();
    QTest::mouseMove(&plot, between);
    ASSERT_GE(pointed.count(), 1);
    EXPECT_EQ(pointed.back()[0].toString(), QStringLiteral("a: 90 %"));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, between);
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].toString(), QStringLiteral("a"));
}

TEST_F(ParallelPlotTest, NewDataKeepTheBrushesOfTheirAxes) {
    plot.setBrush(0, Brush{0.5, 1});
    plot.flip(2);
    show();
    ASSERT_TRUE(plot.brush(0));
    EXPECT_TRUE(plot.isFlipped(2));
    EXPECT_FALSE(plot.isLit(0));
    plot.setData({{.title = QStringLiteral("other")}}, {{.colour = oneRed, .values = {1}}});
    EXPECT_FALSE(plot.brush(0));
    EXPECT_EQ(plot.litLines(), 1U);
}

TEST_F(ParallelPlotTest, NothingAndASingleLineCanBeDrawn) {
    plot.setData({}, {});
    plot.grab();
    QTest::keyClick(&plot, Qt::Key_Up);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, {50, 50});
    plot.setData({{.title = QStringLiteral("one")}, {.title = QStringLiteral("two")}},
                 {{.colour = oneRed, .values = {1, notThere}}});
    EXPECT_GT(test::pixelsOf(oneRed, plot.grab().toImage(), plot.rect()), 50);
}

TEST_F(ParallelPlotTest, AThousandLinesAreBrushedAsFastAsADragMoves) {
    std::vector<ParallelLine> lines;
    for (int i = 0; i < 1000; ++i) {
        const double x = i / 999.0;
        lines.push_back({.colour = i % 2 == 0 ? oneRed : oneBlue,
                         .values = {x, 1 - x, std::fmod(x * 7, 1), std::fmod(x * 13, 1), x * x, 1 - x * x}});
    }
    std::vector<ParallelAxis> axes;
    for (int i = 0; i < 6; ++i) axes.push_back({.title = QString::number(i)});
    plot.setData(axes, lines);
    plot.resize(1200, 400);
    plot.grab();
    QElapsedTimer clock;
    clock.start();
    constexpr int moves = 20;
    for (int i = 1; i <= moves; ++i) {
        plot.setBrush(0, Brush{0, i / static_cast<double>(moves)});
        plot.grab();
    }
    // Far more than it takes on an idle machine: what is caught is a drawing that takes a second.
    EXPECT_LT(clock.elapsed() / moves, 500);
    EXPECT_EQ(plot.litLines(), 1000U);
}

}  // namespace
}  // namespace prunescope::ui
