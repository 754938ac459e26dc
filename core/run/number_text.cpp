#include "run/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace prunescope::run {
namespace {

constexpr std::string_view noBreakSpace = "\u00A0";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// `exponent` is appended as it stands: "e-2" moves the decimal sign, so that "99.9 %" is the double of
/// 0.999.
std::optional<double> withExponent(std::string_view text, std::string_view exponent) {
    constexpr std::size_t longest = 100;
    if (text.size() > longest || commaIsAmbiguous(text)) return std::nullopt;
    std::string digits(text);
    if (const std::size_t comma = digits.find(','); comma != std::string::npos) {
        if (digits.find_first_of(",.", comma + 1) != std::string::npos ||
            digits.rfind('.', comma) != std::string::npos)
            return std::nullopt;
        digits[comma] = '.';
    }
    digits += exponent;
    double value = 0;
    const char* const last = digits.data() + digits.size();
    const auto [end, code] = std::from_chars(digits.data(), last, value);
    if (code != std::errc{} || end != last || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace

bool commaIsAmbiguous(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return false;
    const std::string_view whole = text.substr(0, comma);
    const std::string_view rest = text.substr(comma + 1);
    const std::size_t firstDigit = whole.find_first_not_of('-');
    const bool startsAboveZero = firstDigit != std::string_view::npos && whole[firstDigit] != '0';
    // Groups of three digits: all that follows the first comma is digits and more commas.
    const bool groups = rest.size() % 4 == 3 && std::all_of(rest.begin(), rest.end(), [&](const char& c) {
                            return (&c - rest.data()) % 4 == 3 ? c == ',' : isDigit(c);
                        });
    return startsAboveZero && groups;
}

std::optional<double> numberFromText(std::string_view text) {
    return withExponent(text, "");
}

std::optional<double> shareFromText(std::string_view text) {
    if (!text.ends_with('%')) return numberFromText(text);
    text.remove_suffix(1);
    if (text.ends_with(noBreakSpace)) text.remove_suffix(noBreakSpace.size());
    if (text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty() || text.find_first_of("eE") != std::string_view::npos) return std::nullopt;
    return withExponent(text, "e-2");
}

}  // namespace prunescope::run
