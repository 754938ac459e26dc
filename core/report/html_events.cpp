// The schedule, who changed it and why, and the whole event log.

#include "report/html.h"
#include "report/summary_parts.h"
#include "report/text.h"
#include "run/audit_events.h"
#include "view/event_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::report {
namespace {

using Align = Table::Align;

/// A page must stay readable; what is left out is in events.csv.
constexpr std::size_t mostEvents = 500;
constexpr std::size_t longestText = 400;

std::string clipped(const std::string& text) {
    if (text.size() <= longestText) return escaped(text);
    return escaped(text.substr(0, longestText)) + "\u00A0…";
}

std::string orDash(const Text& text) {
    return text.empty() ? "\u2013" : clipped(text.english());
}

Table eventTable(std::string caption) {
    return Table(std::move(caption), {{"No.", Align::right},
                                      {"Time", Align::unbroken},
                                      {"Epoch", Align::right},
                                      {"Step", Align::right},
                                      {"What", Align::unbroken},
                                      {"Who", Align::unbroken},
                                      {"Reason", Align::text},
                                      {"Change", Align::text}});
}

/// "schedule edited" of "schedule_edited".
std::string kindText(std::string kind) {
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return kind;
}

void addEvent(Table& table, const std::vector<std::string>& layers, const run::AuditEvent& e) {
    table.row({fmt::format("{}", e.sequence), utcText(e.wallMs), epochText(e.epoch), countText(e.step.value),
               clipped(kindText(e.kind)), clipped(e.who), orDash(view::saidText(e)),
               orDash(view::changeText(e, layers))});
}

std::string stepText(const Page& page, StepIndex step) {
    if (step == run::neverFrozen) return "never";
    return fmt::format("step {} (epoch {})", countText(step.value),
                       epochText(epochOfStep(page.record(), step)));
}

/// `field` is the schedule's place in report.json.
std::string scheduleFacts(const Page& page, const run::SparsitySchedule& s, const std::string& field) {
    const auto& pruning = page.record().header.config.pruning;
    Facts facts;
    facts.add("Shape", run::scheduleShapeName(s.shape));
    facts.add("Sparsity", fmt::format("from {} to {} <span class=\"evidence\">requested</span>",
                                      datum(field + "/initial", s.initial, percentText(s.initial)),
                                      datum(field + "/target", s.target, percentText(s.target))));
    facts.add("Ramp", fmt::format("{} to {}", stepText(page, s.start), stepText(page, s.end)));
    facts.add("Mask frozen from", stepText(page, s.freeze));
    facts.add("Mask update", fmt::format("every {} steps, scope {}, at least {} kept per layer",
                                         countText(pruning.maskInterval), escaped(pruning.scope),
                                         countText(pruning.minKeep)));
    if (!s.knots.empty()) {
        std::string knots;
        for (const auto& k : s.knots)
            knots += fmt::format("{}({}, {})", knots.empty() ? "" : " ", plain(k.position),
                                 percentText(k.sparsity));
        facts.add("Knots (place on the ramp, sparsity)", escaped(knots));
    }
    return facts.str();
}

std::string noChanges(const Page& page) {
    return page.summary.problems.empty() ? "None: no one stepped in." : "None was read.";
}

std::string leftOut(std::size_t shown, std::size_t all) {
    return paragraph(fmt::format("{} of {} events are shown; all are in events.csv and report.json.",
                                 countText(static_cast<std::int64_t>(shown)),
                                 countText(static_cast<std::int64_t>(all))));
}

}  // namespace

std::string scheduleSection(const Page& page) {
    if (page.summary.dense) return "";
    std::string html = "<h3>As planned at the start</h3>\n" +
                       scheduleFacts(page, page.record().header.schedule, "/schedule");
    if (page.summary.scheduleEdited) {
        html += "<h3>As it stood at the end</h3>\n" +
                scheduleFacts(page, page.summary.scheduleAtEnd, "/schedule_at_end");
    }
    html += "<h3>Changes during the run</h3>\n";
    const auto& events = page.record().events;
    const auto commands = std::count_if(events.begin(), events.end(), run::isCommand);
    if (commands == 0) return html + paragraph(noChanges(page));
    const auto layers = run::prunableNames(page.record().header.network);
    Table table = eventTable("What a user asked for, in order; a refusal changed nothing");
    std::size_t shown = 0;
    for (const auto& event : events) {
        if (run::isCommand(event) && shown++ < mostEvents) addEvent(table, layers, event);
    }
    html += table.str();
    return shown <= mostEvents ? html : html + leftOut(mostEvents, shown);
}

std::string eventsSection(const Page& page) {
    const auto& events = page.record().events;
    if (events.empty()) return paragraph("No event was recorded.");
    const auto layers = run::prunableNames(page.record().header.network);
    Table table = eventTable("Event log");
    const std::size_t shown = std::min(events.size(), mostEvents);
    for (std::size_t i = 0; i < shown; ++i) addEvent(table, layers, events[i]);
    std::string html = table.str();
    return shown == events.size() ? html : html + leftOut(shown, events.size());
}

}  // namespace prunescope::report
