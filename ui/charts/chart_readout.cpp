#include "ui/charts/chart_readout.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_ends.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_lines.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/time_axis.h"
#include "ui/support/format.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double nearShare = 0.01;   ///< of what is shown: a curve still has a value so far beyond its ends
constexpr double pointerReach = 10;  ///< pixels from a curve at which the pointer is on it

}  // namespace

ChartReadout::ChartReadout(ChartPlot& plot, const TimeAxis& time, ChartLegend& legend)
    : plot_(plot), lines_(plot.lines()), axes_(plot.axes()), time_(time), legend_(legend) {
    connect(&legend_, &ChartLegend::toggled, this, [this](const QString& label) {
        hidden_.toggle(label);
        hideCurves();
    });
    connect(&legend_, &ChartLegend::isolated, this, &ChartReadout::isolate);
    connect(&legend_, &ChartLegend::pointed, this, [this](const QString& label) {
        lines_.highlight(label.isEmpty() ? std::nullopt : std::optional(label));
    });
}

void ChartReadout::isolate(const QString& label) {
    QSet<QString> others;
    for (const ChartSeries& entry : legend_.entries()) {
        if (entry.label != label) others.insert(entry.label);
    }
    hidden_.isolate(label, others);
    hideCurves();
}

void ChartReadout::hideCurves() {
    lines_.setHidden(hidden_.labels());
    legend_.setHidden(hidden_.labels());
    emit hiddenChanged();
}

void ChartReadout::pointAt(const std::optional<QPointF>& place) {
    if (plot_.isStrip()) return pointAtRow(place ? plot_.strip().rowAt(*place) : std::nullopt);
    if (!place || named_.size() < 2) return lines_.highlight(std::nullopt);
    const auto named = plot_.ends().groupAt(*place);
    lines_.highlight(named ? named : lines_.nearest(*place, pointerReach));
}

void ChartReadout::pointAtRow(std::optional<std::size_t> row) {
    if (plot_.strip().pointed() == row) return;
    plot_.strip().point(row);
    emit rowPointed();
}

void ChartReadout::stepRow(int direction) {
    const auto rows = static_cast<int>(plot_.strip().rows().size());
    if (rows == 0) return;
    const auto row = plot_.strip().pointed();
    const int next = row ? static_cast<int>(*row) + direction : direction > 0 ? 0 : rows - 1;
    pointAtRow(static_cast<std::size_t>(std::clamp(next, 0, rows - 1)));
}

void ChartReadout::nameCurves() {
    named_.clear();
    const std::vector<ChartSeries>& all = lines_.series();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].inLegend) named_.push_back(i);
    }
    std::stable_partition(named_.begin(), named_.end(), [&](std::size_t i) { return all[i].leadsLegend; });
    std::vector<ChartSeries> entries;
    for (const std::size_t i : named_) entries.push_back(all[i]);
    legend_.setEntries(std::move(entries), axes_.isShare() ? percentText(1) : QStringLiteral("000000"));
}

void ChartReadout::showValues() {
    values_.clear();
    for (const std::size_t i : named_) values_ << valueAt(i, time_.crosshair());
    legend_.setValues(values_);
}

QString ChartReadout::placeInWords() const {
    if (plot_.isStrip() && plot_.strip().pointed()) return rowInWords(*plot_.strip().pointed());
    if (const auto at = time_.crosshair()) return time_.placeText(*at);
    return axes_.timeLabels() == ChartAxes::TimeLabels::plain ? time_.unitText() : QString();
}

QString ChartReadout::rowInWords(std::size_t row) const {
    const QString& name = plot_.strip().rows()[row].label;
    const auto at = time_.crosshair();
    QString value;
    for (std::size_t i = 0; i < named_.size(); ++i) {
        if (lines_.series()[named_[i]].label == name) value = values_.value(static_cast<qsizetype>(i));
    }
    return at ? tr("%1, %2: %3").arg(name, time_.placeText(*at), value) : tr("%1: %2").arg(name, value);
}

QString ChartReadout::inWords() const {
    const QString values = valuesInWords();
    const QString whyNothing = plot_.reason();
    const auto at = time_.crosshair();
    const bool pointed = plot_.isStrip() && plot_.strip().pointed();
    const QString first = pointed ? placeInWords() + QLatin1Char(' ') : QString();
    return first + tr("Shown: %1.").arg(time_.rangeText(axes_.from(), axes_.to())) + QLatin1Char(' ') +
           heldInWords() +
           (values.isEmpty() ? whyNothing
            : at             ? tr("At %1: %2.").arg(time_.placeText(*at), values)
                             : tr("Last values: %1.").arg(values));
}

QString ChartReadout::heldInWords() const {
    const auto shown = axes_.shownY();
    if (!axes_.isHeld() || !shown) return {};
    return tr("The axis of the values is held at %1 to %2.")
               .arg(axes_.tickText(shown->first), axes_.tickText(shown->second)) +
           QLatin1Char(' ');
}

QString ChartReadout::valuesInWords() const {
    QStringList parts;
    for (std::size_t i = 0; i < named_.size(); ++i) {
        const ChartSeries& series = lines_.series()[named_[i]];
        if (!lines_.isHidden(series))
            parts << series.name() + QLatin1Char(' ') + values_.value(static_cast<qsizetype>(i));
    }
    return parts.join(QStringLiteral(", "));
}

/// The value nearest to `x`, else the last; a dash where the curve does not reach. One that was measured at
/// another place says where: it is not the value here.
QString ChartReadout::valueAt(std::size_t series, std::optional<double> x) const {
    const ChartSeries& s = lines_.series()[series];
    const view::Timeline& times = *s.times;
    const view::Curve& curve = lines_.shown(series);
    if (curve.empty()) return QStringLiteral("–");
    std::size_t position = curve.size() - 1;
    if (!x) return axes_.valueText(curve.at(position));
    const view::TimeUnit unit = time_.unit();
    const double reach = nearShare * (axes_.to() - axes_.from());
    if (*x < times.at(unit, 0) - reach || *x > times.at(unit, position) + reach) return QStringLiteral("–");
    position = std::min(times.firstAtOrAfter(unit, *x), position);
    const bool earlier = position > 0 && *x - times.at(unit, position - 1) < times.at(unit, position) - *x;
    position -= earlier ? 1 : 0;
    const double measuredAt = times.at(unit, position);
    QString value = axes_.valueText(curve.at(position));
    if (s.planned || std::abs(measuredAt - *x) <= reach) return value;
    return QStringLiteral("%1: %2").arg(time_.momentText(measuredAt), value);
}

}  // namespace prunescope::ui
