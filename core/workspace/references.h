#pragma once

#include "store/run_folder.h"

#include <string>
#include <vector>

namespace prunescope::workspace {

/// A run that another may be compared with: a dense one of the same network and data.
struct ReferenceChoice {
    store::RunFolder folder;
    std::string id;
    double testQuality = 0;  ///< by the measure that the task is judged by: accuracy in [0, 1], or RMSE
    bool finished = false;
    /// The one to take unless another is asked for: it was set as the reference of the workspace, or it is
    /// the same experiment but for the pruning (as many epochs, the same seed).
    bool matches = false;
    bool chosen = false;  ///< set as the reference of the workspace
};

/// The dense runs of a run's workspace that could stand beside it, the best first: the reference of the
/// workspace, those that match, then the finished ones, then the newest. None where the workspace cannot be
/// read.
std::vector<ReferenceChoice> referencesFor(const store::RunFolder& run);

}  // namespace prunescope::workspace
