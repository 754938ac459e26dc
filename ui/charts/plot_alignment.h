#pragma once

#include "ui/charts/time_axis.h"

#include <QObject>
#include <QPointer>

class QChart;
class QWidget;

namespace prunescope::ui {

/// Keeps the plots of charts that share an axis under one another: each leaves as much room for labels as the
/// one with the widest.
class PlotAlignment : public QObject {
    Q_OBJECT
public:
    PlotAlignment(QChart& chart, TimeAxis& axis, const QWidget& panel);
    ~PlotAlignment() override;

    /// Tells the axis the plot's room, when the panel can be seen.
    void join();
    /// It cannot any more.
    void leave();
    /// Pixels right of the plot that are to be left for what stands there.
    void setRight(double width);

private:
    void align();

    QChart& chart_;
    QPointer<TimeAxis> axis_;  ///< null when a page that is destroyed has lost it before its charts
    const QWidget& panel_;
    int margin_ = 0;  ///< pixels left of the labels
    int right_ = 0;   ///< pixels right of the plot
};

}  // namespace prunescope::ui
