#include "base/suggest.h"
#include "prune/methods.h"

#include <algorithm>

namespace prunescope::prune {

/// A new method is one file and one line here.
const std::vector<MethodEntry>& methodEntries() {
    static const std::vector<MethodEntry> entries{mapMethod(), gmpMethod(), dpfMethod(), denseMethod()};
    return entries;
}

const MethodEntry& findMethod(const std::string& name) {
    std::vector<std::string> names;
    for (const MethodEntry& entry : methodEntries()) {
        if (entry.description.name == name) return entry;
        names.push_back(entry.description.name);
    }
    throw unknownName("unknown method '{}'", name, names, "method");
}

bool prunes(const std::string& method) {
    const auto& entries = methodEntries();
    return std::none_of(entries.begin(), entries.end(), [&](const MethodEntry& entry) {
        return entry.description.name == method && !entry.description.prunes;
    });
}

nlohmann::json completeOptions(const MethodDescription& method, const nlohmann::json& given) {
    nlohmann::json complete = nlohmann::json::object();
    std::vector<std::string> keys;
    for (const auto& option : method.options) {
        keys.push_back(option.key);
        const auto value = given.find(option.key);
        run::OptionDescription named = option;
        named.key = "method." + option.key;  // as it is typed, for the message of a refusal
        complete[option.key] = value == given.end() ? option.defaultValue : run::validated(named, *value);
    }
    for (const auto& [key, value] : given.items()) {
        if (complete.contains(key)) continue;
        if (keys.empty()) {
            throw UsageError("method_options",
                             Text::of("method {} has no option '{}'", method.name, key.substr(0, 100)),
                             Text::of("Leave it out."));
        }
        throw unknownName(Text::of("unknown option of method {} '{}'", method.name, key.substr(0, 200)), key,
                          keys, "method_options");
    }
    return complete;
}

void Method::setAttentionStrength(std::optional<LayerIndex> /*layer*/, double /*strength*/) {
    throw UsageError("attention", Text::of("this method has no attention strength"),
                     Text::of("Choose the method map to set one."));
}

}  // namespace prunescope::prune
