#pragma once

#include "data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prunescope::data {

/// A training image as a run gets it in its first epoch.
struct AugmentedSample {
    ImageIndex image;                    ///< the original, among the training images
    std::vector<std::uint8_t> pixels{};  ///< (channel, row, column)
};

/// How many a preview shows.
inline constexpr std::size_t previewSamples = 9;

/// The first images that a run of that seed trains on, varied as it varies them: through the same code, so
/// that a preview cannot show something else. The augmentation need not be the one in force. Bytes come out
/// as they are; numbers of other ranges are stretched from the smallest to the largest of all samples. Empty
/// for a data set without pictures. The data set has been prepared.
std::vector<AugmentedSample> augmentedSamples(const Dataset& dataset, const Augmentation& augmentation,
                                              std::uint64_t seed, std::size_t count = previewSamples);

}  // namespace prunescope::data
