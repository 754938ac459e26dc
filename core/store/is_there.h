#pragma once

#include <filesystem>
#include <system_error>

namespace prunescope::store {

/// Whether anything has this name, be it a link that leads nowhere.
inline bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

}  // namespace prunescope::store
