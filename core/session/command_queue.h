#pragma once

#include "session/command.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <string>

namespace prunescope::session {

/// Commands on their way from any thread to the training thread.
class CommandQueue {
public:
    struct Entry {
        Command command;
        std::promise<CommandResult> answer;
    };

    /// After `close` the answer is a refusal at once.
    std::future<CommandResult> push(Command command);
    /// What waits, without waiting.
    std::deque<Entry> take();
    /// Waits until something is there, at most so long.
    std::deque<Entry> waitFor(std::chrono::milliseconds longest);
    /// Refuses what waits and all that comes.
    void close(const Text& refusal, StepIndex step);

private:
    std::mutex mutex_;  ///< protects everything below
    std::condition_variable arrived_;
    std::deque<Entry> entries_;
    bool closed_ = false;
    CommandResult refusal_;
};

}  // namespace prunescope::session
