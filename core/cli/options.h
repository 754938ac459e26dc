#pragma once

#include "run/run_config.h"

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::cli {

/// What the command line asks of `train`.
struct TrainRequest {
    run::RunConfig config;
    std::filesystem::path out;  ///< folder of the run; empty: a new one in the workspace
    bool json = false;
};

struct TrainFlags {
    std::string config;
    std::vector<std::string> settings;  ///< KEY=VALUE, in the order in which they take effect
    std::string out;
    bool json = false;
};

/// Reads the configuration file, then applies the settings. Throws `UsageError`.
TrainRequest trainRequest(const TrainFlags& flags);

/// Where runs are kept when the user names no folder: $XDG_DATA_HOME/prunescope/runs, ~/.local/share
/// otherwise.
std::filesystem::path defaultWorkspace();

}  // namespace prunescope::cli
