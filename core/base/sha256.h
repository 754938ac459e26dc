#pragma once

#include "base/file.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace prunescope {

inline constexpr std::size_t sha256Digits = 64;

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void update(std::string_view bytes);
    /// As 64 lower-case hexadecimal digits. Call once, at the end.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::string_view bytes);

/// SHA-256 of a file's content, read in pieces. Throws `Error` when it is no regular file or cannot be read.
std::string sha256HexOfFile(const std::filesystem::path& path, Links links = Links::follow);

}  // namespace prunescope
