#include "workspace/opened_run.h"

#include "store/folder_lock.h"
#include "store/run_reader.h"

#include <utility>

namespace prunescope::workspace {

OpenedRun openRun(const store::RunFolder& folder) {
    store::ReadRun read = store::readRun(folder);
    const bool goesOn = read.record.outcome.state == run::RunState::running;
    return {.folder = folder,
            .id = store::runId(folder),
            .record = std::move(read.record),
            .problems = std::move(read.problems),
            .recorded = goesOn && store::FolderLock::isHeld(folder.path())};
}

}  // namespace prunescope::workspace
