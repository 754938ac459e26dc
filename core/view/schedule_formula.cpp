#include "view/schedule_formula.h"

#include <fmt/format.h>

#include <string>

namespace prunescope::view {
namespace {

using run::ScheduleShape;

/// What of the way is still to go at x; see `run::SparsitySchedule`.
std::string remaining(ScheduleShape shape) {
    switch (shape) {
        case ScheduleShape::cubic:
            return "(1 − x)³";
        case ScheduleShape::linear:
            return "(1 − x)";
        case ScheduleShape::cosine:
            return "(1 + cos πx) / 2";
        case ScheduleShape::exponential:
            return "(2^(−10x) − 2^(−10)) / (1 − 2^(−10))";
        case ScheduleShape::constant:
        case ScheduleShape::drawn:
            break;
    }
    return "";
}

/// p_f + (p_i - p_f) with its numbers: the target, and how far below it the ramp begins.
std::string ramp(const run::SparsitySchedule& s) {
    return fmt::format("{} + ({} − {}) {}", s.target, s.initial, s.target, remaining(s.shape));
}

}  // namespace

Text scheduleFormula(const run::SparsitySchedule& s) {
    const std::int64_t start = s.start.value;
    if (s.shape == ScheduleShape::constant || s.end <= s.start)
        return Text::of("p(t) = {} from step {} on, {} before it", s.target, start, s.initial);
    const std::string x = fmt::format("x = (t − {}) / ({} − {})", start, s.end.value, start);
    if (s.shape == ScheduleShape::drawn) {
        return Text::of("p(t) = monotone cubic (Fritsch & Carlson 1980) through the {} knots at {}",
                        s.knots.size(), x);
    }
    return Text(fmt::format("p(t) = {}, {}", ramp(s), x));
}

}  // namespace prunescope::view
