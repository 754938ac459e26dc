#pragma once

#include "data/byte_images.h"

#include <span>

namespace prunescope::data {

/// Mean and standard deviation (over all pixels, divided by their number) of each channel of the images at
/// `indices`, from exact counts of the 256 pixel values. Throws `Error` when a channel holds one value only:
/// there is nothing to learn from and nothing to divide by.
Normalisation measureNormalisation(const ImageSet& images, std::span<const ImageIndex> indices);

}  // namespace prunescope::data
