#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace prunescope::cli {

/// The words of `predict` as they are typed.
struct PredictFlags {
    std::string model;
    std::vector<std::string> files;
    bool json = false;
    bool probabilities = false;
};

/// Adds the command; when it is chosen, `chosen` is what carries it out. `flags` must outlive both.
void addPredict(CLI::App& app, PredictFlags& flags, std::function<int()>& chosen);

}  // namespace prunescope::cli
