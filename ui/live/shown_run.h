#pragma once

#include "session/snapshot.h"
#include "view/run_history.h"
#include "workspace/opened_run.h"

#include <memory>

namespace prunescope::ui {

/// A run as it was read back from its folder, ready to be shown.
struct ShownRun {
    workspace::OpenedRun run;  ///< without its samples and statistics, which the history has
    std::unique_ptr<view::RunHistory> history;
    std::shared_ptr<const session::Snapshot> snapshot;  ///< how it stood at the end
};

/// Takes as long as the run is: for a thread of the background. Throws `Error` when nothing can be read.
ShownRun readToShow(const store::RunFolder& folder);

}  // namespace prunescope::ui
