#pragma once

#include "data/dataset.h"

#include <array>
#include <cstdint>
#include <span>

namespace prunescope::data {

/// Mean and standard deviation (over all pixels, divided by their number) of each channel of the images at
/// `indices`, from exact counts of the 256 pixel values. Throws `Error` when a channel holds one value only:
/// there is nothing to learn from and nothing to divide by.
Normalisation measureNormalisation(const ImageSet& images, std::span<const ImageIndex> indices);

/// (pixel / 255 - mean) / standard deviation for each pixel value, computed in double and rounded once.
using NormalisationTable = std::array<float, 256>;
NormalisationTable normalisationTable(double mean, double standardDeviation);

}  // namespace prunescope::data
