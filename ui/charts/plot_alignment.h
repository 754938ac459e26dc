#pragma once

#include "ui/charts/time_axis.h"

#include <QMargins>
#include <QObject>
#include <QPointer>

class QChart;
class QWidget;

namespace prunescope::ui {

/// Keeps the plots of charts that share an axis under one another: each leaves as much room on both sides as
/// the one that needs most.
class PlotAlignment : public QObject {
    Q_OBJECT
public:
    PlotAlignment(QChart& chart, TimeAxis& axis, const QWidget& panel);
    ~PlotAlignment() override;

    /// What is written beside the plot besides the labels of its axes, in pixels.
    void setWanted(double left, double right);
    /// Tells the axis the plot's room, when the panel can be seen.
    void join();
    /// It cannot any more.
    void leave();

private:
    void align();
    TimeAxis::Room own() const;

    QChart& chart_;
    QPointer<TimeAxis> axis_;  ///< null when a page that is destroyed has lost it before its charts
    const QWidget& panel_;
    QMargins margins_{};  ///< beside the labels
    double wantedLeft_ = 0;
    double wantedRight_ = 0;
};

}  // namespace prunescope::ui
