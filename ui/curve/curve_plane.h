#pragma once

#include "run/outlook.h"
#include "ui/curve/schedule_draft.h"

#include <QFontMetrics>
#include <QRectF>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// Where a schedule lies in a picture, and which part of it is seen there.
struct CurveFrame {
    QRectF area;
    double firstStep = 0;  ///< at the left edge
    double lastStep = 1;   ///< at the right edge
    double lowest = 0;     ///< sparsity at the foot
    double highest = 1;    ///< at the top
};

/// The plane of the curve on the screen: where a step and a sparsity lie, and what lies under the pointer.
class CurvePlane {
public:
    /// All of the run and every sparsity, in a widget of this size that draws the axes around them.
    /// `draft` has the handles and the axis, and outlives the plane.
    CurvePlane(const QSize& size, const QFontMetrics& metrics, const ScheduleDraft& draft);
    /// Over a picture of this size, which has its own axes.
    CurvePlane(const QSize& size, const QFontMetrics& metrics, const ScheduleDraft& draft,
               const CurveFrame& frame);

    bool isOverPicture() const { return overPicture_; }
    const QSize& size() const { return size_; }
    const QFontMetrics& metrics() const { return metrics_; }
    const QRectF& area() const { return frame_.area; }
    double handleRadius() const { return radiusOf(metrics_); }
    /// The pixels right of the area that the target's handle takes.
    static double roomRight(const QFontMetrics& metrics) { return radiusOf(metrics) * 4; }
    QPointF positionOf(CurvePoint point) const;
    QPointF positionOf(CurveHandle handle) const;
    /// Within the area. Snaps to halves of a percent; `fine` to tenths.
    CurvePoint pointAt(const QPointF& position, bool fine) const;
    /// Whether this step is in the part of the run that is seen.
    bool reaches(double step) const;
    /// Those in that part.
    std::vector<CurveHandle> shownHandles() const;
    std::optional<CurveHandle> handleAt(const QPointF& position) const;
    /// What would become of the sparsity from now on, as far as that is seen: a point a pixel, which also
    /// draws a jump upright.
    std::vector<CurvePoint> courseOf(const run::SparsitySchedule& schedule, const run::MaskState& now) const;

private:
    static double radiusOf(const QFontMetrics& metrics) { return metrics.height() * 0.34; }
    bool isShown(CurveHandle handle) const;

    QSize size_;
    QFontMetrics metrics_;
    const ScheduleDraft& draft_;
    CurveFrame frame_;
    bool overPicture_;
};

}  // namespace prunescope::ui
