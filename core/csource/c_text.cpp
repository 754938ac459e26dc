#include "csource/c_text.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>

namespace prunescope::csource {
namespace {

/// Of the basic character set, and without a meaning in comments and string literals.
constexpr std::string_view withoutMeaning = " !#$%&'()+,-./:;<=>@[]^_`{|}~";

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isHarmless(char c) {
    return isAsciiLetter(c) || isAsciiDigit(c) || withoutMeaning.find(c) != std::string_view::npos;
}

constexpr char caseBit = 'a' - 'A';

}  // namespace

std::string identifierOf(std::string_view wanted) {
    constexpr std::size_t longest =
        40;  // C99 tells names apart by 63 letters, of which the endings need some
    std::string name;
    for (const char c : wanted.substr(0, longest)) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool taken = isAsciiLetter(c) || isAsciiDigit(c);
        name += !taken ? '_' : static_cast<char>(upper ? c + caseBit : c);
    }
    // Names that begin with an underscore are the compiler's own.
    if (name.empty() || !isAsciiLetter(name.front())) name.insert(0, name.empty() ? "network" : "network_");
    return name;
}

std::string macroOf(std::string_view identifier) {
    std::string name(identifier);
    for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - caseBit);
    return name;
}

std::string commentText(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        // A slash in front of a star begins a comment, behind one it ends it: the star alone must go.
        if (isHarmless(c) && c != '%') {
            safe += c;
        } else {
            safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return safe;
}

std::string stringLiteral(std::string_view text) {
    std::string literal = "\"";
    for (const char c : text) {
        if (isHarmless(c)) {
            literal += c;
        } else {
            // Three octal digits: a digit behind them is not taken for one more of theirs.
            literal += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
        }
    }
    return literal + '"';
}

std::string floatConstant(float value) {
    assert(std::isfinite(value));
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text + 'f';
}

}  // namespace prunescope::csource
