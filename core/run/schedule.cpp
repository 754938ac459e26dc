#include "run/schedule.h"

#include "base/suggest.h"
#include "run/monotone_cubic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace prunescope::run {
namespace {

/// The share of the way still to go at x in (0, 1): 1 at the start of the ramp, 0 at its end.
double remaining(ScheduleShape shape, double x) {
    switch (shape) {
        case ScheduleShape::cubic:
            return (1 - x) * (1 - x) * (1 - x);
        case ScheduleShape::linear:
            return 1 - x;
        case ScheduleShape::cosine:
            return (1 + std::cos(std::numbers::pi * x)) / 2;
        case ScheduleShape::exponential: {
            const double last = std::exp2(-10.0);
            return (std::exp2(-10.0 * x) - last) / (1 - last);
        }
        case ScheduleShape::constant:
        case ScheduleShape::drawn:
            break;
    }
    return 0;
}

bool isSparsity(double p) {
    return std::isfinite(p) && p >= 0 && p < 1;
}

Text knotProblem(const SparsitySchedule& schedule) {
    const auto& knots = schedule.knots;
    if (knots.size() < 2) return Text::of("a drawn curve needs at least two knots");
    if (knots.size() > 1000) return Text::of("a drawn curve may have at most 1000 knots");
    if (knots.front().position != 0 || knots.back().position != 1)
        return Text::of("the knots must run from position 0 to 1");
    for (std::size_t i = 0; i < knots.size(); ++i) {
        if (!isSparsity(knots[i].sparsity))
            return Text::of("knot {} has no sparsity from 0 up to below 1", i);
        if (!std::isfinite(knots[i].position)) return Text::of("knot {} has no position", i);
        if (i > 0 && !(knots[i].position > knots[i - 1].position))
            return Text::of("the knots' positions must rise");
        if (i > 0 && knots[i].sparsity < knots[i - 1].sparsity)
            return Text::of("the knots' sparsity must not fall");
    }
    if (knots.front().sparsity != schedule.initial || knots.back().sparsity != schedule.target) {
        return Text::of("the first and last knot must be the initial sparsity and the target");
    }
    return {};
}

}  // namespace

double sparsityAt(const SparsitySchedule& s, StepIndex step) {
    if (step < s.start) return s.initial;
    if (step >= s.end || s.shape == ScheduleShape::constant) return s.target;
    const double x =
        static_cast<double>(step.value - s.start.value) / static_cast<double>(s.end.value - s.start.value);
    if (s.shape == ScheduleShape::drawn) return std::clamp(monotoneCubic(s.knots, x), s.initial, s.target);
    return std::clamp(s.target + (s.initial - s.target) * remaining(s.shape, x), s.initial, s.target);
}

Text scheduleProblem(const SparsitySchedule& s) {
    if (!isSparsity(s.initial))
        return Text::of("the initial sparsity {} is not from 0 up to below 1", s.initial);
    if (!isSparsity(s.target))
        return Text::of("the target sparsity {} is not from 0 up to below 1", s.target);
    if (s.target < s.initial) {
        return Text::of("the target {} is below the initial sparsity {}", s.target, s.initial);
    }
    if (s.start.value < 0) return Text::of("the ramp cannot start before step 0");
    if (s.end < s.start)
        return Text::of("the ramp ends at step {}, before it starts at {}", s.end.value, s.start.value);
    if (s.freeze.value < 0) return Text::of("the mask cannot be frozen before step 0");
    return s.shape == ScheduleShape::drawn ? knotProblem(s) : Text();
}

const std::vector<std::string>& scheduleShapeNames() {
    static const std::vector<std::string> names{"cubic",       "linear",   "cosine",
                                                "exponential", "constant", "drawn"};
    return names;
}

ScheduleShape scheduleShapeFromName(const std::string& name) {
    const auto& names = scheduleShapeNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw unknownName("unknown schedule shape '{}'", name, names, "schedule.shape");
    return static_cast<ScheduleShape>(found - names.begin());
}

std::string scheduleShapeName(ScheduleShape shape) {
    return scheduleShapeNames()[static_cast<std::size_t>(shape)];
}

}  // namespace prunescope::run
