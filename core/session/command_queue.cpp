#include "session/command_queue.h"

#include <utility>

namespace prunescope::session {

std::future<CommandResult> CommandQueue::push(Command command) {
    Entry entry{std::move(command), {}};
    std::future<CommandResult> answer = entry.answer.get_future();
    const std::lock_guard lock(mutex_);
    if (closed_) {
        entry.answer.set_value(refusal_);
    } else {
        entries_.push_back(std::move(entry));
        arrived_.notify_one();
    }
    return answer;
}

std::deque<CommandQueue::Entry> CommandQueue::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(entries_, {});
}

std::deque<CommandQueue::Entry> CommandQueue::waitFor(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, longest, [this] { return !entries_.empty(); });
    return std::exchange(entries_, {});
}

void CommandQueue::close(const Text& refusal, StepIndex step) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    refusal_ = {.accepted = false, .refusal = refusal, .step = step};
    for (Entry& entry : entries_) entry.answer.set_value(refusal_);
    entries_.clear();
}

}  // namespace prunescope::session
