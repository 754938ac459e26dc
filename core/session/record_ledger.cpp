#include "session/record_ledger.h"

#include "run/audit_events.h"
#include "run/event_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace prunescope::session {
namespace {

namespace event = run::event;

/// What a run does only once it ends: one that goes on does none of it.
bool belongsToAnEnd(const run::AuditEvent& e) {
    constexpr std::array<std::string_view, 7> kinds{event::masksFinished, event::batchNormRecalibrated,
                                                    event::endedAtChance, event::diverged,
                                                    event::finished,      event::stopped,
                                                    event::failed};
    return std::ranges::find(kinds, e.kind) != kinds.end();
}

/// Nothing in the training brings it about.
bool comesFromOutside(const run::AuditEvent& e) {
    constexpr std::array<std::string_view, 4> kinds{event::paused, event::resumed, event::stopRequested,
                                                    event::moved};
    return run::isCommand(e) || std::ranges::find(kinds, e.kind) != kinds.end();
}

[[noreturn]] void refuse(run::RecordDifference difference) {
    const Text found = sentenceOf(difference);
    throw RecordDiffers(
        std::move(difference), Text::of("trained once more, it does not give what is on record: {}", found),
        Text::of(
            "Take the run up on the machine and with the program that recorded it; nothing was changed."));
}

}  // namespace

void RecordLedger::expect(run::Records onRecord) {
    samples_ = {std::move(onRecord.samples)};
    statistics_ = {std::move(onRecord.layerStatistics)};
    maskUpdates_ = {std::move(onRecord.maskUpdates)};
    evaluations_ = {std::move(onRecord.evaluations)};
    answers_ = {std::move(onRecord.imageAnswers)};
}

void RecordLedger::takeUpAt(const run::RecordCounts& place, const run::Records& onRecord, bool ended,
                            std::vector<run::AuditEvent> events) {
    const run::RecordCounts all = run::countsOf(onRecord);
    const run::RecordCounts& kept = ended ? place : all;
    run::Records rest = run::recordsAfter(onRecord, place);
    recordedUntil_ = onRecord.samples.empty() ? StepIndex{} : onRecord.samples.back().step;
    counts_ = place;
    takenUp_ = true;
    ended_ = ended;
    for (std::size_t i = 0; i < rest.events.size(); ++i) {
        if (rest.events[i].kind == event::continued) continued_ = i;
    }
    // The state was saved when the run began to end: nothing comes behind it but that end.
    ending_ = ended && place.samples == all.samples;
    for (run::AuditEvent& event : events) {
        event.sequence = all.events + 1 + (&event - events.data());
        rest.events.push_back(event);
    }
    events_ = {std::move(rest.events)};
    if (!ended) expect(std::move(rest));
    passOverEndings();
    kept_ = {.samples = kept.samples,
             .layerStatistics = kept.layerStatistics,
             .maskUpdates = kept.maskUpdates,
             .evaluations = kept.evaluations,
             .imageAnswers = kept.imageAnswers};
    announced_ = std::move(events);
}

void RecordLedger::announceTakeUp() {
    takeUp(kept_, announced_.front());
    for (std::size_t i = 1; i < announced_.size(); ++i) next_.record(announced_[i]);
}

/// From the first event of an end until the run was taken up again, and that itself.
void RecordLedger::passOverEndings() {
    while (!events_.isDone()) {
        const run::AuditEvent& next = events_.records[events_.next];
        const bool continued = next.kind == event::continued;
        ending_ = !continued && (ending_ || (wentOn(events_.next) && belongsToAnEnd(next)));
        // The trainer knows all extensions from its start.
        if (!ending_ && !continued && next.kind != event::extended) return;
        ++events_.next;
        ++counts_.events;
    }
}

bool RecordLedger::isCaughtUp() const {
    return samples_.isDone() && statistics_.isDone() && maskUpdates_.isDone() && evaluations_.isDone() &&
           events_.isDone() && answers_.isDone();
}

std::optional<StepIndex> RecordLedger::catchesUpWith() const {
    if (!takenUp_ || isCaughtUp()) return std::nullopt;
    return recordedUntil_;
}

std::optional<run::AuditEvent> RecordLedger::takeDecision(StepIndex step) {
    if (events_.isDone()) return std::nullopt;
    const run::AuditEvent next = events_.records[events_.next];
    if (!comesFromOutside(next) || step < next.step) return std::nullopt;
    if (next.kind == event::stopRequested) (wentOn(events_.next) ? ending_ : stopped_) = true;
    ++events_.next;
    ++counts_.events;
    passOverEndings();
    return next;
}

template <class Record>
bool RecordLedger::isOnRecord(Expected<Record>& expected, const Record& record) {
    if (expected.isDone()) return false;
    if (auto difference = run::differenceBesidesTime(expected.records[expected.next], record))
        refuse(*std::move(difference));
    ++expected.next;
    return true;
}

template <class Record>
void RecordLedger::pass(Expected<Record>& expected, std::int64_t& count, const Record& record) {
    ++count;
    if (isOnRecord(expected, record)) return;
    if (onlyCompares_) return expectBeyond(record);
    next_.record(record);
}

template <class Record>
void RecordLedger::expectBeyond(const Record& record) const {
    if (hasEnd_ || !isCaughtUp()) refuse(run::alone(record, false));
}

void RecordLedger::compareOnly(bool ended) {
    onlyCompares_ = true;
    hasEnd_ = ended;
}

void RecordLedger::expectCaughtUp() const {
    const auto expectDone = [](const auto& expected) {
        if (!expected.isDone()) refuse(run::alone(expected.records[expected.next], true));
    };
    expectDone(samples_);
    expectDone(statistics_);
    expectDone(maskUpdates_);
    expectDone(evaluations_);
    expectDone(answers_);
    expectDone(events_);
}

void RecordLedger::begin(const run::RunHeader& header) {
    if (!takenUp_) next_.begin(header);
}

void RecordLedger::takeUp(const run::TakeUp& kept, const run::AuditEvent& event) {
    next_.takeUp(kept, event);
}

void RecordLedger::record(const run::MetricSample& sample) {
    pass(samples_, counts_.samples, sample);
}

void RecordLedger::record(const std::vector<run::LayerStatistic>& statistics) {
    std::vector<run::LayerStatistic> fresh;
    for (const run::LayerStatistic& statistic : statistics) {
        if (isOnRecord(statistics_, statistic)) continue;
        if (onlyCompares_) {
            expectBeyond(statistic);
        } else {
            fresh.push_back(statistic);
        }
    }
    counts_.layerStatistics += static_cast<std::int64_t>(statistics.size());
    if (!fresh.empty()) next_.record(fresh);
}

void RecordLedger::record(const run::MaskUpdateRecord& update) {
    pass(maskUpdates_, counts_.maskUpdates, update);
}

void RecordLedger::record(const run::Evaluation& evaluation) {
    pass(evaluations_, counts_.evaluations, evaluation);
}

void RecordLedger::record(const run::AuditEvent& event) {
    pass(events_, counts_.events, event);
    passOverEndings();
}

void RecordLedger::record(const run::ImageAnswers& answers) {
    pass(answers_, counts_.imageAnswers, answers);
}

void RecordLedger::finish(const run::RunOutcome& outcome) {
    next_.finish(outcome);
}

}  // namespace prunescope::session
