#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>

namespace prunescope {

/// What to do about a call that failed with this `errno`, as a sentence: the one place that knows.
Text systemHint(int code);

/// "PATH: cannot open the file: what the system says. What to do." `problem` is "cannot open the file: {}".
Error systemError(const std::filesystem::path& path, fmt::format_string<std::string> problem, int code);

}  // namespace prunescope
