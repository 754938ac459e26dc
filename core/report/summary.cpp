#include "report/summary.h"

#include "prune/method.h"
#include "report/summary_parts.h"
#include "run/audit_events.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::report {
namespace {

bool isDense(const run::RunRecord& record) {
    const auto& samples = record.samples;
    const auto& statistics = record.layerStatistics;
    const bool asked = prune::prunes(record.header.config.method) &&
                       (record.header.schedule.target > 0 || record.header.schedule.initial > 0);
    const bool cut =
        std::any_of(samples.begin(), samples.end(), [](const auto& s) { return s.sparsity > 0; }) ||
        std::any_of(statistics.begin(), statistics.end(), [](const auto& s) { return s.kept < s.weights; });
    return !asked && !cut;
}

/// A run that was killed has no outcome, so its end is where its samples end.
void fillProgress(const ReportInput& input, Summary& summary) {
    const run::RunRecord& record = input.record;
    const bool ended = record.outcome.state != run::RunState::running;
    summary.complete = record.outcome.state == run::RunState::finished;
    if (!record.samples.empty()) {
        const auto& last = record.samples.back();
        summary.lastStep = last.step.value;
        summary.lastEpoch = last.epoch;
        summary.processMs = last.processMs;
    }
    if (ended && record.outcome.step.value >= summary.lastStep) {
        summary.lastStep = record.outcome.step.value;
        summary.lastEpoch = record.outcome.epoch;
        summary.processMs = std::max(summary.processMs, record.outcome.processMs);
    }
    const bool nothing = record.samples.empty() && !ended && !input.problems.empty();
    if (nothing) summary.lastEpoch = summary.processMs = std::numeric_limits<double>::quiet_NaN();
    if (ended && record.outcome.trainedImages > 0 && summary.processMs > 0) {
        summary.imagesPerSecond =
            static_cast<double>(record.outcome.trainedImages) / (summary.processMs / 1000);
    }
    summary.nonFiniteLosses = std::count_if(record.samples.begin(), record.samples.end(),
                                            [](const auto& s) { return !std::isfinite(s.loss); });
}

}  // namespace

Text evidenceText(Evidence evidence) {
    switch (evidence) {
        case Evidence::estimated:
            return Text::of("estimated");
        case Evidence::theoretical:
            return Text::of("theoretical");
        case Evidence::requested:
            return Text::of("requested");
        case Evidence::measured:
            break;
    }
    return Text::of("measured");
}

const run::MetricSample* sampleAt(const run::RunRecord& record, StepIndex step) {
    const auto& samples = record.samples;
    const auto found = std::lower_bound(samples.begin(), samples.end(), step,
                                        [](const run::MetricSample& s, StepIndex t) { return s.step < t; });
    return found != samples.end() && found->step == step ? &*found : nullptr;
}

double epochOfStep(const run::RunRecord& record, StepIndex step) {
    if (const run::MetricSample* sample = sampleAt(record, step)) return sample->epoch;
    const auto total = static_cast<double>(record.header.totalSteps);
    if (total <= 0) return record.samples.empty() ? 0 : record.samples.back().epoch;
    return static_cast<double>(step.value) * static_cast<double>(record.header.config.epochs) / total;
}

bool isSound(const run::Evaluation& e) {
    if (e.numbers) return e.classes == 0 && e.numbers->rows > 0;
    // Bounded before it is squared or summed: the numbers come from a file.
    return e.classes >= 1 && e.classes <= 1'000'000 &&
           e.confusion.size() == static_cast<std::size_t>(e.classes * e.classes) &&
           std::all_of(e.confusion.begin(), e.confusion.end(),
                       [](std::int64_t n) { return n >= 0 && n <= 1'000'000'000; });
}

Summary summarise(const ReportInput& input) {
    const run::RunRecord& record = input.record;
    Summary summary;
    fillProgress(input, summary);
    summary.result = summariseResult(record);
    if (const auto& target = record.header.dataset.target) summary.unit = target->unit;
    summary.scheduleAtEnd = run::scheduleAfter(record.header.schedule, record.events);
    summary.scheduleEdited = !(summary.scheduleAtEnd == record.header.schedule);
    summary.layers = summariseLayers(record, requestOfLastMasks(record, summary.scheduleAtEnd));
    summary.size = summariseSize(input, summary.layers, summary.scheduleAtEnd);
    if (!summary.size.prunedKnown) {
        for (LayerSummary& layer : summary.layers) {
            if (!layer.last) layer.sparsity = layer.macsRemaining = std::numeric_limits<double>::quiet_NaN();
        }
    }
    summary.readable = summary.size.networkKnown && summary.size.prunedKnown;
    summary.dense = summary.readable && isDense(record);
    summary.marks = findMarks(record);
    summary.falls = findFalls(record);
    if (!summary.dense) summary.hurt = summariseHurt(input, summary.result);
    if (input.reference) summary.reference = summariseReference(record, *input.reference);
    summary.problems = findProblems(input);
    summary.deviations = findDeviations(input, summary);
    summary.stateSentence = stateLine(input, summary);
    summary.stateText = stateWithDeviations(summary);
    summary.verdict = verdictLine(summary);
    summary.checks = runChecks(input, summary);
    summary.limits = findLimits(input, summary);
    summary.origins = describeOrigins(input, summary);
    return summary;
}

}  // namespace prunescope::report
