#pragma once

#include "report/scene.h"

#include <string>

namespace prunescope::report {

/// The picture as inline SVG. Its colours follow the page's light or dark variables; it names no external
/// resource.
std::string svgOf(const Scene& scene);

}  // namespace prunescope::report
