#include "ui/charts/chart_axes.h"

#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLogValueAxis>
#include <QTextLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double shrinkShare = 0.6;  ///< the x axis shrinks when less than this is needed
constexpr double outermost = 1e-9;
/// Qt Charts gives the axes at most this share of a picture's height, and leaves out letters that then have
/// no room.
constexpr double mostShareOfAxis = 0.4;
constexpr int aroundLabels = 14;  ///< pixels above and below labels and title

/// With the fonts that its letters are really taken from.
int lineHeight(const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? static_cast<int>(std::ceil(line.height())) : 0;
}

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

ChartAxes::ChartAxes(QChart& chart)
    : chart_(chart),
      x_(new QValueAxis(&chart)),
      y_(new QValueAxis(&chart)),
      logY_(new QLogValueAxis(&chart)) {
    for (QValueAxis* axis : {x_, y_}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(0);
        axis->setLabelFormat(QStringLiteral("%.6g"));
    }
    logY_->setBase(10);
    logY_->setLabelFormat(QStringLiteral("%.6g"));
    chart.addAxis(x_, Qt::AlignBottom);
    chart.addAxis(y_, Qt::AlignLeft);
}

QAbstractAxis* ChartAxes::y() const {
    return logarithmic_ ? static_cast<QAbstractAxis*>(logY_) : y_;
}

std::vector<QAbstractAxis*> ChartAxes::inUse() const {
    return {x_, y()};
}

bool ChartAxes::setShare(bool share) {
    if (std::exchange(share_, share) == share) return false;
    beginAnew();
    return true;
}

bool ChartAxes::setFit(YFit::Kind fit) {
    if (std::exchange(fit_, fit) == fit) return false;
    beginAnew();
    return true;
}

bool ChartAxes::setFromZero(bool fromZero) {
    if (std::exchange(fromZero_, fromZero) == fromZero) return false;
    beginAnew();
    return true;
}

bool ChartAxes::setColours(bool colours) {
    if (std::exchange(colours_, colours) == colours) return false;
    beginAnew();
    return true;
}

void ChartAxes::setTimeLabels(TimeLabels labels, const QString& unit) {
    timeLabels_ = labels;
    const bool labelled = labels != TimeLabels::none;
    if (x_->labelsVisible() != labelled) x_->setLabelsVisible(labelled);
    const QString title = labels == TimeLabels::titled ? unit : QString();
    if (x_->titleText() != title) x_->setTitleText(title);
}

int ChartAxes::leastHeight() const {
    if (timeLabels_ == TimeLabels::none) return 0;
    const int title = timeLabels_ == TimeLabels::titled ? lineHeight(x_->titleText(), x_->titleFont()) : 0;
    const int labels = lineHeight(QStringLiteral("0"), x_->labelsFont());
    return static_cast<int>(std::ceil((title + labels + aroundLabels) / mostShareOfAxis));
}

bool ChartAxes::setLeastRange(const YFit::Extent& least) {
    if (std::exchange(leastRange_, least) == least) return false;
    restart();
    return true;
}

bool ChartAxes::setLogarithmic(bool logarithmic) {
    if (logarithmic_ == logarithmic) return false;
    QAbstractAxis* gone = y();
    logarithmic_ = logarithmic;
    chart_.removeAxis(gone);
    gone->setParent(&chart_);
    chart_.addAxis(y(), Qt::AlignLeft);
    beginAnew();
    return true;
}

view::AxisKind ChartAxes::kind() const {
    return logarithmic_ ? view::AxisKind::logarithmic
           : share_     ? view::AxisKind::percent
                        : view::AxisKind::plain;
}

void ChartAxes::restart() {
    scale_ = view::AxisScale(kind());
    if (!held_) shown_ = scale_;
    restarted_ = true;
}

/// Other values than before, or counted in another way.
void ChartAxes::beginAnew() {
    fitted_.reset();
    fitY();
}

void ChartAxes::holdY(const Range& range) {
    held_ = range;
}

void ChartAxes::fitY() {
    held_.reset();
    restart();
}

bool ChartAxes::canHoldY() const {
    return fitted_ && y()->isVisible();
}

ChartAxes::Range ChartAxes::everything(view::TimeUnit unit, double reached, double planned) {
    const double end = std::max({reached, planned, 1e-9});
    const bool exact = planned >= reached && planned > 0 && !isTime(unit);
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

ChartAxes::Range ChartAxes::within(const Range& whole, const Range& zoom) {
    const double span = std::min(zoom.second - zoom.first, whole.second - whole.first);
    const double first = std::clamp(zoom.first, whole.first, whole.second - span);
    return {first, first + span};
}

void ChartAxes::showX(const Range& shown, double parts, bool known) {
    setScale(*x_, shown.first, shown.second,
             view::niceStep(shown.second - shown.first, std::min(parts, 10.0)));
    if (x_->isVisible() != known) x_->setVisible(known);
}

double ChartAxes::from() const {
    return x_->min();
}

double ChartAxes::to() const {
    return x_->max();
}

void ChartAxes::showY(YFit::Extent extent, double parts) {
    const bool known = extent.low <= extent.high;
    if (y()->isVisible() != (known && !colours_)) y()->setVisible(known && !colours_);
    if (!known) return;
    if (leastRange_.low <= leastRange_.high && !logarithmic_) {
        extent.low = std::min(extent.low, leastRange_.low);
        extent.high = std::max(extent.high, leastRange_.high);
    }
    if (fromZero_ && !logarithmic_) extent.low = std::min(extent.low, 0.0);
    parts = std::clamp(parts, 1.0, 6.0);
    scale_.follow(extent.low, extent.high, parts);
    if (scale_.isKnown()) fitted_ = Range(scale_.from(), scale_.to());
    const view::AxisScale next =
        held_ ? view::AxisScale::within(kind(), held_->first, held_->second, parts) : scale_;
    if (std::exchange(shown_, next) == next && !restarted_) return;
    restarted_ = false;
    scaleY();
}

/// The axis takes what is to be shown.
void ChartAxes::scaleY() {
    if (logarithmic_) {
        setScale(*logY_, shown_);
    } else {
        y_->setLabelFormat(share_ ? QStringLiteral("%.%1f %%").arg(decimalsOfY()) : QStringLiteral("%.6g"));
        setScale(*y_, shown_.from(), shown_.to(), shown_.step());
    }
    // Else labels that have become wider are cut to dots.
    chart_.layout()->invalidate();
}

/// Of labels in per cent.
int ChartAxes::decimalsOfY() const {
    return shown_.step() >= 1 ? 0 : shown_.step() >= 0.1 ? 1 : 2;
}

std::vector<double> ChartAxes::ticksOfY() const {
    std::vector<double> ticks{shown_.from(), shown_.to()};
    const double parts = logarithmic_ ? std::log10(shown_.to() / shown_.from()) / shown_.step()
                                      : (shown_.to() - shown_.from()) / shown_.step();
    for (int i = 1; i < std::lround(parts); ++i) {
        ticks.push_back(logarithmic_ ? shown_.from() * std::pow(10, i * shown_.step())
                                     : shown_.from() + i * shown_.step());
    }
    return ticks;
}

double ChartAxes::shareOfY(double tick) const {
    return logarithmic_ ? std::log(tick / shown_.from()) / std::log(shown_.to() / shown_.from())
                        : (tick - shown_.from()) / (shown_.to() - shown_.from());
}

QString ChartAxes::tickText(double tick) const {
    return share_ && !logarithmic_ ? decimalText(tick, decimalsOfY()) + QStringLiteral(" %")
                                   : significantText(tick, 3);
}

std::optional<ChartAxes::Range> ChartAxes::shownY() const {
    if (restarted_) return std::nullopt;
    return Range(shown_.from(), shown_.to());
}

QString ChartAxes::valueText(double value) const {
    if (share_) return percentText(value);
    if (logarithmic_) return significantText(value);
    const double decimals = std::ceil(-std::log10(shown_.step())) + 2;
    return decimalText(value, static_cast<int>(std::clamp(decimals, 0.0, 8.0)));
}

void ChartAxes::restyle(const Theme& theme, const QFont& labels) {
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{x_, y_, logY_}) {
        axis->setLabelsFont(labels);
        axis->setLabelsColor(theme.mutedText());
        axis->setLinePenColor(theme.hairline());
        axis->setGridLineColor(theme.hairline());
    }
    x_->setTitleFont(labels);
    x_->setTitleBrush(theme.mutedText());
}

}  // namespace prunescope::ui
