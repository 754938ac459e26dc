#pragma once

#include "base/folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::report {

/// Opens, or makes, the folder of a report whose files have these names and whose report.json will be
/// `reportJson`. Throws `Error` unless the folder is new, empty, or holds nothing but a report of the same
/// run: what somebody else put there is never replaced, and no link in the folder's place is followed.
Folder openReportFolder(const std::filesystem::path& path, const std::vector<std::string>& names,
                        const std::string& reportJson);

}  // namespace prunescope::report
