#pragma once

#include "nn/inference_graph.h"
#include "run/measurement.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace prunescope::speed {

/// Measures both networks as the runtime library serves them, in turn and in rounds, for each number of
/// callers about so many seconds. `keepOn` is asked between the rounds, and may throw to end it.
std::vector<run::CallersAtOnce> measureCallers(const nn::InferenceGraph& dense,
                                               const nn::InferenceGraph& pruned,
                                               const std::vector<std::int64_t>& callers, double seconds,
                                               const std::function<void()>& keepOn);

}  // namespace prunescope::speed
