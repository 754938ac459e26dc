#pragma once

#include "data/dataset.h"
#include "kernels/tensor.h"

#include <cstdint>
#include <span>

namespace prunescope::data {

/// What happens to one image: pixel (y, x) of the result is pixel (y + down, x + right) of the original, with
/// x counted from the other side first when mirrored; pixels from outside the original are 0.
struct Variation {
    std::int64_t down = 0;
    std::int64_t right = 0;
    bool mirrored = false;

    bool operator==(const Variation&) const = default;
};

/// The variation of an image in an epoch: decided by these arguments alone, whatever the batch, the order or
/// the number of threads. Shifts do not depend on whether images are mirrored.
Variation drawVariation(const Augmentation& augmentation, std::uint64_t seed, std::int64_t epoch,
                        ImageIndex image);

/// Writes the varied image; `from` and `to` hold shape.size() pixels each, (channel, row, column).
void vary(std::span<const std::uint8_t> from, const kernels::Shape& shape, const Variation& variation,
          std::span<std::uint8_t> to);
/// The same of numbers that are normalised already, where the pixel value 0 has become `zero`.
void vary(std::span<const float> from, const kernels::Shape& shape, const Variation& variation,
          std::span<float> to, float zero);

}  // namespace prunescope::data
