#pragma once

#include "run/run_sink.h"
#include "session/audit_log.h"
#include "session/clock.h"
#include "session/command_desk.h"
#include "session/mailbox.h"
#include "session/record_keeping.h"
#include "session/run_control.h"
#include "session/run_guard.h"
#include "session/session.h"
#include "session/speed_meter.h"
#include "session/weight_lens.h"
#include "train/trainer.h"

#include <memory>

namespace prunescope::session {

/// The loop of a run, on the training thread: steps, evaluations, records, snapshots. Knows nothing of
/// threads.
class LiveRun {
public:
    LiveRun(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
            SessionOptions options, CommandQueue& commands, Mailbox& mailbox, int threads);

    /// Trains to the end. Never throws: a failure is an outcome.
    run::RunOutcome run();
    void publish();

private:
    void begin();
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
    double processMs() const;

    std::unique_ptr<train::Trainer> trainer_;
    run::RunSink& sink_;
    const Clock& clock_;
    Mailbox& mailbox_;
    int threads_;

    RunControl control_;
    AuditLog log_;
    RecordKeeping keeping_;
    RunGuard guard_;
    WeightLens lens_;
    CommandDesk desk_;
    SpeedMeter speed_;
    Snapshot state_;
    bool firstCutSeen_ = false;
    double startedMs_ = 0;
    double publishedMs_ = 0;
};

}  // namespace prunescope::session
