#pragma once

#include <optional>
#include <string>

namespace prunescope::cli {

/// The first line of the file; without a file, what is typed on the terminal, which does not show it. Nothing
/// when there is no terminal. Throws `Error` when the file cannot be read, `UsageError` for an empty one.
std::optional<std::string> readPassphrase(const std::string& file, const std::string& prompt);

}  // namespace prunescope::cli
