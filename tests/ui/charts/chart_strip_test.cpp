#include "ui/charts/chart_strip.h"

#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/drawn.h"
#include "ui/support/contrast.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QGraphicsScene>
#include <QLabel>
#include <QPainter>
#include <cmath>
#include <limits>

namespace prunescope::ui {
namespace {

/// Curves over ten epochs, a moment in every tenth of one.
class ChartStripTest : public testing::Test {
protected:
    ChartStripTest() { axis.setUnit(view::TimeUnit::epoch); }

    /// `value` of a row and an epoch, as a share.
    void show(std::size_t rows, const std::function<double(std::size_t, double)>& value, double until = 10) {
        curves.assign(rows, {});
        times = {};
        grow(0, until, value);
        panel.setShare(true);
        panel.setLeastRange(0, 100);
        panel.setForm(ChartForm::strip);
        panel.setSeries(series());
        panel.setLastMoment({.step = 100, .epoch = 10});
        panel.resize(700, 200);
        panel.show();
        test::settle(axis);
    }
    void grow(double from, double until, const std::function<double(std::size_t, double)>& value) {
        for (int i = static_cast<int>(std::lround(10 * from)); i <= std::lround(10 * until); ++i) {
            times.append({.step = i, .epoch = i / 10.0});
            for (std::size_t row = 0; row < curves.size(); ++row) curves[row].append(value(row, i / 10.0));
        }
    }
    std::vector<ChartSeries> series() const {
        std::vector<ChartSeries> all;
        for (std::size_t row = 0; row < curves.size(); ++row)
            all.push_back({.label = QStringLiteral("layer%1").arg(row),
                           .colour = Qt::red,
                           .times = &times,
                           .curve = &curves[row]});
        return all;
    }
    /// In the middle of a row, in coordinates of the picture.
    QPoint placeOf(std::size_t row, double epoch) const {
        const ChartView& view = test::viewOf(panel);
        const QRectF plot = view.chart()->plotArea();
        const double height = plot.height() / static_cast<double>(curves.size());
        return {static_cast<int>(view.pixelOf(epoch)),
                static_cast<int>(plot.top() + (static_cast<double>(row) + 0.5) * height)};
    }
    QColor pixel(std::size_t row, double epoch) {
        const QPoint place = test::viewOf(panel).mapTo(&panel, placeOf(row, epoch));
        return panel.grab().toImage().pixelColor(place);
    }
    QString said() const { return panel.findChild<QLabel*>(QStringLiteral("chartPlace"))->text(); }
    QStringList written() const {
        QStringList texts;
        for (const PaintedText& painted : paintedTexts(*test::viewOf(panel).viewport()))
            texts << painted.text;
        return texts;
    }

    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    std::vector<view::Curve> curves;
    ChartPanel panel{theme, axis};
};

/// The colours have 256 steps.
QColor shadeOf(const Theme& theme, double share) {
    return theme.shade(std::round(255 * share) / 255);
}

TEST_F(ChartStripTest, EachRowHasTheColourOfItsValueInBothThemes) {
    for (const Theme::Choice choice : {Theme::Choice::light, Theme::Choice::dark}) {
        theme.choose(choice);
        show(5, [](std::size_t row, double) { return static_cast<double>(row) / 4; });
        EXPECT_EQ(pixel(0, 5), shadeOf(theme, 0));
        EXPECT_EQ(pixel(1, 5), shadeOf(theme, 0.25));
        EXPECT_EQ(pixel(4, 5), shadeOf(theme, 1));
        EXPECT_GE(contrast(pixel(0, 5), theme.surface()), 3) << "a value is never taken for none";
    }
}

TEST_F(ChartStripTest, TheFirstRowIsOnTopAndTimeRunsToTheRight) {
    show(2, [](std::size_t row, double epoch) { return row == 0 && epoch >= 5 ? 1.0 : 0.0; });
    EXPECT_EQ(pixel(0, 2), shadeOf(theme, 0));
    EXPECT_EQ(pixel(0, 8), shadeOf(theme, 1));
    EXPECT_EQ(pixel(1, 8), shadeOf(theme, 0));
}

TEST_F(ChartStripTest, WhatIsNotYetAndWhatIsNotKnownHasTheGround) {
    show(
        2,
        [](std::size_t row, double epoch) {
            return row == 1 && epoch > 2 ? std::numeric_limits<double>::quiet_NaN() : 0.5;
        },
        6);
    EXPECT_EQ(pixel(0, 5), shadeOf(theme, 0.5));
    EXPECT_EQ(pixel(0, 8), theme.surface()) << "after the last moment";
    EXPECT_EQ(pixel(1, 1), shadeOf(theme, 0.5));
    EXPECT_EQ(pixel(1, 5), theme.surface()) << "not a number";
}

TEST_F(ChartStripTest, AStripThatGrowsLooksLikeOneThatWasDrawnAtOnce) {
    const auto value = [](std::size_t row, double epoch) {
        return 0.5 + 0.5 * std::sin(epoch + static_cast<double>(row));
    };
    show(20, value, 3);
    grow(3.1, 6, value);
    panel.follow();
    test::settle(axis);
    grow(6.1, 9.5, value);
    panel.follow();
    test::settle(axis);
    const QImage grown = panel.grab().toImage();
    show(20, value, 9.5);
    EXPECT_EQ(panel.grab().toImage(), grown);
}

TEST_F(ChartStripTest, AZoomShowsItsPart) {
    show(1, [](std::size_t, double epoch) { return epoch < 5 ? 0.0 : 1.0; });
    axis.setZoom(std::pair{6.0, 8.0});
    test::settle(axis);
    EXPECT_EQ(pixel(0, 6.1), shadeOf(theme, 1)) << "what was measured before still holds";
    EXPECT_EQ(pixel(0, 7.9), shadeOf(theme, 1));
}

TEST_F(ChartStripTest, OfSixtyRowsAsManyNamesAreWrittenAsFit) {
    show(60, [](std::size_t, double) { return 0.5; });
    const QRectF plot = test::viewOf(panel).chart()->plotArea();
    std::vector<QRectF> names;
    for (const PaintedText& painted : paintedTexts(*test::viewOf(panel).viewport())) {
        if (!painted.text.startsWith(QStringLiteral("layer"))) continue;
        EXPECT_LE(painted.place.right(), plot.left());
        EXPECT_GE(painted.place.left(), 0);
        for (const QRectF& other : names) {
            EXPECT_FALSE(other.adjusted(1, 2, -1, -2).intersects(painted.place.adjusted(1, 2, -1, -2)))
                << painted.text.toStdString();
        }
        names.push_back(painted.place);
    }
    EXPECT_GE(names.size(), 4U);
    EXPECT_LT(names.size(), 20U);
    EXPECT_TRUE(written().contains(QStringLiteral("layer0")));
}

TEST_F(ChartStripTest, TheScaleOfColoursHasItsNumbers) {
    show(3, [](std::size_t, double) { return 0.5; });
    EXPECT_TRUE(written().contains(QStringLiteral("0 %")));
    EXPECT_TRUE(written().contains(QStringLiteral("100 %")));
    EXPECT_FALSE(panel.findChild<ChartLegend*>()->isVisible()) << "the names stand beside their rows";
}

TEST_F(ChartStripTest, ThePointerReadsLayerMomentAndValue) {
    show(4, [](std::size_t row, double) { return static_cast<double>(row) / 4; });
    QMouseEvent move(QEvent::MouseMove, placeOf(3, 5),
                     test::viewOf(panel).viewport()->mapToGlobal(placeOf(3, 5)), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(test::viewOf(panel).viewport(), &move);
    EXPECT_THAT(said().toStdString(), testing::StartsWith("layer3, epoch "));
    EXPECT_THAT(said().toStdString(), testing::HasSubstr("75.00"));
}

TEST_F(ChartStripTest, KeysGoFromRowToRow) {
    show(3, [](std::size_t row, double) { return static_cast<double>(row) / 4; });
    ChartView& view = test::viewOf(panel);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_THAT(said().toStdString(), testing::StartsWith("layer0: "));
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_THAT(said().toStdString(), testing::StartsWith("layer1: "));
    EXPECT_THAT(view.accessibleDescription().toStdString(), testing::StartsWith("layer1: "));
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Up);
    EXPECT_THAT(said().toStdString(), testing::StartsWith("layer0: ")) << "the first row is the last one up";
}

TEST_F(ChartStripTest, WithoutValuesItSaysSo) {
    show(3, [](std::size_t, double) { return std::numeric_limits<double>::quiet_NaN(); });
    EXPECT_TRUE(panel.findChild<QWidget*>(QStringLiteral("chartNothing"))->isVisible());
    for (const QString& text : written()) {
        EXPECT_FALSE(text.contains(QStringLiteral("layer")) || text.contains(QLatin1Char('%')))
            << text.toStdString();
    }
}

TEST_F(ChartStripTest, APictureForAFileHasTheStrip) {
    show(2, [](std::size_t row, double) { return static_cast<double>(row); });
    for (const test::Medium medium : {test::Medium::png, test::Medium::svg}) {
        const test::Picture picture = test::pictureOf(panel, medium);
        EXPECT_GT(test::pixelsOf(shadeOf(theme, 1), picture.image, picture.plot), 1000)
            << test::nameOf(medium);
    }
}

TEST_F(ChartStripTest, AsLinesItIsAChartLikeOthers) {
    show(2, [](std::size_t row, double) { return 0.2 + static_cast<double>(row) / 2; });
    panel.setForm(ChartForm::lines);
    panel.setSeries(series());
    test::settle(axis);
    EXPECT_TRUE(panel.findChild<ChartLegend*>()->isVisible());
    EXPECT_GT(test::pixelsOf(Qt::red, panel.grab().toImage(), test::plotOf(panel)), 100);
    EXPECT_EQ(test::pixelsOf(shadeOf(theme, 0.2), panel.grab().toImage(), test::plotOf(panel)), 0);
}

TEST(ShareOf, CountsEvenlyOrInPowersOfTen) {
    const ChartStrip::View plain{.columns = {}, .low = 10, .high = 20};
    EXPECT_DOUBLE_EQ(ChartStrip::shareOf(15, plain), 0.5);
    EXPECT_DOUBLE_EQ(ChartStrip::shareOf(5, plain), 0);
    EXPECT_DOUBLE_EQ(ChartStrip::shareOf(25, plain), 1);
    const ChartStrip::View percent{.columns = {}, .kind = view::AxisKind::percent, .low = 0, .high = 50};
    EXPECT_DOUBLE_EQ(ChartStrip::shareOf(0.25, percent), 0.5);
    const ChartStrip::View decades{
        .columns = {}, .kind = view::AxisKind::logarithmic, .low = 0.001, .high = 10};
    EXPECT_DOUBLE_EQ(ChartStrip::shareOf(0.1, decades), 0.5);
    EXPECT_EQ(ChartStrip::shareOf(0, decades), 0) << "zeros lie below the picture";
    EXPECT_TRUE(std::isnan(ChartStrip::shareOf(std::nan(""), plain)));
}

}  // namespace
}  // namespace prunescope::ui
