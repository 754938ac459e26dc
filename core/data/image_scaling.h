#pragma once

#include "data/raster.h"

#include <cstdint>

namespace prunescope::data {

/// The largest square around the middle of a picture, made `side` pixels wide and high: each new pixel is the
/// mean of the area that it covers when the square shrinks, and is interpolated between the four nearest when
/// it grows. Exact in whole numbers and rounded once, so that every machine has the same bits. For pictures
/// of up to 2^31 pixels and sides of up to 2^15.
Raster squareOf(const Raster& picture, std::int64_t side);

/// One channel: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), rounded; grey as it is.
Raster greyOf(Raster picture);

}  // namespace prunescope::data
