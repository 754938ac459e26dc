#include "report/text.h"

#include "base/number_text.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace prunescope::report {

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
    if (!std::isfinite(share)) return "\u2013";
    return percentDigits(share, decimals) + "\u00A0%";
}

std::string points(double difference, int decimals) {
    if (!std::isfinite(difference)) return "\u2013";
    const std::string digits = fmt::format("{:.{}f}", std::abs(100 * difference), decimals);
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
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
    if (!std::isfinite(epoch)) return "\u2013";
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
    if (!std::isfinite(milliseconds)) return "\u2013";
    if (milliseconds < 0 || milliseconds > 1e15) return plain(milliseconds) + " ms";
    if (milliseconds < 59'950) return fmt::format("{:.1f}\u00A0s", milliseconds / 1000);
    const auto total = std::llround(milliseconds / 1000);
    if (total < 3600) return fmt::format("{}\u00A0min {:02}\u00A0s", total / 60, total % 60);
    const auto minutes = (total + 30) / 60;
    return fmt::format("{}\u00A0h {:02}\u00A0min", minutes / 60, minutes % 60);
}

}  // namespace prunescope::report
