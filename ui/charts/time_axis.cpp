#include "ui/charts/time_axis.h"

#include "ui/support/format.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {

void TimeAxis::setUnit(view::TimeUnit unit) {
    if (unit_ == unit) return;
    unit_ = unit;
    zoom_.reset();
    setFollowing(false);
    setCrosshair(std::nullopt);
    emit changed();
}

void TimeAxis::reset() {
    setFollowing(false);
    setCrosshair(std::nullopt);
    setZoom(std::nullopt);
    emit wasReset();
}

void TimeAxis::setFollowing(bool following) {
    if (following_ == following) return;
    following_ = following;
    emit followingChanged(following);
}

void TimeAxis::setRoom(const QObject* chart, const Room& room) {
    Room& known = rooms_[chart];
    if (known == room) return;
    known = room;
    emit roomChanged();
}

void TimeAxis::removeRoom(const QObject* chart) {
    if (rooms_.erase(chart) > 0) emit roomChanged();
}

double TimeAxis::widestLeft() const {
    double widest = 0;
    for (const auto& [chart, room] : rooms_) widest = std::max(widest, room.left);
    return widest;
}

double TimeAxis::widestRight() const {
    double widest = 0;
    for (const auto& [chart, room] : rooms_) widest = std::max(widest, room.right);
    return widest;
}

double TimeAxis::narrowestWidth() const {
    double narrowest = rooms_.empty() ? 0 : HUGE_VAL;
    for (const auto& [chart, room] : rooms_) narrowest = std::min(narrowest, room.width);
    return narrowest;
}

void TimeAxis::setZoom(std::optional<std::pair<double, double>> zoom) {
    if (zoom_ == zoom) return;
    zoom_ = zoom;
    if (!zoom_) setFollowing(false);
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
            return epochText(x, 2);
        case view::TimeUnit::wallSeconds:
            return tr("wall time %1").arg(durationText(x));
        case view::TimeUnit::processSeconds:
            return tr("process time %1").arg(durationText(x));
    }
    return {};
}

QString TimeAxis::epochText(double x, int decimals) {
    return tr("epoch %1").arg(decimalText(x, decimals));
}

QString TimeAxis::momentText(double x) const {
    const bool whole = unit_ == view::TimeUnit::epoch && std::abs(x - std::round(x)) < 0.005;
    return whole ? epochText(x, 0) : placeText(x);
}

QString TimeAxis::rangeText(double from, double to) const {
    switch (unit_) {
        case view::TimeUnit::step:
            return tr("steps %1 to %2").arg(countText(std::llround(from)), countText(std::llround(to)));
        case view::TimeUnit::epoch:
            return tr("epochs %1 to %2").arg(decimalText(from, 2), decimalText(to, 2));
        case view::TimeUnit::wallSeconds:
        case view::TimeUnit::processSeconds:
            return tr("%1 to %2").arg(durationText(from), durationText(to));
    }
    return {};
}

}  // namespace prunescope::ui
