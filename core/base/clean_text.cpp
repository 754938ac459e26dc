#include "base/clean_text.h"

#include <cstdint>

namespace prunescope {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longestLine = 10'000;

struct Decoded {
    std::uint32_t code = 0;
    std::size_t length = 0;  ///< 0: the bytes are not UTF-8
};

std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

Decoded decodedAt(std::string_view text, std::size_t position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    const std::size_t length = sequenceLength(lead);
    if (length == 0 || position + length > text.size()) return {};
    if (length == 1) return {lead, 1};
    std::uint32_t code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[position + i]);
        if ((byte & 0xC0U) != 0x80U) return {};
        code = (code << 6U) | (byte & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (overlong || surrogate || code > 0x10FFFF) return {};
    return {code, length};
}

bool isUnwanted(std::uint32_t code) {
    if (code < 0x20) return code != '\t' && code != '\n';
    const bool control = code >= 0x7F && code <= 0x9F;
    const bool direction = code == 0x200E || code == 0x200F || code == 0x061C ||
                           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool noCharacter = (code & 0xFFFEU) == 0xFFFEU;
    return control || direction || noCharacter;
}

bool endsALine(std::uint32_t code) {
    return code == '\n' || code == 0x2028 || code == 0x2029;
}

/// Appends what `text` has at `position`, clean, and returns how many bytes that was.
std::size_t appendClean(std::string& clean, std::string_view text, std::size_t position, bool oneLine) {
    const Decoded next = decodedAt(text, position);
    const std::size_t length = next.length == 0 ? 1 : next.length;
    if (next.length == 0 || isUnwanted(next.code) || (oneLine && endsALine(next.code))) {
        clean += replacement;
    } else if (oneLine && next.code == '\t') {
        clean += ' ';
    } else {
        clean += text.substr(position, length);
    }
    return length;
}

}  // namespace

std::string cleanText(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) i += appendClean(clean, text, i, false);
    return clean;
}

std::string terminalLine(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size();) {
        if (i >= longestLine) return clean + " […]";
        i += appendClean(clean, text, i, true);
    }
    return clean;
}

}  // namespace prunescope
