#include "report/text.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdlib>

namespace prunescope::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

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

}  // namespace

std::string cleanText(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Decoded next = decodedAt(text, i);
        const std::size_t length = next.length == 0 ? 1 : next.length;
        if (next.length == 0 || isUnwanted(next.code)) {
            clean += replacement;
        } else {
            clean += text.substr(i, length);
        }
        i += length;
    }
    return clean;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : cleanText(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string percent(double share, int decimals) {
    if (!std::isfinite(share)) return plain(share);
    std::string text = fmt::format("{:.{}f}", 100 * share, decimals);
    const auto hidesADifference = [&] {
        const double shown = std::strtod(text.c_str(), nullptr);
        return (shown >= 100 && share < 1) || (shown == 0 && share != 0);
    };
    for (int more = decimals + 1; more <= 6 && hidesADifference(); ++more) {
        text = fmt::format("{:.{}f}", 100 * share, more);
    }
    return text + "\u00A0%";
}

std::string points(double difference, int decimals) {
    if (!std::isfinite(difference)) return plain(difference);
    const std::string digits = fmt::format("{:.{}f}", std::abs(100 * difference), decimals);
    const bool zero = std::strtod(digits.c_str(), nullptr) == 0;
    const std::string_view sign = zero ? "\u00B1" : difference < 0 ? "\u2212" : "+";
    return fmt::format("{}{}\u00A0points", sign, digits);
}

std::string grouped(std::int64_t value) {
    std::string digits = fmt::format("{}", value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, 1, ',');
    }
    return digits;
}

std::string counted(std::int64_t count, std::string_view noun) {
    return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

std::string plain(double value) {
    if (std::isnan(value)) return "not a number";
    if (std::isinf(value)) return value > 0 ? "infinite" : "minus infinite";
    return fmt::format("{}", value);
}

std::string fixedText(double value, int decimals) {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : plain(value);
}

std::string epochText(double epoch) {
    std::string text = fixedText(epoch, 2);
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

std::string bytesText(double bytes) {
    if (bytes < 1000) return fmt::format("{:.0f}\u00A0B", bytes);
    if (bytes < 1e6) return fmt::format("{:.1f}\u00A0kB", bytes / 1e3);
    if (bytes < 1e9) return fmt::format("{:.2f}\u00A0MB", bytes / 1e6);
    return fmt::format("{:.2f}\u00A0GB", bytes / 1e9);
}

std::string utcText(std::int64_t milliseconds) {
    using namespace std::chrono;
    constexpr std::int64_t endOf9999 = 253'402'300'800'000;
    if (milliseconds < 0 || milliseconds >= endOf9999) return fmt::format("{} ms since 1970", milliseconds);
    const sys_time<seconds> time{seconds(milliseconds / 1000)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string durationText(double milliseconds) {
    if (!std::isfinite(milliseconds) || milliseconds < 0 || milliseconds > 1e15)
        return plain(milliseconds) + " ms";
    if (milliseconds < 59'950) return fmt::format("{:.1f}\u00A0s", milliseconds / 1000);
    const auto total = std::llround(milliseconds / 1000);
    if (total < 3600) return fmt::format("{}\u00A0min {:02}\u00A0s", total / 60, total % 60);
    const auto minutes = (total + 30) / 60;
    return fmt::format("{}\u00A0h {:02}\u00A0min", minutes / 60, minutes % 60);
}

}  // namespace prunescope::report
