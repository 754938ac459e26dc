#pragma once

#include "base/descriptor.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace prunescope {

/// Whether the last part of a path may be a link. What a user names may be one; a file whose name the program
/// chose may not: in a folder from somebody else it could lead to any file of the user.
enum class Links { follow, refuse };

/// Opens a file to read it. Throws `Error` when it is anything but a regular file: a pipe or a device could
/// keep the program waiting for ever.
Descriptor openRegularFile(const std::filesystem::path& path, Links links = Links::follow);

/// The whole file. Throws `Error` when it cannot be read or holds more than `maxBytes`, which bounds what a
/// hostile file can make the program allocate.
std::string readFile(const std::filesystem::path& path, std::uint64_t maxBytes, Links links = Links::follow);

/// Replaces the file in one step: written beside it under a name that nobody can foresee, flushed to the
/// disk, renamed. A crash or a full disk leaves the old file as it was, and programs that write the same file
/// at the same time do not disturb one another: the last one stays. A link in the file's place is replaced,
/// never followed. Throws `Error` with the system's reason.
void writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// Creates the folder and its parents; throws `Error` when it cannot be created or is not a folder.
void createFolder(const std::filesystem::path& path);

}  // namespace prunescope
