#include "ui/charts/chart_lines.h"

#include "ui/support/theme.h"

#include <QAbstractAxis>
#include <QChart>
#include <QLineSeries>
#include <QScatterSeries>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

/// Takes some milliseconds.
constexpr std::size_t smoothedAtOnce = 200'000;
constexpr double faintShare = 0.3;  ///< of its colour that the raw curve has behind the smooth one
constexpr qreal pointDiameter = 7;
constexpr qreal linePointRadius = 3;  ///< Qt takes the size of a line's points as their radius
/// Beyond so many, points would only thicken the line.
constexpr qsizetype mostPoints = 100;

}  // namespace

QXYSeries* ChartLines::addLine(const ChartSeries& series) {
    QXYSeries* line = nullptr;
    if (series.style == Qt::NoPen) {
        auto* scatter = new QScatterSeries;
        scatter->setBorderColor(Qt::transparent);
        scatter->setColor(series.colour);
        scatter->setMarkerSize(pointDiameter);
        line = scatter;
    } else {
        line = new QLineSeries;
        QPen pen(series.colour, series.width, series.style);
        pen.setCapStyle(Qt::FlatCap);
        line->setPen(pen);
        line->setMarkerSize(linePointRadius);
    }
    chart_.addSeries(line);
    return line;
}

void ChartLines::set(std::vector<ChartSeries> series, const std::vector<QAbstractAxis*>& axes) {
    series_ = std::move(series);
    chart_.removeAllSeries();
    lines_.clear();
    for (const ChartSeries& s : series_) {
        Line line;
        if (s.smoothed) {
            ChartSeries behind = s;
            behind.colour = mixed(chart_.backgroundBrush().color(), s.colour, faintShare);
            behind.width = thinLine;
            line.faint = addLine(behind);
        }
        line.main = addLine(s);
        lines_.push_back(std::move(line));
    }
    restartSmoothing();
    for (QAbstractAxis* axis : axes) attach(axis);
}

void ChartLines::attach(QAbstractAxis* axis) {
    for (QAbstractSeries* line : chart_.series()) line->attachAxis(axis);
}

void ChartLines::clearPoints() {
    for (const Line& line : lines_) {
        line.main->clear();
        if (line.faint != nullptr) line.faint->clear();
    }
}

void ChartLines::setSmoothing(double weight) {
    if (weight_ == weight) return;
    weight_ = weight;
    restartSmoothing();
}

void ChartLines::restartSmoothing() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool wanted = series_[i].smoothed && weight_ > 0;
        lines_[i].smooth = wanted ? std::make_unique<view::SmoothedCurve>(weight_) : nullptr;
    }
}

bool ChartLines::follow() {
    bool complete = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].smooth) complete &= lines_[i].smooth->follow(*series_[i].curve, smoothedAtOnce);
    }
    return complete;
}

const view::Curve& ChartLines::shown(std::size_t i) const {
    return lines_[i].smooth ? lines_[i].smooth->curve() : *series_[i].curve;
}

ChartLines::Extent ChartLines::redraw(const View& view) {
    Extent extent{HUGE_VAL, -HUGE_VAL};
    for (std::size_t i = 0; i < series_.size(); ++i) {
        Line& line = lines_[i];
        const QList<QPointF> list = points(series_[i], shown(i), view, extent);
        line.main->setPointsVisible(series_[i].points && list.size() <= mostPoints);
        line.main->replace(list);
        if (line.faint == nullptr) continue;
        line.faint->replace(line.smooth ? points(series_[i], *series_[i].curve, view, extent)
                                        : QList<QPointF>());
    }
    return extent;
}

QList<QPointF> ChartLines::points(const ChartSeries& series, const view::Curve& curve, const View& view,
                                  Extent& extent) {
    const auto thinned = curve.thinned(*series.times, view.unit, view.from, view.to, view.columns);
    const double factor = view.kind == AxisScale::Kind::percent ? 100 : 1;
    QList<QPointF> list;
    list.reserve(static_cast<qsizetype>(thinned.size()));
    for (const view::Point& p : thinned) {
        const double y = factor * p.y;
        if (!std::isfinite(y) || (view.kind == AxisScale::Kind::logarithmic && y <= 0)) continue;
        list.append({p.x, y});
        extent.low = std::min(extent.low, y);
        extent.high = std::max(extent.high, y);
    }
    if (series.anchoredAtEnd) std::reverse(list.begin(), list.end());
    return list;
}

}  // namespace prunescope::ui
