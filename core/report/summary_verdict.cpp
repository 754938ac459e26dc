// What became of the run, in the words that a reader sees first: what was asked for and what was reached, and
// how the run ended.

#include "report/summary_parts.h"
#include "report/text.h"
#include "view/quality_text.h"

#include <cmath>

namespace prunescope::report {

Text stateLine(const ReportInput& input, const Summary& summary) {
    const run::RunRecord& record = input.record;
    const std::string step = countText(summary.lastStep);
    const std::string all = countText(record.header.totalSteps);
    switch (record.outcome.state) {
        case run::RunState::finished:
            if (!summary.readable) return Text::of("Finished; whether as planned cannot be read.");
            return summary.deviations.empty() ? Text::of("Finished as planned.")
                                              : Text::of("Finished; differs from the plan.");
        case run::RunState::stopped:
            return Text::of("Stopped on request at step {} of {}. This is not a finished run.", step, all);
        case run::RunState::failed:
            return Text::of("Failed at step {} of {}. This is not a finished run.", step, all);
        case run::RunState::running:
            break;
    }
    if (!input.live) {
        return Text::of("The run was still going, or its program was killed. This is not a finished run.");
    }
    if (*input.live)
        return Text::of("The run is still going, at step {} of {}. This is not a finished run.", step, all);
    if (!std::isfinite(summary.lastEpoch))
        return Text::of("The run was cut off. This is not a finished run.");
    return Text::of(
        "Cut off at step {} of {}: the program ended before the run did. This is not a finished run.", step,
        all);
}

Text stateWithDeviations(const Summary& summary) {
    if (summary.deviations.empty()) return summary.stateSentence;
    Text list;
    for (const Deviation& deviation : summary.deviations) {
        const Text text = deviationText(deviation);
        list = list.empty() ? text : Text::of("{}, {}", list, text);
    }
    if (summary.complete && summary.readable) return Text::of("Finished; differs from the plan: {}.", list);
    return Text::of("{} It differs from the plan: {}.", summary.stateSentence, list);
}

Text verdictLine(const Summary& summary) {
    if (!summary.readable) return Text::of("The record of this run cannot be read.");
    const auto& final = summary.result.final;
    Text accuracy = Text::of("no test evaluation was recorded");
    if (final && final->numbers) {
        const run::QualityMeasure& measure = run::mainMeasure(run::Task::regression);
        const std::string figure = view::qualityText(measure, final->of(measure), summary.unit);
        accuracy = final->step.value == summary.lastStep
                       ? Text::of("test {} {}", measure.name, figure)
                       : Text::of("test {} {} at epoch {}", measure.name, figure, epochText(final->epoch));
    } else if (final && final->step.value == summary.lastStep) {
        accuracy = Text::of("test accuracy {}", percentText(final->accuracy));
    } else if (final) {
        accuracy =
            Text::of("test accuracy {} at epoch {}", percentText(final->accuracy), epochText(final->epoch));
    }
    const std::string prunable = countText(summary.size.prunable);
    if (summary.dense) {
        return summary.complete
                   ? Text::of("Dense run: none of {} prunable weights removed; {}.", prunable, accuracy)
                   : Text::of("Unfinished dense run: none of {} prunable weights removed; {}.", prunable,
                              accuracy);
    }
    const std::string removed = percentText(summary.size.sparsityPrunable);
    const std::string requested = percentText(summary.size.target.value_or(0));
    return summary.complete ? Text::of("{} of {} prunable weights removed, {} requested; {}.", removed,
                                       prunable, requested, accuracy)
                            : Text::of("Unfinished run: {} of {} prunable weights removed, {} requested; {}.",
                                       removed, prunable, requested, accuracy);
}

}  // namespace prunescope::report
