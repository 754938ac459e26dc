#include "run/description.h"

#include "base/suggest.h"

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

}  // namespace

nlohmann::json completedOptions(const Description& description, const OptionGroup& group,
                                const nlohmann::json& given) {
    nlohmann::json complete = nlohmann::json::object();
    for (const auto& option : description.options) {
        const auto value = given.find(option.key);
        OptionDescription typed = option;
        typed.key = group.prefix + "." + option.key;  // as it is typed, for the message of a refusal
        complete[option.key] = value == given.end() ? option.defaultValue : validated(typed, *value);
    }
    for (const auto& [key, value] : given.items()) {
        if (!complete.contains(key)) throw unknownOption(description, group, key);
    }
    return complete;
}

}  // namespace prunescope::run
