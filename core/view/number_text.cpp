#include "view/number_text.h"

#include "base/number_text.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>

namespace prunescope::view {

std::string percentText(double share, int decimals) {
    if (!std::isfinite(share)) return std::string(missing);
    return percentDigits(share, decimals) + "\u00A0%";
}

std::string countText(std::int64_t count) {
    std::string digits = fmt::format("{}", count);
    const std::size_t first = count < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) {
        i -= 3;
        digits.insert(i, 1, ',');
    }
    return digits;
}

std::string decimalText(double value, int decimals) {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : std::string(missing);
}

std::string significantText(double value, int digits) {
    return std::isfinite(value) ? fmt::format("{:.{}g}", value, digits) : std::string(missing);
}

std::string epochText(double epoch) {
    std::string text = decimalText(epoch, 2);
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

std::string bytesText(double bytes) {
    static constexpr std::array<const char*, 5> units{"B", "kB", "MB", "GB", "TB"};
    if (!std::isfinite(bytes)) return std::string(missing);
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return fmt::format("{:.{}f}\u00A0{}", bytes, unit == 0 ? 0 : 2, units[unit]);
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
    if (!std::isfinite(milliseconds)) return std::string(missing);
    if (milliseconds < 0 || milliseconds > 1e15) return fmt::format("{} ms", milliseconds);
    if (milliseconds < 59'950) return fmt::format("{:.1f}\u00A0s", milliseconds / 1000);
    const auto total = std::llround(milliseconds / 1000);
    if (total < 3600) return fmt::format("{}\u00A0min {:02}\u00A0s", total / 60, total % 60);
    const auto minutes = (total + 30) / 60;
    return fmt::format("{}\u00A0h {:02}\u00A0min", minutes / 60, minutes % 60);
}

}  // namespace prunescope::view
