// Where validation accuracy fell: a part of the chapter on the course of the run.

#include "report/chapters.h"
#include "report/text.h"
#include "view/accuracy_drops.h"
#include "view/event_text.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

namespace prunescope::report {
namespace {

using Align = Table::Align;

constexpr int decimalsOfLoss = 1;

Phrase cannotBeTold(const Source& source) {
    const FallsSummary& falls = source.summary.falls;
    const Text what = source.task() == run::Task::regression
                          ? Text::of("Whether the validation RMSE rose cannot be told")
                          : Text::of("Whether validation accuracy fell cannot be told");
    const auto needed = static_cast<std::int64_t>(view::dropRule.fewestEvaluations());
    if (falls.measurements >= needed) {
        return Text::of("{}: the record does not say on how many samples it was measured.", what);
    }
    return Phrase::of("{}: that takes {} measurements, and the record has {}.", what,
                      countDatum("/validation_falls/rule/fewest_measurements", needed),
                      countDatum("/validation_falls/measurements", falls.measurements));
}

Phrase errorsOfRule() {
    return datum("/validation_falls/rule/standard_errors", view::dropRule.standardErrors,
                 plain(view::dropRule.standardErrors));
}

Phrase changesOfRule() {
    return datum("/validation_falls/rule/usual_changes", view::dropRule.usualChanges,
                 plain(view::dropRule.usualChanges));
}

Phrase noneWasFound(const Source& source) {
    if (source.task() == run::Task::regression) {
        return Phrase::of(
            "No rise of the validation RMSE was found in {} measurements: none was larger than {} standard "
            "errors of the difference and than {} times the usual change between neighbouring measurements "
            "({}).",
            countDatum("/validation_falls/measurements", source.summary.falls.measurements), errorsOfRule(),
            changesOfRule(), source.evidence("validation_falls"));
    }
    return Phrase::of(
        "No fall of validation accuracy was found in {} measurements: none was larger than {} standard "
        "errors "
        "of the difference and than {} times the usual change between neighbouring measurements ({}).",
        countDatum("/validation_falls/measurements", source.summary.falls.measurements), errorsOfRule(),
        changesOfRule(), source.evidence("validation_falls"));
}

Phrase layersThatLost(const Fall& fall) {
    std::vector<Text> parts;
    parts.reserve(fall.layers.size());
    for (const FallenLayer& layer : fall.layers)
        parts.push_back(Text::of("{} {}", layer.name, percentText(layer.share, decimalsOfLoss)));
    return parts.empty() ? dash() : Phrase(listed(parts));
}

Phrase eventsInFront(const Fall& fall, const run::RunRecord& record) {
    std::vector<Text> parts;
    parts.reserve(fall.events.size());
    for (const std::size_t position : fall.events) {
        const run::AuditEvent& event = record.events[position];
        parts.push_back(Text::of("{} (event {})", view::kindText(event.kind), event.sequence));
    }
    return parts.empty() ? dash() : Phrase(listed(parts));
}

Table fallsTable(const Source& source) {
    const FallsSummary& falls = source.summary.falls;
    Table table{
        source.task() == run::Task::regression
            ? Phrase::of("Rises that neither chance nor the run's own ups and downs explain, measured on {} "
                         "validation samples",
                         countText(falls.images))
            : Phrase::of("Falls that neither chance nor the run's own ups and downs explain, measured on {} "
                         "validation samples",
                         countText(falls.images)),
        {{Text::of("Epoch"), Align::unbroken},
         {Text::of("Step"), Align::unbroken},
         {Text::of("Before"), Align::right},
         {Text::of("After"), Align::right},
         {Text::of("Change"), Align::right},
         {Text::of("Sparsity then"), Align::right},
         {Text::of("Lost most weights"), Align::text},
         {Text::of("Events just before"), Align::text}}};
    for (std::size_t k = 0; k < falls.falls.size(); ++k) {
        const Fall& fall = falls.falls[k];
        const std::string field = fmt::format("/validation_falls/list/{}", k);
        const run::QualityMeasure& measure = run::mainMeasure(source.task());
        table.rows.push_back(
            {{Phrase::of("{} to {}", epochText(fall.before.epoch), epochText(fall.after.epoch)),
              Phrase::of("{} to {}", countText(fall.before.step.value), countText(fall.after.step.value)),
              qualityDatum(source, measure, field + "/before", fall.before),
              qualityDatum(source, measure, field + "/after", fall.after),
              qualityChange(source, fall.before, fall.after),
              percentDatum(field + "/after/sparsity_prunable", fall.after.sparsity), layersThatLost(fall),
              eventsInFront(fall, source.record())}});
    }
    return table;
}

Phrase whatCounts(const Source& source) {
    if (source.task() == run::Task::regression) {
        return Phrase::of(
            "A rise counts when it is larger than {} standard errors of the difference and than {} "
            "times the usual change between neighbouring measurements ({}). Layers: the share of their "
            "weights that was cut in between, less what was revived. Events: the last ones in between.",
            errorsOfRule(), changesOfRule(), source.evidence("validation_falls"));
    }
    return Phrase::of(
        "A fall counts when it is larger than {} standard errors of the difference and than {} "
        "times the usual change between neighbouring measurements ({}). Layers: the share of their "
        "weights that was cut in between, less what was revived. Events: the last ones in between.",
        errorsOfRule(), changesOfRule(), source.evidence("validation_falls"));
}

}  // namespace

Blocks fallBlocks(const Source& source) {
    const FallsSummary& falls = source.summary.falls;
    const bool numbers = source.task() == run::Task::regression;
    Blocks blocks{Heading{numbers ? Text::of("Rises of the validation error")
                                  : Text::of("Falls of validation accuracy")}};
    if (!falls.known()) {
        blocks.push_back(Paragraph{cannotBeTold(source)});
        return blocks;
    }
    if (falls.falls.empty()) {
        blocks.push_back(Paragraph{noneWasFound(source)});
        return blocks;
    }
    blocks.push_back(fallsTable(source));
    const auto shown = static_cast<std::int64_t>(falls.falls.size());
    if (falls.found > shown) {
        const Phrase found = countDatum("/validation_falls/found", falls.found);
        blocks.push_back(
            Paragraph{numbers ? Phrase::of("The first {} of {} rises are shown.", countText(shown), found)
                              : Phrase::of("The first {} of {} falls are shown.", countText(shown), found)});
    }
    blocks.push_back(Paragraph{whatCounts(source), Paragraph::Tone::small});
    return blocks;
}

}  // namespace prunescope::report
