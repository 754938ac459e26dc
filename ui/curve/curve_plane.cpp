#include "ui/curve/curve_plane.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {

/// Left: the sparsities. Right: the target's handle. Below: the freeze handle, the epochs and their name.
CurvePlane::CurvePlane(const QSize& size, const QFontMetrics& metrics, const ScheduleDraft& draft)
    : size_(size), metrics_(metrics), draft_(draft) {
    const double left = metrics.horizontalAdvance(QStringLiteral("100 %")) + metrics.averageCharWidth();
    area_ = QRectF(QPointF(), size)
                .adjusted(left, metrics.height() * 1.75, -handleRadius() * 4,
                          -(metrics.height() * 1.25 + handleRadius() * 2.5));
}

QPointF CurvePlane::positionOf(CurvePoint point) const {
    const double total = std::max(1.0, static_cast<double>(draft_.axis().totalSteps));
    return {area_.left() + area_.width() * std::clamp(point.step / total, 0.0, 1.0),
            area_.bottom() - area_.height() * point.sparsity};
}

/// The target's handle stands right of the curve and the freeze handle below it: no two lie on one another.
QPointF CurvePlane::positionOf(CurveHandle handle) const {
    QPointF position = positionOf(pointOf(draft_.shown(), handle, draft_.axis()));
    if (handle.kind == CurveHandle::Kind::target) position.rx() += handleRadius() * 2;
    if (handle.kind == CurveHandle::Kind::freeze) position.ry() += handleRadius() * 1.5;
    return position;
}

CurvePoint CurvePlane::pointAt(const QPointF& position, bool fine) const {
    const double x = std::clamp((position.x() - area_.left()) / area_.width(), 0.0, 1.0);
    const double y = std::clamp((area_.bottom() - position.y()) / area_.height(), 0.0, 1.0);
    // A dot of the screen is more than half a percent, so without the grid 90 % could not be hit. No finer
    // than what is shown: tenths of a percent. Divided, so that 0.9 is the 0.9 that a user types.
    const double grid = fine ? 1 / sparsityStep : 200;
    return {x * static_cast<double>(draft_.axis().totalSteps), std::round(y * grid) / grid};
}

std::optional<CurveHandle> CurvePlane::handleAt(const QPointF& position) const {
    std::optional<CurveHandle> nearest;
    double least = std::max(10.0, handleRadius() * 2);
    for (const CurveHandle handle : handlesOf(draft_.shown())) {
        const QPointF way = positionOf(handle) - position;
        const double distance = std::hypot(way.x(), way.y());
        if (distance >= least) continue;
        least = distance;
        nearest = handle;
    }
    return nearest;
}

}  // namespace prunescope::ui
