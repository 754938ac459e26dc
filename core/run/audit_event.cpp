#include "run/audit_event.h"

#include "base/error.h"
#include "run/record_json.h"

#include <cmath>
#include <limits>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const SparsitySchedule& schedule) const { return scheduleToJson(schedule); }
    Json operator()(const AttentionStrengths& strengths) const {
        Json list = Json::array();
        for (const double z : strengths.z) list.push_back(std::isfinite(z) ? Json(z) : Json());
        return {{"z", std::move(list)}};
    }
    Json operator()(const EnteredPhase& entered) const {
        return {{"phase", phaseName(entered.phase)}, {"sparsity", entered.sparsity}};
    }
    Json operator()(const RecordingPlace& place) const { return {{"folder", place.folder}}; }
    Json operator()(const TrainingLength& length) const {
        return {{"epochs", length.epochs}, {"steps", length.steps}};
    }
    Json operator()(const RunParent& parent) const { return parentToJson(parent); }
    Json operator()(const OtherValues& other) const { return jsonFromText(other.json, "values"); }
};

EventValues strengthsFrom(const Json& list) {
    AttentionStrengths strengths;
    for (const Json& z : list) {
        if (!z.is_number() && !z.is_null()) return {};
        strengths.z.push_back(z.is_number() ? z.get<double>() : std::numeric_limits<double>::quiet_NaN());
    }
    return strengths;
}

EventValues phaseFrom(const Json& json) {
    for (const Phase phase : {Phase::exploration, Phase::exploitation}) {
        if (json.at("phase") == phaseName(phase) && json.contains("sparsity") && json["sparsity"].is_number())
            return EnteredPhase{phase, json["sparsity"].get<double>()};
    }
    return {};
}

EventValues lengthFrom(const Json& json) {
    const auto isCount = [&](const char* key) { return json.contains(key) && json[key].is_number_integer(); };
    if (!isCount("epochs") || !isCount("steps")) return {};
    return TrainingLength{json["epochs"].get<std::int64_t>(), json["steps"].get<std::int64_t>()};
}

/// By the key that only one kind of values has; none where the rest does not fit.
EventValues typed(const Json& json) {
    if (!json.is_object()) return {};
    try {
        if (json.contains("shape")) return wishedScheduleFromJson(json);
        if (json.contains("parent_run")) return parentFromJson(json);
    } catch (const Error&) {
        return {};  // No schedule, or no parent.
    }
    if (json.contains("z") && json["z"].is_array()) return strengthsFrom(json["z"]);
    if (json.contains("phase")) return phaseFrom(json);
    if (json.contains("folder") && json["folder"].is_string())
        return RecordingPlace{json["folder"].get<std::string>()};
    if (json.contains("epochs")) return lengthFrom(json);
    return {};
}

}  // namespace

Json eventValuesToJson(const EventValues& values) {
    return std::visit(ToJson{}, values);
}

EventValues eventValuesFromJson(const Json& json) {
    if (json.is_null()) return {};
    EventValues values = typed(json);
    if (hasValues(values) && eventValuesToJson(values) == json) return values;
    return OtherValues{jsonText(json)};
}

std::string eventValuesText(const EventValues& values) {
    if (const auto* other = std::get_if<OtherValues>(&values)) return other->json;
    return hasValues(values) ? jsonText(eventValuesToJson(values)) : "";
}

}  // namespace prunescope::run
