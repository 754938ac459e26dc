#include "ui/schedule/method_traits.h"

#include "prune/method.h"
#include "run/record_json.h"
#include "session/command.h"

#include <algorithm>

namespace prunescope::ui {

MethodTraits methodTraits(const run::RunHeader& header, const std::vector<std::string>& layerNames) {
    MethodTraits traits;
    try {
        const prune::MethodEntry& entry = prune::findMethod(header.config.method);
        const auto method =
            entry.make({.options = prune::completeOptions(entry.description, header.config.methodOptions),
                        .layerNames = layerNames});
        traits.prunes = method->prunes();
        for (std::size_t l = 0; l < layerNames.size(); ++l) {
            const auto z = method->attentionStrength(LayerIndex{static_cast<std::int32_t>(l)});
            if (z) traits.strengths.push_back(*z);
        }
    } catch (const std::exception&) {
        traits.strengths.clear();
    }
    return traits;
}

std::vector<double> strengthsAfter(std::vector<double> strengths,
                                   const std::vector<run::AuditEvent>& events) {
    const auto last = std::find_if(events.rbegin(), events.rend(), [](const run::AuditEvent& event) {
        return event.kind == session::event::attentionSet;
    });
    if (last == events.rend()) return strengths;
    try {
        const nlohmann::json json = run::jsonFromText(last->after, last->kind);
        auto list = json.at("z").get<std::vector<double>>();
        return list.size() == strengths.size() ? list : strengths;
    } catch (const std::exception&) {
        return strengths;  // A damaged event says nothing.
    }
}

}  // namespace prunescope::ui
