#include "run/audit_events.h"

#include "base/error.h"
#include "run/record_json.h"

namespace prunescope::run {
namespace {

constexpr const char* refusalKey = "refusal";
constexpr const char* requestKey = "request";

std::optional<nlohmann::json> objectIn(const std::string& text) {
    if (text.empty()) return std::nullopt;
    try {
        nlohmann::json json = jsonFromText(text, "");
        if (json.is_object()) return json;
    } catch (const Error&) {
        return std::nullopt;  // Damaged or plain text: it is shown as it stands, and says nothing here.
    }
    return std::nullopt;
}

}  // namespace

bool isRefusal(const AuditEvent& event) {
    return event.kind == refusedKind;
}

bool isCommand(const AuditEvent& event) {
    return event.who != "program" && event.who != "schedule";
}

std::string refusedValues(const std::string& wanted, std::string_view kind, const std::string& why) {
    nlohmann::json values = objectIn(wanted).value_or(nlohmann::json::object());
    values[requestKey] = kind;
    values[refusalKey] = why;
    return jsonText(values);
}

bool isRefusalNote(std::string_view key) {
    return key == refusalKey || key == requestKey;
}

std::string refusalOf(const AuditEvent& event) {
    if (!isRefusal(event)) return "";
    const auto values = objectIn(event.after);
    if (values && values->contains(refusalKey) && values->at(refusalKey).is_string())
        return values->at(refusalKey).get<std::string>();
    return event.reason;
}

std::string reasonOf(const AuditEvent& event) {
    if (!isRefusal(event)) return event.reason;
    const auto values = objectIn(event.after);
    return values && values->contains(refusalKey) ? event.reason : "";
}

std::optional<SparsitySchedule> scheduleIn(const std::string& json) {
    try {
        const auto object = objectIn(json);
        if (object && object->contains("shape")) return scheduleFromJson(*object);
    } catch (const Error&) {
        return std::nullopt;  // No schedule that can be followed.
    }
    return std::nullopt;
}

SparsitySchedule scheduleAfter(const SparsitySchedule& start, const std::vector<AuditEvent>& events) {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->after.empty() || isRefusal(*event)) continue;
        if (auto schedule = scheduleIn(event->after)) return *schedule;
    }
    return start;
}

double askedTarget(const SparsitySchedule& start, const std::vector<AuditEvent>& events) {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->after.empty() || isRefusal(*event) || !isCommand(*event)) continue;
        const auto after = scheduleIn(event->after);
        const auto before = after ? scheduleIn(event->before) : std::nullopt;
        if (after && (!before || before->target != after->target)) return after->target;
    }
    return start.target;
}

}  // namespace prunescope::run
