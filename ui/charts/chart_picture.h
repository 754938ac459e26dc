#pragma once

#include "ui/charts/chart_axes.h"

#include <QSize>

class QGraphicsLineItem;
class QLabel;
class QPainter;
class QWidget;

namespace prunescope::ui {

class ChartLegend;
class ChartView;
class Theme;
class TimeAxis;

/// A chart as a picture in a file: title, unit, legend and plot, without the crosshair and the buttons.
class ChartPicture {
public:
    struct Parts {
        const QWidget& panel;
        const QLabel& title;
        const ChartLegend& legend;
        ChartView& view;
        QGraphicsLineItem& crosshair;
        ChartAxes& axes;
        const TimeAxis& axis;
        const Theme& theme;
    };

    explicit ChartPicture(const Parts& parts) : parts_(parts) {}
    QSize size() const;
    void paint(QPainter& painter) const;

private:
    void writeTime(ChartAxes::TimeLabels labels) const;

    Parts parts_;
};

}  // namespace prunescope::ui
