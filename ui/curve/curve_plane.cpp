#include "ui/curve/curve_plane.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double halfAPixel = 0.5;
constexpr double almostNothing = 1e-6;  ///< of a grid's step: what binary fractions are off

/// Left: the sparsities. Right: the target's handle. Below: the freeze handle, the epochs and their name.
QRectF areaBetweenAxes(const QSize& size, const QFontMetrics& metrics, double radius) {
    const double left = metrics.horizontalAdvance(QStringLiteral("100 %")) + metrics.averageCharWidth();
    return QRectF(QPointF(), size)
        .adjusted(left, metrics.height() * 1.75, -CurvePlane::roomRight(metrics),
                  -(metrics.height() * 1.25 + radius * 2.5));
}

/// On the grid of so many steps from 0 to 1, between `lowest` and `highest` where the grid has a step there.
/// Divided, so that 0.9 is the 0.9 that a user types.
double onGrid(double sparsity, double grid, double lowest, double highest) {
    const double first = std::ceil(lowest * grid - almostNothing);
    const double last = std::floor(highest * grid + almostNothing);
    const double nearest = std::round(sparsity * grid);
    return (first <= last ? std::clamp(nearest, first, last) : nearest) / grid;
}

double runLength(const ScheduleDraft& draft) {
    return std::max(1.0, static_cast<double>(draft.axis().totalSteps));
}

}  // namespace

CurvePlane::CurvePlane(const QSize& size, const QFontMetrics& metrics, const ScheduleDraft& draft)
    : size_(size),
      metrics_(metrics),
      draft_(draft),
      frame_{.area = areaBetweenAxes(size, metrics, radiusOf(metrics)), .lastStep = runLength(draft)},
      overPicture_(false) {}

CurvePlane::CurvePlane(const QSize& size, const QFontMetrics& metrics, const ScheduleDraft& draft,
                       const CurveFrame& frame)
    : size_(size), metrics_(metrics), draft_(draft), frame_(frame), overPicture_(true) {}

QPointF CurvePlane::positionOf(CurvePoint point) const {
    const QRectF& area = frame_.area;
    const double step = std::clamp(point.step, 0.0, runLength(draft_));
    return {
        area.left() + area.width() * (step - frame_.firstStep) / (frame_.lastStep - frame_.firstStep),
        area.bottom() - area.height() * (point.sparsity - frame_.lowest) / (frame_.highest - frame_.lowest)};
}

/// The target's handle stands right of the curve and that of the freeze below it, or at the foot of a picture
/// that has no room below: no two lie on one another.
QPointF CurvePlane::positionOf(CurveHandle handle) const {
    QPointF position = positionOf(pointOf(draft_.shown(), handle, draft_.axis()));
    if (handle.kind == CurveHandle::Kind::target) position.rx() += handleRadius() * 2;
    if (handle.kind == CurveHandle::Kind::freeze)
        position.setY(frame_.area.bottom() + handleRadius() * (overPicture_ ? -1.5 : 1.5));
    return position;
}

CurvePoint CurvePlane::pointAt(const QPointF& position, bool fine) const {
    const QRectF& area = frame_.area;
    const double x = std::clamp((position.x() - area.left()) / area.width(), 0.0, 1.0);
    const double y = std::clamp((area.bottom() - position.y()) / area.height(), 0.0, 1.0);
    const double step = frame_.firstStep + x * (frame_.lastStep - frame_.firstStep);
    const double sparsity = frame_.lowest + y * (frame_.highest - frame_.lowest);
    // A dot of the screen is more than half a percent, so without the grid 90 % could not be hit. No finer
    // than what is shown: tenths of a percent.
    const double grid = fine ? 1 / sparsityStep : 200;
    return {std::clamp(step, 0.0, static_cast<double>(draft_.axis().totalSteps)),
            onGrid(sparsity, grid, frame_.lowest, frame_.highest)};
}

bool CurvePlane::reaches(double step) const {
    const double x = positionOf(CurvePoint{step, 0}).x();
    return x >= frame_.area.left() - halfAPixel && x <= frame_.area.right() + halfAPixel;
}

bool CurvePlane::isShown(CurveHandle handle) const {
    const CurvePoint point = pointOf(draft_.shown(), handle, draft_.axis());
    if (!reaches(point.step)) return false;
    // That of the freeze stands at the foot, whatever sparsity is there.
    if (handle.kind == CurveHandle::Kind::freeze) return true;
    const double y = positionOf(point).y();
    return y >= frame_.area.top() - halfAPixel && y <= frame_.area.bottom() + halfAPixel;
}

std::vector<CurveHandle> CurvePlane::shownHandles() const {
    std::vector<CurveHandle> handles = handlesOf(draft_.shown());
    if (overPicture_) std::erase_if(handles, [this](CurveHandle handle) { return !isShown(handle); });
    return handles;
}

std::optional<CurveHandle> CurvePlane::handleAt(const QPointF& position) const {
    std::optional<CurveHandle> nearest;
    double least = std::max(10.0, handleRadius() * 2);
    for (const CurveHandle handle : shownHandles()) {
        const QPointF way = positionOf(handle) - position;
        const double distance = std::hypot(way.x(), way.y());
        if (distance >= least) continue;
        least = distance;
        nearest = handle;
    }
    return nearest;
}

std::vector<CurvePoint> CurvePlane::courseOf(const run::SparsitySchedule& schedule,
                                             const run::MaskState& now) const {
    const std::int64_t total = draft_.axis().totalSteps;
    const double from = std::max(static_cast<double>(now.step.value), frame_.firstStep);
    const double to = std::min(static_cast<double>(total), frame_.lastStep);
    if (total <= 0 || frame_.area.width() <= 0 || from > to) return {};
    const run::Outlook outlook(schedule, now, StepIndex{total});
    const double pixels = positionOf(CurvePoint{to, 0}).x() - positionOf(CurvePoint{from, 0}).x();
    const int pieces = std::max(2, static_cast<int>(pixels));
    std::vector<CurvePoint> course;
    for (int i = 0; i <= pieces; ++i) {
        const StepIndex step{std::llround(from + (to - from) * i / pieces)};
        course.push_back({static_cast<double>(step.value), outlook.at(step)});
    }
    return course;
}

}  // namespace prunescope::ui
