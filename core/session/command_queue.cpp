#include "session/command_queue.h"

#include <utility>

namespace prunescope::session {

template <class Entered>
auto CommandQueue::enter(Entered entered) {
    auto answer = entered.answer.get_future();
    const std::lock_guard lock(mutex_);
    Entry entry = std::move(entered);
    if (closed_) {
        refuse(entry);
    } else {
        entries_.push_back(std::move(entry));
        arrived_.notify_one();
    }
    return answer;
}

void CommandQueue::refuse(Entry& entry) const {
    if (auto* command = std::get_if<CommandEntry>(&entry)) {
        command->answer.set_value({.accepted = false, .refusal = refusal_, .step = step_});
    } else {
        auto& question = std::get<QueryEntry>(entry);
        question.answer.set_value(refusalOf(question.query, refusal_));
    }
}

std::future<CommandResult> CommandQueue::push(Command command) {
    return enter(CommandEntry{std::move(command), {}});
}

std::future<QueryAnswer> CommandQueue::push(Query query) {
    return enter(QueryEntry{query, {}});
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

void CommandQueue::close(std::deque<Entry> untaken, const Text& refusal, StepIndex step) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    refusal_ = refusal;
    step_ = step;
    for (Entry& entry : untaken) refuse(entry);
    for (Entry& entry : entries_) refuse(entry);
    entries_.clear();
}

}  // namespace prunescope::session
