#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace prunescope::cli {

/// The words of `export` as they are typed; empty: the default.
struct ExportFlags {
    std::string run;
    std::string format;
    std::string out;
    std::vector<std::string> settings;
    bool json = false;
};

/// Adds the command; when it is chosen, `chosen` is what carries it out. `flags` must outlive both.
void addExport(CLI::App& app, ExportFlags& flags, std::function<int()>& chosen);

}  // namespace prunescope::cli
