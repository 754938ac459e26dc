#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace prunescope::cli {

/// What stands for a value that is not known.
inline const std::string unknown = "-";

/// "95.00 %", never 0 or 100 for what is not; `unknown` for what is not known or not a number.
std::string percent(std::optional<double> share, int decimals = 2);

/// The name of a run's folder, whichever way the folder was named.
std::string runId(const std::filesystem::path& folder);

}  // namespace prunescope::cli
