#include "ui/charts/chart_picture.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/clipped_curves.h"
#include "ui/charts/time_axis.h"
#include "ui/support/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QLabel>
#include <QPaintEngine>
#include <QPainter>
#include <optional>

namespace prunescope::ui {

/// In a file nobody can open the list of what the legend leaves out: there it is as high as it must be.
QSize ChartPicture::size() const {
    const ChartLegend& legend = parts_.legend;
    const QWidget& panel = parts_.panel;
    const int more = legend.isHidden() ? 0 : legend.heightOfAll(parts_.view.width()) - legend.height();
    return {panel.width(), panel.height() + more};
}

void ChartPicture::paint(QPainter& painter) const {
    const auto& [panel, title, legend, view, crosshair, axes, axis, theme] = parts_;
    const bool pointed = crosshair.isVisible();
    crosshair.hide();
    const ChartAxes::TimeLabels labels = axes.timeLabels();
    // In the window the lowest chart of a column has the labels of all; a file is alone.
    if (labels == ChartAxes::TimeLabels::none) writeTime(ChartAxes::TimeLabels::titled);
    painter.fillRect(QRect(QPoint(), size()), theme.surface());
    painter.setFont(title.font());
    const QRect head(view.x(), title.y(), view.width(), title.height());
    painter.setPen(theme.text());
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title.text());
    painter.setFont(panel.font());
    painter.setPen(theme.mutedText());
    if (labels == ChartAxes::TimeLabels::plain)
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, axis.unitText());
    painter.save();
    painter.translate(view.x(), legend.y());
    if (!legend.isHidden()) legend.drawAll(painter, view.width());
    painter.restore();
    const QRect plot = view.geometry().translated(0, size().height() - panel.height());
    {
        std::optional<ClippedCurves> clipped;
        if (painter.paintEngine()->type() == QPaintEngine::SVG) clipped.emplace(*view.chart());
        view.render(&painter, plot, view.viewport()->rect());
    }
    crosshair.setVisible(pointed);
    if (labels == ChartAxes::TimeLabels::none) writeTime(labels);
}

/// At once, so that the picture has it.
void ChartPicture::writeTime(ChartAxes::TimeLabels labels) const {
    parts_.axes.setTimeLabels(labels, parts_.axis.unitText());
    parts_.view.chart()->layout()->activate();
}

}  // namespace prunescope::ui
