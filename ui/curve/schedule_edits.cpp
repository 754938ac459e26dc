#include "ui/curve/schedule_edits.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {

using run::ScheduleKnot;
using run::ScheduleShape;
using run::SparsitySchedule;

namespace {

/// Knots stay this far apart, as a share of the ramp: they can be told apart and taken hold of.
constexpr double knotGap = 0.005;

/// Takes away what adding a thousandth again and again leaves behind.
double tidy(double sparsity) {
    return std::round(sparsity * 1e6) / 1e6;
}

double rampSteps(const SparsitySchedule& s) {
    return static_cast<double>(s.end.value - s.start.value);
}

double positionOf(const SparsitySchedule& s, double step) {
    return rampSteps(s) > 0 ? (step - static_cast<double>(s.start.value)) / rampSteps(s) : 0;
}

StepIndex wholeStep(double step, const RunAxis& axis) {
    return StepIndex{std::clamp<std::int64_t>(std::llround(step), 0, axis.totalSteps)};
}

void placeKnot(SparsitySchedule& s, std::size_t index, CurvePoint point) {
    if (index == 0 || index + 1 >= s.knots.size()) return;
    const ScheduleKnot& before = s.knots[index - 1];
    const ScheduleKnot& after = s.knots[index + 1];
    const double first = before.position + knotGap;
    const double last = after.position - knotGap;
    if (first <= last) s.knots[index].position = std::clamp(positionOf(s, point.step), first, last);
    s.knots[index].sparsity = std::clamp(point.sparsity, before.sparsity, after.sparsity);
}

}  // namespace

double RunAxis::epochOf(double step) const {
    return totalSteps > 0 ? step * epochs / static_cast<double>(totalSteps) : 0;
}

StepIndex RunAxis::stepOf(double epoch) const {
    return wholeStep(epoch * stepsPerEpoch(), *this);
}

std::vector<CurveHandle> handlesOf(const SparsitySchedule& schedule) {
    using Kind = CurveHandle::Kind;
    std::vector<CurveHandle> handles{{Kind::start}};
    if (schedule.shape == ScheduleShape::drawn) {
        for (std::size_t k = 1; k + 1 < schedule.knots.size(); ++k) handles.push_back({Kind::knot, k});
    }
    for (const Kind kind : {Kind::end, Kind::target, Kind::freeze}) handles.push_back({kind});
    return handles;
}

CurvePoint pointOf(const SparsitySchedule& s, CurveHandle handle, const RunAxis& axis) {
    const auto total = static_cast<double>(axis.totalSteps);
    const auto step = [total](StepIndex at) { return std::min(static_cast<double>(at.value), total); };
    switch (handle.kind) {
        case CurveHandle::Kind::start:
            return {step(s.start), s.initial};
        case CurveHandle::Kind::end:
            return {step(s.end), s.target};
        case CurveHandle::Kind::target:
            return {total, s.target};
        case CurveHandle::Kind::freeze:
            return {step(s.freeze), 0};
        case CurveHandle::Kind::knot:
            break;
    }
    if (handle.knot >= s.knots.size()) return {};
    const ScheduleKnot& knot = s.knots[handle.knot];
    return {static_cast<double>(s.start.value) + knot.position * rampSteps(s), knot.sparsity};
}

SparsitySchedule placed(const SparsitySchedule& schedule, CurveHandle handle, CurvePoint point,
                        const RunAxis& axis) {
    SparsitySchedule next = schedule;
    switch (handle.kind) {
        case CurveHandle::Kind::start:
            next.start = wholeStep(point.step, axis);
            break;
        case CurveHandle::Kind::end:
            next.end = wholeStep(point.step, axis);
            break;
        case CurveHandle::Kind::freeze:
            next.freeze = wholeStep(point.step, axis);
            break;
        case CurveHandle::Kind::target:
            return withLevels(schedule, schedule.initial, std::clamp(point.sparsity, 0.0, highestSparsity));
        case CurveHandle::Kind::knot:
            placeKnot(next, handle.knot, point);
            break;
    }
    return next;
}

SparsitySchedule moved(const SparsitySchedule& schedule, CurveHandle handle, std::int64_t steps,
                       std::int64_t sparsitySteps, const RunAxis& axis) {
    CurvePoint point = pointOf(schedule, handle, axis);
    point.step += static_cast<double>(steps);
    if (sparsitySteps != 0)
        point.sparsity = tidy(point.sparsity + sparsityStep * static_cast<double>(sparsitySteps));
    // A handle that cannot go that way stays what it is, even a mask that is never frozen.
    const bool alongSteps = handle.kind != CurveHandle::Kind::target;
    const bool alongSparsity =
        handle.kind == CurveHandle::Kind::target || handle.kind == CurveHandle::Kind::knot;
    if ((steps == 0 || !alongSteps) && (sparsitySteps == 0 || !alongSparsity)) return schedule;
    return placed(schedule, handle, point, axis);
}

SparsitySchedule withOtherEndMoved(SparsitySchedule wanted, const SparsitySchedule& now,
                                   std::int64_t totalSteps) {
    const std::int64_t length = now.end.value - now.start.value;
    if (wanted.start != now.start) {
        wanted.end = StepIndex{std::min(wanted.start.value + length, totalSteps)};
        if (wanted.freeze < wanted.end) wanted.freeze = wanted.end;
    } else {
        wanted.start = StepIndex{std::max<std::int64_t>(wanted.end.value - length, 0)};
    }
    return wanted;
}

SparsitySchedule withLevels(const SparsitySchedule& schedule, double initial, double target) {
    SparsitySchedule next = schedule;
    next.initial = initial;
    next.target = target;
    if (schedule.shape != ScheduleShape::drawn || next.knots.size() < 2) return next;
    const double height = schedule.target - schedule.initial;
    for (ScheduleKnot& knot : next.knots) {
        const double share = height > 0 ? (knot.sparsity - schedule.initial) / height
                                        : knot.position;  // flat: a straight line
        knot.sparsity = initial + share * (target - initial);
    }
    next.knots.front().sparsity = initial;
    next.knots.back().sparsity = target;
    return next;
}

SparsitySchedule withShape(const SparsitySchedule& schedule, ScheduleShape shape) {
    if (shape == schedule.shape) return schedule;
    SparsitySchedule next = schedule;
    next.shape = shape;
    next.knots.clear();
    if (shape != ScheduleShape::drawn) return next;
    constexpr std::int64_t pieces = 4;
    SparsitySchedule ramp = schedule;
    ramp.start = StepIndex{0};
    ramp.end = StepIndex{pieces};
    for (std::int64_t k = 0; k <= pieces; ++k) {
        next.knots.push_back({static_cast<double>(k) / pieces, run::sparsityAt(ramp, StepIndex{k})});
    }
    next.knots.front().sparsity = schedule.initial;
    return next;
}

std::optional<std::pair<SparsitySchedule, CurveHandle>> withKnot(const SparsitySchedule& schedule,
                                                                 CurvePoint point) {
    if (schedule.shape != ScheduleShape::drawn || schedule.knots.size() < 2) return std::nullopt;
    const double position = positionOf(schedule, point.step);
    SparsitySchedule next = schedule;
    const auto after = std::find_if(next.knots.begin(), next.knots.end(),
                                    [position](const ScheduleKnot& k) { return k.position > position; });
    if (after == next.knots.begin() || after == next.knots.end()) return std::nullopt;
    const ScheduleKnot before = *(after - 1);
    if (position - before.position < knotGap || after->position - position < knotGap) return std::nullopt;
    const double sparsity = std::clamp(point.sparsity, before.sparsity, after->sparsity);
    const auto made = next.knots.insert(after, {position, sparsity});
    const auto index = static_cast<std::size_t>(made - next.knots.begin());
    return std::pair{next, CurveHandle{CurveHandle::Kind::knot, index}};
}

SparsitySchedule withoutKnot(const SparsitySchedule& schedule, std::size_t knot) {
    SparsitySchedule next = schedule;
    if (knot > 0 && knot + 1 < next.knots.size())
        next.knots.erase(next.knots.begin() + static_cast<std::ptrdiff_t>(knot));
    return next;
}

}  // namespace prunescope::ui
