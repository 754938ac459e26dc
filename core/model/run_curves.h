#pragma once

#include "run/run_record.h"

#include <cstdint>
#include <functional>
#include <string>

namespace prunescope::model {

/// One number of a curve.
struct CurvePoint {
    std::string curve;  ///< "train/loss", "layer_sparsity/conv1"
    StepIndex step;
    std::int64_t wallMs = 0;  ///< UTC, milliseconds since 1970
    double value = 0;
};

/// The curves of a run, as its pages show them; the points of each in the order of their steps.
void forEachPoint(const run::RunRecord& record, const std::function<void(const CurvePoint&)>& take);

/// True when nothing of its course is recorded.
bool hasNoCourse(const run::RunRecord& record);

}  // namespace prunescope::model
