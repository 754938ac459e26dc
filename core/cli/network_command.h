#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace prunescope::cli {

/// As typed; empty where nothing was.
struct NetworkFlags {
    std::string model;
    std::string out;
    std::string images;
    std::string classes;
};

/// The command that writes a network as the JSON file that --model reads.
void addNetwork(CLI::App& app, NetworkFlags& flags, std::function<int()>& chosen);

}  // namespace prunescope::cli
