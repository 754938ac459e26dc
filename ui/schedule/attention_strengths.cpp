#include "ui/schedule/method_traits.h"

#include "prune/method.h"

namespace prunescope::ui {

MethodTraits methodTraits(const run::RunHeader& header, const std::vector<std::string>& layerNames) {
    MethodTraits traits;
    try {
        const prune::MethodEntry& entry = prune::methods().get(header.config.method);
        const auto method =
            entry.make({.options = prune::completeOptions(entry.description, header.config.methodOptions),
                        .layerNames = layerNames});
        traits.prunes = entry.prunes;
        for (std::size_t l = 0; l < layerNames.size(); ++l) {
            const auto z = method->live("z", LayerIndex{static_cast<std::int32_t>(l)});
            if (z) traits.strengths.push_back(*z);
        }
    } catch (const std::exception&) {
        traits.strengths.clear();
    }
    return traits;
}

}  // namespace prunescope::ui
