#include "run/description.h"

#include "base/suggest.h"

#include <cmath>
#include <utility>

namespace prunescope::run {
namespace {

UsageError unknownOption(const Description& description, const OptionGroup& group, const std::string& key) {
    if (description.options.empty()) {
        return {group.field, Text::of("{} has no option '{}'", description.name, key.substr(0, 100)),
                Text::of("Leave it out.")};
    }
    std::vector<std::string> known;
    for (const auto& option : description.options) known.push_back(option.key);
    return unknownName(Text::of("unknown option of {} '{}'", description.name, key.substr(0, 200)), key,
                       known, group.field);
}

const char* kindName(OptionKind kind) {
    switch (kind) {
        case OptionKind::boolean:
            return "boolean";
        case OptionKind::integer:
            return "integer";
        case OptionKind::real:
            return "number";
        case OptionKind::choice:
            return "choice";
        case OptionKind::numbers:
            return "numbers";
        case OptionKind::shares:
            return "shares";
        case OptionKind::text:
            break;
    }
    return "text";
}

std::string typedKey(const std::string& prefix, const std::string& key) {
    return prefix.empty() ? key : prefix + "." + key;
}

nlohmann::json optionToJson(const OptionDescription& option, const std::string& prefix) {
    nlohmann::json json{{"key", typedKey(prefix, option.key)},
                        {"title", option.title},
                        {"help", option.help},
                        {"kind", kindName(option.kind)},
                        {"default", option.defaultValue}};
    if (std::isfinite(option.minimum)) {
        json["minimum"] = option.minimum;
        json["minimum_excluded"] = option.minimumExcluded;
    }
    if (std::isfinite(option.maximum)) {
        json["maximum"] = option.maximum;
        json["maximum_excluded"] = option.maximumExcluded;
    }
    if (option.kind == OptionKind::choice) json["choices"] = option.choices;
    return json;
}

}  // namespace

nlohmann::json descriptionToJson(const Description& description, const std::string& prefix) {
    nlohmann::json options = nlohmann::json::array();
    for (const auto& option : description.options) options.push_back(optionToJson(option, prefix));
    return {{"name", description.name},
            {"title", description.title},
            {"summary", description.summary},
            {"options", std::move(options)}};
}

nlohmann::json completedOptions(const Description& description, const OptionGroup& group,
                                const nlohmann::json& given) {
    nlohmann::json complete = nlohmann::json::object();
    for (const auto& option : description.options) {
        const auto value = given.find(option.key);
        OptionDescription typed = option;
        typed.key = typedKey(group.prefix, option.key);  // as it is typed, for the message of a refusal
        complete[option.key] = value == given.end() ? option.defaultValue : validated(typed, *value);
    }
    for (const auto& [key, value] : given.items()) {
        if (!complete.contains(key)) throw unknownOption(description, group, key);
    }
    return complete;
}

}  // namespace prunescope::run
