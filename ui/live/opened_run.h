#pragma once

#include "session/snapshot.h"
#include "store/run_folder.h"
#include "view/run_history.h"

#include <memory>
#include <string>
#include <vector>

namespace prunescope::ui {

/// A run as it was read back from its folder, ready to be shown.
struct OpenedRun {
    store::RunFolder folder{{}};
    run::RunHeader header;
    std::unique_ptr<view::RunHistory> history;
    std::vector<run::AuditEvent> events;
    std::vector<Text> problems;
    std::shared_ptr<const session::Snapshot> snapshot;  ///< how it stood at the end
    bool live = false;                                  ///< another program records it now
    Text error;                                         ///< why nothing could be read; empty otherwise
};

/// Reads a run; takes as long as the run is. For a thread of the background.
std::shared_ptr<OpenedRun> openRun(const store::RunFolder& folder);

}  // namespace prunescope::ui
