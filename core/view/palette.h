#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

/// The colours of curves and layers, the same in the window, in HTML and on paper.
namespace prunescope::view {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Rgb&) const = default;
};

/// What a colour stands out from. Paper is light.
enum class Ground : std::uint8_t { light, dark };

/// Colour `t` in [0, 1] of the cividis map. Nuñez, Anderton, Renslow 2018: lightness rises evenly, and it
/// reads the same with every kind of colour vision.
Rgb cividis(double t);

/// Colour of prunable layer `layer` of `layers`: along cividis from input to output, without the end that has
/// a contrast of less than 3 with the ground.
Rgb layerColour(std::size_t layer, std::size_t layers, Ground ground);

/// Colour `t` in [0, 1] of a picture that tells values by colour alone: along cividis, the more the further
/// from the ground, and each with a contrast of 3 with it, so that a value is never taken for none.
Rgb shadeColour(double t, Ground ground);

inline constexpr std::size_t categories = 6;

/// The category of what has the same colour in every chart. Validation and sparsity never share one.
enum class Series : std::uint8_t {
    validation = 0,
    sparsity = 0,
    test = 1,
    regrown = 2,
    pruned = 3,
    train = 5
};

/// Colour of a series, or (by `slot`, which wraps) of a run. After Okabe & Ito 2008, whose colours are told
/// apart with every kind of colour vision: darker on a light ground and lighter on a dark one, so that each
/// has a contrast of 3 with it.
Rgb categoryColour(std::size_t slot, Ground ground);
Rgb seriesColour(Series series, Ground ground);

/// "#rrggbb".
std::string hexText(Rgb colour);

}  // namespace prunescope::view
