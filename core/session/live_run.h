#pragma once

#include "run/run_sink.h"
#include "session/audit_log.h"
#include "session/clock.h"
#include "session/command_desk.h"
#include "session/mailbox.h"
#include "session/record_keeping.h"
#include "session/record_ledger.h"
#include "session/run_control.h"
#include "session/run_guard.h"
#include "session/session.h"
#include "session/speed_meter.h"
#include "session/state_timing.h"
#include "session/weight_lens.h"
#include "train/trainer.h"

#include <memory>
#include <vector>

namespace prunescope::session {

/// The loop of a run, on the training thread: steps, evaluations, records, snapshots. Knows nothing of
/// threads.
class LiveRun {
public:
    /// Throws `Error` when the run is one that is taken up, and its state does not fit.
    LiveRun(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
            const SessionOptions& options, CommandQueue& commands, Mailbox& mailbox, int threads);

    /// Trains to the end. Never throws: a failure is an outcome.
    run::RunOutcome run();
    void publish();

private:
    void begin();
    /// The state of the run that is taken up, and its place in the record. Throws `Error` for a state that
    /// does not fit.
    void takeUp();
    /// The state that the run begins with. Throws likewise.
    void beginBranch();
    std::vector<run::AuditEvent> takeUpEvents() const;
    void showRecord(const run::Records& before);
    void announceTakeUp();
    run::RunOutcome trainAndEnd();
    /// Likewise, and a failure is the end. Throws `RecordDiffers`.
    run::RunOutcome trainOrFail();
    void trainToTheEnd();
    void step();
    void record(train::StepResult& result);
    void evaluate();
    /// The network as it stands was measured on the test images.
    bool isMeasured() const;
    /// Measures the network once more while it has all its weights, and keeps its answer to every test image.
    void noteFirstCut();
    void finish();
    /// Masks that still move are chosen once more. True when they were.
    bool finishMasks();
    bool recalibrate();
    run::RunOutcome end(run::RunState state, Text message);
    /// Leaves what is on record as it is.
    run::RunOutcome endUnrecorded(run::RunState state, Text message);
    run::RunOutcome outcomeNow(run::RunState state, Text message) const;
    void close(const run::RunOutcome& outcome);
    double processMs() const;
    /// The state of now goes into the run's folder, unless it is there.
    void saveState();
    /// Of a branch, whose first state is not left to a later one.
    void keepBeginning();
    std::string stateNow();
    /// Of a run that is only trained once more: keeps the state that it was to come to, and stops.
    void lookForReplayedState();
    /// Whether it has come to where it is to be left without an end.
    bool isReplayed() const;
    /// What the state has besides the trainer's.
    void visit(StateVisitor& visitor);

    std::unique_ptr<train::Trainer> trainer_;
    RecordLedger sink_;
    const Clock& clock_;
    Mailbox& mailbox_;
    int threads_;
    std::shared_ptr<const TakenUpRun> takenUp_;
    std::shared_ptr<const BranchStart> branch_;
    Replay* replay_;

    RunControl control_;
    AuditLog log_;
    RecordKeeping keeping_;
    RunGuard guard_;
    WeightLens lens_;
    CommandDesk desk_;
    SpeedMeter speed_;
    StateTiming timing_;
    Snapshot state_;
    bool firstCutSeen_ = false;
    StepIndex firstStep_{};  ///< steps before it were taken by the run that this one was branched from
    double startedMs_ = 0;   ///< with the time that the run had taken before it was taken up
    double publishedMs_ = 0;
};

}  // namespace prunescope::session
