#include "view/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::view {
namespace {

/// Ten evenly spaced colours of the map; between them it is close to straight.
constexpr std::array<Rgb, 10> stops{{{0x00, 0x22, 0x4e},
                                     {0x12, 0x35, 0x70},
                                     {0x3b, 0x49, 0x6c},
                                     {0x57, 0x5d, 0x6d},
                                     {0x70, 0x71, 0x73},
                                     {0x8a, 0x86, 0x78},
                                     {0xa5, 0x9c, 0x74},
                                     {0xc3, 0xb3, 0x69},
                                     {0xe1, 0xcc, 0x55},
                                     {0xfe, 0xe8, 0x38}}};
/// The part of it that has a contrast of 3 with white ends here, and with the dark ground it starts here.
constexpr double lightEnd = 0.62;
constexpr double darkStart = 0.39;

struct Tones {
    Rgb light, dark;
};
constexpr std::array<Tones, categories> okabeIto{{{{0x00, 0x5a, 0x9c}, {0x3d, 0x96, 0xdd}},
                                                  {{0xc9, 0x86, 0x00}, {0xe6, 0x9f, 0x00}},
                                                  {{0x00, 0x91, 0x6a}, {0x1f, 0xb9, 0x8a}},
                                                  {{0xb8, 0x3c, 0x00}, {0xe8, 0x70, 0x3a}},
                                                  {{0xc0, 0x56, 0x9a}, {0xd9, 0x8a, 0xb8}},
                                                  {{0x2f, 0x9b, 0xd6}, {0x8f, 0xd0, 0xf5}}}};

std::uint8_t between(std::uint8_t from, std::uint8_t to, double part) {
    return static_cast<std::uint8_t>(std::lround(from + part * (to - from)));
}

}  // namespace

Rgb cividis(double t) {
    const double at = std::clamp(t, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    const double part = at - static_cast<double>(below);
    const Rgb &a = stops[below], &b = stops[below + 1];
    return {between(a.red, b.red, part), between(a.green, b.green, part), between(a.blue, b.blue, part)};
}

Rgb layerColour(std::size_t layer, std::size_t layers, Ground ground) {
    const double t = layers < 2 ? 0.5 : static_cast<double>(layer) / static_cast<double>(layers - 1);
    return cividis(ground == Ground::dark ? darkStart + (1 - darkStart) * t : lightEnd * t);
}

Rgb shadeColour(double t, Ground ground) {
    const double share = std::clamp(t, 0.0, 1.0);
    return cividis(ground == Ground::dark ? darkStart + (1 - darkStart) * share : lightEnd * (1 - share));
}

Rgb categoryColour(std::size_t slot, Ground ground) {
    const Tones& tones = okabeIto[slot % okabeIto.size()];
    return ground == Ground::dark ? tones.dark : tones.light;
}

Rgb seriesColour(Series series, Ground ground) {
    return categoryColour(static_cast<std::size_t>(series), ground);
}

std::string hexText(Rgb colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

}  // namespace prunescope::view
