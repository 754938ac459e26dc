#pragma once

#include "run/run_record.h"
#include "store/run_folder.h"

#include <string>
#include <vector>

namespace prunescope::workspace {

/// A run as it was read back from its folder.
struct OpenedRun {
    store::RunFolder folder;
    std::string id;
    run::RunRecord record;
    std::vector<Text> problems;  ///< what could not be read, a sentence each; empty for a sound run
    bool recorded = false;       ///< it has not ended: a program records it now
};

/// Takes as long as the run is. Throws `Error` when nothing can be read, see `store::readRun`.
OpenedRun openRun(const store::RunFolder& folder);

}  // namespace prunescope::workspace
