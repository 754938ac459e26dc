#include "run/config_io.h"

#include "base/suggest.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

constexpr std::string_view methodPrefix = "method.";

Json::json_pointer pointer(std::string key) {
    std::replace(key.begin(), key.end(), '.', '/');
    return Json::json_pointer("/" + key);
}

const ConfigField* findField(const std::string& key) {
    const auto& fields = configFields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.description.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> allKeys(const std::vector<OptionDescription>& methodOptions) {
    std::vector<std::string> keys;
    for (const auto& f : configFields()) keys.push_back(f.description.key);
    for (const auto& option : methodOptions) keys.push_back(std::string(methodPrefix) + option.key);
    return keys;
}

std::vector<ScheduleKnot> knotsFromJson(const Json& value) {
    std::vector<ScheduleKnot> knots;
    const bool list = value.is_array() && value.size() <= 1000;
    const auto isPair = [](const Json& k) {
        return k.is_array() && k.size() == 2 && k[0].is_number() && k[1].is_number();
    };
    if (!list || !std::all_of(value.begin(), value.end(), isPair)) {
        throw UsageError("schedule.knots", "is not a list of at most 1000 [position, sparsity] pairs",
                         "Give for example [[0, 0], [0.5, 0.8], [1, 0.95]].");
    }
    for (const Json& k : value) knots.push_back({k[0].get<double>(), k[1].get<double>()});
    return knots;
}

std::vector<double> milestonesFromJson(const Json& value) {
    const bool list = value.is_array() && value.size() <= 1000 &&
                      std::all_of(value.begin(), value.end(), [](const Json& m) { return m.is_number(); });
    if (!list) {
        throw UsageError("learning_rate.milestones", "is not a list of at most 1000 numbers",
                         "Give for example [0.5, 0.75].");
    }
    return value.get<std::vector<double>>();
}

/// Lists have no place on a command line's single value, so they are read from JSON alone.
bool readList(RunConfig& config, const std::string& key, const Json& value) {
    if (key == "schedule.knots") {
        config.schedule.knots = knotsFromJson(value);
    } else if (key == "learning_rate.milestones") {
        config.learningRate.milestones = milestonesFromJson(value);
    } else {
        return false;
    }
    return true;
}

void readMethodOptions(RunConfig& config, const Json& value) {
    const bool flat = value.is_object() && value.size() <= 100 &&
                      std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_primitive(); });
    if (!flat) {
        throw UsageError("method_options", "is not an object of plain values",
                         "Give for example {\"z\": 1}.");
    }
    config.methodOptions = value;
}

void readObject(RunConfig& config, const Json& object, const std::string& prefix) {
    for (const auto& [name, value] : object.items()) {
        const std::string key = prefix.empty() ? name : prefix + "." + name;
        if (key == "method_options") {
            readMethodOptions(config, value);
        } else if (const ConfigField* field = findField(key)) {
            field->set(config, validated(field->description, value));
        } else if (readList(config, key, value)) {
            continue;
        } else if (value.is_object() && prefix.empty()) {
            readObject(config, value, key);
        } else {
            throw unknownName("option", key, allKeys({}), "");
        }
    }
}

}  // namespace

void setOption(RunConfig& config, const std::string& key, std::string_view text,
               const std::vector<OptionDescription>& methodOptions) {
    if (const ConfigField* field = findField(key)) {
        field->set(config, parsed(field->description, text));
        return;
    }
    for (const auto& option : methodOptions) {
        if (std::string(methodPrefix) + option.key != key) continue;
        config.methodOptions[option.key] = parsed(option, text);
        return;
    }
    throw unknownName("option", key, allKeys(methodOptions), "");
}

nlohmann::json configToJson(const RunConfig& config) {
    Json json = Json::object();
    for (const auto& f : configFields()) json[pointer(f.description.key)] = f.get(config);
    Json knots = Json::array();
    for (const auto& k : config.schedule.knots) knots.push_back({k.position, k.sparsity});
    json["schedule"]["knots"] = std::move(knots);
    json["learning_rate"]["milestones"] = config.learningRate.milestones;
    json["method_options"] = config.methodOptions;
    return json;
}

RunConfig configFromText(std::string_view text, const std::string& origin) {
    Json json;
    try {
        // A depth bound: the parser's own recursion must not overflow the stack on a hostile file.
        const auto shallow = [&origin](int depth, Json::parse_event_t, Json&) {
            if (depth > 16)
                throw UsageError(origin, "nests deeper than 16 levels", "It is no configuration.");
            return true;
        };
        json = Json::parse(text, shallow);
    } catch (const Json::exception& e) {
        throw UsageError(origin, fmt::format("is not valid JSON: {}", e.what()),
                         "Mend the file at that position.");
    }
    if (!json.is_object())
        throw UsageError(origin, "is not a JSON object", "Start from the config.json of a run.");
    RunConfig config;
    try {
        readObject(config, json, "");
        validateConfig(config);
    } catch (const UsageError& e) {
        throw UsageError(e.where().empty() ? origin : origin + ": " + e.where(), e.problem(), e.mend());
    }
    return config;
}

}  // namespace prunescope::run
