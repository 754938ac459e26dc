#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_view.h"

#include <gtest/gtest.h>

#include <QChart>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

/// What of a chart's colours is found in its picture: on the screen and in files.
namespace prunescope::test {

/// Until what was asked for is drawn, however busy the machine is.
inline void settle(ui::TimeAxis& axis) {
    for (int round = 0; round < 2; ++round) {
        QTest::qWait(ui::RedrawQueue::chartIntervalMs);
        EXPECT_TRUE(QTest::qWaitFor([&] { return axis.redraws().isIdle(); }, 20'000));
    }
}

/// Pixels in this part of a picture whose colour is this one, or almost.
inline int pixelsOf(const QColor& colour, const QImage& picture, const QRect& part) {
    constexpr int almost = 40;
    int found = 0;
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    const QRect seen = part.intersected(pixels.rect());
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(pixels.constScanLine(y));
        for (int x = seen.left(); x <= seen.right(); ++x) {
            const int away = std::abs(qRed(line[x]) - colour.red()) +
                             std::abs(qGreen(line[x]) - colour.green()) +
                             std::abs(qBlue(line[x]) - colour.blue());
            found += away < almost ? 1 : 0;
        }
    }
    return found;
}

inline ui::ChartView& viewOf(const ui::ChartPanel& panel) {
    return *panel.findChild<ui::ChartView*>();
}

/// Where the plot lies in the panel.
inline QRect plotOf(const ui::ChartPanel& panel) {
    const ui::ChartView& view = viewOf(panel);
    return view.chart()->plotArea().toRect().translated(view.mapTo(&panel, QPoint()));
}

enum class Medium { window, png, svg };
inline constexpr Medium media[] = {Medium::window, Medium::png, Medium::svg};

inline const char* nameOf(Medium medium) {
    return medium == Medium::window ? "window" : medium == Medium::png ? "PNG" : "SVG";
}

struct Picture {
    QImage image;
    QRect plot;
};

/// `scale` of files: pixels to a pixel of the window.
inline Picture pictureOf(ui::ChartPanel& panel, Medium medium) {
    const QRect plot = plotOf(panel);
    if (medium == Medium::window) return {panel.grab().toImage(), plot};
    const QTemporaryDir folder;
    const QString path =
        folder.filePath(medium == Medium::png ? QStringLiteral("a.png") : QStringLiteral("a.svg"));
    QString error;
    EXPECT_TRUE(panel.exportTo(path, error)) << error.toStdString();
    QImage image;
    constexpr int scale = 2;
    if (medium == Medium::png) {
        image = QImage(path);
    } else {
        QSvgRenderer svg(path);
        image = QImage(svg.viewBox().size() * scale, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        svg.render(&painter);
    }
    // A file's legend may be higher than that of the window.
    const QRect lower = plot.translated(0, image.height() / scale - panel.height());
    return {image, QRect(lower.topLeft() * scale, lower.size() * scale)};
}

}  // namespace prunescope::test
