#pragma once

#include "report/summary.h"
#include "store/run_folder.h"

#include <optional>

namespace prunescope::ui {

/// What became of a run that has ended, as its report says it.
struct RunResult {
    report::Summary summary;
    /// Test accuracy less that of the dense run of the same experiment; nothing where there is no such run,
    /// or one that is not quite the same.
    std::optional<double> againstDense;
};

/// Takes as long as the run, and a dense one of the same experiment beside it, are: for a thread of the
/// background. Throws `Error` when nothing can be read.
RunResult readResult(const store::RunFolder& folder);

}  // namespace prunescope::ui
