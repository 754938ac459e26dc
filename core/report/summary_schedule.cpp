// What the schedule asked for, when masks were chosen, and the vertical lines of the charts.
//
// Runs of older versions have no records of their mask updates. There the sample of step t + 1 holds what the
// schedule asked for at t, when the masks of that step were chosen; so do the statistics with that number.

#include "report/summary_parts.h"
#include "run/audit_events.h"
#include "run/event_kinds.h"
#include "run/moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace prunescope::report {
namespace {

bool mentionsFreeze(const std::string& kind) {
    return kind.find("freez") != std::string::npos || kind.find("frozen") != std::string::npos;
}

/// A change has a state after it; pause, resume and stop have none. Freezing shows by the change of phase.
bool isUserChange(const run::AuditEvent& event) {
    return isCommand(event) && isChange(event) && !mentionsFreeze(event.kind) &&
           event.kind != run::event::moved;
}

/// What the guard of a live run found.
bool isFinding(const run::AuditEvent& event) {
    namespace kind = run::event;
    return event.kind == kind::collapseSuspected || event.kind == kind::divergenceSuspected ||
           event.kind == kind::diverged || event.kind == kind::endedAtChance;
}

/// Whether masks were chosen at that moment, rather than measured while frozen.
bool isMaskUpdate(const run::RunRecord& record, std::span<const run::LayerStatistic> moment) {
    const run::MetricSample* sample = sampleAt(record, moment.front().step);
    if (sample == nullptr || sample->phase == run::Phase::exploration) return true;
    return std::any_of(moment.begin(), moment.end(),
                       [](const run::LayerStatistic& s) { return s.cut > 0 || s.revived > 0; });
}

}  // namespace

bool wereMasksFinished(const run::RunRecord& record) {
    return std::any_of(record.events.begin(), record.events.end(),
                       [](const auto& event) { return event.kind == run::event::masksFinished; });
}

std::optional<double> requestOfLastMasks(const run::RunRecord& record,
                                         const run::SparsitySchedule& scheduleAtEnd) {
    const auto usable = [](double p) { return p >= 0 && p < 1 ? std::optional(p) : std::nullopt; };
    if (!record.maskUpdates.empty()) return usable(record.maskUpdates.back().requested);
    const auto& samples = record.samples;
    if (samples.empty() || record.layerStatistics.empty()) return std::nullopt;
    if (wereMasksFinished(record)) return usable(run::sparsityAt(scheduleAtEnd, samples.back().step));
    if (samples.back().phase == run::Phase::exploitation) {
        // Masks are chosen for the last time in the step that freezes them, the first of its phase.
        auto first = samples.rbegin();
        while (std::next(first) != samples.rend() && std::next(first)->phase == run::Phase::exploitation)
            ++first;
        return usable(first->targetSparsity);
    }
    const run::MetricSample* sample = sampleAt(record, record.layerStatistics.back().step);
    return sample == nullptr ? std::nullopt : usable(sample->targetSparsity);
}

std::int64_t countMaskUpdates(const run::RunRecord& record) {
    if (!record.maskUpdates.empty()) return static_cast<std::int64_t>(record.maskUpdates.size());
    const auto moments = run::momentsOf(record.layerStatistics);
    return std::count_if(moments.begin(), moments.end(),
                         [&](const auto& moment) { return isMaskUpdate(record, moment); });
}

std::vector<Mark> findMarks(const run::RunRecord& record) {
    std::vector<Mark> marks;
    for (std::size_t i = 1; i < record.samples.size(); ++i) {
        const auto& before = record.samples[i - 1];
        const auto& now = record.samples[i];
        if (now.phase == before.phase) continue;
        const bool frozen = now.phase == run::Phase::exploitation;
        marks.push_back({before.epoch, before.step, frozen ? Text::of("frozen") : Text::of("freed"), false});
    }
    for (const auto& event : record.events) {
        if (isUserChange(event))
            marks.push_back({event.epoch, event.step, Text::of("edit {}", event.sequence), true});
        if (isFinding(event))
            marks.push_back({event.epoch, event.step, Text::of("guard {}", event.sequence), true});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.step < b.step; });
    return marks;
}

}  // namespace prunescope::report
