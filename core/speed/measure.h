#pragma once

#include "speed/report.h"

#include <functional>

namespace prunescope::speed {

/// How a measurement goes on.
struct Progress {
    double fraction = 0;  ///< done, in [0, 1]
    /// The figures so far when there are new ones to show, at most a few times a second; else null.
    const Report* report = nullptr;
};

/// Called on the measuring thread, often; never while the clock of a measurement runs. False stops.
using OnProgress = std::function<bool(const Progress&)>;

/// Measures a network at every sparsity asked for, in turn and in rounds, so that a disturbance of the
/// machine meets all of them alike. Takes about the time asked for. When it is stopped, the report holds the
/// sparsities that were measured until then, perhaps none. Throws `UsageError` for a request that cannot be
/// met and `Error` for a weights file that cannot be used.
Report measure(const Request& request, const OnProgress& onProgress = {});

}  // namespace prunescope::speed
