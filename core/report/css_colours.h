#pragma once

#include "report/chart.h"

#include <cstddef>
#include <string>

namespace prunescope::report {

/// The CSS variable of a colour: "var(--layer-3)", "var(--soft)".
std::string cssColour(const Colour& colour);

/// Defines these variables for a page with as many layers, for a light and for a dark ground.
std::string colourStyle(std::size_t layers);

}  // namespace prunescope::report
