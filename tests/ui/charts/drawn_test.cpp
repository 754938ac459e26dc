// What a legend names is in the picture: every kind of curve, in the window and in files.
#include "ui/charts/drawn.h"

#include "ui/charts/xy_chart.h"
#include "ui/support/theme.h"

namespace prunescope::ui {
namespace {

using test::media;
using test::pictureOf;
using test::pixelsOf;

struct Kind {
    const char* name;
    ChartSeries series;
    int values = 40;
};

/// Every way in which a curve can be drawn, each in a colour of its own.
std::vector<Kind> kinds() {
    std::vector<Kind> all;
    const auto add = [&](const char* name, int values = 40) -> ChartSeries& {
        const int hue = static_cast<int>(all.size()) * 30;
        all.push_back({name, {.colour = QColor::fromHsv(hue, 255, 200)}, values});
        return all.back().series;
    };
    add("line");
    add("dashes").style = Qt::DashLine;
    add("dots").style = Qt::DotLine;
    add("dashes and dots").style = Qt::DashDotLine;
    add("thin").width = thinLine;
    add("line with points", 8).points = true;
    add("line of one value", 1).points = true;
    add("line of one value without points", 1);
    add("points", 8).style = Qt::NoPen;
    add("more points than a line would show", 300).style = Qt::NoPen;
    add("from its end").anchoredAtEnd = true;
    add("smoothed").smoothed = true;
    return all;
}

class Drawn : public testing::TestWithParam<bool> {};

TEST_P(Drawn, EveryKindOfCurveInEveryMedium) {
    Theme theme;
    TimeAxis axis;
    axis.setUnit(view::TimeUnit::step);
    std::vector<Kind> all = kinds();
    std::vector<view::Timeline> times(all.size());
    std::vector<view::Curve> curves(all.size());
    std::vector<ChartSeries> series;
    for (std::size_t k = 0; k < all.size(); ++k) {
        for (int i = 0; i < all[k].values; ++i) {
            const std::int64_t step = all[k].values == 1 ? 500 : 10 + 980 * i / (all[k].values - 1);
            times[k].append({.step = step, .epoch = static_cast<double>(step) / 100});
            // A little slope: a flat thin line may fall between two rows of pixels.
            curves[k].append(static_cast<double>(k) + 1 + 0.4 * static_cast<double>(i) / all[k].values);
        }
        all[k].series.label = QLatin1String(all[k].name);
        all[k].series.times = &times[k];
        all[k].series.curve = &curves[k];
        series.push_back(all[k].series);
    }
    ChartPanel panel(theme, axis);
    panel.setSmoothing(0.5);
    panel.setLogarithmic(GetParam());
    panel.setSeries(series);
    panel.resize(700, 500);
    panel.show();
    test::settle(axis);
    for (const test::Medium medium : media) {
        const test::Picture picture = pictureOf(panel, medium);
        for (const Kind& kind : all)
            EXPECT_GE(pixelsOf(kind.series.colour, picture.image, picture.plot), 10)
                << kind.name << " in " << test::nameOf(medium);
    }
}

INSTANTIATE_TEST_SUITE_P(LinearAndLogarithmic, Drawn, testing::Bool());

TEST(DrawnXy, EveryKindOfCurveInEveryMedium) {
    Theme theme;
    XyChart chart(theme);
    std::vector<XySeries> all;
    for (const Qt::PenStyle style : {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::NoPen}) {
        for (const bool markers : {true, false}) {
            if (style == Qt::NoPen && !markers) continue;
            const auto k = static_cast<int>(all.size());
            all.push_back({.label = QString::number(k),
                           .legend = QString::number(k),
                           .colour = QColor::fromHsv(k * 40, 255, 200),
                           .line = style,
                           .markers = markers,
                           .points = {{.x = 1, .y = k + 1.0}, {.x = 2, .y = k + 1.0}}});
        }
    }
    chart.setSeries(all);
    chart.resize(500, 400);
    chart.show();
    const QTemporaryDir folder;
    const auto exported = [&](const char* name) {
        QString error;
        EXPECT_TRUE(chart.exportTo(folder.filePath(QLatin1String(name)), error));
        return folder.filePath(QLatin1String(name));
    };
    QSvgRenderer svg(exported("a.svg"));
    QImage drawn(svg.viewBox().size() * 2, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&drawn);
    svg.render(&painter);
    painter.end();
    const QRect plot(chart.plot().pos(), chart.plot().size());
    for (const auto& [picture, scale] :
         {std::pair{chart.grab().toImage(), 1}, {QImage(exported("a.png")), 2}, {drawn, 2}}) {
        const QRect part = plot.translated(0, picture.height() / scale - chart.height());
        for (const XySeries& s : all)
            EXPECT_GE(pixelsOf(s.colour, picture, QRect(part.topLeft() * scale, part.size() * scale)), 10)
                << s.label.toStdString() << " at " << scale;
    }
}

class DrawnCurve : public testing::Test {
protected:
    /// A panel with one red curve of these values, a step each.
    ChartPanel& show(const std::vector<double>& values, ChartSeries like = {}) {
        axis.setUnit(view::TimeUnit::step);
        for (const double value : values) {
            const auto step = static_cast<std::int64_t>(times.size()) + 1;
            times.append({.step = step, .epoch = static_cast<double>(step) / 100});
            curve.append(value);
        }
        like.label = QStringLiteral("curve");
        like.colour = QColor(200, 0, 0);
        like.times = &times;
        like.curve = &curve;
        panel.setSeries({like});
        panel.resize(500, 300);
        panel.show();
        test::settle(axis);
        return panel;
    }
    int red(test::Medium medium = test::Medium::window) {
        const test::Picture picture = pictureOf(panel, medium);
        return pixelsOf(QColor(200, 0, 0), picture.image, picture.plot);
    }
    int redOutside() {
        const test::Picture picture = pictureOf(panel, test::Medium::window);
        const QRect view(test::viewOf(panel).mapTo(&panel, QPoint()), test::viewOf(panel).size());
        constexpr int radius = 4;  // a point on the edge stands over it
        return pixelsOf(QColor(200, 0, 0), picture.image, view) -
               pixelsOf(QColor(200, 0, 0), picture.image,
                        picture.plot.adjusted(-radius, -radius, radius, radius));
    }

    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve curve;
    ChartPanel panel{theme, axis};
};

TEST_F(DrawnCurve, ASingleValueAmongZerosIsSeenOnALogarithmicAxis) {
    std::vector<double> values(60, 0.0);
    values[30] = 13'220;
    panel.setLogarithmic(true);
    show(values);
    EXPECT_GE(red(), 20);
    axis.setZoom(std::pair{1.0, 20.0});
    test::settle(axis);
    EXPECT_EQ(red(), 0) << "here all are zero";
    EXPECT_TRUE(panel.findChild<QWidget*>(QStringLiteral("chartNothing"))->isVisible());
}

TEST_F(DrawnCurve, NothingIsDrawnBesideThePlot) {
    for (const bool points : {false, true}) {
        show(std::vector<double>(200, 3.0), {.points = points});
        EXPECT_GT(red(), 0);
        for (const auto& zoom : {std::pair{50.0, 60.0}, std::pair{190.0, 200.0}, std::pair{1.0, 4.0}}) {
            axis.setZoom(zoom);
            test::settle(axis);
            EXPECT_EQ(redOutside(), 0) << zoom.first << " to " << zoom.second << (points ? ", points" : "");
        }
    }
}

TEST_F(DrawnCurve, AValueFarFromAllOthersIsMarkedAtTheEdge) {
    std::vector<double> values;
    for (int i = 0; i < 300; ++i) values.push_back(100 + i % 7);
    values[150] = 189'432;
    panel.setFit(YFit::Kind::robust);
    show(values);
    const test::Picture picture = pictureOf(panel, test::Medium::window);
    QRect edge = picture.plot;
    edge.setHeight(10);
    EXPECT_GE(pixelsOf(QColor(200, 0, 0), picture.image, edge), 10) << "a sign that something lies beyond";
    EXPECT_GE(red(), 300) << "and the others are no flat line";
    EXPECT_TRUE(test::viewOf(panel).accessibleDescription().contains(QStringLiteral("beyond the axis")));
}

}  // namespace
}  // namespace prunescope::ui
