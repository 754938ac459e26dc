#include "run/monotone_cubic.h"

#include <algorithm>
#include <cmath>

namespace prunescope::run {
namespace {

double slope(const ScheduleKnot& a, const ScheduleKnot& b) {
    return (b.sparsity - a.sparsity) / (b.position - a.position);
}

/// The tangent at an inner knot: zero at a local extremum, else the weighted harmonic mean of both slopes.
double innerTangent(const ScheduleKnot& before, const ScheduleKnot& at, const ScheduleKnot& after) {
    const double left = slope(before, at);
    const double right = slope(at, after);
    if (left * right <= 0) return 0;
    const double h0 = at.position - before.position;
    const double h1 = after.position - at.position;
    return 3 * (h0 + h1) / ((2 * h1 + h0) / left + (h1 + 2 * h0) / right);
}

double tangent(const std::vector<ScheduleKnot>& knots, std::size_t i) {
    if (i == 0) return slope(knots[0], knots[1]);
    if (i + 1 == knots.size()) return slope(knots[i - 1], knots[i]);
    return innerTangent(knots[i - 1], knots[i], knots[i + 1]);
}

}  // namespace

double monotoneCubic(const std::vector<ScheduleKnot>& knots, double x) {
    const auto above =
        std::upper_bound(knots.begin() + 1, knots.end() - 1, x,
                         [](double value, const ScheduleKnot& k) { return value < k.position; });
    const auto i = static_cast<std::size_t>(above - knots.begin()) - 1;
    const double h = knots[i + 1].position - knots[i].position;
    const double t = std::clamp((x - knots[i].position) / h, 0.0, 1.0);
    const double t2 = t * t;
    const double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * knots[i].sparsity + (t3 - 2 * t2 + t) * h * tangent(knots, i) +
           (3 * t2 - 2 * t3) * knots[i + 1].sparsity + (t3 - t2) * h * tangent(knots, i + 1);
}

}  // namespace prunescope::run
