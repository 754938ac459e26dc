#pragma once

#include "parallel/background_arena.h"
#include "run/run_keeper.h"
#include "run/run_sink.h"
#include "session/clock.h"
#include "session/command_queue.h"
#include "session/mailbox.h"
#include "train/trainer.h"

#include <future>
#include <memory>

namespace prunescope::session {

struct SessionOptions {
    /// Saves the weights at the end, and tells whether what is recorded reaches the disk. It must outlive the
    /// session. Without one no weights are saved.
    run::RunKeeper* keeper = nullptr;
    bool startPaused = false;
    bool yielding = false;  ///< train at low priority, so that a window keeps moving
};

/// One live run on a TBB background thread. All functions may be called from any thread.
class Session {
public:
    /// `sink` and `clock` must outlive the session. Trains on `config.threads` threads, or all cores.
    Session(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
            SessionOptions options);
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
