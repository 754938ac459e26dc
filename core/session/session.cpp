#include "session/session.h"

#include "parallel/thread_arena.h"
#include "session/live_run.h"

#include <chrono>

namespace prunescope::session {

Session::Session(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
                 const SessionOptions& options) {
    const auto configured = static_cast<int>(trainer->config().threads);
    const int threads = configured > 0 ? configured : parallel::machineThreads();
    threads_ = std::make_unique<parallel::BackgroundArena>(threads, options.yielding);
    auto ended = std::make_shared<std::promise<run::RunOutcome>>();
    done_ = ended->get_future().share();
    auto live =
        std::make_shared<LiveRun>(std::move(trainer), sink, clock, options, commands_, mailbox_, threads);
    live->publish();
    // Arena tasks must be copyable and const, hence the holder; whoever waits may destroy the sink next, so
    // the run goes before the promise is kept.
    auto holder = std::make_shared<std::shared_ptr<LiveRun>>(std::move(live));
    threads_->enqueue([holder, ended] {
        const run::RunOutcome outcome = (*holder)->run();
        holder->reset();
        ended->set_value(outcome);
    });
}

Session::~Session() {
    commands_.push({.action = Stop{}, .who = run::byProgram, .note = Text::of("the session was closed")});
    done_.wait();
}

std::future<CommandResult> Session::submit(Command command) {
    return commands_.push(std::move(command));
}

std::future<QueryAnswer> Session::ask(Query query) {
    return commands_.push(query);
}

bool Session::waitFor(std::int64_t milliseconds) const {
    return done_.wait_for(std::chrono::milliseconds(milliseconds)) == std::future_status::ready;
}

}  // namespace prunescope::session
