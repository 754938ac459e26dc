#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace prunescope::cli {

struct BranchFlags {
    std::string run;
    std::string step;
    std::string epoch;
    std::vector<Setting> settings{};  ///< in the order in which they take effect
    std::string out;
    bool json = false;
};

/// The command that begins a run with a saved state of another.
void addBranch(CLI::App& app, BranchFlags& flags, std::function<int()>& chosen);

}  // namespace prunescope::cli
