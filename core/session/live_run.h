#pragma once

#include "run/run_sink.h"
#include "session/clock.h"
#include "session/command_queue.h"
#include "session/health.h"
#include "session/mailbox.h"
#include "session/session.h"
#include "train/trainer.h"

#include <memory>
#include <optional>
#include <string>

namespace prunescope::session {

/// The loop of a run, on the training thread: commands, steps, evaluations, records. Knows nothing of
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
    /// Measures the network once more while it has all its weights.
    void noteFirstCut();
    void finish();
    run::RunOutcome end(run::RunState state, Text message);
    void saveWeights(run::RunOutcome& outcome);
    Text weightsSentence(const run::RunOutcome& outcome) const;
    void recordEnd(run::RunOutcome& outcome);

    /// Follows whether what is recorded reaches the disk: pauses when there is no room for more, and goes on.
    void mindRecording();

    void handleCommands();
    void waitPaused();
    void decide(CommandQueue::Entry& entry);
    /// The run has ended: nothing that waits or comes can be done any more.
    void refusePending(StepIndex step);
    /// Applies the action, or says why not; what changed goes into `change`.
    struct Change {
        run::EventValues before;
        run::EventValues after;
    };
    Text apply(const Action& action, Change& change);
    Text applyTo(const Pause&, Change& change);
    Text applyTo(const Resume&, Change& change);
    Text applyTo(const Step&, Change& change);
    Text applyTo(const Stop&, Change& change);
    Text applyTo(const EditSchedule& action, Change& change);
    Text applyTo(const SetAttention& action, Change& change);
    Text applyTo(const Freeze&, Change& change);
    Text applyTo(const Unfreeze& action, Change& change);
    Text applyTo(const SaveElsewhere& action, Change& change);
    Text applyTo(const RequestTile& action, Change& change);
    Text applyTo(const InspectWeight& action, Change& change);
    Text applyTo(const PreviewMasks& action, Change& change);
    /// Why no step can be taken now; "" when it can.
    Text recordingProblem();
    Text replaceSchedule(const run::SparsitySchedule& next, Change& change);

    /// Notes what the guard finds in a step, and does about it what the configuration says.
    void guard(const train::StepResult& result);
    /// Throw when the training has diverged.
    void requireFiniteLoss(double loss);
    void requireFiniteWeights();
    [[noreturn]] void failDiverged(const Text& where, const Text& problem);
    std::optional<run::SparsitySchedule> heldRamp() const;
    void judgeTheEnd();

    /// Fills in when it happened.
    void log(run::AuditEvent event);
    /// As of a step that is over: events count the updates done before them.
    void logAt(StepIndex step, run::AuditEvent event);
    double processMs() const;
    /// Brings the snapshot's picture up to date, unless that would slow the training down.
    void refreshPicture();
    /// `known`: a picture of the same layer whose histogram and threshold are new enough, or null.
    WeightPicture picture(const WeightPicture* known) const;
    view::ImageShape imageShape(LayerIndex layer) const;
    void measureSpeed(std::int64_t images, double stepMs);

    std::unique_ptr<train::Trainer> trainer_;
    run::RunSink& sink_;
    const Clock& clock_;
    SessionOptions options_;
    CommandQueue& commands_;
    Mailbox& mailbox_;
    int threads_;

    Health health_;
    Text verdict_;  ///< what is to be known of a run that did not fail; becomes its message
    Snapshot state_;
    std::optional<RequestTile> wanted_;
    bool pictureWhole_ = true;                 ///< its histogram is of the same step as its tile
    double pictureMs_ = 0;                     ///< when the last picture was finished
    double pictureCostMs_ = 0;                 ///< how long it took
    std::deque<CommandQueue::Entry> pending_;  ///< taken from the queue, not decided yet
    bool stopping_ = false;
    std::string savedWeights_;  ///< where; empty until they are
    bool stepOnce_ = false;
    bool firstCutSeen_ = false;
    /// While the mask is frozen by hand: when it was to freeze before.
    std::optional<StepIndex> plannedFreeze_;
    std::int64_t events_ = 0;
    std::int64_t trainedImages_ = 0;
    double startedMs_ = 0;
    double pausedMs_ = 0;
    double publishedMs_ = 0;
    double windowMs_ = 0;  ///< time and images of the steps since the speed was last taken
    std::int64_t windowImages_ = 0;
};

}  // namespace prunescope::session
