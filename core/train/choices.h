#pragma once

#include "run/config_io.h"
#include "run/description.h"
#include "run/run_config.h"

#include <string>
#include <string_view>
#include <vector>

/// What a configuration chooses by name (a method, an optimizer, a learning-rate schedule, a data set), and
/// the options that come with the choice. Command line, form and report go through these, so that whatever is
/// entered in a registry is known to all of them.
namespace prunescope::train {

/// Everything that an option such as "optimizer.name" can choose; empty for one that chooses nothing with
/// options of its own.
std::vector<const run::Description*> choicesOf(const std::string& choice);

/// What the configuration chooses by this option; null for a name that is not known.
const run::Description* chosenBy(const run::RunConfig& config, const std::string& choice);

/// Throws `UsageError` with the known names when what the configuration chooses by this option is unknown.
void expectKnown(const run::RunConfig& config, const std::string& choice);

/// The options of all that is chosen, with their keys as they are typed: "optimizer.momentum".
std::vector<run::OptionDescription> ownOptions(const run::RunConfig& config);

/// Gives each of these options its value. What stands in a flat group and belongs to another choice is left
/// out. Throws `UsageError` for unknown names, options that nobody has, and values that are not allowed.
void completeOptions(run::RunConfig& config);

/// One option as a record holds it.
struct OwnOption {
    std::string key;  ///< as it is typed
    const run::OptionDescription* known =
        nullptr;  ///< null when this version of the program does not know it
    nlohmann::json value;
};

/// The options of all that a recorded configuration has chosen, without those of other choices.
std::vector<OwnOption> recordedOptions(const run::RunConfig& config);
/// The value of one of them, by its key as it is typed; null when it is none of them.
const nlohmann::json* recordedOption(const run::RunConfig& config, std::string_view key);

}  // namespace prunescope::train
