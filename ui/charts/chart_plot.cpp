#include "ui/charts/chart_plot.h"

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
      ends_(new EndLabels(chart_)),
      overlay_(new ChartOverlay(chart_)),
      crosshair_(new QGraphicsLineItem(chart_)),
      empty_(new EmptyPlot(lines_, axes_, time, *view_)) {
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->setBackgroundRoundness(0);
    chart_->legend()->hide();
    strip_->setZValue(7);
    colourScale_->setZValue(7);
    colourScale_->hide();
    ends_->setZValue(8);
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

void ChartPlot::setSeries(std::vector<ChartSeries> series) {
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
    if (isStrip()) return ColourScale::roomFor(labels_);
    QStringList names;
    for (const ChartSeries& s : lines_.series()) {
        if (s.namedAtEnd) names << s.label;
    }
    return EndLabels::roomFor(names, labels_);
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
    axes_.showY(lines_.redraw(view), partsOfY());
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
    ends_->setArea({area.left(), area.top(), edge - area.left(), area.height()});
    ends_->set(isStrip() ? std::vector<EndLabels::Label>() : lines_.endLabels(axes_.from(), axes_.to()));
    marks_.place(*view_, *overlay_, time_.unit());
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
    ends_->setFont(labels);
    ends_->setGround(theme_.surface());
    overlay_->setFont(labels);
    overlay_->setGround(theme_.surface());
    marks_.restyle();
}

}  // namespace prunescope::ui
