#pragma once

#include "base/error.h"
#include "train/resolved_config.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace prunescope::cli {

/// One option as it was typed.
struct Setting {
    std::string flag;  ///< "--sparsity", or "--set"
    std::string key;   ///< the option that it sets
    std::string value;
};

/// What the command line asks of `train`.
struct TrainRequest {
    train::ResolvedConfig config;
    std::filesystem::path out;  ///< folder of the run; empty: a new one in the workspace
    bool json = false;
    bool resume = false;                         ///< a run that is in the folder goes on
    std::map<std::string, std::string> flags{};  ///< by option, the flag that set it
};

struct TrainFlags {
    std::string config;
    std::vector<Setting> settings;  ///< in the order in which they take effect
    std::string out;
    bool json = false;
    bool resume = false;
};

/// The setting in the KEY=VALUE of a `--set`. Throws `UsageError`.
Setting settingOf(const std::string& text);

/// The configuration with these settings. Throws `UsageError`.
run::RunConfig withSettings(run::RunConfig config, const std::vector<Setting>& settings);

/// Reads the configuration file, then applies the settings. Throws `UsageError`.
TrainRequest trainRequest(const TrainFlags& flags);

/// The error about an option, naming the flag that the user typed for it, if there is one.
UsageError inTheUsersWords(const UsageError& error, const std::map<std::string, std::string>& flags);

}  // namespace prunescope::cli
