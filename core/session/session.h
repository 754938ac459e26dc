#pragma once

#include "base/person.h"
#include "parallel/background_arena.h"
#include "run/record_counts.h"
#include "run/run_keeper.h"
#include "run/run_sink.h"
#include "session/clock.h"
#include "session/command_queue.h"
#include "session/mailbox.h"
#include "session/replay.h"
#include "train/trainer.h"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::session {

/// A run that goes on, and where it is taken up.
struct TakenUpRun {
    run::RunRecord record;      ///< all that is on record of it
    run::RecordCounts place{};  ///< what of that was on record when the state was saved
    std::string state{};        ///< as `LiveRun` saved it; empty to train it again from the start
    std::string origin{};       ///< of the state, for messages
    StepIndex step{};           ///< that it is of
    nlohmann::json about{};     ///< what it says of itself
    /// The run had begun to end: what was measured for that is taken off the record.
    bool ended = false;
    /// It is asked for more epochs now; the trainer, and the record's header, are of the new length already.
    std::optional<run::Extension> extension{};
    std::string who = personHere();
};

/// The saved state of another run that a new one begins with.
struct BranchStart {
    run::RunParent parent;
    run::RunConfig parentConfig;  ///< as the parent was started
    std::string state;
    std::string origin;                  ///< of the state, for messages
    std::vector<std::string> leftOut{};  ///< of the state, by the starts of names: it begins anew
    bool choosesMasksAnew = false;       ///< at the next step: what decides them is another
    Text note{};                         ///< what begins anew, in words
    std::string who = personHere();
};

struct SessionOptions {
    /// Saves the weights at the end, and tells whether what is recorded reaches the disk. It must outlive the
    /// session. Without one no weights are saved.
    run::RunKeeper* keeper = nullptr;
    /// To take up a run again; the trainer is of the same configuration and has taken no step.
    std::shared_ptr<const TakenUpRun> takenUp{};
    /// For a run that is branched from another; its trainer has taken no step either.
    std::shared_ptr<const BranchStart> branch{};
    /// With `takenUp`: the run is only compared with its record. It must outlive the session.
    Replay* replay = nullptr;
    bool startPaused = false;
    bool yielding = false;  ///< train at low priority, so that a window keeps moving
};

/// One live run on a TBB background thread. All functions may be called from any thread.
class Session {
public:
    /// `sink` and `clock` must outlive the session. Throws `Error` for a run that is taken up whose state
    /// does not fit; nothing is recorded then. Trains on `config.threads` threads, or all cores.
    Session(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
            const SessionOptions& options);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    /// Stops the run and waits for it.
    ~Session();

    /// Hands a command over; it is decided at the next step boundary, at once while paused.
    std::future<CommandResult> submit(Command command);
    /// Asks something, which changes nothing.
    std::future<QueryAnswer> ask(Query query);

    std::shared_ptr<const Snapshot> snapshot() const { return mailbox_.latest(); }

    /// Waits until the run has ended, at most `milliseconds`; true when it has.
    bool waitFor(std::int64_t milliseconds) const;
    /// Waits until the run has ended and tells how.
    run::RunOutcome wait() const { return done_.get(); }

private:
    CommandQueue commands_;
    Mailbox mailbox_;
    std::shared_future<run::RunOutcome> done_;
    std::unique_ptr<parallel::BackgroundArena> threads_;
};

}  // namespace prunescope::session
