#include "ui/charts/parallel_scale.h"

#include "ui/support/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::ui {
namespace {

view::Range rangeOf(const ParallelAxis& axis, const std::vector<double>& values) {
    view::Range range{HUGE_VAL, -HUGE_VAL};
    for (const double value : values) {
        if (!std::isfinite(value) || (axis.kind == view::AxisKind::logarithmic && value <= 0)) continue;
        range = {std::min(range.from, value), std::max(range.to, value)};
    }
    return range.from <= range.to ? range : view::Range{0, 1};
}

}  // namespace

ParallelScale::ParallelScale(const ParallelAxis& axis, const std::vector<double>& values, double most)
    : categories_(axis.categories),
      kind_(axis.kind),
      axis_(view::Axis::around(axis.kind, rangeOf(axis, values), std::max(2.0, most))) {
    if (categories_.isEmpty()) {
        for (const double tick : axis_.ticks())
            ticks_.push_back({axis_.fractionOf(tick), QString::fromStdString(axis_.textOf(tick))});
        return;
    }
    for (qsizetype i = 0; i < categories_.size(); ++i)
        ticks_.push_back({fractionOf(static_cast<double>(i)), categories_[i]});
}

double ParallelScale::fractionOf(double value) const {
    if (!categories_.isEmpty()) return (value + 0.5) / static_cast<double>(categories_.size());
    if (kind_ == view::AxisKind::logarithmic && value <= 0) return std::numeric_limits<double>::quiet_NaN();
    return axis_.fractionOf(value);
}

QString ParallelScale::valueText(double fraction) const {
    const view::Range range = axis_.range();
    if (kind_ == view::AxisKind::logarithmic)
        return significantText(range.from * std::pow(range.to / range.from, fraction), 3);
    const double value = range.from + fraction * (range.to - range.from);
    return kind_ == view::AxisKind::percent ? percentText(value) : significantText(value, 3);
}

QString ParallelScale::rangeText(const std::pair<double, double>& fractions) const {
    if (categories_.isEmpty()) {
        return QCoreApplication::translate("prunescope::ui::ParallelPlot", "%1 to %2")
            .arg(valueText(fractions.first), valueText(fractions.second));
    }
    QStringList inside;
    for (const Tick& tick : ticks_) {
        if (tick.fraction >= fractions.first && tick.fraction <= fractions.second) inside << tick.text;
    }
    return inside.isEmpty() ? QStringLiteral("–") : inside.join(QStringLiteral(", "));
}

}  // namespace prunescope::ui
