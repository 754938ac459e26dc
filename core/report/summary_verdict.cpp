// What became of the run, in the words that a reader sees first: what was asked for and what was reached, how
// the run ended, and what did not go as it was planned.
//
// What was reached is compared with the plan by the recorded numbers alone, apart from the code that chose
// the masks.

#include "report/summary_parts.h"
#include "report/text.h"
#include "run/audit_events.h"
#include "run/event_kinds.h"
#include "run/outlook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace prunescope::report {
namespace {

namespace kind = run::event;

using Events = std::vector<run::AuditEvent>;

/// "28.79", points of a difference of shares: never 0.00 for what differs.
std::string pointsOf(double share) {
    const double points = 100 * std::abs(share);
    return fmt::format("{:.{}f}", points, points < 0.005 ? 6 : 2);
}

std::vector<const run::AuditEvent*> eventsOf(const Events& events, std::string_view kind) {
    std::vector<const run::AuditEvent*> found;
    for (const auto& event : events) {
        if (event.kind == kind) found.push_back(&event);
    }
    return found;
}

std::vector<std::int64_t> numbersOf(const std::vector<const run::AuditEvent*>& events) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(events.size());
    for (const auto* event : events) numbers.push_back(event->sequence);
    return numbers;
}

std::string personOf(const run::AuditEvent& event) {
    return event.who == "user" ? "the user" : event.who;
}

/// Collects what differs, in the order in which it is told.
class Deviations {
public:
    Deviations(const ReportInput& input, const Summary& summary)
        : record_(input.record), summary_(summary), live_(input.live.value_or(false)) {}

    std::vector<Deviation> find() {
        addGuards();
        addTarget();
        addFreeze();
        addEdits();
        addEnd();
        addRecord();
        return std::move(found_);
    }

private:
    const Events& events() const { return record_.events; }

    void add(std::string text, std::vector<std::int64_t> numbers = {}) {
        found_.push_back({std::move(text), std::move(numbers)});
    }

    /// One event by its moment and person, several by their number.
    void addKind(std::string_view kind, std::string_view once, std::string_view often) {
        const auto found = eventsOf(events(), kind);
        if (found.empty()) return;
        const std::string text =
            found.size() == 1
                ? fmt::format(fmt::runtime(once), personOf(*found.front()),
                              countText(found.front()->step.value))
                : fmt::format(fmt::runtime(often), countText(static_cast<std::int64_t>(found.size())));
        add(text, numbersOf(found));
    }

    void addGuard(std::string_view kind, std::string_view held, std::string_view found) {
        for (const bool holding : {true, false}) {
            std::vector<const run::AuditEvent*> events;
            for (const auto* event : eventsOf(record_.events, kind)) {
                if (run::hasValues(event->after) == holding) events.push_back(event);
            }
            if (events.empty()) continue;
            add(fmt::format(fmt::runtime(holding ? held : found), countText(events.front()->step.value)),
                numbersOf(events));
        }
    }

    void addGuards() {
        addGuard(kind::diverged, "training diverged at step {}", "training diverged at step {}");
        addGuard(kind::endedAtChance, "the network answers no better than by guessing, measured at step {}",
                 "the network answers no better than by guessing, measured at step {}");
        addGuard(kind::collapseSuspected, "collapse suspected and the ramp held at step {}",
                 "collapse suspected at step {}");
        addGuard(kind::divergenceSuspected, "divergence suspected and the ramp held at step {}",
                 "divergence suspected at step {}");
        if (summary_.nonFiniteLosses > 0)
            add(fmt::format("the loss was not a finite number at {}",
                            counted(summary_.nonFiniteLosses, "step")));
    }

    /// A run that did not come to its end has not missed what it was still to reach.
    void addTarget() {
        const SizeSummary& size = summary_.size;
        if (!summary_.complete || !summary_.readable || !size.target) return;
        if (run::reaches(*size.target, size.pruned, size.prunable)) return;
        const double missing = *size.target - size.sparsityPrunable;
        add(missing > 0 ? fmt::format("target missed by {} points", pointsOf(missing))
                        : fmt::format("target exceeded by {} points", pointsOf(missing)));
    }

    void addFreeze() {
        const auto frozen = eventsOf(events(), kind::frozen);
        const auto freed = eventsOf(events(), kind::unfrozen);
        if (frozen.size() == 1 && freed.empty()) {
            const run::AuditEvent& event = *frozen.front();
            return add(
                fmt::format("mask frozen by {} at step {}", personOf(event), countText(event.step.value)),
                {event.sequence});
        }
        if (!frozen.empty() || !freed.empty()) {
            auto numbers = numbersOf(frozen);
            for (const std::int64_t number : numbersOf(freed)) numbers.push_back(number);
            std::sort(numbers.begin(), numbers.end());
            return add("mask frozen and freed by hand", std::move(numbers));
        }
        addUnexplainedFreeze();
    }

    /// Frozen at another step than the plan has, though no event tells of it.
    void addUnexplainedFreeze() {
        const StepIndex planned = record_.header.schedule.freeze;
        if (!summary_.complete || summary_.dense || !eventsOf(events(), kind::scheduleEdited).empty()) return;
        const auto first = std::find_if(record_.samples.begin(), record_.samples.end(),
                                        [](const auto& s) { return s.phase == run::Phase::exploitation; });
        // The sample of a step is numbered one above the step that its phase began with.
        const bool never = first == record_.samples.end();
        const bool shouldNever = planned.value >= record_.header.totalSteps;
        if (never != shouldNever) {
            add(never ? fmt::format("mask never frozen, planned for step {}", countText(planned.value))
                      : fmt::format("mask frozen at step {}, against the plan",
                                    countText(first->step.value - 1)));
        } else if (!never && first->step.value - 1 != planned.value) {
            add(fmt::format("mask frozen at step {}, planned for step {}", countText(first->step.value - 1),
                            countText(planned.value)));
        }
    }

    void addEdits() {
        const double planned = record_.header.schedule.target;
        if (summary_.size.target && *summary_.size.target != planned) {
            add(fmt::format("target changed from {} to {}", percentText(planned),
                            percentText(*summary_.size.target)));
        }
        addKind(kind::scheduleEdited, "schedule edited by {} at step {}", "schedule edited {} times");
        addKind(kind::attentionSet, "attention strength set by {} at step {}",
                "attention strength set {} times");
        static constexpr std::array<std::string_view, 5> told{kind::scheduleEdited, kind::attentionSet,
                                                              kind::frozen, kind::unfrozen, kind::moved};
        std::vector<std::int64_t> others;
        for (const auto& event : events()) {
            const bool known = std::find(told.begin(), told.end(), event.kind) != told.end();
            if (run::isCommand(event) && run::isChange(event) && !known) others.push_back(event.sequence);
        }
        if (!others.empty()) add("changed by hand", std::move(others));
    }

    void addEnd() {
        const std::int64_t planned = record_.header.totalSteps;
        if (summary_.complete && planned > 0 && summary_.lastStep != planned)
            add(fmt::format("ended at step {} of {}", countText(summary_.lastStep), countText(planned)));
    }

    void addRecord() {
        std::vector<const run::AuditEvent*> failures;
        for (const auto& event : events()) {
            // The program pauses by itself when nothing more can be recorded, and for nothing else.
            if (event.kind == kind::paused && event.who == run::byProgram) failures.push_back(&event);
        }
        if (!failures.empty()) {
            add(fmt::format("recording was interrupted at step {}", countText(failures.front()->step.value)),
                numbersOf(failures));
        }
        const auto moved = eventsOf(events(), "moved");
        if (!moved.empty()) {
            add(fmt::format("recorded in another folder from step {} on",
                            countText(moved.front()->step.value)),
                numbersOf(moved));
        }
        // What is still being written may well have gaps.
        if (!summary_.problems.empty() && !live_) add("a part of it could not be read");
    }

    const run::RunRecord& record_;
    const Summary& summary_;
    bool live_;
    std::vector<Deviation> found_;
};

}  // namespace

std::string eventList(const Deviation& deviation) {
    constexpr std::size_t most = 8;
    const auto& numbers = deviation.events;
    const std::size_t shown = std::min(most, numbers.size());
    std::string list;
    for (std::size_t i = 0; i < shown; ++i) list += fmt::format("{}{}", i == 0 ? "" : ", ", numbers[i]);
    if (shown < numbers.size()) list += fmt::format(" and {} more", numbers.size() - shown);
    return list;
}

std::string deviationText(const Deviation& deviation) {
    if (deviation.events.empty()) return deviation.text;
    return fmt::format("{} ({} {})", deviation.text, deviation.events.size() == 1 ? "event" : "events",
                       eventList(deviation));
}

std::vector<Deviation> findDeviations(const ReportInput& input, const Summary& summary) {
    return Deviations(input, summary).find();
}

std::string stateLine(const ReportInput& input, const Summary& summary) {
    const run::RunRecord& record = input.record;
    const std::string at =
        fmt::format("at step {} of {}", countText(summary.lastStep), countText(record.header.totalSteps));
    switch (record.outcome.state) {
        case run::RunState::finished:
            if (!summary.readable) return "Finished; whether as planned cannot be read.";
            return summary.deviations.empty() ? "Finished as planned." : "Finished; differs from the plan.";
        case run::RunState::stopped:
            return fmt::format("Stopped on request {}. This is not a finished run.", at);
        case run::RunState::failed:
            return fmt::format("Failed {}. This is not a finished run.", at);
        case run::RunState::running:
            break;
    }
    if (!input.live) return "The run was still going, or its program was killed. This is not a finished run.";
    if (*input.live) return fmt::format("The run is still going, {}. This is not a finished run.", at);
    if (!std::isfinite(summary.lastEpoch)) return "The run was cut off. This is not a finished run.";
    return fmt::format("Cut off {}: the program ended before the run did. This is not a finished run.", at);
}

std::string stateWithDeviations(const Summary& summary) {
    if (summary.deviations.empty()) return summary.stateSentence;
    std::string list;
    for (const Deviation& deviation : summary.deviations) {
        list += (list.empty() ? "" : ", ") + deviationText(deviation);
    }
    if (summary.complete && summary.readable)
        return fmt::format("Finished; differs from the plan: {}.", list);
    return fmt::format("{} It differs from the plan: {}.", summary.stateSentence, list);
}

std::string verdictLine(const Summary& summary) {
    if (!summary.readable) return "The record of this run cannot be read.";
    const auto& final = summary.result.final;
    std::string accuracy = "no test evaluation was recorded";
    if (final) {
        accuracy = fmt::format("test accuracy {}", percentText(final->accuracy));
        if (final->step.value != summary.lastStep)
            accuracy += fmt::format(" at epoch {}", epochText(final->epoch));
    }
    const std::string of = fmt::format("of {} prunable weights removed", countText(summary.size.prunable));
    if (summary.dense)
        return fmt::format("{} none {}; {}.", summary.complete ? "Dense run:" : "Unfinished dense run:", of,
                           accuracy);
    return fmt::format("{}{} {}, {} requested; {}.",
                       summary.complete ? "" : "Unfinished run: ", percentText(summary.size.sparsityPrunable),
                       of, percentText(summary.size.target.value_or(0)), accuracy);
}

}  // namespace prunescope::report
