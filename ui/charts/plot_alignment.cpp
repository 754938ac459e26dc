#include "ui/charts/plot_alignment.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

int stillMissing(double wanted, double own) {
    return static_cast<int>(std::lround(std::max(0.0, wanted - own)));
}

}  // namespace

PlotAlignment::PlotAlignment(QChart& chart, TimeAxis& axis, const QWidget& panel)
    : chart_(chart), axis_(&axis), panel_(panel) {
    connect(&axis, &TimeAxis::roomChanged, this, &PlotAlignment::align);
}

PlotAlignment::~PlotAlignment() {
    leave();
}

void PlotAlignment::setWanted(double left, double right) {
    if (wantedLeft_ == left && wantedRight_ == right) return;
    wantedLeft_ = left;
    wantedRight_ = right;
    join();
}

/// What the labels of the axes take.
TimeAxis::Room PlotAlignment::own() const {
    const QRectF area = chart_.plotArea();
    return {.left = area.left() - margins_.left(),
            .right = chart_.size().width() - area.right() - margins_.right(),
            .width = area.width()};
}

void PlotAlignment::join() {
    if (!panel_.isVisible()) return;
    TimeAxis::Room room = own();
    room.left = std::max(room.left, wantedLeft_);
    room.right = std::max(room.right, wantedRight_);
    axis_->setRoom(&panel_, room);
    align();
}

void PlotAlignment::leave() {
    if (axis_ != nullptr) axis_->removeRoom(&panel_);
}

void PlotAlignment::align() {
    if (!panel_.isVisible()) return;
    const TimeAxis::Room taken = own();
    const QMargins wanted(stillMissing(axis_->widestLeft(), taken.left), 0,
                          stillMissing(axis_->widestRight(), taken.right), 0);
    if (wanted == margins_) return;
    margins_ = wanted;
    chart_.setMargins(margins_);
    // At once, so that the place of the plot and the margins never tell two stories.
    chart_.layout()->activate();
}

}  // namespace prunescope::ui
