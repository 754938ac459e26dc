#include "ui/charts/empty_plot.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_lines.h"
#include "ui/charts/time_axis.h"
#include "ui/support/plain_label.h"

#include <QPushButton>
#include <algorithm>

namespace prunescope::ui {

EmptyPlot::EmptyPlot(const ChartLines& lines, const ChartAxes& axes, TimeAxis& time, QWidget& view)
    : QObject(&view),
      lines_(lines),
      axes_(axes),
      time_(time),
      nothing_(new PlainLabel(&view)),
      elsewhere_(new QPushButton(&view)) {
    nothing_->setObjectName(QStringLiteral("chartNothing"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setAttribute(Qt::WA_TransparentForMouseEvents);
    nothing_->setForegroundRole(QPalette::PlaceholderText);
    nothing_->hide();
    elsewhere_->setObjectName(QStringLiteral("chartElsewhere"));
    elsewhere_->hide();
    connect(elsewhere_, &QPushButton::clicked, this, [this] { time_.setZoom(std::nullopt); });
}

std::optional<std::pair<double, double>> EmptyPlot::measuredRange() const {
    std::optional<std::pair<double, double>> range;
    for (const ChartSeries& s : lines_.series()) {
        if (s.planned || s.curve->empty() || lines_.isHidden(s)) continue;
        const double first = s.times->at(time_.unit(), 0);
        const double last = s.times->at(time_.unit(), s.curve->size() - 1);
        if (!range) range = {first, last};
        range = {std::min(range->first, first), std::max(range->second, last)};
    }
    return range;
}

QString EmptyPlot::reason() const {
    const bool allHidden =
        !lines_.series().empty() && std::all_of(lines_.series().begin(), lines_.series().end(),
                                                [this](const auto& s) { return lines_.isHidden(s); });
    if (allHidden) return tr("All curves are hidden.");
    if (measuredRange() && axes_.isLogarithmic()) return tr("No values above zero.");
    return tr("No values.");
}

void EmptyPlot::retranslate() {
    if (!nothing_->isHidden()) nothing_->setText(reason());
}

void EmptyPlot::show(const QRect& area, bool empty) {
    const auto measured = measuredRange();
    const bool away = measured && (measured->second < axes_.from() || measured->first > axes_.to());
    elsewhere_->setVisible(empty && away);
    if (empty && away) {
        elsewhere_->setText(
            tr("Show %1: the data is there").arg(time_.rangeText(measured->first, measured->second)));
        elsewhere_->adjustSize();
        elsewhere_->move(area.center() - elsewhere_->rect().center());
    }
    nothing_->setVisible(empty && !away);
    if (nothing_->isHidden()) return;
    nothing_->setText(reason());
    nothing_->setGeometry(area);
}

}  // namespace prunescope::ui
