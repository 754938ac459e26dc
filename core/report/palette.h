#pragma once

#include <cstddef>
#include <string>

namespace prunescope::report {

/// Colour `t` in [0, 1] of the cividis map, "#rrggbb". Nuñez, Anderton, Renslow 2018: lightness rises evenly,
/// and it reads the same with every kind of colour vision.
std::string cividis(double t);

/// The CSS variable of a prunable layer's colour, "var(--layer-3)".
std::string layerColour(std::size_t layer);

/// Defines `--layer-0` … for as many layers, from input to output along cividis. The darkest end is left out
/// on a dark ground and the lightest on a light one, where a line would not be seen.
std::string layerColourStyle(std::size_t layers);

/// Okabe & Ito 2008, distinct with every kind of colour vision. `--blue` is their blue, and on a dark ground,
/// where that is too dim, their sky blue.
namespace okabeIto {
inline constexpr const char* blue = "var(--blue)";
inline constexpr const char* orange = "#E69F00";
inline constexpr const char* green = "#009E73";
inline constexpr const char* vermilion = "#D55E00";
}  // namespace okabeIto

}  // namespace prunescope::report
