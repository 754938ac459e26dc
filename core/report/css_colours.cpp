#include "report/css_colours.h"

#include "view/palette.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

std::string definitions(std::size_t layers, view::Ground ground) {
    std::string css;
    for (std::size_t i = 0; i < view::categories; ++i) {
        css += fmt::format("--series-{}:{};", i, view::hexText(view::categoryColour(i, ground)));
    }
    for (std::size_t i = 0; i < layers; ++i) {
        css += fmt::format("--layer-{}:{};", i, view::hexText(view::layerColour(i, layers, ground)));
    }
    return css;
}

}  // namespace

std::string cssColour(const Colour& colour) {
    switch (colour.kind) {
        case Colour::Kind::series:
            return fmt::format("var(--series-{})", colour.number);
        case Colour::Kind::layer:
            return fmt::format("var(--layer-{})", colour.number);
        case Colour::Kind::soft:
            return "var(--soft)";
        case Colour::Kind::ink:
            break;
    }
    return "var(--ink)";
}

std::string colourStyle(std::size_t layers) {
    return fmt::format(":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n",
                       definitions(layers, view::Ground::light), definitions(layers, view::Ground::dark));
}

}  // namespace prunescope::report
