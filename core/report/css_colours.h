#pragma once

#include "view/palette.h"

#include <cstddef>
#include <string>

namespace prunescope::report {

/// The CSS variable of a prunable layer's colour, "var(--layer-3)".
std::string layerColour(std::size_t layer);

/// Likewise of what has the same colour in every chart, "var(--series-1)".
std::string seriesColour(view::Series series);

/// Defines these variables for a page with as many layers, for a light and for a dark ground.
std::string colourStyle(std::size_t layers);

}  // namespace prunescope::report
