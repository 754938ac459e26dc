#pragma once

#include "data/raster.h"

#include <string_view>

namespace prunescope::data {

/// How a camera was held, by the tag Orientation of EXIF 2.32: 1 upright, 2 mirrored, 3 upside down, 4
/// mirrored and upside down, 5 to 8 the same on its side. `exif` is a TIFF header with what follows it. 1
/// where it says nothing that can be understood: the pixels are whole all the same.
int exifOrientation(std::string_view exif);

/// The picture as it is to be looked at.
Raster upright(Raster stored, int orientation);

}  // namespace prunescope::data
