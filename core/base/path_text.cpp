#include "base/path_text.h"

#include <fmt/format.h>

namespace prunescope {
namespace {

/// The bytes of the character that begins at `at`; 0 when they are no UTF-8.
std::size_t characterLength(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0U) != 0x80) return 0;
    }
    const unsigned char second = byte(at + 1);
    // Longer than needed, half of a pair of UTF-16, or beyond the last character.
    const bool outside = (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
                         (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return outside ? 0 : length;
}

}  // namespace

std::size_t utf8Length(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = characterLength(bytes, at);
        if (length == 0) break;
        at += length;
    }
    return at;
}

bool isUtf8(std::string_view bytes) {
    return utf8Length(bytes) == bytes.size();
}

std::string printableName(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = characterLength(bytes, at);
        if (length == 0) {
            text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[at++]));
        } else {
            text += bytes.substr(at, length);
            at += length;
        }
    }
    return text;
}

}  // namespace prunescope
