// The axes of a chart: what they reach, where they stand, and what is said when nothing is drawn between
// them.
#include "ui/charts/chart_overlay.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_view.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLogValueAxis>
#include <QPushButton>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double shrinkShare = 0.6;  ///< the x axis shrinks when less than this is needed
constexpr double outermost = 1e-9;
constexpr int labelMargins = 10;     ///< pixels that Qt Charts wants above and below a label's letters
constexpr double roomOfLabel = 1.4;  ///< labels' heights from tick to tick, at least

/// A wide range with the narrow interval of before would have the axis draw millions of ticks in between.
void setScale(QValueAxis& axis, double from, double to, double step) {
    if (step > axis.tickInterval()) axis.setTickInterval(step);
    axis.setRange(from, to);
    axis.setTickInterval(step);
}

/// The same with a tick for every so many decades; every single one of forty would leave room for no label.
void setScale(QLogValueAxis& axis, const view::AxisScale& scale) {
    const double base = std::pow(10, scale.step());
    if (base > axis.base()) axis.setBase(base);
    // A little wider, so that rounding does not take the outermost ticks.
    axis.setRange(scale.from() * (1 - outermost), scale.to() * (1 + outermost));
    axis.setBase(base);
}

bool isTime(view::TimeUnit unit) {
    return unit == view::TimeUnit::wallSeconds || unit == view::TimeUnit::processSeconds;
}

}  // namespace

void ChartPanel::rescale() {
    scale_ = view::AxisScale(scaleKind());
    rescaled_ = true;
    refresh();
}

view::AxisKind ChartPanel::scaleKind() const {
    return logarithmic_ ? view::AxisKind::logarithmic
           : share_     ? view::AxisKind::percent
                        : view::AxisKind::plain;
}

double ChartPanel::reached() const {
    double last = 0;
    for (const ChartSeries& s : lines_.series()) {
        // What is only planned stands still.
        const bool grows = !s.planned && !s.times->empty();
        if (grows) last = std::max(last, s.times->at(axis_.unit(), s.times->size() - 1));
    }
    return last;
}

/// The x axis ends with the run when that is known, and else grows in steps.
std::pair<double, double> ChartPanel::everything() {
    const view::TimeUnit unit = axis_.unit();
    const double last = reached();
    const double planned = last_.in(unit);
    const double end = std::max({last, planned, 1e-9});
    const bool exact = planned >= last && planned > 0 && !isTime(unit);
    const bool fits = endUnit_ == unit && end <= end_ && end >= shrinkShare * end_;
    if (exact) {
        end_ = end;
    } else if (!fits) {
        const double step = view::niceStep(end, 10);
        end_ = step * std::ceil(end / step);
    }
    endUnit_ = unit;
    return {0, end_};
}

/// A zoom may reach beyond what there is, as that of another run does: only what there is is shown of it.
void ChartPanel::scaleX() {
    const auto whole = everything();
    auto shown = axis_.zoom().value_or(whole);
    const double span = std::min(shown.second - shown.first, whole.second - whole.first);
    shown.first = std::clamp(shown.first, whole.first, whole.second - span);
    shown.second = shown.first + span;
    const double width = axis_.narrowestWidth() > 0 ? axis_.narrowestWidth() : chart_->plotArea().width();
    const double parts = width / (fontMetrics().averageCharWidth() * 12);
    setScale(*x_, shown.first, shown.second,
             view::niceStep(shown.second - shown.first, std::min(parts, 10.0)));
    const bool known = std::max(reached(), last_.in(axis_.unit())) > 0;
    if (x_->isVisible() != known) x_->setVisible(known);
    view_->setRange(shown, whole);
}

void ChartPanel::scaleY(YFit::Extent extent) {
    QAbstractAxis* axis = logarithmic_ ? static_cast<QAbstractAxis*>(logY_) : y_;
    // An axis without values would be an invention.
    const bool known = extent.low <= extent.high;
    if (axis->isVisible() != known) axis->setVisible(known);
    if (!known) return;
    if (leastRange_ && !logarithmic_) {
        extent.low = std::min(extent.low, leastRange_->low);
        extent.high = std::max(extent.high, leastRange_->high);
    }
    if (fromZero_ && !logarithmic_) extent.low = std::min(extent.low, 0.0);
    const double parts =
        chart_->plotArea().height() / (roomOfLabel * (fontMetrics().height() + labelMargins));
    const view::AxisScale before = scale_;
    scale_.follow(extent.low, extent.high, std::clamp(parts, 1.0, 6.0));
    if (scale_ == before && !rescaled_) return;
    rescaled_ = false;
    if (logarithmic_) {
        setScale(*logY_, scale_);
    } else {
        const int decimals = scale_.step() >= 1 ? 0 : scale_.step() >= 0.1 ? 1 : 2;
        y_->setLabelFormat(share_ ? QStringLiteral("%.%1f %%").arg(decimals) : QStringLiteral("%.6g"));
        setScale(*y_, scale_.from(), scale_.to(), scale_.step());
    }
    // Else labels that have become wider are cut to dots.
    chart_->layout()->invalidate();
}

void ChartPanel::takeRoom() {
    if (!isVisible()) return;
    const QRectF area = chart_->plotArea();
    axis_.setRoom(this, {.left = area.left() - alignment_, .width = area.width()});
    align();
}

/// Charts that share the axis leave as much room for labels as the one with the widest.
void ChartPanel::align() {
    if (!isVisible()) return;
    const double own = chart_->plotArea().left() - alignment_;
    const int wanted = static_cast<int>(std::lround(std::max(0.0, axis_.widestLeft() - own)));
    if (wanted == alignment_) return;
    alignment_ = wanted;
    chart_->setMargins(QMargins(alignment_, 0, 0, 0));
    // At once, so that the place of the plot and `alignment_` never tell two stories.
    chart_->layout()->activate();
}

void ChartPanel::showBeyond() {
    std::vector<ChartOverlay::Beyond> places;
    if (rescaled_) return overlay_->setBeyond(places);
    for (const ChartLines::Beyond& b : lines_.beyond(scale_.from(), scale_.to())) {
        if (b.x < x_->min() || b.x > x_->max()) continue;
        places.push_back({view_->pixelOf(b.x), b.above, b.colour});
    }
    overlay_->setBeyond(places);
}

std::optional<std::pair<double, double>> ChartPanel::measuredRange() const {
    std::optional<std::pair<double, double>> range;
    for (const ChartSeries& s : lines_.series()) {
        if (s.planned || s.curve->empty() || lines_.isHidden(s)) continue;
        const double first = s.times->at(axis_.unit(), 0);
        const double last = s.times->at(axis_.unit(), s.curve->size() - 1);
        if (!range) range = {first, last};
        range = {std::min(range->first, first), std::max(range->second, last)};
    }
    return range;
}

QString ChartPanel::whyEmpty() const {
    const bool allHidden =
        !lines_.series().empty() && std::all_of(lines_.series().begin(), lines_.series().end(),
                                                [this](const auto& s) { return lines_.isHidden(s); });
    if (allHidden) return tr("All curves are hidden.");
    if (measuredRange() && logarithmic_) return tr("No values above zero.");
    return tr("No values.");
}

/// An empty plot says so, and where there is something to see.
void ChartPanel::showEmptiness() {
    const auto measured = measuredRange();
    const bool empty = !lines_.drewAnything();
    const bool away = measured && (measured->second < x_->min() || measured->first > x_->max());
    const QRect area = chart_->plotArea().toRect();
    elsewhere_->setVisible(empty && away);
    if (empty && away) {
        elsewhere_->setText(
            tr("Show %1: the data is there").arg(axis_.rangeText(measured->first, measured->second)));
        elsewhere_->adjustSize();
        elsewhere_->move(area.center() - elsewhere_->rect().center());
    }
    nothing_->setVisible(empty && !away);
    if (nothing_->isHidden()) return;
    nothing_->setText(whyEmpty());
    nothing_->setGeometry(area);
}

}  // namespace prunescope::ui
