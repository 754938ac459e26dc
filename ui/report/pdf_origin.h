#pragma once

#include <filesystem>
#include <string>

namespace prunescope::ui {

/// Throws `Error` unless the name is free, or holds a PDF report that this program wrote of the run with this
/// id: what somebody else put there is not replaced.
void checkReplaceable(const std::filesystem::path& pdf, const std::string& runId);

}  // namespace prunescope::ui
