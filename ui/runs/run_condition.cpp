#include "ui/runs/run_condition.h"

namespace prunescope::ui {

RunCondition conditionOf(const store::RunSummary& run) {
    if (run.live) return RunCondition::recording;
    switch (run.state) {
        case run::RunState::finished:
            return RunCondition::finished;
        case run::RunState::stopped:
            return RunCondition::stopped;
        case run::RunState::failed:
            return RunCondition::failed;
        case run::RunState::running:
            break;
    }
    return run.error.empty() ? RunCondition::interrupted : RunCondition::unreadable;
}

const char* conditionName(RunCondition condition) {
    switch (condition) {
        case RunCondition::recording:
            return "recording";
        case RunCondition::finished:
            return "finished";
        case RunCondition::stopped:
            return "stopped";
        case RunCondition::failed:
            return "failed";
        case RunCondition::interrupted:
            return "interrupted";
        case RunCondition::unreadable:
            break;
    }
    return "unreadable";
}

}  // namespace prunescope::ui
