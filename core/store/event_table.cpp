// How audit events lie in their table. Rows of version 1 have one text for all that was said: the reason of a
// person, what the program had to say, and why a request was refused.

#include "base/error.h"
#include "run/audit_events.h"
#include "run/record_json.h"
#include "run/recorded_text.h"
#include "store/tables.h"

#include <utility>

namespace prunescope::store {
namespace {

using run::AuditEvent;

/// What a person or the program writes is short; a report is written from all of it several times over.
constexpr std::size_t longestText = std::size_t{1} << 20U;

void bindEvent(Statement& insert, const AuditEvent& e) {
    const run::Refusal refusal = e.refusal.value_or(run::Refusal{});
    insert.bind(e.sequence, e.step.value, e.epoch, e.wallMs, e.kind, e.who, e.reason,
                run::eventValuesText(e.before), run::eventValuesText(e.after), run::recordedText(e.note),
                refusal.request, run::recordedText(refusal.why), e.personName);
}

/// Text that is no JSON is kept as a JSON string: it is evidence, and must not trip those who parse it.
nlohmann::json jsonIn(const std::string& text) {
    if (text.empty()) return nullptr;
    try {
        return run::jsonFromText(text, "");
    } catch (const Error&) {
        return text;
    }
}

Text textIn(const std::string& recorded) {
    try {
        return run::textFromRecord(recorded, "");
    } catch (const Error&) {
        return recorded;
    }
}

/// Later runs of version 1 have the request and why it was refused among the values, earlier ones as reason.
void takeRefusalOfVersion1(AuditEvent& event, nlohmann::json& after) {
    run::Refusal refusal;
    const bool among = after.is_object() && after.contains("refusal") && after["refusal"].is_string();
    if (!among) {
        refusal.why = std::exchange(event.reason, "");
    } else {
        refusal.why = after["refusal"].get<std::string>();
        if (after.contains("request") && after["request"].is_string())
            refusal.request = after["request"].get<std::string>();
        after.erase("refusal");
        after.erase("request");
        if (after.empty()) after = nullptr;
    }
    event.refusal = std::move(refusal);
}

AuditEvent decodeEvent(Row& row) {
    AuditEvent event{row.integer(),         StepIndex{row.count()}, row.real(),           row.integer(),
                     row.text(longestText), row.text(longestText),  row.text(longestText)};
    const nlohmann::json before = jsonIn(row.text(longestText));
    nlohmann::json after = jsonIn(row.text(longestText));
    event.note = textIn(row.text(longestText));
    run::Refusal refusal{.request = row.text(longestText), .why = textIn(row.text(longestText))};
    event.personName = row.text(longestText);
    if (run::isRefusal(event)) {
        if (refusal.why.empty()) {
            takeRefusalOfVersion1(event, after);
        } else {
            event.refusal = std::move(refusal);
        }
    } else if (!run::isCommand(event) && event.note.empty()) {
        event.note = std::exchange(event.reason, "");
    }
    event.before = run::eventValuesFromJson(before);
    event.after = run::eventValuesFromJson(after);
    return event;
}

}  // namespace

const Table<AuditEvent>& eventTable() {
    static const Table<AuditEvent> table{
        .name = "events",
        .columns = {"sequence", "step", "epoch", "wall_ms", "kind", "who", "reason", "before", "after",
                    Column{"note", 2}, Column{"request", 2}, Column{"refusal", 2}, Column{"person_name", 6}},
        .bind = bindEvent,
        .decode = decodeEvent};
    return table;
}

}  // namespace prunescope::store
