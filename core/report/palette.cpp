#include "report/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::report {
namespace {

using Colour = std::array<double, 3>;

/// Ten evenly spaced colours of the map; between them it is close to straight.
constexpr std::array<Colour, 10> anchors{{{0x00, 0x22, 0x4e},
                                          {0x12, 0x35, 0x70},
                                          {0x3b, 0x49, 0x6c},
                                          {0x57, 0x5d, 0x6d},
                                          {0x70, 0x71, 0x73},
                                          {0x8a, 0x86, 0x78},
                                          {0xa5, 0x9c, 0x74},
                                          {0xc3, 0xb3, 0x69},
                                          {0xe1, 0xcc, 0x55},
                                          {0xfe, 0xe8, 0x38}}};

std::string definitions(std::size_t layers, double from, double to) {
    std::string css;
    for (std::size_t i = 0; i < layers; ++i) {
        const double place = layers == 1 ? 0.0 : static_cast<double>(i) / static_cast<double>(layers - 1);
        css += fmt::format("--layer-{}:{};", i, cividis(from + (to - from) * place));
    }
    return css;
}

}  // namespace

std::string cividis(double t) {
    const double place = std::clamp(t, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(place), anchors.size() - 2);
    const double share = place - static_cast<double>(low);
    std::array<int, 3> rgb{};
    for (std::size_t c = 0; c < 3; ++c) {
        rgb[c] = static_cast<int>(std::lround(anchors[low][c] * (1 - share) + anchors[low + 1][c] * share));
    }
    return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

std::string layerColour(std::size_t layer) {
    return fmt::format("var(--layer-{})", layer);
}

std::string layerColourStyle(std::size_t layers) {
    return fmt::format(":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n",
                       definitions(layers, 0, 0.62), definitions(layers, 0.39, 1));
}

}  // namespace prunescope::report
