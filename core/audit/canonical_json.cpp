#include "audit/canonical_json.h"

#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace prunescope::audit {
namespace {

using Json = nlohmann::json;

Error noCanonicalNumber(const Text& found) {
    return {Text(), Text::of("{} has no canonical form in JSON", found),
            Text::of("Record a finite number of at most 2^53.")};
}

/// The shortest digits d1 d2 … dk of a positive value, which is 0.d1d2…dk times ten to the power of `point`.
struct ShortestDigits {
    std::string digits;
    int point = 0;
};

ShortestDigits shortestDigits(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    const std::string_view written(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    const std::size_t e = written.find('e');
    ShortestDigits shortest;
    for (const char c : written.substr(0, e)) {
        if (c != '.') shortest.digits += c;
    }
    const std::size_t sign = e + 1;
    int exponent = 0;
    std::from_chars(written.data() + sign + (written[sign] == '+' ? 1 : 0), end.ptr, exponent);
    shortest.point = exponent + 1;
    return shortest;
}

/// ECMA-262, Number::toString, steps 6 to 12, where k digits stand for the value and n is `point`.
std::string ecmaScriptText(const ShortestDigits& shortest) {
    const std::string& digits = shortest.digits;
    const int k = static_cast<int>(digits.size());
    const int n = shortest.point;
    const auto zeros = [](int count) { return std::string(static_cast<std::size_t>(count), '0'); };
    if (k <= n && n <= 21) return digits + zeros(n - k);
    if (0 < n && n <= 21)
        return digits.substr(0, static_cast<std::size_t>(n)) + "." +
               digits.substr(static_cast<std::size_t>(n));
    if (-6 < n && n <= 0) return "0." + zeros(-n) + digits;
    const std::string rest = k == 1 ? "" : "." + digits.substr(1);
    return fmt::format("{}{}e{}{}", digits[0], rest, n > 0 ? '+' : '-', std::abs(n - 1));
}

/// Code points of UTF-8 from U+10000 on are written with surrogates in UTF-16, which sort before U+E000 to
/// U+FFFF: the one place where the order of the bytes is another.
std::u16string utf16Units(std::string_view text) {
    std::u16string units;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80U ? 1 : first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
        char32_t point = length == 1 ? first : first & (0x7FU >> length);
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        if (point >= 0x10000U) {
            units += static_cast<char16_t>(0xD800U + ((point - 0x10000U) >> 10U));
            units += static_cast<char16_t>(0xDC00U + ((point - 0x10000U) & 0x3FFU));
        } else {
            units += static_cast<char16_t>(point);
        }
        i += length;
    }
    return units;
}

void append(std::string& to, const Json& json);

void appendObject(std::string& to, const Json& object) {
    std::vector<std::pair<std::u16string, std::string>> keys;
    for (const auto& item : object.items()) keys.emplace_back(utf16Units(item.key()), item.key());
    std::ranges::sort(keys);
    to += '{';
    for (const auto& [units, key] : keys) {
        if (to.back() != '{') to += ',';
        appendCanonical(to, std::string_view(key));
        to += ':';
        append(to, object.at(key));
    }
    to += '}';
}

void appendList(std::string& to, const Json& list) {
    to += '[';
    bool first = true;
    for (const Json& entry : list) {
        if (!first) to += ',';
        first = false;
        append(to, entry);
    }
    to += ']';
}

// Depth is bounded by whoever made the value: what is read from outside has at most that of `readJson`.
void append(std::string& to, const Json& json) {
    switch (json.type()) {
        case Json::value_t::object:
            return appendObject(to, json);
        case Json::value_t::array:
            return appendList(to, json);
        case Json::value_t::string:
            return appendCanonical(to, std::string_view(json.get_ref<const std::string&>()));
        case Json::value_t::number_float:
            return appendCanonical(to, json.get<double>());
        case Json::value_t::number_unsigned:
            if (json.get<std::uint64_t>() > static_cast<std::uint64_t>(largestExactInteger))
                throw noCanonicalNumber(Text::of("{}", json.get<std::uint64_t>()));
            return appendCanonical(to, json.get<std::int64_t>());
        case Json::value_t::number_integer:
            return appendCanonical(to, json.get<std::int64_t>());
        case Json::value_t::boolean:
            to += json.get<bool>() ? "true" : "false";
            return;
        default:
            to += "null";
    }
}

}  // namespace

void appendCanonical(std::string& to, double value) {
    if (!std::isfinite(value)) throw noCanonicalNumber(Text::of("{}", value));
    if (value == 0) {
        to += '0';  // -0 too
        return;
    }
    if (value < 0) to += '-';
    to += ecmaScriptText(shortestDigits(std::abs(value)));
}

void appendCanonical(std::string& to, std::int64_t value) {
    if (value > largestExactInteger || value < -largestExactInteger)
        throw noCanonicalNumber(Text::of("{}", value));
    fmt::format_to(std::back_inserter(to), "{}", value);
}

void appendCanonical(std::string& to, std::string_view text) {
    constexpr std::string_view shortForms = "\b\t\n\f\r\"\\";
    constexpr std::string_view letters = "btnfr\"\\";
    to += '"';
    for (const char c : text) {
        if (const std::size_t at = shortForms.find(c); at != std::string_view::npos) {
            to += '\\';
            to += letters[at];
        } else if (static_cast<unsigned char>(c) < 0x20U) {
            fmt::format_to(std::back_inserter(to), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            to += c;
        }
    }
    to += '"';
}

std::string canonicalJson(const Json& json) {
    std::string text;
    append(text, json);
    return text;
}

}  // namespace prunescope::audit
