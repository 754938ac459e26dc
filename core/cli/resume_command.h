#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>

namespace prunescope::cli {

struct ResumeFlags {
    std::string run;
    std::string dataDir;
    std::string threads;
    std::string epochs;
    bool json = false;
};

/// The command that goes on with a run.
void addResume(CLI::App& app, ResumeFlags& flags, std::function<int()>& chosen);

/// Whether something was recorded of a run in the folder, so that it is to go on rather than to start anew.
bool canTakeUp(const std::filesystem::path& folder);

/// Goes on with the run in the request's folder, which must be of the same configuration. One that was
/// trained to its end is told as it ended.
int takeUpAsAsked(const TrainRequest& request);

}  // namespace prunescope::cli
