#include "ui/charts/time_axis.h"

#include "ui/support/format.h"

#include <cmath>

namespace prunescope::ui {

void TimeAxis::setUnit(view::TimeUnit unit) {
    if (unit_ == unit) return;
    unit_ = unit;
    zoom_.reset();
    setCrosshair(std::nullopt);
    emit changed();
}

void TimeAxis::setZoom(std::optional<std::pair<double, double>> zoom) {
    if (zoom_ == zoom) return;
    zoom_ = zoom;
    emit changed();
}

void TimeAxis::setCrosshair(std::optional<double> x) {
    if (crosshair_ == x) return;
    crosshair_ = x;
    emit crosshairMoved();
}

QString TimeAxis::unitText() const {
    switch (unit_) {
        case view::TimeUnit::step:
            return tr("steps");
        case view::TimeUnit::epoch:
            return tr("epochs");
        case view::TimeUnit::wallSeconds:
            return tr("wall time in seconds");
        case view::TimeUnit::processSeconds:
            return tr("process time in seconds");
    }
    return {};
}

QString TimeAxis::placeText(double x) const {
    switch (unit_) {
        case view::TimeUnit::step:
            return tr("step %1").arg(countText(std::llround(x)));
        case view::TimeUnit::epoch:
            return tr("epoch %1").arg(decimalText(x, 2));
        case view::TimeUnit::wallSeconds:
            return tr("wall time %1").arg(durationText(x));
        case view::TimeUnit::processSeconds:
            return tr("process time %1").arg(durationText(x));
    }
    return {};
}

}  // namespace prunescope::ui
