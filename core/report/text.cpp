#include "report/text.h"

#include <fmt/format.h>

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

std::string signedPoints(double difference, int decimals) {
    if (!std::isfinite(difference)) return std::string(view::missing);
    const std::string digits = fmt::format("{:.{}f}", std::abs(100 * difference), decimals);
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    return (zero ? "\u00B1" : difference < 0 ? "\u2212" : "+") + digits;
}

std::string pointsInterval(double low, double high) {
    return fmt::format("({},\u00A0{})", signedPoints(low), signedPoints(high));
}

Text points(double difference, int decimals) {
    if (!std::isfinite(difference)) return std::string(view::missing);
    return Text::of("{} points", signedPoints(difference, decimals));
}

std::string plain(double value) {
    if (std::isnan(value)) return "not a number";
    if (std::isinf(value)) return value > 0 ? "infinite" : "minus infinite";
    return fmt::format("{}", value);
}

std::string fixedText(double value, int decimals) {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : plain(value);
}

}  // namespace prunescope::report
