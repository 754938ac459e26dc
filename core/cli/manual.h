#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace prunescope::cli {

/// Adds the commands `manual` and `completion`, which a package asks for when it is made and --help does not
/// list. What they say is read off the other commands, so that it cannot be another thing than what the
/// program does.
void addManual(CLI::App& app, std::function<int()>& chosen);

}  // namespace prunescope::cli
