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
constexpr double faintShare = 0.3;    ///< of its colour that the raw curve has behind the smooth one
constexpr double steppedBack = 0.25;  ///< of its colour that a curve has beside a highlighted one
constexpr qreal highlightWidth = 1;   ///< that a highlighted line gains
constexpr qreal pointDiameter = 7;
constexpr qreal crowdDiameter = 3;
constexpr qreal linePointRadius = 3;  ///< Qt takes the size of a line's points as their radius
/// Beyond so many, points would only thicken the line.
constexpr qsizetype mostPoints = 100;
/// Where a logarithmic axis has nothing: far below every value that a run records. A line that falls to zero
/// leaves the picture there, so that a single value between zeros is a spike.
constexpr double belowEverything = 1e-60;
constexpr double almostOne = 1 - 1e-6;  ///< epochs are counted in binary fractions

bool isPoints(const ChartSeries& series) {
    return series.style == Qt::NoPen;
}

void paint(QXYSeries& line, const ChartSeries& series) {
    if (isPoints(series)) {
        static_cast<QScatterSeries&>(line).setBorderColor(Qt::transparent);
        line.setColor(series.colour);
        return;
    }
    QPen pen(series.colour, series.width, series.style);
    pen.setCapStyle(Qt::FlatCap);
    line.setPen(pen);
}

QList<QPointF> pointsOf(const ChartSeries& series, const view::Curve& curve, const ChartLines::View& view) {
    const auto thinned = curve.thinned(*series.times, view.unit, view.from, view.to, view.columns);
    const bool logarithmic = view.kind == view::AxisKind::logarithmic;
    const double factor = view.kind == view::AxisKind::percent ? 100 : 1;
    QList<QPointF> list;
    list.reserve(static_cast<qsizetype>(thinned.size()));
    for (const view::Point& p : thinned) {
        const double y = factor * p.y;
        const bool zero = logarithmic && y <= 0;
        const bool outside = p.x < view.from || p.x > view.to;
        if (!std::isfinite(y) || (isPoints(series) && (zero || outside))) continue;
        list.append({p.x, zero ? belowEverything : y});
    }
    // Neighbours on one side alone: no line crosses the picture.
    if (!list.empty() && (list.back().x() < view.from || list.front().x() > view.to)) list.clear();
    if (series.anchoredAtEnd) std::reverse(list.begin(), list.end());
    return list;
}

/// Those that a logarithmic axis can show.
QList<QPointF> shownOf(const QList<QPointF>& list, const ChartLines::View& view) {
    if (view.kind != view::AxisKind::logarithmic) return list;
    QList<QPointF> shown;
    std::copy_if(list.begin(), list.end(), std::back_inserter(shown),
                 [](const QPointF& p) { return p.y() > belowEverything; });
    return shown;
}

/// Of the line through these points; nothing where it does not reach.
std::optional<double> heightAt(QList<QPointF> list, bool reversed, double x) {
    if (reversed) std::reverse(list.begin(), list.end());
    const auto after = std::lower_bound(list.begin(), list.end(), x,
                                        [](const QPointF& p, double place) { return p.x() < place; });
    if (after == list.end() || (after == list.begin() && after->x() > x)) return std::nullopt;
    const auto before = after == list.begin() ? after : after - 1;
    const double span = after->x() - before->x();
    const double share = span > 0 ? (x - before->x()) / span : 1;
    return before->y() + share * (after->y() - before->y());
}

/// Where a curve's first epoch ends; nowhere when it does not.
double settledFrom(const ChartSeries& series, view::TimeUnit unit) {
    const std::size_t first = series.times->firstAtOrAfter(view::TimeUnit::epoch, almostOne);
    return first < series.curve->size() ? series.times->at(unit, first) : HUGE_VAL;
}

}  // namespace

QXYSeries* ChartLines::addLine(const ChartSeries& series) {
    QXYSeries* line = nullptr;
    if (isPoints(series)) {
        line = new QScatterSeries;
    } else {
        line = new QLineSeries;
        line->setMarkerSize(linePointRadius);
    }
    paint(*line, series);
    chart_.addSeries(line);
    return line;
}

ChartSeries ChartLines::behind(const ChartSeries& series) const {
    ChartSeries faint = series;
    faint.colour = mixed(chart_.backgroundBrush().color(), series.colour, faintShare);
    faint.width = thinLine;
    return faint;
}

void ChartLines::set(std::vector<ChartSeries> series, const std::vector<QAbstractAxis*>& axes) {
    series_ = std::move(series);
    chart_.removeAllSeries();
    lines_.clear();
    highlighted_.reset();
    for (const ChartSeries& s : series_) {
        Line line;
        if (s.smoothed) line.faint = addLine(behind(s));
        line.main = addLine(s);
        lines_.push_back(std::move(line));
    }
    restartSmoothing();
    for (QAbstractAxis* axis : axes) attach(axis);
}

/// By their addresses: they are not read, as those of its own may be gone.
bool ChartLines::hasAnyOf(const std::vector<ChartSeries>& others) const {
    const auto isOwn = [this](const ChartSeries& other) {
        return std::any_of(series_.begin(), series_.end(),
                           [&](const ChartSeries& own) { return own.curve == other.curve; });
    };
    return std::any_of(others.begin(), others.end(), isOwn);
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

double ChartLines::reached(view::TimeUnit unit) const {
    double last = 0;
    for (const ChartSeries& s : series_) {
        const bool grows = !s.planned && !s.times->empty();
        if (grows) last = std::max(last, s.times->at(unit, s.times->size() - 1));
    }
    return last;
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

YFit::Extent ChartLines::redraw(const View& view) {
    YFit fit(view.kind == view::AxisKind::logarithmic ? YFit::Kind::everything : view.fit);
    drewAnything_ = false;
    for (std::size_t i = 0; i < series_.size(); ++i) draw(i, view, fit);
    return fit.extent();
}

void ChartLines::draw(std::size_t i, const View& view, YFit& fit) {
    const ChartSeries& series = series_[i];
    const Line& line = lines_[i];
    const bool hidden = isHidden(series);
    const QList<QPointF> list = hidden ? QList<QPointF>() : pointsOf(series, shown(i), view);
    const QList<QPointF> counted = shownOf(list, view);
    drewAnything_ |= !counted.empty();
    const double settled = settledFrom(series, view.unit);
    fit.add(counted, settled, series.points || isPoints(series) || series.planned);
    if (isPoints(series)) {
        // Its points are its only shape: to hide them, as those of a line are hidden, would hide the curve.
        static_cast<QScatterSeries*>(line.main)->setMarkerSize(list.size() <= mostPoints ? pointDiameter
                                                                                         : crowdDiameter);
    } else {
        line.main->setPointsVisible((series.points && list.size() <= mostPoints) || list.size() == 1);
    }
    line.main->replace(list);
    if (line.faint == nullptr) return;
    const QList<QPointF> raw =
        line.smooth && !hidden ? pointsOf(series, *series.curve, view) : QList<QPointF>();
    if (view.fit == YFit::Kind::everything) fit.add(shownOf(raw, view), settled, false);
    line.faint->replace(raw);
}

std::vector<ChartLines::Beyond> ChartLines::beyond(double low, double high) const {
    std::vector<Beyond> found;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        for (const QPointF& p : lines_[i].main->points()) {
            if (p.y() > high || (p.y() < low && p.y() > belowEverything))
                found.push_back({p.x(), p.y() > high, series_[i].colour});
        }
    }
    return found;
}

void ChartLines::highlight(const std::optional<QString>& group) {
    if (group == highlighted_) return;
    highlighted_ = group;
    const QColor ground = chart_.backgroundBrush().color();
    for (std::size_t i = 0; i < series_.size(); ++i) {
        ChartSeries look = series_[i];
        const bool chosen = group && look.group() == *group;
        if (group && !chosen) look.colour = mixed(ground, look.colour, steppedBack);
        if (chosen) look.width += highlightWidth;
        paint(*lines_[i].main, look);
        if (lines_[i].faint != nullptr) paint(*lines_[i].faint, behind(look));
    }
}

std::optional<QString> ChartLines::nearest(const QPointF& place, double reach) const {
    std::optional<QString> found;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        const double x = chart_.mapToValue(place, lines_[i].main).x();
        const auto y = heightAt(lines_[i].main->points(), series_[i].anchoredAtEnd, x);
        if (!y) continue;
        const double away = std::abs(chart_.mapToPosition({x, *y}, lines_[i].main).y() - place.y());
        if (away > reach) continue;
        reach = away;
        found = series_[i].group();
    }
    return found;
}

}  // namespace prunescope::ui
