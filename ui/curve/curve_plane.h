#pragma once

#include "ui/curve/schedule_draft.h"

#include <QFontMetrics>
#include <QRectF>
#include <optional>

namespace prunescope::ui {

/// The plane of the curve on the screen: where a step and a sparsity lie, and what lies under the pointer.
class CurvePlane {
public:
    /// `draft` has the handles and the axis, and outlives the plane.
    CurvePlane(const QSize& size, const QFontMetrics& metrics, const ScheduleDraft& draft);

    QSize size() const { return size_; }
    const QFontMetrics& metrics() const { return metrics_; }
    /// Between no steps and the last one, no sparsity and all of it.
    const QRectF& area() const { return area_; }
    double handleRadius() const { return metrics_.height() * 0.34; }
    QPointF positionOf(CurvePoint point) const;
    QPointF positionOf(CurveHandle handle) const;
    /// Snaps to halves of a percent; `fine` to tenths.
    CurvePoint pointAt(const QPointF& position, bool fine) const;
    std::optional<CurveHandle> handleAt(const QPointF& position) const;

private:
    QSize size_;
    QFontMetrics metrics_;
    const ScheduleDraft& draft_;
    QRectF area_;
};

}  // namespace prunescope::ui
