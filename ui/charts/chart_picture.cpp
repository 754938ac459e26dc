#include "ui/charts/chart_picture.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/time_axis.h"
#include "ui/support/theme.h"

#include <QGraphicsLineItem>
#include <QLabel>
#include <QPainter>

namespace prunescope::ui {

/// In a file nobody can open the list of what the legend leaves out: there it is as high as it must be.
QSize ChartPicture::size() const {
    const ChartLegend& legend = parts_.legend;
    const QWidget& panel = parts_.panel;
    return {panel.width(), panel.height() + legend.heightOfAll(parts_.view.width()) - legend.height()};
}

void ChartPicture::paint(QPainter& painter) const {
    const auto& [panel, title, legend, view, crosshair, axis, theme] = parts_;
    const bool pointed = crosshair.isVisible();
    crosshair.hide();
    painter.fillRect(QRect(QPoint(), size()), theme.surface());
    painter.setFont(title.font());
    const QRect head(view.x(), title.y(), view.width(), title.height());
    painter.setPen(theme.text());
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title.text());
    painter.setFont(panel.font());
    painter.setPen(theme.mutedText());
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, axis.unitText());
    painter.save();
    painter.translate(view.x(), legend.y());
    legend.drawAll(painter, view.width());
    painter.restore();
    const QRect plot = view.geometry().translated(0, size().height() - panel.height());
    view.render(&painter, plot, view.viewport()->rect());
    crosshair.setVisible(pointed);
}

}  // namespace prunescope::ui
