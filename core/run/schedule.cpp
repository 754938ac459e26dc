#include "run/schedule.h"

#include "run/monotone_cubic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace prunescope::run {
namespace {

bool isSparsity(double p) {
    return std::isfinite(p) && p >= 0 && p < 1;
}

Text knotProblem(const SparsitySchedule& schedule) {
    const auto& knots = schedule.knots;
    if (knots.size() < 2) return Text::of("a drawn curve needs at least two knots");
    if (knots.size() > mostKnots) return Text::of("a drawn curve may have at most 1000 knots");
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

/// `remaining`: the share of the way still to go, 1 at the start of the ramp and 0 at its end.
double wayFrom(const SparsitySchedule& s, double remaining) {
    return s.target + (s.initial - s.target) * remaining;
}

/// p_f + (p_i - p_f) (1 - x)^3.
double cubic(const SparsitySchedule& s, double x) {
    return wayFrom(s, (1 - x) * (1 - x) * (1 - x));
}

double linear(const SparsitySchedule& s, double x) {
    return wayFrom(s, 1 - x);
}

double cosine(const SparsitySchedule& s, double x) {
    return wayFrom(s, (1 + std::cos(std::numbers::pi * x)) / 2);
}

/// 2^(-10 x), brought to end at 0.
double exponential(const SparsitySchedule& s, double x) {
    const double last = std::exp2(-10.0);
    return wayFrom(s, (std::exp2(-10.0 * x) - last) / (1 - last));
}

double constant(const SparsitySchedule& s, double /*x*/) {
    return s.target;
}

double drawn(const SparsitySchedule& s, double x) {
    return monotoneCubic(s.knots, x);
}

const ScheduleShapeEntry& entryOf(ScheduleShape shape) {
    return *(scheduleShapes().begin() + static_cast<std::ptrdiff_t>(shape));
}

}  // namespace

Registry<ScheduleShapeEntry>& scheduleShapes() {
    static Registry<ScheduleShapeEntry> all(
        "unknown schedule shape '{}'", "schedule.shape",
        {{{"cubic", "Cubic",
           "Cuts much early and little late: p_f + (p_i - p_f) (1 - x)^3 (Zhu and Gupta 2017, equation 1)."},
          cubic},
         {{"linear", "Linear", "Rises as fast at the end as at the start."}, linear},
         {{"cosine", "Cosine", "Starts and ends gently: half a wave of the cosine."}, cosine},
         {{"exponential", "Exponential", "What is still to cut halves with every tenth of the ramp."},
          exponential},
         {{"constant", "Constant", "The target at once, from the start of the ramp on."}, constant},
         {{"drawn", "Drawn",
           "Through the knots of schedule.knots, without swinging (Fritsch and Carlson 1980)."},
          drawn,
          knotProblem}});
    return all;
}

double sparsityAt(const SparsitySchedule& s, StepIndex step) {
    if (step < s.start) return s.initial;
    if (step >= s.end) return s.target;
    const double x =
        static_cast<double>(step.value - s.start.value) / static_cast<double>(s.end.value - s.start.value);
    return std::clamp(entryOf(s.shape).at(s, x), s.initial, s.target);
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
    const ScheduleShapeEntry& shape = entryOf(s.shape);
    return shape.problem == nullptr ? Text() : shape.problem(s);
}

void visit(StateVisitor& visitor, SparsitySchedule& schedule) {
    visitor.choice("shape", schedule.shape, std::distance(scheduleShapes().begin(), scheduleShapes().end()));
    visitor.number("initial", schedule.initial, 0, 1);
    visitor.number("target", schedule.target, 0, 1);
    visitor.step("start", schedule.start);
    visitor.step("end", schedule.end);
    visitor.step("freeze", schedule.freeze);
    std::vector<double> positions;
    std::vector<double> sparsities;
    for (const ScheduleKnot& knot : schedule.knots) {
        positions.push_back(knot.position);
        sparsities.push_back(knot.sparsity);
    }
    visitor.list("knots", positions, mostKnots);
    sparsities.resize(positions.size());
    if (!positions.empty()) visitor.array("knot_sparsities", std::span(sparsities));
    schedule.knots.clear();
    for (std::size_t i = 0; i < positions.size(); ++i)
        schedule.knots.push_back({positions[i], sparsities[i]});
    if (!scheduleProblem(schedule).empty()) visitor.refuseValue("shape");
}

std::vector<std::string> scheduleShapeNames() {
    return scheduleShapes().names();
}

ScheduleShape scheduleShapeFromName(const std::string& name) {
    const ScheduleShapeEntry& entry = scheduleShapes().get(name);
    const auto& all = scheduleShapes();
    const auto place = std::find_if(all.begin(), all.end(), [&](const auto& e) { return &e == &entry; });
    return static_cast<ScheduleShape>(place - all.begin());
}

std::string scheduleShapeName(ScheduleShape shape) {
    return entryOf(shape).description.name;
}

}  // namespace prunescope::run
