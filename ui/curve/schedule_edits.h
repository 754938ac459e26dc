#pragma once

#include "run/schedule.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

/// What a hand can do to a schedule, as plain functions: each returns the schedule that would be, without
/// asking whether it can be followed.
namespace prunescope::ui {

/// The horizontal axis of a run, which a user reads in epochs and the engine in steps.
struct RunAxis {
    std::int64_t totalSteps = 0;
    double epochs = 0;

    double epochOf(double step) const;
    /// The nearest step, within the run.
    StepIndex stepOf(double epoch) const;
    double stepsPerEpoch() const { return epochs > 0 ? static_cast<double>(totalSteps) / epochs : 1; }
};

/// Something on the curve that can be taken hold of. `knot` is for inner knots of a drawn curve only.
struct CurveHandle {
    enum class Kind { start, end, target, freeze, knot };
    Kind kind = Kind::start;
    std::size_t knot = 0;
    bool operator==(const CurveHandle&) const = default;
};

/// A place in the plane of the curve. Steps have a fraction here: a knot may lie between two.
struct CurvePoint {
    double step = 0;
    double sparsity = 0;
};

/// The highest sparsity that a handle or a field gives.
inline constexpr double highestSparsity = 0.9999;
/// How much of sparsity an arrow key moves: 0.1 %.
inline constexpr double sparsityStep = 0.001;

/// In the order in which Tab visits them: start, inner knots, end, target, freeze.
std::vector<CurveHandle> handlesOf(const run::SparsitySchedule& schedule);

/// Where the handle's value lies. A mask that is never frozen has its handle at the end of the run.
CurvePoint pointOf(const run::SparsitySchedule& schedule, CurveHandle handle, const RunAxis& axis);

/// The handle at `point`, of which it takes what it can move in: start, end and freeze the step, the target
/// the sparsity, a knot both, but never past its neighbours.
run::SparsitySchedule placed(const run::SparsitySchedule& schedule, CurveHandle handle, CurvePoint point,
                             const RunAxis& axis);

run::SparsitySchedule moved(const run::SparsitySchedule& schedule, CurveHandle handle, std::int64_t steps,
                            std::int64_t sparsitySteps, const RunAxis& axis);

/// The ramp of `wanted`, in which one end was moved, as long as that of `now`: the other end goes along.
run::SparsitySchedule withOtherEndMoved(run::SparsitySchedule wanted, const run::SparsitySchedule& now,
                                        std::int64_t totalSteps);

/// Other sparsities at the two ends; the knots of a drawn curve are stretched between them.
run::SparsitySchedule withLevels(const run::SparsitySchedule& schedule, double initial, double target);

/// A drawn curve starts as five knots on the curve that was; leaving it forgets the knots.
run::SparsitySchedule withShape(const run::SparsitySchedule& schedule, run::ScheduleShape shape);

/// The drawn curve with one knot more, and which; nothing outside the ramp or on top of another knot.
std::optional<std::pair<run::SparsitySchedule, CurveHandle>> withKnot(const run::SparsitySchedule& schedule,
                                                                      CurvePoint point);

/// Without an inner knot.
run::SparsitySchedule withoutKnot(const run::SparsitySchedule& schedule, std::size_t knot);

}  // namespace prunescope::ui
