#pragma once

#include "base/registry.h"
#include "base/state_visitor.h"
#include "base/strong_index.h"
#include "base/text.h"
#include "run/description.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::run {

/// A shape's place in `scheduleShapes`: those that are built in have names here, and what a program adds
/// comes after them.
enum class ScheduleShape : std::int32_t { cubic, linear, cosine, exponential, constant, drawn };

/// One point of a drawn curve: `position` in [0, 1] along the ramp, `sparsity` in [0, 1).
struct ScheduleKnot {
    double position = 0;
    double sparsity = 0;
    bool operator==(const ScheduleKnot&) const = default;
};

/// Most points that a drawn curve may have.
inline constexpr std::size_t mostKnots = 1000;

/// How sparse the network shall be at every step: `p(t)`, and from which step the mask is frozen.
///
/// Before t0 the value is p_i, from t1 on p_f; between them the shape decides, by x = (t - t0) / (t1 - t0).
struct SparsitySchedule {
    ScheduleShape shape = ScheduleShape::cubic;
    double initial = 0;                 ///< p_i in [0, 1)
    double target = 0;                  ///< p_f in [p_i, 1)
    StepIndex start{};                  ///< t0
    StepIndex end{};                    ///< t1 >= t0
    StepIndex freeze{};                 ///< t_f: exploitation from here on; `neverFrozen` for none
    std::vector<ScheduleKnot> knots{};  ///< for `drawn`: positions rising from 0 to 1, sparsity never falling

    bool operator==(const SparsitySchedule&) const = default;
};

inline constexpr StepIndex neverFrozen{std::int64_t{1} << 62U};

/// One course of the sparsity between start and end of the ramp.
struct ScheduleShapeEntry {
    Description description;
    /// The sparsity at x in (0, 1); what leaves [p_i, p_f] is brought back there.
    double (*at)(const SparsitySchedule& schedule, double x);
    /// What is wrong with the knots of such a schedule; null for shapes that have none.
    Text (*problem)(const SparsitySchedule& schedule) = nullptr;
};

/// Of a run that goes on: it may have been changed since the run began. Throws what the visitor throws for a
/// schedule that cannot be followed.
void visit(StateVisitor& visitor, SparsitySchedule& schedule);

/// All shapes, in the order of `ScheduleShape`. A new one is one entry.
Registry<ScheduleShapeEntry>& scheduleShapes();

/// The requested sparsity at a step, in [0, 1).
double sparsityAt(const SparsitySchedule& schedule, StepIndex step);

/// What is wrong with the schedule, as one sentence; "" when it can be followed.
Text scheduleProblem(const SparsitySchedule& schedule);

std::vector<std::string> scheduleShapeNames();
/// Throws `UsageError` for an unknown name.
ScheduleShape scheduleShapeFromName(const std::string& name);
std::string scheduleShapeName(ScheduleShape shape);

}  // namespace prunescope::run
