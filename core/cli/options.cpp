#include "cli/options.h"

#include "base/error.h"
#include "prune/method.h"
#include "run/config_io.h"
#include "train/choices.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace prunescope::cli {
namespace {

/// The options of what is chosen by name are known to what is chosen alone.
void expectKnownOptions(run::RunConfig config) {
    train::completeOptions(config);
}

/// The group whose options change with this setting; null for one that chooses nothing.
const run::ConfigGroup* choosing(const run::RunConfig& config, const Setting& setting) {
    const run::ConfigGroup* group = run::groupChosenBy(setting.key);
    const run::Description* now = group == nullptr ? nullptr : train::chosenBy(config, group->choice);
    return now != nullptr && now->name == setting.value ? nullptr : group;
}

/// Applies the settings in their order, but the choices first: they decide which options there are.
void apply(run::RunConfig& config, std::vector<Setting> settings) {
    std::stable_partition(settings.begin(), settings.end(),
                          [](const Setting& s) { return run::groupChosenBy(s.key) != nullptr; });
    for (const Setting& setting : settings) {
        const auto& [flag, key, value] = setting;
        // Options of the earlier choice go with it; in a flat group they are passed over.
        const run::ConfigGroup* group = choosing(config, setting);
        if (group != nullptr && !group->isFlat()) group->in(config) = nlohmann::json::object();
        try {
            run::setOption(config, key, value, train::ownOptions(config));
            if (group != nullptr) train::expectKnown(config, key);
        } catch (const UsageError& error) {
            // A key that there is not has no place of its own.
            throw UsageError(error.where().empty() ? Text(flag) : error.where(), error.problem(),
                             error.mend());
        }
    }
}

void refuseSparsityOfDense(const run::RunConfig& config, const std::vector<Setting>& settings) {
    const bool sparsityGiven = config.schedule.target > 0 &&
                               std::any_of(settings.begin(), settings.end(),
                                           [](const Setting& s) { return s.key == "schedule.target"; });
    if (!sparsityGiven || prune::prunes(config.method)) return;
    throw UsageError("method", Text::of("dense prunes nothing, but a sparsity is asked for"),
                     Text::of("Leave the sparsity out, or choose one of the methods map, gmp and dpf."));
}

}  // namespace

Setting settingOf(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw UsageError("--set", Text::of("'{}' is not KEY=VALUE", text.substr(0, 200)),
                         Text::of("Give for example --set optimizer.learning_rate=0.1."));
    }
    return {.flag = "--set", .key = text.substr(0, equals), .value = text.substr(equals + 1)};
}

UsageError inTheUsersWords(const UsageError& error, const std::map<std::string, std::string>& flags) {
    const auto typed = flags.find(error.where().english());
    if (typed == flags.end()) return error;
    const auto& [key, flag] = *typed;
    std::string where = flag;
    if (flag == "--set") {
        where += " " + key;
    } else if (flag != "--" + key) {
        where += fmt::format(" ({})", key);
    }
    return {where, error.problem(), error.mend()};
}

run::RunConfig withSettings(run::RunConfig config, const std::vector<Setting>& settings) {
    apply(config, settings);
    refuseSparsityOfDense(config, settings);
    return config;
}

TrainRequest trainRequest(const TrainFlags& flags) {
    run::RunConfig config;
    if (!flags.config.empty()) config = run::configFromFile(flags.config, expectKnownOptions);
    std::map<std::string, std::string> typed;
    for (const Setting& s : flags.settings) typed[s.key] = s.flag;
    try {
        config = withSettings(std::move(config), flags.settings);
        if (flags.resume && flags.out.empty())
            throw UsageError("--resume", Text::of("is of the run in a folder, and none is named"),
                             Text::of("Name it with --out."));
        return {train::ResolvedConfig(std::move(config)), flags.out, flags.json, flags.resume,
                std::move(typed)};
    } catch (const UsageError& error) {
        throw inTheUsersWords(error, typed);
    }
}

}  // namespace prunescope::cli
