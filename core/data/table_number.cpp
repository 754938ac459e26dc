#include "data/table_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <system_error>

namespace prunescope::data {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view withoutPlus(std::string_view text) {
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
    return text;
}

/// Tells infinity and words from numbers before they are read: digits, after a sign and a point perhaps.
bool beginsAsNumber(std::string_view text) {
    if (!text.empty() && text[0] == '-') text.remove_prefix(1);
    if (!text.empty() && text[0] == '.') text.remove_prefix(1);
    return !text.empty() && isDigit(text[0]);
}

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

double numberWithPoint(std::string_view text) {
    if (!beginsAsNumber(text)) return noNumber;
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size()) return noNumber;
    return code == std::errc{} ? value : std::numeric_limits<double>::infinity();
}

bool equalsInAnyCase(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return a == b || (a >= 'A' && a <= 'Z' && static_cast<char>(a - 'A' + 'a') == b);
    });
}

/// Takes digits off the front and returns how many.
std::size_t takeDigits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
}

struct Groups {
    std::size_t count = 0;  ///< of three digits after the first digits
    bool fraction = false;  ///< whether a decimal sign follows them
};

/// Of "1,234,567.8" with these signs; no groups for what is not of that form.
Groups groupsOf(std::string_view text, char groupSign, char decimalSign) {
    text = withoutPlus(text);
    if (!text.empty() && text[0] == '-') text.remove_prefix(1);
    Groups groups;
    const bool zero = text.starts_with('0');
    const std::size_t first = takeDigits(text);
    if (first == 0 || first > 3 || zero) return {};
    while (!text.empty() && text[0] == groupSign) {
        text.remove_prefix(1);
        if (takeDigits(text) != 3) return {};
        ++groups.count;
    }
    if (!text.empty() && text[0] == decimalSign) {
        text.remove_prefix(1);
        takeDigits(text);
        groups.fraction = true;
    }
    return text.empty() ? groups : Groups{};
}

}  // namespace

std::string_view withoutBlanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool standsForMissing(std::string_view text) {
    static constexpr std::array<std::string_view, 4> words{"na", "n/a", "nan", "null"};
    if (text.empty() || text == "?" || text == "-") return true;
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return equalsInAnyCase(text, word); });
}

double decimalNumber(std::string_view text, char decimalSign) {
    text = withoutPlus(text);
    if (decimalSign == '.') return numberWithPoint(text);
    if (text.find('.') != std::string_view::npos) return noNumber;
    const std::size_t sign = text.find(decimalSign);
    if (sign == std::string_view::npos) return numberWithPoint(text);
    std::string pointed(text);
    pointed[sign] = '.';
    return numberWithPoint(pointed);
}

NumberLook numberLook(std::string_view text, char decimalSign) {
    const double number = decimalNumber(text, decimalSign);
    if (!std::isnan(number)) return std::isinf(number) ? NumberLook::notFinite : NumberLook::none;
    const std::string_view bare = withoutPlus(text).substr(text.starts_with('-') ? 1 : 0);
    if (equalsInAnyCase(bare, "inf") || equalsInAnyCase(bare, "infinity")) return NumberLook::notFinite;
    const char otherSign = decimalSign == '.' ? ',' : '.';
    for (const char groupSign : {otherSign, decimalSign}) {
        const Groups groups = groupsOf(text, groupSign, groupSign == otherSign ? decimalSign : otherSign);
        if (groups.count > 1 || (groups.count == 1 && groups.fraction)) return NumberLook::grouped;
        if (groups.count == 1 && groupSign == otherSign) return NumberLook::eitherMeaning;
    }
    return std::isnan(decimalNumber(text, otherSign)) ? NumberLook::none : NumberLook::otherSign;
}

}  // namespace prunescope::data
