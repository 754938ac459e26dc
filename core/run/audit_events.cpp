#include "run/audit_events.h"

#include "run/event_kinds.h"

namespace prunescope::run {

namespace {

/// Null for an event that did not set one, and for one that damage has left and that cannot be followed.
const SparsitySchedule* scheduleSetBy(const AuditEvent& event) {
    const auto* schedule = std::get_if<SparsitySchedule>(&event.after);
    const bool set = schedule != nullptr && !isRefusal(event) && scheduleProblem(*schedule).empty();
    return set ? schedule : nullptr;
}

}  // namespace

bool isRefusal(const AuditEvent& event) {
    return event.kind == event::refused;
}

bool isCommand(const AuditEvent& event) {
    return event.who != byProgram && event.who != bySchedule;
}

bool isChange(const AuditEvent& event) {
    return hasValues(event.after) && !isRefusal(event);
}

SparsitySchedule scheduleAfter(const SparsitySchedule& start, const std::vector<AuditEvent>& events) {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (const SparsitySchedule* schedule = scheduleSetBy(*event)) return *schedule;
    }
    return start;
}

double askedTarget(const SparsitySchedule& start, const std::vector<AuditEvent>& events) {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const SparsitySchedule* after = scheduleSetBy(*event);
        if (after == nullptr || !isCommand(*event)) continue;
        const auto* before = std::get_if<SparsitySchedule>(&event->before);
        if (before == nullptr || before->target != after->target) return after->target;
    }
    return start.target;
}

std::optional<AttentionStrengths> strengthsAfter(const std::vector<AuditEvent>& events) {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const auto* strengths = std::get_if<AttentionStrengths>(&event->after);
        if (strengths != nullptr && !isRefusal(*event)) return *strengths;
    }
    return std::nullopt;
}

}  // namespace prunescope::run
