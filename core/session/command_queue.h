#pragma once

#include "session/command.h"
#include "session/query.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <variant>

namespace prunescope::session {

struct CommandEntry {
    Command command;
    std::promise<CommandResult> answer;
};

struct QueryEntry {
    Query query;
    std::promise<QueryAnswer> answer;
};

/// Commands and questions on their way from any thread to the training thread.
class CommandQueue {
public:
    using Entry = std::variant<CommandEntry, QueryEntry>;

    /// After `close` the answer is a refusal at once.
    std::future<CommandResult> push(Command command);
    std::future<QueryAnswer> push(Query query);
    /// What waits, without waiting.
    std::deque<Entry> take();
    /// Waits until something is there, at most so long.
    std::deque<Entry> waitFor(std::chrono::milliseconds longest);
    /// Refuses `untaken`, what waits and all that comes.
    void close(std::deque<Entry> untaken, const Text& refusal, StepIndex step);

private:
    template <class Entered>
    auto enter(Entered entered);
    void refuse(Entry& entry) const;

    std::mutex mutex_;  ///< protects everything below
    std::condition_variable arrived_;
    std::deque<Entry> entries_;
    bool closed_ = false;
    Text refusal_;    ///< once closed
    StepIndex step_;  ///< likewise
};

}  // namespace prunescope::session
