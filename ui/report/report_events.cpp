// The schedule, who changed it and why, and the whole event log.

#include "report/text.h"
#include "run/audit_events.h"
#include "ui/report/report_writer.h"
#include "ui/support/engine_text.h"
#include "view/event_text.h"
#include "view/number_text.h"

#include <algorithm>

namespace prunescope::ui {
namespace {

using paper::clean;
using Align = PrintTable::Align;

/// A report must stay readable; what is left out is in events.csv.
constexpr std::size_t mostEvents = 500;

/// "schedule edited" of "schedule_edited".
QString kindText(std::string kind) {
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return engineText(report::cleanText(kind));
}

/// A record may hold anything: what cannot be printed is left out.
QString orDash(const Text& text) {
    return text.empty() ? dash : paper::clean(engineText(text).toStdString());
}

}  // namespace

void ReportWriter::eventTable(const QString& caption, bool commandsOnly) {
    PrintTable table(caption, {{tr("No."), Align::right},
                               {tr("Time")},
                               {tr("Epoch"), Align::right},
                               {tr("Step"), Align::right},
                               {tr("What")},
                               {tr("Who")},
                               {tr("Reason")},
                               {tr("Change")}});
    const std::vector<std::string> layers = run::prunableNames(record().header.network);
    std::size_t all = 0;
    for (const run::AuditEvent& e : record().events) {
        if (commandsOnly && !run::isCommand(e)) continue;
        if (all++ >= mostEvents) continue;
        table.row({QString::number(e.sequence), textOf(view::utcText(e.wallMs)),
                   textOf(view::epochText(e.epoch)), wholeText(e.step.value), kindText(e.kind),
                   engineText(report::cleanText(e.who)), orDash(view::saidText(e)),
                   orDash(view::changeText(e, layers))});
    }
    table.layOut(flow_);
    if (all > mostEvents) {
        flow_.text(tr("%1 of %2 events are shown; all are in events.csv and report.json.")
                       .arg(wholeText(static_cast<std::int64_t>(mostEvents)),
                            wholeText(static_cast<std::int64_t>(all))));
    }
}

QString ReportWriter::stepText(StepIndex step) const {
    if (step == run::neverFrozen) return tr("never");
    return tr("step %1 (epoch %2)")
        .arg(wholeText(step.value), textOf(view::epochText(report::epochOfStep(record(), step))));
}

void ReportWriter::scheduleFacts(const run::SparsitySchedule& s) {
    const auto& pruning = record().header.config.pruning;
    Facts facts;
    facts.add(tr("Shape"), engineText(run::scheduleShapeName(s.shape)));
    facts.add(tr("Sparsity"), tr("from %1 to %2, requested").arg(shareText(s.initial), shareText(s.target)));
    facts.add(tr("Ramp"), tr("%1 to %2").arg(stepText(s.start), stepText(s.end)));
    facts.add(tr("Mask frozen from"), stepText(s.freeze));
    facts.add(tr("Mask update"),
              tr("every %1 steps, scope %2, at least %3 kept per layer")
                  .arg(wholeText(pruning.maskInterval), clean(pruning.scope), wholeText(pruning.minKeep)));
    QStringList knots;
    for (const auto& k : s.knots) {
        knots << QStringLiteral("(%1, %2)").arg(textOf(report::plain(k.position)), shareText(k.sparsity));
    }
    if (!knots.isEmpty()) facts.add(tr("Knots (place on the ramp, sparsity)"), knots.join(QLatin1Char(' ')));
    facts.layOut(flow_);
}

void ReportWriter::schedule() {
    if (summary_.dense) return;
    chapter(tr("Schedule and edits"));
    flow_.heading(tr("As planned at the start"), 10);
    scheduleFacts(record().header.schedule);
    if (summary_.scheduleEdited) {
        flow_.heading(tr("As it stood at the end"), 10);
        scheduleFacts(summary_.scheduleAtEnd);
    }
    flow_.heading(tr("Changes during the run"), 10);
    const auto& events = record().events;
    if (std::none_of(events.begin(), events.end(), run::isCommand)) {
        flow_.text(summary_.problems.empty() ? tr("None: no one stepped in.") : tr("None was read."));
        return;
    }
    eventTable(tr("What a user asked for, in order; a refusal changed nothing"), true);
}

void ReportWriter::events() {
    chapter(tr("Event log"));
    if (record().events.empty()) {
        flow_.text(tr("No event was recorded."));
        return;
    }
    eventTable({}, false);
}

}  // namespace prunescope::ui
