#include "train/choices.h"

#include "data/registry.h"
#include "optim/learning_rate.h"
#include "optim/optimizer.h"
#include "prune/method.h"

#include <algorithm>

namespace prunescope::train {
namespace {

using run::Description;

/// One of the registries, whatever its entries are.
struct Catalogue {
    std::string choice;
    std::vector<const Description*> (*all)();
    const Description& (*get)(const std::string& name);  ///< throws `UsageError` for an unknown name
};

template <auto registry>
Catalogue catalogue(const char* choice) {
    return {.choice = choice,
            .all =
                [] {
                    std::vector<const Description*> list;
                    for (const auto& entry : registry()) list.push_back(&entry.description);
                    return list;
                },
            .get = [](const std::string& name) -> const Description& {
                return registry().get(name).description;
            }};
}

const std::vector<Catalogue>& catalogues() {
    static const std::vector<Catalogue> list{catalogue<&data::datasets>("dataset"),
                                             catalogue<&prune::methods>("method"),
                                             catalogue<&optim::optimizers>("optimizer.name"),
                                             catalogue<&optim::learningRates>("learning_rate.shape")};
    return list;
}

/// Null for an option that chooses nothing with options of its own.
const Catalogue* catalogueOf(const std::string& choice) {
    const auto& list = catalogues();
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& c) { return c.choice == choice; });
    return found == list.end() ? nullptr : &*found;
}

std::string nameChosenBy(const run::RunConfig& config, const std::string& choice) {
    const auto& fields = run::configFields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& f) { return f.description.key == choice; });
    return field->get(config).get<std::string>();
}

const run::OptionDescription* find(const Description& description, const std::string& key) {
    const auto& options = description.options;
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.key == key; });
    return found == options.end() ? nullptr : &*found;
}

/// Whether an option in a flat group belongs to something that was not chosen.
bool isAnothers(const run::ConfigGroup& group, const Description& chosen, const std::string& key) {
    if (!group.isFlat() || find(chosen, key) != nullptr) return false;
    const auto all = choicesOf(group.choice);
    return std::any_of(all.begin(), all.end(), [&](const auto* d) { return find(*d, key) != nullptr; });
}

}  // namespace

std::vector<const Description*> choicesOf(const std::string& choice) {
    const Catalogue* catalogue = catalogueOf(choice);
    return catalogue == nullptr ? std::vector<const Description*>() : catalogue->all();
}

const Description* chosenBy(const run::RunConfig& config, const std::string& choice) {
    const std::string name = nameChosenBy(config, choice);
    for (const Description* description : choicesOf(choice)) {
        if (description->name == name) return description;
    }
    return nullptr;
}

void expectKnown(const run::RunConfig& config, const std::string& choice) {
    if (const Catalogue* catalogue = catalogueOf(choice)) catalogue->get(nameChosenBy(config, choice));
}

std::vector<run::OptionDescription> ownOptions(const run::RunConfig& config) {
    std::vector<run::OptionDescription> options;
    for (const run::ConfigGroup& group : run::configGroups()) {
        const Description* chosen = chosenBy(config, group.choice);
        if (chosen == nullptr) continue;
        for (run::OptionDescription option : chosen->options) {
            option.key = group.keyOf(option.key);
            options.push_back(std::move(option));
        }
    }
    return options;
}

void completeOptions(run::RunConfig& config) {
    for (const run::ConfigGroup& group : run::configGroups()) {
        const Description& chosen = catalogueOf(group.choice)->get(nameChosenBy(config, group.choice));
        nlohmann::json given = nlohmann::json::object();
        for (const auto& [key, value] : group.of(config).items()) {
            if (!isAnothers(group, chosen, key)) given[key] = value;
        }
        group.in(config) = run::completedOptions(chosen, group.names, given);
    }
}

const nlohmann::json* recordedOption(const run::RunConfig& config, std::string_view key) {
    for (const run::ConfigGroup& group : run::configGroups()) {
        const std::string prefix = group.keyOf("");
        if (!key.starts_with(prefix)) continue;
        const std::string name(key.substr(prefix.size()));
        const nlohmann::json& options = group.of(config);
        const auto option = options.find(name);  // the end where it is no object
        if (option == options.end()) return nullptr;
        const Description* chosen = chosenBy(config, group.choice);
        return chosen != nullptr && isAnothers(group, *chosen, name) ? nullptr : &*option;
    }
    return nullptr;
}

std::vector<OwnOption> recordedOptions(const run::RunConfig& config) {
    std::vector<OwnOption> options;
    for (const run::ConfigGroup& group : run::configGroups()) {
        const Description* chosen = chosenBy(config, group.choice);
        if (!group.of(config).is_object()) continue;
        for (const auto& [key, value] : group.of(config).items()) {
            if (chosen != nullptr && isAnothers(group, *chosen, key)) continue;
            options.push_back({.key = group.keyOf(key),
                               .known = chosen == nullptr ? nullptr : find(*chosen, key),
                               .value = value});
        }
    }
    return options;
}

}  // namespace prunescope::train
