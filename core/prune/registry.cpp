#include "prune/methods.h"

namespace prunescope::prune {

/// A new method is one file and one line here.
Registry<MethodEntry>& methods() {
    static Registry<MethodEntry> all("unknown method '{}'", "method",
                                     {mapMethod(), gmpMethod(), dpfMethod(), denseMethod()});
    return all;
}

bool prunes(const std::string& method) {
    const MethodEntry* entry = methods().find(method);
    return entry == nullptr || entry->prunes;
}

nlohmann::json completeOptions(const run::Description& method, const nlohmann::json& given) {
    return run::completedOptions(method, {.prefix = "method", .field = "method_options"}, given);
}

void Method::setLive(std::string_view option, std::optional<LayerIndex> /*layer*/, double /*value*/) {
    throw UsageError(std::string(option), Text::of("this method has no such option to change while it runs"),
                     Text::of("Start a run with the value that is wanted."));
}

}  // namespace prunescope::prune
