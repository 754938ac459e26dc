#include "report/scene.h"

namespace prunescope::report {
namespace {

bool startsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

double usualWidth(std::string_view text) {
    double width = 0;
    for (const char c : text) {
        if (!startsCharacter(c)) continue;
        // Outside Latin scripts a character is about as wide as it is high.
        width += static_cast<unsigned char>(c) >= 0xE3 ? chartFont : 0.56 * chartFont;
    }
    return width;
}

std::string shortened(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (startsCharacter(text[i]) && ++characters > most) return text.substr(0, i) + "…";
    }
    return text;
}

}  // namespace prunescope::report
