#include "report/svg.h"

#include "report/css_colours.h"
#include "report/text.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

/// "12.3": one decimal, as exact as a pixel needs.
std::string coordinate(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string classOf(const Stroke& stroke) {
    switch (stroke.kind) {
        case Stroke::Kind::grid:
            return "grid";
        case Stroke::Kind::axis:
            return "axis";
        case Stroke::Kind::mark:
            return "mark";
        case Stroke::Kind::request:
            return "request";
        case Stroke::Kind::requestOfAll:
            return "request dashed";
        case Stroke::Kind::curve:
            break;
    }
    switch (stroke.style) {
        case LineStyle::broad:
            return "line broad";
        case LineStyle::dashed:
            return "line dashed";
        case LineStyle::faint:
            return "line faint";
        case LineStyle::solid:
        case LineStyle::dots:
            break;
    }
    return "line";
}

std::string svgOf(const Stroke& stroke) {
    std::string d;
    for (const auto& piece : stroke.pieces) {
        for (std::size_t i = 0; i < piece.size(); ++i)
            d += fmt::format("{}{} {}", i == 0 ? 'M' : 'L', coordinate(piece[i].x), coordinate(piece[i].y));
    }
    const std::string colour = stroke.kind == Stroke::Kind::curve
                                   ? fmt::format(" style=\"stroke:{}\"", cssColour(stroke.colour))
                                   : "";
    const std::string title =
        stroke.title.empty() ? "" : fmt::format("<title>{}</title>", escaped(stroke.title));
    return fmt::format("<path class=\"{}\"{} d=\"{}\">{}</path>\n", classOf(stroke), colour, d, title);
}

std::string svgOf(const Dot& dot) {
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" style=\"fill:{}\"{}/>\n",
                       coordinate(dot.centre.x), coordinate(dot.centre.y), coordinate(dot.radius),
                       cssColour(dot.colour), dot.faint ? " opacity=\"0.45\"" : "");
}

std::string svgOf(const Patch& patch) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" style=\"fill:{}\"/>\n",
                       coordinate(patch.x), coordinate(patch.y), coordinate(patch.width),
                       coordinate(patch.height), cssColour(patch.colour));
}

std::string svgOf(const Label& label) {
    constexpr const char* anchors[] = {"start", "middle", "end"};
    const bool isSoft = label.colour.kind == Colour::Kind::soft;
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"{}>{}</text>\n",
                       coordinate(label.baseline.x), coordinate(label.baseline.y),
                       anchors[static_cast<std::size_t>(label.anchor)],
                       isSoft             ? " class=\"soft\""
                       : label.overCurves ? " class=\"mark-label\""
                                          : "",
                       escaped(label.text));
}

std::string svgOf(const std::vector<Shape>& shapes) {
    std::string svg;
    for (const Shape& shape : shapes) {
        svg += std::visit([](const auto& s) { return svgOf(s); }, shape);
    }
    return svg;
}

}  // namespace

std::string svgOf(const Scene& scene) {
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-labelledby=\"{0}-title "
        "{0}-desc\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\">\n<title "
        "id=\"{0}-title\">{3}</title>\n<desc id=\"{0}-desc\">{4}</desc>\n",
        scene.id, coordinate(scene.width), coordinate(scene.height), escaped(scene.title),
        escaped(scene.description));
    svg += svgOf(scene.below);
    if (!scene.curves.empty()) {
        svg += fmt::format(
            "<clipPath id=\"{0}-clip\"><rect x=\"{1}\" y=\"{2}\" width=\"{3}\" height=\"{4}\"/></clipPath>\n"
            "<g clip-path=\"url(#{0}-clip)\">\n",
            scene.id, coordinate(scene.clip.x), coordinate(scene.clip.y), coordinate(scene.clip.width),
            coordinate(scene.clip.height));
        svg += svgOf(scene.curves) + "</g>\n";
    }
    return svg + svgOf(scene.above) + "</svg>\n";
}

}  // namespace prunescope::report
