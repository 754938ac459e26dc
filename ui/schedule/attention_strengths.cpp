#include "ui/schedule/attention_strengths.h"

#include "prune/method.h"

namespace prunescope::ui {

std::vector<double> attentionStrengths(const run::RunHeader& header,
                                       const std::vector<std::string>& layerNames) {
    std::vector<double> strengths;
    try {
        const prune::MethodEntry& entry = prune::methods().get(header.config.method);
        const auto method =
            entry.make({.options = prune::completeOptions(entry.description, header.config.methodOptions),
                        .layerNames = layerNames});
        for (std::size_t l = 0; l < layerNames.size(); ++l) {
            const auto z = method->live("z", LayerIndex{static_cast<std::int32_t>(l)});
            if (z) strengths.push_back(*z);
        }
    } catch (const std::exception&) {
        strengths.clear();
    }
    return strengths;
}

}  // namespace prunescope::ui
