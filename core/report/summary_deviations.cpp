// What did not go as it was planned. What was reached is compared with the plan by the recorded numbers
// alone, apart from the code that chose the masks.

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

Text personOf(const run::AuditEvent& event) {
    return event.who == "user" ? Text::of("the user") : Text(event.who);
}

std::string stepOf(const run::AuditEvent& event) {
    return countText(event.step.value);
}

/// `held`: the guard held the ramp for it.
Text guardText(std::string_view kind, bool held, const std::string& step) {
    if (kind == kind::diverged) return Text::of("training diverged at step {}", step);
    if (kind == kind::endedAtChance)
        return Text::of("the network answers no better than by guessing, measured at step {}", step);
    if (kind == kind::collapseSuspected) {
        return held ? Text::of("collapse suspected and the ramp held at step {}", step)
                    : Text::of("collapse suspected at step {}", step);
    }
    return held ? Text::of("divergence suspected and the ramp held at step {}", step)
                : Text::of("divergence suspected at step {}", step);
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

    void add(Text text, std::vector<std::int64_t> numbers = {}) {
        found_.push_back({std::move(text), std::move(numbers)});
    }

    void addGuards() {
        for (const char* name :
             {kind::diverged, kind::endedAtChance, kind::collapseSuspected, kind::divergenceSuspected}) {
            for (const bool held : {true, false}) {
                std::vector<const run::AuditEvent*> found;
                for (const auto* event : eventsOf(events(), name)) {
                    if (run::hasValues(event->after) == held) found.push_back(event);
                }
                if (!found.empty()) add(guardText(name, held, stepOf(*found.front())), numbersOf(found));
            }
        }
        if (summary_.nonFiniteLosses == 0) return;
        const std::string steps = countText(summary_.nonFiniteLosses);
        add(summary_.nonFiniteLosses == 1 ? Text::of("the loss was not a finite number at {} step", steps)
                                          : Text::of("the loss was not a finite number at {} steps", steps));
    }

    /// A run that did not come to its end has not missed what it was still to reach.
    void addTarget() {
        const SizeSummary& size = summary_.size;
        if (!summary_.complete || !summary_.readable || !size.target) return;
        if (run::reaches(*size.target, size.pruned, size.prunable)) return;
        const double missing = *size.target - size.sparsityPrunable;
        add(missing > 0 ? Text::of("target missed by {} points", pointsOf(missing))
                        : Text::of("target exceeded by {} points", pointsOf(missing)));
    }

    void addFreeze() {
        const auto frozen = eventsOf(events(), kind::frozen);
        const auto freed = eventsOf(events(), kind::unfrozen);
        if (frozen.size() == 1 && freed.empty()) {
            const run::AuditEvent& event = *frozen.front();
            return add(Text::of("mask frozen by {} at step {}", personOf(event), countText(event.step.value)),
                       {event.sequence});
        }
        if (!frozen.empty() || !freed.empty()) {
            auto numbers = numbersOf(frozen);
            for (const std::int64_t number : numbersOf(freed)) numbers.push_back(number);
            std::sort(numbers.begin(), numbers.end());
            return add(Text::of("mask frozen and freed by hand"), std::move(numbers));
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
            add(never
                    ? Text::of("mask never frozen, planned for step {}", countText(planned.value))
                    : Text::of("mask frozen at step {}, against the plan", countText(first->step.value - 1)));
        } else if (!never && first->step.value - 1 != planned.value) {
            add(Text::of("mask frozen at step {}, planned for step {}", countText(first->step.value - 1),
                         countText(planned.value)));
        }
    }

    void addEdits() {
        const double planned = record_.header.schedule.target;
        if (summary_.size.target && *summary_.size.target != planned) {
            add(Text::of("target changed from {} to {}", percentText(planned),
                         percentText(*summary_.size.target)));
        }
        const auto edits = eventsOf(events(), kind::scheduleEdited);
        if (edits.size() == 1) {
            add(Text::of("schedule edited by {} at step {}", personOf(*edits.front()),
                         stepOf(*edits.front())),
                numbersOf(edits));
        } else if (!edits.empty()) {
            add(Text::of("schedule edited {} times", countText(static_cast<std::int64_t>(edits.size()))),
                numbersOf(edits));
        }
        const auto strengths = eventsOf(events(), kind::attentionSet);
        if (strengths.size() == 1) {
            add(Text::of("attention strength set by {} at step {}", personOf(*strengths.front()),
                         stepOf(*strengths.front())),
                numbersOf(strengths));
        } else if (!strengths.empty()) {
            add(Text::of("attention strength set {} times",
                         countText(static_cast<std::int64_t>(strengths.size()))),
                numbersOf(strengths));
        }
        static constexpr std::array<std::string_view, 5> told{kind::scheduleEdited, kind::attentionSet,
                                                              kind::frozen, kind::unfrozen, kind::moved};
        std::vector<std::int64_t> others;
        for (const auto& event : events()) {
            const bool known = std::find(told.begin(), told.end(), event.kind) != told.end();
            if (run::isCommand(event) && run::isChange(event) && !known) others.push_back(event.sequence);
        }
        if (!others.empty()) add(Text::of("changed by hand"), std::move(others));
    }

    void addEnd() {
        const std::int64_t planned = record_.header.totalSteps;
        if (summary_.complete && planned > 0 && summary_.lastStep != planned)
            add(Text::of("ended at step {} of {}", countText(summary_.lastStep), countText(planned)));
    }

    void addRecord() {
        std::vector<const run::AuditEvent*> failures;
        for (const auto& event : events()) {
            // The program pauses by itself when nothing more can be recorded, and for nothing else.
            if (event.kind == kind::paused && event.who == run::byProgram) failures.push_back(&event);
        }
        if (!failures.empty()) {
            add(Text::of("recording was interrupted at step {}", countText(failures.front()->step.value)),
                numbersOf(failures));
        }
        const auto moved = eventsOf(events(), "moved");
        if (!moved.empty()) {
            add(Text::of("recorded in another folder from step {} on", countText(moved.front()->step.value)),
                numbersOf(moved));
        }
        // What is still being written may well have gaps.
        if (!summary_.problems.empty() && !live_) add(Text::of("a part of it could not be read"));
    }

    const run::RunRecord& record_;
    const Summary& summary_;
    bool live_;
    std::vector<Deviation> found_;
};

/// "3, 4, 7 and 12 more".
Text eventList(const std::vector<std::int64_t>& numbers) {
    constexpr std::size_t most = 8;
    const std::size_t shown = std::min(most, numbers.size());
    const std::string list = fmt::format(
        "{}", fmt::join(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    return shown < numbers.size() ? Text::of("{} and {} more", list, numbers.size() - shown) : Text(list);
}

}  // namespace

Text deviationText(const Deviation& deviation) {
    switch (deviation.events.size()) {
        case 0:
            return deviation.text;
        case 1:
            return Text::of("{} (event {})", deviation.text, deviation.events.front());
        default:
            return Text::of("{} (events {})", deviation.text, eventList(deviation.events));
    }
}

std::vector<Deviation> findDeviations(const ReportInput& input, const Summary& summary) {
    return Deviations(input, summary).find();
}

}  // namespace prunescope::report
