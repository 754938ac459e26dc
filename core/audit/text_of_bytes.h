#pragma once

#include <sodium.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace prunescope::audit {

/// In lower case.
inline std::string hexOf(std::span<const unsigned char> bytes) {
    std::string hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

/// With padding, in one line (RFC 4648, section 4).
inline std::string base64(std::span<const unsigned char> bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

/// None unless the text is exactly so many bytes in lower-case hexadecimal digits.
template <std::size_t Bytes>
std::optional<std::array<unsigned char, Bytes>> bytesFromHex(std::string_view hex) {
    std::array<unsigned char, Bytes> bytes{};
    std::size_t read = 0;
    const bool decoded = hex.size() == 2 * Bytes && sodium_hex2bin(bytes.data(), bytes.size(), hex.data(),
                                                                   hex.size(), nullptr, &read, nullptr) == 0;
    if (!decoded || read != Bytes || hexOf(bytes) != hex) return std::nullopt;
    return bytes;
}

}  // namespace prunescope::audit
