#pragma once

#include "run/records.h"

#include <cstdint>
#include <optional>

namespace prunescope::store {

class RunFolder;
struct RunSummary;

/// How a run stands: the one answer that lists, pages and status lines give.
enum class RunCondition : std::uint8_t {
    recording,  ///< a program records it now
    finished,
    stopped,
    failed,
    interrupted,  ///< its program ended in mid-run
    unreadable,   ///< damage hides how it ended
};

/// `recorded`: the state in the run's database, nothing when it could not be read. `live`: a program holds
/// the lock of the folder.
RunCondition conditionOf(std::optional<run::RunState> recorded, bool live);
RunCondition conditionOf(const RunSummary& run);
/// Reads little of the run in the folder.
RunCondition conditionOf(const RunFolder& folder);

/// "running", "finished", "stopped", "failed", "cut off", "unreadable".
const char* conditionName(RunCondition condition);

}  // namespace prunescope::store
