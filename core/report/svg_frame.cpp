#include "report/svg_frame.h"

#include "report/text.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::report {
namespace {

bool startsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

double textWidth(std::string_view text) {
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

std::string coordinate(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string svgOpening(const std::string& id, const std::string& title, const std::string& description,
                       double width, double height) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-labelledby=\"{0}-title "
        "{0}-desc\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\">\n<title "
        "id=\"{0}-title\">{3}</title>\n"
        "<desc id=\"{0}-desc\">{4}</desc>\n",
        id, coordinate(width), coordinate(height), escaped(title), escaped(description));
}

std::string svgText(double x, double y, std::string_view anchor, std::string_view classes,
                    std::string_view text) {
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"{}>{}</text>\n", coordinate(x),
                       coordinate(y), anchor, classes.empty() ? "" : fmt::format(" class=\"{}\"", classes),
                       escaped(text));
}

}  // namespace prunescope::report
