#include "store/run_condition.h"

#include "store/run_list.h"

namespace prunescope::store {

RunCondition conditionOf(std::optional<run::RunState> recorded, bool live) {
    switch (recorded.value_or(run::RunState::running)) {
        case run::RunState::finished:
            return RunCondition::finished;
        case run::RunState::stopped:
            return RunCondition::stopped;
        case run::RunState::failed:
            return RunCondition::failed;
        case run::RunState::running:
            break;
    }
    if (live) return RunCondition::recording;
    return recorded ? RunCondition::interrupted : RunCondition::unreadable;
}

RunCondition conditionOf(const RunSummary& run) {
    return conditionOf(run.state, run.live);
}

RunCondition conditionOf(const RunFolder& folder) {
    return conditionOf(summarizeRun(folder));
}

const char* conditionName(RunCondition condition) {
    switch (condition) {
        case RunCondition::recording:
            return "running";
        case RunCondition::finished:
            return "finished";
        case RunCondition::stopped:
            return "stopped";
        case RunCondition::failed:
            return "failed";
        case RunCondition::interrupted:
            return "cut off";
        case RunCondition::unreadable:
            break;
    }
    return "unreadable";
}

}  // namespace prunescope::store
