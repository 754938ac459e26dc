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

void Method::setAttentionStrength(std::optional<LayerIndex> /*layer*/, double /*strength*/) {
    throw UsageError("attention", Text::of("this method has no attention strength"),
                     Text::of("Choose the method map to set one."));
}

}  // namespace prunescope::prune
