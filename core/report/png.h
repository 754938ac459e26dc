#pragma once

#include "data/raster.h"

#include <string>

namespace prunescope::report {

/// A picture as a page holds it in itself: "data:image/png;base64,…". Grey for one channel or two, else of
/// the first three. Throws `Error` for a picture without pixels.
std::string pngUri(const data::Raster& raster);

}  // namespace prunescope::report
