// What an XyPlot draws, from back to front.

#include "ui/charts/xy_plot.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <QPen>
#include <QPolygonF>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr double plotLineWidth = 2;
constexpr double markRadius = 3.5;
constexpr double emphasisedRadius = 1.5 * markRadius;  ///< half of what keeps its label away
constexpr double ringRadius = 2 * markRadius;
constexpr float bandAlpha = 0.18F;

}  // namespace

void XyPlot::drawAxes(QPainter& painter, const Frame& f) const {
    const double line = fontMetrics().height();
    const double letter = fontMetrics().averageCharWidth();
    for (const double tick : f.y.ticks()) {
        const double y = f.area.bottom() - f.area.height() * f.y.fractionOf(tick);
        painter.setPen(theme_.hairline());
        painter.drawLine(QPointF(f.area.left(), y), QPointF(f.area.right(), y));
        painter.setPen(theme_.mutedText());
        painter.drawText(QRectF(0, y - line / 2, f.area.left() - letter, line),
                         Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(f.y.textOf(tick)));
    }
    for (const double tick : f.x.ticks()) {
        const double x = f.area.left() + f.area.width() * f.x.fractionOf(tick);
        painter.setPen(theme_.hairline());
        painter.drawLine(QPointF(x, f.area.top()), QPointF(x, f.area.bottom()));
        painter.setPen(theme_.mutedText());
        const QString text = QString::fromStdString(f.x.textOf(tick));
        const double wide = fontMetrics().horizontalAdvance(text) + 2.0;
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QRectF(left, f.area.bottom() + line * 0.25, wide, line), Qt::AlignCenter, text);
    }
    painter.setPen(theme_.mutedText());
    painter.drawLine(f.area.bottomLeft(), f.area.bottomRight());
    painter.drawText(QRectF(f.area.left(), f.area.bottom() + line * 1.4, f.area.width(), line * 1.2),
                     Qt::AlignRight | Qt::AlignVCenter, x_.title);
    painter.drawText(QRectF(letter, 0, width() - 2 * letter, line * 1.2), Qt::AlignLeft | Qt::AlignVCenter,
                     y_.title);
}

void XyPlot::drawBand(QPainter& painter, const Frame& f, const XySeries& series) const {
    if (!series.band) return;
    QPolygonF upper;
    QPolygonF lower;
    for (const XyPoint& p : series.points) {
        if (!isDrawable(p) || !hasSpread(p)) continue;
        lower << f.at({.x = p.x, .y = p.spread->first});
        upper << f.at({.x = p.x, .y = p.spread->second});
    }
    std::reverse(upper.begin(), upper.end());
    painter.setPen(Qt::NoPen);
    QColor fill = series.colour;
    // Bands lie over each other: each is seen through the others.
    fill.setAlphaF(bandAlpha);
    painter.setBrush(fill);
    painter.drawPolygon(lower + upper);
}

void XyPlot::drawLine(QPainter& painter, const Frame& f, const XySeries& series) const {
    if (series.line == Qt::NoPen) return;
    QPolygonF line;
    for (const XyPoint& p : series.points) {
        if (isDrawable(p)) line << f.at(p);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(series.colour, plotLineWidth, series.line));
    painter.drawPolyline(line);
}

void XyPlot::drawSpread(QPainter& painter, const Frame& f, const XySeries& series) const {
    if (series.band) return;
    painter.setPen(QPen(series.colour, 1));
    for (const XyPoint& p : series.points) {
        if (!isDrawable(p) || !hasSpread(p)) continue;
        const QPointF low = f.at({.x = p.x, .y = p.spread->first});
        const QPointF high = f.at({.x = p.x, .y = p.spread->second});
        const QPointF half(markRadius, 0);
        painter.drawLine(low, high);
        painter.drawLine(low - half, low + half);
        painter.drawLine(high - half, high + half);
    }
}

/// An emphasised point is told by its shape as well: a diamond with a rim.
void XyPlot::drawMarks(QPainter& painter, const Frame& f, const XySeries& series) const {
    if (!series.markers) return;
    for (const XyPoint& p : series.points) {
        if (!isDrawable(p)) continue;
        const QPointF at = f.at(p);
        if (p.chosen) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme_.text(), 1));
            painter.drawEllipse(at, ringRadius, ringRadius);
        }
        painter.setBrush(series.colour);
        if (!p.emphasised) {
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(at, markRadius, markRadius);
            continue;
        }
        const double r = ringRadius;
        painter.setPen(QPen(theme_.text(), 1));
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)});
    }
}

void XyPlot::drawLabels(QPainter& painter, const Frame& f) const {
    std::vector<XyLabel> labels;
    for (const XyPoint* p : marks())
        labels.push_back({f.at(*p), p->label, p->emphasised ? emphasisedRadius : markRadius});
    painter.setPen(theme_.text());
    // A line behind a label would strike it through.
    painter.setBackground(theme_.surface());
    painter.setBackgroundMode(Qt::OpaqueMode);
    drawMarkLabels(painter, labels, f.area);
    painter.setBackgroundMode(Qt::TransparentMode);
    drawEndLabels(painter, ends(&f), f.area);
}

/// Labels of the curves' ends; without a frame nowhere.
std::vector<XyLabel> XyPlot::ends(const Frame* f) const {
    std::vector<XyLabel> labels;
    for (const XySeries& s : series_) {
        const auto last = std::find_if(s.points.rbegin(), s.points.rend(),
                                       [this](const XyPoint& p) { return isDrawable(p); });
        if (s.endLabel.isEmpty() || last == s.points.rend()) continue;
        labels.push_back({f != nullptr ? f->at(*last) : QPointF(), s.endLabel, 0, s.colour});
    }
    return labels;
}

void XyPlot::drawPointed(QPainter& painter) const {
    const std::optional<Frame> f = frame();
    const auto all = marks();
    if (!f || !pointed_ || *pointed_ >= all.size()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.accent(), plotLineWidth));
    painter.drawEllipse(f->at(*all[*pointed_]), 2.5 * markRadius, 2.5 * markRadius);
}

}  // namespace prunescope::ui
