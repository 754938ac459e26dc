#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace prunescope {

inline constexpr std::size_t blake2bDigits = 64;

/// BLAKE2b with 256 bits and no key (RFC 7693) of bytes that come piece by piece.
class Blake2b {
public:
    Blake2b();
    Blake2b(const Blake2b&) = delete;
    Blake2b& operator=(const Blake2b&) = delete;
    ~Blake2b();

    void update(std::string_view bytes);
    /// As 64 lower-case hexadecimal digits. Call once, at the end.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// BLAKE2b-256 of the bytes, as 64 lower-case hexadecimal digits.
std::string blake2bHex(std::string_view bytes);

/// BLAKE2b-256 of a file's content, read in pieces. Throws `Error` when it is no regular file or cannot be
/// read.
std::string blake2bHexOfFile(const std::filesystem::path& path);

/// Whether a text has the form of such a digest: 64 lower-case hexadecimal digits.
bool isDigest(std::string_view text);

}  // namespace prunescope
