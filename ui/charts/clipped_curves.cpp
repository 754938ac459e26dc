#include "ui/charts/clipped_curves.h"

#include "ui/charts/chart_lines.h"

#include <QChart>
#include <QGraphicsPathItem>
#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QScatterSeries>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace prunescope::ui {
namespace {

/// The part of a segment that lies in a rectangle, after Liang and Barsky.
std::optional<QLineF> partWithin(const QLineF& segment, const QRectF& area) {
    double begin = 0;
    double end = 1;
    const std::array<std::pair<double, double>, 4> edges{{{-segment.dx(), segment.x1() - area.left()},
                                                          {segment.dx(), area.right() - segment.x1()},
                                                          {-segment.dy(), segment.y1() - area.top()},
                                                          {segment.dy(), area.bottom() - segment.y1()}}};
    for (const auto& [towards, room] : edges) {
        if (towards == 0 && room < 0) return std::nullopt;
        if (towards < 0) begin = std::max(begin, room / towards);
        if (towards > 0) end = std::min(end, room / towards);
    }
    if (begin > end) return std::nullopt;
    return QLineF(segment.pointAt(begin), segment.pointAt(end));
}

QPainterPath lineWithin(const QList<QPointF>& places, const QRectF& area) {
    QPainterPath path;
    for (qsizetype i = 1; i < places.size(); ++i) {
        const auto part = partWithin({places[i - 1], places[i]}, area);
        if (!part) continue;
        if (path.isEmpty() || path.currentPosition() != part->p1()) path.moveTo(part->p1());
        path.lineTo(part->p2());
    }
    return path;
}

QPainterPath pointsWithin(const QList<QPointF>& places, const QRectF& area, double radius) {
    QPainterPath path;
    for (const QPointF& place : places) {
        if (area.contains(place)) path.addEllipse(place, radius, radius);
    }
    return path;
}

std::unique_ptr<QGraphicsItem> itemOf(const QPainterPath& path, const QPen& pen, const QBrush& brush,
                                      QChart& chart) {
    auto item = std::make_unique<QGraphicsPathItem>(path, &chart);
    item->setPen(pen);
    item->setBrush(brush);
    item->setZValue(zOfCurves);
    return item;
}

}  // namespace

ClippedCurves::ClippedCurves(QChart& chart) {
    for (QAbstractSeries* each : chart.series()) {
        auto* series = qobject_cast<QXYSeries*>(each);
        if (series == nullptr || !series->isVisible()) continue;
        draw(chart, *series);
        hidden_.push_back(series);
    }
    for (QXYSeries* series : hidden_) series->setVisible(false);
}

ClippedCurves::~ClippedCurves() {
    for (QXYSeries* series : hidden_) series->setVisible(true);
}

void ClippedCurves::draw(QChart& chart, QXYSeries& series) {
    const QRectF area = chart.plotArea();
    QList<QPointF> places;
    for (const QPointF& point : series.points()) places << chart.mapToPosition(point, &series);
    const auto* scattered = qobject_cast<QScatterSeries*>(&series);
    if (scattered == nullptr)
        drawn_.push_back(itemOf(lineWithin(places, area), series.pen(), Qt::NoBrush, chart));
    if (scattered == nullptr && !series.pointsVisible()) return;
    // Of a line's points Qt takes the size as their radius.
    const double radius = scattered != nullptr ? scattered->markerSize() / 2 : series.markerSize();
    drawn_.push_back(itemOf(pointsWithin(places, area, radius), Qt::NoPen, series.color(), chart));
}

}  // namespace prunescope::ui
