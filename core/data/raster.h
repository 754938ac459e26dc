#pragma once

#include <cstdint>
#include <vector>

namespace prunescope::data {

/// A picture in memory: one byte for each pixel and channel, (row, column, channel). One channel is grey,
/// three are red, green and blue.
struct Raster {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t channels = 1;
    std::vector<std::uint8_t> pixels{};

    /// The first channel of a pixel.
    const std::uint8_t* at(std::int64_t row, std::int64_t column) const {
        return pixels.data() + (row * width + column) * channels;
    }
};

}  // namespace prunescope::data
