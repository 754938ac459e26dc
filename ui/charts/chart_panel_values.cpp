// What stands over and above the curves of a chart: marks, the crosshair, and the values beside the names.
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_view.h"
#include "ui/support/format.h"

#include <QChart>
#include <QGraphicsLineItem>
#include <QLabel>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double nearShare = 0.01;  ///< of what is shown: a curve still has a value so far beyond its ends

}  // namespace

void ChartPanel::fillLegend() {
    std::vector<ChartSeries> named;
    for (const ChartSeries& s : lines_.series()) {
        if (s.inLegend) named.push_back(s);
    }
    legend_->setEntries(std::move(named), share_ ? percentText(1) : QStringLiteral("000000"));
    showValues();
}

void ChartPanel::placeMarks() {
    const QRectF area = chart_->plotArea();
    std::vector<ChartView::Mark> places;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const double x = marks_[i].moment.in(axis_.unit());
        const double pixel = view_->pixelOf(x);
        places.push_back({x, marks_[i].text, marks_[i].event});
        markLines_[i]->setVisible(pixel >= area.left() && pixel <= area.right());
        markLines_[i]->setLine(pixel, area.top(), pixel, area.bottom());
    }
    view_->setMarks(std::move(places));
    showValues();
}

void ChartPanel::showValues() {
    if (!isVisible()) return;
    const auto at = axis_.crosshair();
    const QRectF area = chart_->plotArea();
    const double pixel = at ? view_->pixelOf(*at) : 0;
    crosshair_->setVisible(at && pixel >= area.left() && pixel <= area.right());
    crosshair_->setLine(pixel, area.top(), pixel, area.bottom());
    place_->setText(at ? axis_.placeText(*at) : axis_.unitText());
    QStringList texts;
    for (std::size_t i = 0; i < lines_.series().size(); ++i) {
        if (lines_.series()[i].inLegend) texts << valueAt(i, at);
    }
    legend_->setValues(texts);
}

/// With two more decimals than the axis has, the same for every value.
QString ChartPanel::valueText(double value) const {
    if (share_) return percentText(value);
    if (logarithmic_) return significantText(value);
    const double decimals = std::ceil(-std::log10(scale_.step())) + 2;
    return decimalText(value, static_cast<int>(std::clamp(decimals, 0.0, 8.0)));
}

/// The value nearest to `x`, else the last; a dash where the curve does not reach.
QString ChartPanel::valueAt(std::size_t series, std::optional<double> x) const {
    const view::Timeline& times = *lines_.series()[series].times;
    const view::Curve& curve = lines_.shown(series);
    if (curve.empty()) return QStringLiteral("–");
    std::size_t position = curve.size() - 1;
    if (x) {
        const view::TimeUnit unit = axis_.unit();
        const double reach = nearShare * (x_->max() - x_->min());
        if (*x < times.at(unit, 0) - reach || *x > times.at(unit, position) + reach)
            return QStringLiteral("–");
        position = std::min(times.firstAtOrAfter(unit, *x), position);
        const bool earlier =
            position > 0 && *x - times.at(unit, position - 1) < times.at(unit, position) - *x;
        position -= earlier ? 1 : 0;
    }
    return valueText(curve.at(position));
}

}  // namespace prunescope::ui
