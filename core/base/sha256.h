#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace prunescope {

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::string_view bytes);

/// SHA-256 of a file's content, read in pieces. Throws `Error` when the file cannot be read.
std::string sha256HexOfFile(const std::filesystem::path& path);

}  // namespace prunescope
