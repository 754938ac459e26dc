#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace prunescope {

/// What to do about a call that failed with this `errno`, as a sentence: the one place that knows.
std::string systemHint(int code);

/// "PATH: cannot ACTION: what the system says. What to do." `action` is "open the file", "write the file" …
Error systemError(const std::filesystem::path& path, std::string_view action, int code);

}  // namespace prunescope
