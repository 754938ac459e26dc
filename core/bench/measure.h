#pragma once

#include "bench/report.h"

namespace prunescope::bench {

/// Measures a network at every sparsity asked for, in turn and in rounds, so that a disturbance of the
/// machine meets all of them alike. Takes about the time asked for; throws `UsageError` for a request that
/// cannot be met.
Report measure(const Request& request);

}  // namespace prunescope::bench
