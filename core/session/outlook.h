#pragma once

#include "run/outlook.h"
#include "session/snapshot.h"

namespace prunescope::session {

inline run::MaskState maskStateOf(const Snapshot& now) {
    return {now.step, now.phase, now.sparsity};
}

/// What would become of the sparsity under another schedule that somebody gives, such as one that is drafted.
inline run::Outlook outlookUnder(const run::SparsitySchedule& schedule, const Snapshot& now) {
    // A target that is changed is the one that is asked for.
    const bool same = schedule.target == now.schedule.target;
    return {schedule, maskStateOf(now), StepIndex{now.totalSteps}, same ? now.askedTarget : std::nullopt};
}

/// What will become of the sparsity of a run that stands so.
inline run::Outlook outlookOf(const Snapshot& now) {
    return outlookUnder(now.schedule, now);
}

/// The same if the mask were frozen by hand at the next step.
inline run::Outlook outlookIfFrozen(const Snapshot& now) {
    run::SparsitySchedule schedule = now.schedule;
    if (schedule.freeze > now.step) schedule.freeze = now.step;
    return outlookUnder(schedule, now);
}

}  // namespace prunescope::session
