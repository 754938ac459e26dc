#pragma once

#include "store/run_list.h"

#include <cstdint>

namespace prunescope::ui {

/// How a run of the workspace stands.
enum class RunCondition : std::uint8_t {
    recording,  ///< a program trains it now
    finished,
    stopped,
    failed,
    interrupted,  ///< its program ended in mid-run
    unreadable,   ///< damage hides how it ended
};

RunCondition conditionOf(const store::RunSummary& run);
/// In English, for files.
const char* conditionName(RunCondition condition);

}  // namespace prunescope::ui
