#pragma once

#include "base/strong_index.h"
#include "base/text.h"

#include <string>
#include <vector>

namespace prunescope::run {

enum class ScheduleShape { cubic, linear, cosine, exponential, constant, drawn };

/// One point of a drawn curve: `position` in [0, 1] along the ramp, `sparsity` in [0, 1).
struct ScheduleKnot {
    double position = 0;
    double sparsity = 0;
    bool operator==(const ScheduleKnot&) const = default;
};

/// How sparse the network shall be at every step: `p(t)`, and from which step the mask is frozen.
///
/// cubic (Zhu & Gupta 2017, equation 1): `p(t) = p_f + (p_i - p_f) (1 - x)^3`, x = (t - t0) / (t1 - t0)
/// linear: (1 - x); cosine: (1 + cos(pi x)) / 2; exponential: (2^(-10 x) - 2^-10) / (1 - 2^-10);
/// constant: p_f from t0 on; drawn: monotone cubic (Fritsch & Carlson 1980) through the knots.
/// Before t0 the value is p_i, from t1 on p_f.
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

/// The requested sparsity at a step, in [0, 1).
double sparsityAt(const SparsitySchedule& schedule, StepIndex step);

/// What is wrong with the schedule, as one sentence; "" when it can be followed.
Text scheduleProblem(const SparsitySchedule& schedule);

const std::vector<std::string>& scheduleShapeNames();
/// Throws `UsageError` for an unknown name.
ScheduleShape scheduleShapeFromName(const std::string& name);
std::string scheduleShapeName(ScheduleShape shape);

}  // namespace prunescope::run
