#include "ui/charts/plot_alignment.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {

PlotAlignment::PlotAlignment(QChart& chart, TimeAxis& axis, const QWidget& panel)
    : chart_(chart), axis_(&axis), panel_(panel) {
    connect(&axis, &TimeAxis::roomChanged, this, &PlotAlignment::align);
}

PlotAlignment::~PlotAlignment() {
    leave();
}

void PlotAlignment::join() {
    if (!panel_.isVisible()) return;
    const QRectF area = chart_.plotArea();
    axis_->setRoom(&panel_, {.left = area.left() - margin_, .width = area.width()});
    align();
}

void PlotAlignment::leave() {
    if (axis_ != nullptr) axis_->removeRoom(&panel_);
}

void PlotAlignment::setRight(double width) {
    const int wanted = static_cast<int>(std::ceil(width));
    if (wanted == right_) return;
    right_ = wanted;
    chart_.setMargins(QMargins(margin_, 0, right_, 0));
}

void PlotAlignment::align() {
    if (!panel_.isVisible()) return;
    const double own = chart_.plotArea().left() - margin_;
    const int wanted = static_cast<int>(std::lround(std::max(0.0, axis_->widestLeft() - own)));
    if (wanted == margin_) return;
    margin_ = wanted;
    chart_.setMargins(QMargins(margin_, 0, right_, 0));
    // At once, so that the place of the plot and the margin never tell two stories.
    chart_.layout()->activate();
}

}  // namespace prunescope::ui
