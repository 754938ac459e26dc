#include "ui/curve/schedule_draft.h"

namespace prunescope::ui {

void ScheduleDraft::setApplied(const run::SparsitySchedule& schedule) {
    if (!isChanged()) draft_ = schedule;
    applied_ = schedule;
}

void ScheduleDraft::tryOut(const run::SparsitySchedule& next) {
    tried_ = next;
    problem_ = run::scheduleProblem(next);
    impossible_ = problem_.empty() ? std::nullopt : tried_;
}

bool ScheduleDraft::settle() {
    if (!tried_) return false;
    const bool possible = problem_.empty();
    if (possible) draft_ = *tried_;
    tried_.reset();
    return possible;
}

void ScheduleDraft::giveUpTrial() {
    tried_.reset();
    impossible_.reset();
    problem_ = {};
}

bool ScheduleDraft::propose(const run::SparsitySchedule& next) {
    tryOut(next);
    return settle();
}

void ScheduleDraft::revert() {
    giveUpTrial();
    draft_ = applied_;
}

}  // namespace prunescope::ui
