// The schedule, who changed it and why, and the whole event log.

#include "report/chapters.h"
#include "report/text.h"
#include "run/audit_events.h"
#include "view/event_text.h"
#include "view/schedule_formula.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace prunescope::report {
namespace {

using Align = Table::Align;

/// A page must stay readable; what is left out is in events.csv.
constexpr std::size_t mostEvents = 500;

Phrase orDash(const Text& text) {
    return text.empty() ? dash() : Phrase(text);
}

/// The events that `shown` accepts, the first of them in a table.
template <class Shown>
void addEvents(const Source& source, Phrase caption, Shown shown, Blocks& blocks) {
    Table table{std::move(caption),
                {{Text::of("No."), Align::right},
                 {Text::of("Time"), Align::unbroken},
                 {Text::of("Epoch"), Align::right},
                 {Text::of("Step"), Align::right},
                 {Text::of("What"), Align::unbroken},
                 {Text::of("Who"), Align::unbroken},
                 {Text::of("Reason"), Align::text},
                 {Text::of("Change"), Align::text}}};
    const auto layers = run::prunableNames(source.record().header.network);
    std::size_t all = 0;
    for (const run::AuditEvent& e : source.record().events) {
        if (!shown(e) || all++ >= mostEvents) continue;
        table.rows.push_back({{fmt::format("{}", e.sequence), utcText(e.wallMs), epochText(e.epoch),
                               countText(e.step.value), view::kindText(e.kind), Text(e.who),
                               orDash(view::saidText(e)), orDash(view::changeText(e, layers))}});
    }
    blocks.push_back(std::move(table));
    if (all > mostEvents) {
        blocks.push_back(Paragraph{Phrase::of(
            "{} of {} events are shown; all are in events.csv and report.json.",
            countText(static_cast<std::int64_t>(mostEvents)), countText(static_cast<std::int64_t>(all)))});
    }
}

Phrase stepText(const Source& source, StepIndex step) {
    if (step == run::neverFrozen) return Text::of("never");
    return Phrase::of("step {} (epoch {})", countText(step.value),
                      epochText(epochOfStep(source.record(), step)));
}

/// "conv1 0.00 %; fc1 90.00 %".
Text budgetsText(const std::map<std::string, double>& budgets) {
    std::vector<Text> parts;
    parts.reserve(budgets.size());
    for (const auto& [layer, budget] : budgets)
        parts.push_back(Text::of("{} {}", layer, percentText(budget)));
    return listed(parts);
}

/// `field` is the schedule's place in report.json.
Facts scheduleFacts(const Source& source, const run::SparsitySchedule& s, const std::string& field) {
    const auto& pruning = source.record().header.config.pruning;
    Facts facts{
        {{Text::of("Shape"), Text(run::scheduleShapeName(s.shape))},
         {Text::of("Formula"), view::scheduleFormula(s)},
         {Text::of("Sparsity"),
          Phrase::of("from {} to {}, requested", percentDatum(field + "/initial", s.initial),
                     percentDatum(field + "/target", s.target))},
         {Text::of("Ramp"), Phrase::of("{} to {}", stepText(source, s.start), stepText(source, s.end))},
         {Text::of("Mask frozen from"), stepText(source, s.freeze)},
         {Text::of("Mask update"),
          Phrase::of("every {} steps, scope {}, at least {} kept per layer", countText(pruning.maskInterval),
                     pruning.scope, countText(pruning.minKeep))}}};
    if (!pruning.layers.empty())
        facts.facts.push_back({Text::of("Pruned at most, by layer"), budgetsText(pruning.layers)});
    if (s.knots.empty()) return facts;
    std::string knots;
    for (const auto& k : s.knots) {
        knots +=
            fmt::format("{}({}, {})", knots.empty() ? "" : " ", plain(k.position), percentText(k.sparsity));
    }
    facts.facts.push_back({Text::of("Knots (place on the ramp, sparsity)"), knots});
    return facts;
}

}  // namespace

Blocks scheduleChapter(const Source& source) {
    if (source.summary.dense) return {};
    Blocks blocks{Heading{Text::of("As planned at the start")},
                  scheduleFacts(source, source.record().header.schedule, "/schedule")};
    if (source.summary.scheduleEdited) {
        blocks.push_back(Heading{Text::of("As it stood at the end")});
        blocks.push_back(scheduleFacts(source, source.summary.scheduleAtEnd, "/schedule_at_end"));
    }
    blocks.push_back(Heading{Text::of("Changes during the run")});
    const auto& events = source.record().events;
    if (std::none_of(events.begin(), events.end(), run::isCommand)) {
        blocks.push_back(Paragraph{source.summary.problems.empty() ? Text::of("None: no one stepped in.")
                                                                   : Text::of("None was read.")});
        return blocks;
    }
    addEvents(source, Text::of("What a user asked for, in order; a refusal changed nothing"), run::isCommand,
              blocks);
    return blocks;
}

Blocks eventsChapter(const Source& source) {
    if (source.record().events.empty()) return {Paragraph{Text::of("No event was recorded.")}};
    Blocks blocks;
    addEvents(
        source, {}, [](const run::AuditEvent&) { return true; }, blocks);
    return blocks;
}

}  // namespace prunescope::report
