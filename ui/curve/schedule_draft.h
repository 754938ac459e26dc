#pragma once

#include "base/text.h"
#include "ui/curve/schedule_edits.h"

#include <string>

namespace prunescope::ui {

/// The schedule that the run follows, and beside it the one that the user is making of it. The draft can
/// always be followed: a change that would make it impossible is dropped, and `problem` says why.
class ScheduleDraft {
public:
    void setAxis(const RunAxis& axis) { axis_ = axis; }
    const RunAxis& axis() const { return axis_; }

    /// What the run follows now. A draft without changes follows along, one with changes stays.
    void setApplied(const run::SparsitySchedule& schedule);
    const run::SparsitySchedule& applied() const { return applied_; }
    const run::SparsitySchedule& draft() const { return draft_; }
    bool isChanged() const { return draft_ != applied_; }

    /// The draft while nothing is tried, else what is tried.
    const run::SparsitySchedule& shown() const { return tried_ ? *tried_ : draft_; }
    /// Shows a change without taking it, as while a handle is being dragged.
    void tryOut(const run::SparsitySchedule& next);
    bool isTrying() const { return tried_.has_value(); }
    /// Takes what was tried when it can be followed; otherwise the draft is as before. True when taken.
    bool settle();
    /// Drops what was tried.
    void giveUpTrial();
    /// Both at once.
    bool propose(const run::SparsitySchedule& next);

    /// Back to what the run follows.
    void revert();

    /// Why the last change could not be taken, in the engine's words; empty when it was.
    const Text& problem() const { return problem_; }
    /// A refusal by the run itself.
    void setProblem(Text problem) {
        problem_ = std::move(problem);
        impossible_.reset();
    }
    /// What `problem` is about, where it was a change of the schedule that cannot be followed.
    const std::optional<run::SparsitySchedule>& impossible() const { return impossible_; }

private:
    RunAxis axis_;
    run::SparsitySchedule applied_;
    run::SparsitySchedule draft_;
    std::optional<run::SparsitySchedule> tried_;
    std::optional<run::SparsitySchedule> impossible_;
    Text problem_;
};

}  // namespace prunescope::ui
