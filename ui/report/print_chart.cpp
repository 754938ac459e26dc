#include "ui/report/print_chart.h"

#include "ui/support/engine_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

using paper::pt;
using Style = PrintChart::Style;

const paper::Ink labelInk{.points = 7, .colour = paper::muted};
constexpr double labelHeight = pt(10);
constexpr std::size_t columns = 700;  ///< that a curve is thinned to
constexpr std::size_t markRows = 3;
constexpr double mostXSteps = 13;

struct Frame {
    QRectF area{};  ///< of the curves
    view::Axis x;
    view::Axis y;

    double px(double value) const { return area.left() + area.width() * x.fractionOf(value); }
    double py(double value) const { return area.bottom() - area.height() * y.fractionOf(value); }
};

struct PlacedMark {
    double epoch = 0;
    QString label;
    std::size_t row = markRows;  ///< `markRows`: no room for a label
};

void label(QPainter& painter, QPointF baseline, const QString& text, Qt::Alignment alignment) {
    painter.setFont(paper::fontOf(labelInk));
    painter.setPen(labelInk.colour);
    const double width = paper::textWidth(text, labelInk);
    const double shift = alignment.testFlag(Qt::AlignRight)     ? width
                         : alignment.testFlag(Qt::AlignHCenter) ? width / 2
                                                                : 0;
    painter.drawText(baseline - QPointF(shift, 0), text);
}

/// Each mark's label takes the first row where it has room.
std::vector<PlacedMark> placedMarks(const PrintChart& chart, const Frame& frame) {
    std::vector<double> takenTo(markRows, -1e12);
    std::vector<PlacedMark> placed;
    for (const report::Mark& mark : chart.marks) {
        if (!(mark.epoch >= frame.x.range().from && mark.epoch <= frame.x.range().to)) continue;
        PlacedMark m{mark.epoch, paper::shortened(engineText(mark.label), labelInk, paper::bodyWidth * 0.4)};
        const double half = paper::textWidth(m.label, labelInk) / 2;
        const double centre = frame.px(mark.epoch);
        const auto row = std::find_if(takenTo.begin(), takenTo.end(),
                                      [&](double taken) { return centre - half > taken + pt(4); });
        if (row != takenTo.end()) {
            *row = centre + half;
            m.row = static_cast<std::size_t>(row - takenTo.begin());
        }
        placed.push_back(std::move(m));
    }
    return placed;
}

Frame frameOf(const PrintChart& chart) {
    const auto yKind = chart.yIsShare ? view::AxisKind::percent : view::AxisKind::plain;
    const auto xRange = chart.x.to > chart.x.from ? chart.x : view::Range{0, 1};
    Frame frame{.x = view::Axis::within(view::AxisKind::plain, xRange, mostXSteps),
                .y = view::Axis::around(yKind, chart.y, std::max(2.0, chart.height / pt(26) - 1))};
    double left = 0;
    for (const double tick : frame.y.ticks()) {
        left = std::max(left, paper::textWidth(QString::fromStdString(frame.y.textOf(tick)), labelInk));
    }
    frame.area = QRectF(left + pt(6), pt(6), paper::bodyWidth - left - pt(16), chart.height - pt(34));
    return frame;
}

void drawAxes(QPainter& painter, const Frame& frame) {
    for (const double tick : frame.y.ticks()) {
        const double y = frame.py(tick);
        painter.setPen(QPen(paper::hairline, pt(0.5)));
        painter.drawLine(QPointF(frame.area.left(), y), QPointF(frame.area.right(), y));
        label(painter, {frame.area.left() - pt(4), y + pt(2.5)}, QString::fromStdString(frame.y.textOf(tick)),
              Qt::AlignRight);
    }
    for (const double tick : frame.x.ticks()) {
        const double x = frame.px(tick);
        painter.setPen(QPen(paper::muted, pt(0.5)));
        painter.drawLine(QPointF(x, frame.area.bottom()), QPointF(x, frame.area.bottom() + pt(3)));
        label(painter, {x, frame.area.bottom() + pt(11)}, QString::fromStdString(frame.x.textOf(tick)),
              Qt::AlignHCenter);
    }
    painter.setPen(QPen(paper::muted, pt(0.5)));
    painter.drawLine(frame.area.bottomLeft(), frame.area.bottomRight());
    label(painter, {frame.area.right(), frame.area.bottom() + pt(21)},
          QCoreApplication::translate("prunescope::ui::ReportWriter", "epoch"), Qt::AlignRight);
}

void drawMarks(QPainter& painter, const std::vector<PlacedMark>& marks, const Frame& frame) {
    for (const PlacedMark& mark : marks) {
        const double x = frame.px(mark.epoch);
        painter.setPen(QPen(paper::muted, pt(0.6), Qt::DotLine));
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()));
        if (mark.row == markRows) continue;
        const double half = std::min(paper::textWidth(mark.label, labelInk), paper::bodyWidth) / 2;
        const double centre = std::clamp(x, half, paper::bodyWidth - half);
        label(painter, {centre, frame.area.top() - pt(3) - static_cast<double>(mark.row) * labelHeight},
              mark.label, Qt::AlignHCenter);
    }
}

QPen penOf(const PrintChart::Series& series) {
    QPen pen(series.colour, pt(1.1), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (series.style == Style::faint) pen = QPen(paper::tint(series.colour, 0.45), pt(0.35));
    if (series.style == Style::broad) pen.setWidthF(pt(2));
    if (series.style == Style::dashed) pen.setDashPattern({4, 2.5});
    return pen;
}

void drawSeries(QPainter& painter, const PrintChart::Series& series, const Frame& frame) {
    const auto points = view::minMaxThinned(series.points, frame.x.range().from, frame.x.range().to, columns);
    if (series.style == Style::dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(series.colour);
        for (const view::Point& p : points) {
            if (std::isfinite(p.y)) painter.drawEllipse(QPointF(frame.px(p.x), frame.py(p.y)), pt(2), pt(2));
        }
        return;
    }
    QPainterPath path;
    bool drawing = false;
    for (const view::Point& p : points) {
        if (!std::isfinite(p.y)) {
            drawing = false;
            continue;
        }
        const QPointF at(frame.px(p.x), frame.py(p.y));
        drawing ? path.lineTo(at) : path.moveTo(at);
        drawing = true;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(series));
    painter.drawPath(path);
}

struct LegendEntry {
    const PrintChart::Series* series;
    QString label;  ///< shortened where the name of a layer is longer than a part of the line
    QPointF at;
};

/// Entries in rows; returns the height of all.
double legendOf(const PrintChart& chart, std::vector<LegendEntry>& entries) {
    double x = 0;
    double y = 0;
    for (const auto& series : chart.series) {
        if (series.label.isEmpty() || series.points.empty()) continue;
        const QString label = paper::shortened(series.label, labelInk, paper::bodyWidth * 0.4);
        const double width = pt(20) + paper::textWidth(label, labelInk) + pt(14);
        if (x > 0 && x + width > paper::bodyWidth) {
            x = 0;
            y += labelHeight;
        }
        entries.push_back({&series, label, {x, y}});
        x += width;
    }
    return entries.empty() ? 0 : y + labelHeight + pt(3);
}

void drawLegend(QPainter& painter, const std::vector<LegendEntry>& entries, QPointF at) {
    for (const LegendEntry& entry : entries) {
        const QPointF middle = at + entry.at + QPointF(0, pt(5));
        painter.setBrush(entry.series->colour);
        if (entry.series->style == Style::dots) {
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(middle + QPointF(pt(8), 0), pt(2), pt(2));
        } else {
            QPen pen = penOf(*entry.series);
            pen.setWidthF(std::max(pen.widthF(), pt(1.1)));
            painter.setPen(pen);
            painter.drawLine(middle, middle + QPointF(pt(16), 0));
        }
        label(painter, middle + QPointF(pt(20), pt(2.5)), entry.label, Qt::AlignLeft);
    }
}

void placeTitle(PageFlow& flow, const QString& title, const QString& note, double follows) {
    const TextBlock head(title, {.points = 8.5, .bold = true}, paper::bodyWidth);
    const TextBlock small(note, {.points = 7.5, .colour = paper::muted}, paper::bodyWidth);
    const double noteHeight = note.isEmpty() ? 0 : small.height();
    flow.skip(pt(6));
    flow.require(head.height() + noteHeight + pt(3) + follows);
    flow.place(head.height() + noteHeight + pt(3), [=](QPainter& painter, QPointF at) {
        head.draw(painter, at);
        if (noteHeight > 0) small.draw(painter, at + QPointF(0, head.height()));
    });
}

}  // namespace

void placeChart(PageFlow& flow, const PrintChart& chart) {
    std::vector<LegendEntry> measured;
    const double legend = legendOf(chart, measured);
    Frame frame = frameOf(chart);
    const std::vector<PlacedMark> marks = placedMarks(chart, frame);
    double rows = 0;
    for (const PlacedMark& m : marks) {
        if (m.row < markRows) rows = std::max(rows, static_cast<double>(m.row) + 1);
    }
    frame.area.translate(0, legend + rows * labelHeight);
    const double height = chart.height + legend + rows * labelHeight;
    placeTitle(flow, chart.title, chart.note, height);
    flow.place(height, [chart, frame, marks](QPainter& painter, QPointF at) {
        painter.save();
        painter.translate(at);
        std::vector<LegendEntry> entries;
        legendOf(chart, entries);
        drawLegend(painter, entries, {0, 0});
        drawAxes(painter, frame);
        painter.save();
        painter.setClipRect(frame.area.adjusted(-pt(2), -pt(2), pt(2), pt(1)));
        for (const auto& series : chart.series) drawSeries(painter, series, frame);
        painter.restore();
        drawMarks(painter, marks, frame);
        painter.restore();
    });
}

}  // namespace prunescope::ui
