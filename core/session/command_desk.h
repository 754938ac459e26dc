#pragma once

#include "session/audit_log.h"
#include "session/clock.h"
#include "session/command_queue.h"
#include "session/record_keeping.h"
#include "session/run_control.h"
#include "session/weight_lens.h"
#include "train/trainer.h"

#include <deque>
#include <functional>

namespace prunescope::session {

/// Decides the commands of a live run, and has its questions answered, in the order in which they came.
class CommandDesk {
public:
    /// What the run does for it: `publish` makes a snapshot, where whoever hears an answer finds its effect;
    /// `saveState` saves the state, in which a pause and an edit are; `redone` hears of each decision that
    /// was made before and is made again.
    struct Run {
        std::function<void()> publish;
        std::function<void()> saveState;
        std::function<void()> redone;
    };

    /// All must outlive it.
    CommandDesk(CommandQueue& queue, train::Trainer& trainer, RunControl& control, AuditLog& log,
                RecordKeeping& keeping, WeightLens& lens, const Clock& clock, Run run);

    /// At a step boundary. Returns when the next step is due, or the run is to stop.
    void serve();
    /// The run has ended: nothing that waits or comes can be done any more.
    void close(StepIndex step);

    double pausedMs() const { return pausedMs_; }  ///< until the last step

private:
    /// What a command changes, for its event.
    struct Change {
        run::EventValues before;
        run::EventValues after;
    };

    void waitPaused();
    /// What was decided at this step, in a run that is taken up again.
    void redoDecisions();
    void redo(const run::AuditEvent& event);
    /// While the run catches up with its record it can only be stopped, and nothing of that is recorded.
    void handleWhileCatchingUp(CommandEntry& entry, StepIndex recordedUntil);
    void handle(CommandEntry& entry);
    void handle(QueryEntry& entry);
    /// Applies the action, or says why not; what changed goes into `change`.
    Text apply(const Action& action, Change& change);
    Text applyTo(const Pause& action, Change& change);
    Text applyTo(const Resume& action, Change& change);
    Text applyTo(const Step& action, Change& change);
    Text applyTo(const SaveState& action, Change& change);
    Text applyTo(const Stop& action, Change& change);
    Text applyTo(const EditSchedule& action, Change& change);
    Text applyTo(const SetAttention& action, Change& change);
    Text applyTo(const Freeze& action, Change& change);
    Text applyTo(const Unfreeze& action, Change& change);
    Text applyTo(const SaveElsewhere& action, Change& change);
    Text replaceSchedule(const run::SparsitySchedule& next, Change& change);

    CommandQueue& queue_;
    train::Trainer& trainer_;
    RunControl& control_;
    AuditLog& log_;
    RecordKeeping& keeping_;
    WeightLens& lens_;
    const Clock& clock_;
    Run run_;
    std::deque<CommandQueue::Entry> pending_;  ///< taken from the queue, not decided yet
    double pausedMs_ = 0;
};

}  // namespace prunescope::session
