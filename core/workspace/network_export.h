#pragma once

#include "store/run_folder.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// What is asked for with an export.
struct ExportRequest {
    std::filesystem::path target{};  ///< the file; empty: named as the run, in the current folder
    std::string format{};            ///< by name; empty: by the ending of the target's
    nlohmann::json options = nlohmann::json::object();  ///< of the format, those that are given
};

struct WrittenFile {
    std::filesystem::path path;
    std::int64_t bytes = 0;
    std::string sha256;
};

/// What an export gave.
struct NetworkExport {
    std::vector<WrittenFile> files;  ///< the target first
    bool checked = false;            ///< what was written answers as the run does
    std::vector<Text> remarks;       ///< how it was checked, or why not, and what was missing
};

/// Writes the network that a run has trained as a file for another program. Its bytes are read back first, as
/// far as this program reads such files, and must answer the test images, or random ones where those are not
/// there, as the run's own weights do; each file is then written in one step, so that a failure leaves one
/// that was there.
///
/// Throws `UsageError` for an unknown format, option or ending, for a network that the format cannot hold,
/// and for a target among the run's own files; `Error` where weights cannot be read, where what was read back
/// answers otherwise, and where a file cannot be written.
NetworkExport exportNetwork(const store::RunFolder& run, const ExportRequest& request);

}  // namespace prunescope::workspace
