#include "cli/commands.h"
#include "cli/output.h"
#include "model/network_format.h"
#include "nn/models.h"
#include "run/schedule.h"
#include "train/choices.h"

#include <algorithm>

namespace prunescope::cli {
namespace {

using Descriptions = std::vector<const run::Description*>;

template <class Entry>
Descriptions descriptionsIn(const Registry<Entry>& registry) {
    Descriptions list;
    for (const Entry& entry : registry) list.push_back(&entry.description);
    return list;
}

void sayOption(const run::OptionDescription& option, const std::string& prefix) {
    say("        --set {}{}{}=…  {} Default {}; {}.", prefix, prefix.empty() ? "" : ".", option.key,
        option.help, option.defaultValue.dump(), run::allowedValues(option));
}

/// `prefix`: of the options as they are typed.
int list(const Descriptions& descriptions, const std::string& prefix, bool json) {
    nlohmann::json all = nlohmann::json::array();
    std::size_t width = 0;
    for (const auto* d : descriptions) width = std::max(width, d->name.size());
    for (const auto* d : descriptions) {
        if (json) {
            all.push_back(run::descriptionToJson(*d, prefix));
            continue;
        }
        say("{:{}}{}", d->name, width + 3, d->summary);
        for (const auto& option : d->options) sayOption(option, prefix);
    }
    if (json) sayJson(all);
    return 0;
}

}  // namespace

const std::vector<ListCommand>& listCommands() {
    const auto chosen = [](const std::string& choice) {
        return [choice](bool json) {
            return list(train::choicesOf(choice), run::groupChosenBy(choice)->names.prefix, json);
        };
    };
    static const std::vector<ListCommand> commands{
        {"datasets", "List the data sets and their options", chosen("dataset")},
        {"models", "List the networks",
         [](bool json) { return list(descriptionsIn(nn::networks()), "model", json); }},
        {"methods", "List the pruning methods and their options", chosen("method")},
        {"optimizers", "List the optimizers and their options", chosen("optimizer.name")},
        {"learning-rates", "List the learning-rate schedules and their options",
         chosen("learning_rate.shape")},
        {"schedules", "List the sparsity schedules",
         [](bool json) { return list(descriptionsIn(run::scheduleShapes()), "schedule", json); }},
        {"formats", "List the formats of `export` and their options", [](bool json) {
             return list(descriptionsIn(model::networkFormats()), model::formatOptions.prefix, json);
         }}};
    return commands;
}

}  // namespace prunescope::cli
