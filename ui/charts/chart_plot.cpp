#include "ui/charts/chart_plot.h"

#include "ui/charts/chart_bands.h"
#include "ui/charts/chart_ends.h"
#include "ui/charts/chart_overlay.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/colour_scale.h"
#include "ui/charts/empty_plot.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QLegend>
#include <QPainter>
#include <QPen>
#include <QPolygonF>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int labelMargins = 10;      ///< pixels that Qt Charts wants above and below a label's letters
constexpr double lowestOfLog = 1e-4;  ///< of the highest value: where a logarithmic scale of colours begins
constexpr double roomOfLabel = 1.4;   ///< labels' heights from tick to tick, at least

}  // namespace

ChartPlot::ChartPlot(const Theme& theme, TimeAxis& time, QWidget& panel)
    : theme_(theme),
      time_(time),
      panel_(panel),
      chart_(new QChart),
      lines_(*chart_),
      axes_(*chart_),
      marks_(*chart_, theme),
      view_(new ChartView(chart_, time, &panel)),
      strip_(new ChartStrip(theme, chart_)),
      colourScale_(new ColourScale(chart_)),
      bands_(new ChartBands(chart_)),
      overlay_(new ChartOverlay(chart_)),
      ends_(new ChartEnds(chart_)),
      crosshair_(new QGraphicsLineItem(chart_)),
      empty_(new EmptyPlot(lines_, axes_, time, *view_)) {
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->setBackgroundRoundness(0);
    chart_->legend()->hide();
    strip_->setZValue(7);
    colourScale_->setZValue(7);
    colourScale_->hide();
    overlay_->setZValue(8);
    crosshair_->setZValue(10);
    crosshair_->hide();
}

void ChartPlot::setLogarithmic(bool logarithmic) {
    lines_.clearPoints();
    axes_.setLogarithmic(logarithmic);
    lines_.attach(axes_.inUse().back());
}

void ChartPlot::retranslate() {
    empty_->retranslate();
}

void ChartPlot::setForm(ChartForm form) {
    if (std::exchange(form_, form) == form) return;
    axes_.setColours(isStrip());
    view_->setRows(isStrip());
    colourScale_->setVisible(isStrip());
    lines_.clearPoints();
    fillStrip();
}

/// How the values of other curves were shown tells nothing.
void ChartPlot::setSeries(std::vector<ChartSeries> series) {
    if (!lines_.hasAnyOf(series)) axes_.fitY();
    lines_.set(std::move(series), axes_.inUse());
    axes_.forgetEnd();
    fillStrip();
}

/// A row for each curve that has a name of its own.
void ChartPlot::fillStrip() {
    std::vector<ChartSeries> rows;
    if (isStrip()) {
        std::copy_if(lines_.series().begin(), lines_.series().end(), std::back_inserter(rows),
                     [](const ChartSeries& s) { return s.inLegend; });
    }
    strip_->setRows(std::move(rows));
}

double ChartPlot::roomLeft() const {
    return isStrip() ? strip_->roomForNames() : 0;
}

double ChartPlot::roomRight() const {
    return isStrip() ? ColourScale::roomFor(labels_) : endsWidth();
}

bool ChartPlot::draw(const view::Moment& end) {
    const bool complete = lines_.follow();
    scaleX(end);
    const bool drew = isStrip() ? drawStrip() : drawLines();
    showBeyond();
    empty_->show(chart_->plotArea().toRect(), !drew);
    return complete;
}

bool ChartPlot::drawLines() {
    ChartLines::View view{.unit = time_.unit(), .kind = axes_.kind()};
    view.from = axes_.from();
    view.to = axes_.to();
    view.columns = static_cast<std::size_t>(std::max(16.0, chart_->plotArea().width()));
    view.fit = axes_.fit();
    axes_.showY(withBands(lines_.redraw(view)), partsOfY());
    return lines_.drewAnything();
}

/// The y axis, which cannot be seen, is the scale of the colours.
bool ChartPlot::drawStrip() {
    const view::Columns columns{
        .unit = time_.unit(),
        .from = axes_.from(),
        .to = axes_.to(),
        .count = static_cast<std::size_t>(std::max(1.0, std::round(chart_->plotArea().width())))};
    YFit::Extent seen = strip_->extent(columns);
    const double factor = axes_.kind() == view::AxisKind::percent ? 100 : 1;
    seen.low *= factor;
    seen.high *= factor;
    if (axes_.isLogarithmic() && seen.low <= 0) seen.low = std::min(seen.high, seen.high * lowestOfLog);
    if (axes_.isLogarithmic() && seen.high <= 0) seen = {};
    axes_.showY(seen, partsOfY());
    const auto shown = axes_.shownY();
    const bool known = seen.low <= seen.high && shown;
    colourScale_->setVisible(known);
    if (!known) {
        strip_->clear();
        return false;
    }
    nameColours();
    return strip_->draw(
        {.columns = columns, .kind = axes_.kind(), .low = shown->first, .high = shown->second});
}

void ChartPlot::nameColours() {
    std::vector<ColourScale::Number> numbers;
    for (const double tick : axes_.ticksOfY())
        numbers.push_back({axes_.shareOfY(tick), axes_.tickText(tick)});
    colourScale_->setNumbers(std::move(numbers));
}

void ChartPlot::scaleX(const view::Moment& end) {
    const double last = lines_.reached(time_.unit());
    const double planned = end.in(time_.unit());
    const ChartAxes::Range whole = axes_.everything(time_.unit(), last, planned);
    const ChartAxes::Range shown = ChartAxes::within(whole, time_.zoom().value_or(whole));
    const double width = time_.narrowestWidth() > 0 ? time_.narrowestWidth() : chart_->plotArea().width();
    axes_.showX(shown, width / (panel_.fontMetrics().averageCharWidth() * 12), std::max(last, planned) > 0);
    view_->setRange(shown, whole);
}

double ChartPlot::partsOfY() const {
    return chart_->plotArea().height() / (roomOfLabel * (panel_.fontMetrics().height() + labelMargins));
}

void ChartPlot::showBeyond() {
    std::vector<ChartOverlay::Beyond> places;
    const auto shown = axes_.shownY();
    if (!shown) return overlay_->setBeyond(places);
    for (const ChartLines::Beyond& b : lines_.beyond(shown->first, shown->second)) {
        if (b.x < axes_.from() || b.x > axes_.to()) continue;
        places.push_back({view_->pixelOf(b.x), b.above, b.colour});
    }
    overlay_->setBeyond(places);
}

void ChartPlot::placeMarks() {
    const QRectF area = chart_->plotArea();
    const double edge = chart_->size().width();
    overlay_->setArea(area);
    strip_->setArea(area);
    colourScale_->setArea({area.right(), area.top(), edge - area.right(), area.height()});
    marks_.place(*view_, *overlay_, time_.unit());
    placeBands();
    placeEnds();
}

QPointF ChartPlot::pixelOf(const QPointF& value) const {
    const double factor = axes_.kind() == view::AxisKind::percent ? 100 : 1;
    return chart_->mapToPosition({value.x(), factor * value.y()}, chart_->series().constFirst());
}

/// The bands of values that the axis holds belong to them.
YFit::Extent ChartPlot::withBands(const YFit::Extent& extent) const {
    YFit::Extent all = extent;
    const double factor = axes_.kind() == view::AxisKind::percent ? 100 : 1;
    for (const ChartSeries& s : lines_.series()) {
        if (s.low == nullptr || lines_.isHidden(s) || axes_.isLogarithmic()) continue;
        for (std::size_t i = 0; i < s.curve->size(); ++i) {
            const double x = s.times->at(time_.unit(), i);
            const double y = factor * s.curve->at(i);
            if (x < axes_.from() || x > axes_.to() || y < extent.low || y > extent.high) continue;
            all = {std::min(all.low, factor * s.low->at(i)), std::max(all.high, factor * s.high->at(i))};
        }
    }
    return all;
}

/// A logarithmic axis may have no place for a band's lower edge.
void ChartPlot::placeBands() {
    std::vector<ChartBands::Band> bands;
    const auto columns = static_cast<std::size_t>(std::max(16.0, chart_->plotArea().width()));
    for (const ChartSeries& s : lines_.series()) {
        if (isStrip() || s.low == nullptr || lines_.isHidden(s) || axes_.isLogarithmic()) continue;
        QPolygonF outline;
        QPolygonF back;
        const auto edge = [&](const view::Curve& curve, QPolygonF& to) {
            for (const view::Point& p :
                 curve.thinned(*s.times, time_.unit(), axes_.from(), axes_.to(), columns)) {
                if (std::isfinite(p.y)) to << pixelOf({p.x, p.y});
            }
        };
        edge(*s.low, outline);
        edge(*s.high, back);
        std::reverse(back.begin(), back.end());
        bands.push_back({outline + back, s.colour});
    }
    bands_->set(chart_->plotArea(), std::move(bands));
}

/// The last value that is shown; nothing where there is none.
std::optional<QPointF> ChartPlot::endOf(const ChartSeries& series) const {
    const view::TimeUnit unit = time_.unit();
    std::size_t after = std::min(series.curve->size(), series.times->size());
    while (after > 0 && series.times->at(unit, after - 1) > axes_.to()) --after;
    if (after == 0 || series.times->at(unit, after - 1) < axes_.from()) return std::nullopt;
    const double value = series.curve->at(after - 1);
    const bool shown = std::isfinite(value) && (!axes_.isLogarithmic() || value > 0);
    return shown ? std::optional(QPointF(series.times->at(unit, after - 1), value)) : std::nullopt;
}

/// Where the furthest curve ends, which in a run that goes on is not the edge of the plot: behind it lies
/// only what is planned.
void ChartPlot::placeEnds() {
    std::vector<XyLabel> labels;
    QStringList groups;
    QRectF area = chart_->plotArea();
    double furthest = area.left();
    for (const ChartSeries& s : lines_.series()) {
        const QString name = ends_->fitted(s.endLabel);
        if (isStrip() || name.isEmpty() || lines_.isHidden(s)) continue;
        const auto end = endOf(s);
        if (!end) continue;
        QPointF at = pixelOf(*end);
        at.setY(std::clamp(at.y(), area.top(), area.bottom()));
        furthest = std::max(furthest, at.x());
        labels.push_back({at, name, 0, s.colour});
        groups << s.group();
    }
    area.setRight(std::min(area.right(), furthest));
    ends_->set(area, std::move(labels), std::move(groups));
}

double ChartPlot::endsWidth() const {
    std::vector<XyLabel> labels;
    for (const ChartSeries& s : lines_.series()) {
        const QString name = ends_->fitted(s.endLabel);
        if (!name.isEmpty()) labels.push_back({{}, name, 0, s.colour});
    }
    return ends_->widthOf(labels);
}

void ChartPlot::placeCrosshair() {
    const auto at = time_.crosshair();
    const QRectF area = chart_->plotArea();
    const double pixel = at ? view_->pixelOf(*at) : 0;
    crosshair_->setVisible(at && pixel >= area.left() && pixel <= area.right());
    crosshair_->setLine(pixel, area.top(), pixel, area.bottom());
}

double ChartPlot::perPixel() const {
    return (axes_.to() - axes_.from()) / std::max(1.0, chart_->plotArea().width());
}

QString ChartPlot::reason() const {
    return empty_->reason();
}

bool ChartPlot::showsBeyond() const {
    return overlay_->showsBeyond();
}

void ChartPlot::restyle(const QFont& labels) {
    chart_->setBackgroundBrush(theme_.surface());
    chart_->setBackgroundPen(Qt::NoPen);
    view_->setBackgroundBrush(theme_.surface());
    view_->setRenderHint(QPainter::Antialiasing);
    axes_.restyle(theme_, labels);
    crosshair_->setPen(QPen(theme_.accent(), 1));
    labels_ = labels;
    strip_->restyle(labels);
    colourScale_->setLook([this](double share) { return theme_.shade(share); }, theme_.mutedText(), labels);
    overlay_->setFont(labels);
    overlay_->setGround(theme_.surface());
    ends_->restyle(labels, theme_.text());
    marks_.restyle();
}

}  // namespace prunescope::ui
