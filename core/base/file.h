#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace prunescope {

/// The whole file. Throws `Error` when it cannot be read or holds more than `maxBytes`, which bounds what a
/// hostile file can make the program allocate.
std::string readFile(const std::filesystem::path& path, std::uint64_t maxBytes);

/// Replaces the file in one step: written beside it, flushed to the disk, renamed. A crash or a full disk
/// leaves the old file as it was. Throws `Error` with the system's reason.
void writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// Creates the folder and its parents; throws `Error` when it cannot be created or is not a folder.
void createFolder(const std::filesystem::path& path);

}  // namespace prunescope
