// What stands over and above the curves of a chart: marks, the crosshair, the names and the values beside
// them.
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_overlay.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_view.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QGraphicsLineItem>
#include <QLabel>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double nearShare = 0.01;   ///< of what is shown: a curve still has a value so far beyond its ends
constexpr double pointerReach = 10;  ///< pixels from a curve at which the pointer is on it

}  // namespace

void ChartPanel::fillLegend() {
    named_.clear();
    const std::vector<ChartSeries>& all = lines_.series();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].inLegend) named_.push_back(i);
    }
    std::stable_partition(named_.begin(), named_.end(), [&](std::size_t i) { return all[i].leadsLegend; });
    std::vector<ChartSeries> entries;
    for (const std::size_t i : named_) entries.push_back(all[i]);
    legend_->setEntries(std::move(entries), share_ ? percentText(1) : QStringLiteral("000000"));
    showValues();
}

void ChartPanel::hideCurves(const QSet<QString>& labels) {
    hidden_ = labels;
    lines_.setHidden(labels);
    legend_->setHidden(labels);
    rescale();
}

void ChartPanel::toggle(const QString& label) {
    hiddenBefore_ = hidden_;
    toggled_ = label;
    QSet<QString> labels = hidden_;
    if (!labels.remove(label)) labels.insert(label);
    hideCurves(labels);
}

/// Leaves one curve alone; when it is that already, all come back.
void ChartPanel::isolate(const QString& label) {
    QSet<QString> others;
    for (const ChartSeries& entry : legend_->entries()) {
        if (entry.label != label) others.insert(entry.label);
    }
    const QSet<QString>& before = toggled_ == label ? hiddenBefore_ : hidden_;
    const bool wasAlone = before == others;
    toggled_.clear();
    hideCurves(wasAlone ? QSet<QString>() : others);
}

void ChartPanel::pointAt(const std::optional<QPointF>& place) {
    const bool single = named_.size() < 2;
    const auto near = place && !single ? lines_.nearest(*place, pointerReach) : std::nullopt;
    lines_.highlight(near);
}

void ChartPanel::placeMarks() {
    const QRectF area = chart_->plotArea();
    overlay_->setArea(area);
    std::vector<ChartView::Mark> places;
    std::vector<ChartOverlay::Word> words;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const double x = marks_[i].moment.in(axis_.unit());
        const double pixel = view_->pixelOf(x);
        const bool seen = pixel >= area.left() && pixel <= area.right() + 1;
        places.push_back({x, marks_[i].text, marks_[i].event});
        markLines_[i]->setVisible(seen);
        markLines_[i]->setLine(pixel, area.top(), pixel, area.bottom());
        if (seen && !marks_[i].word.isEmpty()) {
            const QColor colour = marks_[i].failure ? theme_.error() : theme_.mutedText();
            words.push_back({pixel, marks_[i].word, colour});
        }
    }
    view_->setMarks(std::move(places));
    overlay_->setWords(std::move(words));
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
    for (const std::size_t i : named_) texts << valueAt(i, at);
    legend_->setValues(texts);
    describe(texts);
}

/// The picture in words, for those who do not see it.
void ChartPanel::describe(const QStringList& values) {
    QStringList parts;
    for (std::size_t i = 0; i < named_.size(); ++i) {
        const ChartSeries& series = lines_.series()[named_[i]];
        if (!lines_.isHidden(series))
            parts << series.label + QLatin1Char(' ') + values.value(static_cast<qsizetype>(i));
    }
    const auto at = axis_.crosshair();
    QString summary = tr("Shown: %1.").arg(axis_.rangeText(x_->min(), x_->max())) + QLatin1Char(' ');
    summary += parts.isEmpty() ? whyEmpty()
               : at            ? tr("At %1: %2.").arg(axis_.placeText(*at), parts.join(QStringLiteral(", ")))
                               : tr("Last values: %1.").arg(parts.join(QStringLiteral(", ")));
    if (!marks_.empty()) summary += QLatin1Char(' ') + tr("Marks: %1.").arg(marks_.size());
    if (overlay_->showsBeyond())
        summary += QLatin1Char(' ') + tr("Triangles at the edge stand for values beyond the axis.");
    if (summary == summary_) return;
    summary_ = summary;
    view_->setAccessibleDescription(summary_ + QLatin1Char(' ') + keysHelp_);
}

/// With two more decimals than the axis has, the same for every value.
QString ChartPanel::valueText(double value) const {
    if (share_) return percentText(value);
    if (logarithmic_) return significantText(value);
    const double decimals = std::ceil(-std::log10(scale_.step())) + 2;
    return decimalText(value, static_cast<int>(std::clamp(decimals, 0.0, 8.0)));
}

/// The value nearest to `x`, else the last; a dash where the curve does not reach. One that was measured at
/// another place says where: it is not the value here.
QString ChartPanel::valueAt(std::size_t series, std::optional<double> x) const {
    const ChartSeries& s = lines_.series()[series];
    const view::Timeline& times = *s.times;
    const view::Curve& curve = lines_.shown(series);
    if (curve.empty()) return QStringLiteral("–");
    std::size_t position = curve.size() - 1;
    if (!x) return valueText(curve.at(position));
    const view::TimeUnit unit = axis_.unit();
    const double reach = nearShare * (x_->max() - x_->min());
    if (*x < times.at(unit, 0) - reach || *x > times.at(unit, position) + reach) return QStringLiteral("–");
    position = std::min(times.firstAtOrAfter(unit, *x), position);
    const bool earlier = position > 0 && *x - times.at(unit, position - 1) < times.at(unit, position) - *x;
    position -= earlier ? 1 : 0;
    const double measuredAt = times.at(unit, position);
    QString value = valueText(curve.at(position));
    if (s.planned || std::abs(measuredAt - *x) <= reach) return value;
    return QStringLiteral("%1: %2").arg(axis_.momentText(measuredAt), value);
}

}  // namespace prunescope::ui
