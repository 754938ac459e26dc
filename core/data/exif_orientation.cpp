#include "data/exif_orientation.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::uint32_t orientationTag = 0x0112;
constexpr std::uint32_t shortType = 3;
constexpr int lastOrientation = 8;
constexpr std::size_t directoryEntryBytes = 12;

/// Numbers of a TIFF file, in its own order of bytes.
class TiffNumbers {
public:
    explicit TiffNumbers(std::string_view bytes) : bytes_(bytes), bigEndian_(bytes.starts_with("MM")) {}

    bool begins() const { return (bigEndian_ || bytes_.starts_with("II")) && read(2, 2) == 42U; }
    /// `size` bytes from `at`; nothing beyond the end.
    std::optional<std::uint32_t> read(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || size > bytes_.size() - at) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t next = at + (bigEndian_ ? i : size - 1 - i);
            value = value << 8U | static_cast<unsigned char>(bytes_[next]);
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool bigEndian_;
};

/// Where a pixel that is looked at lies in the stored picture of `width` x `height` pixels.
struct StoredPlace {
    bool onItsSide;   ///< rows are columns
    bool fromRight;   ///< columns are counted from the right
    bool fromBottom;  ///< rows are counted from the bottom

    explicit StoredPlace(int orientation)
        : onItsSide(orientation >= 5),
          fromRight(orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8),
          fromBottom(orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {}

    const std::uint8_t* of(const Raster& stored, std::int64_t row, std::int64_t column) const {
        if (onItsSide) std::swap(row, column);
        if (fromRight) column = stored.width - 1 - column;
        if (fromBottom) row = stored.height - 1 - row;
        return stored.at(row, column);
    }
};

}  // namespace

int exifOrientation(std::string_view exif) {
    const TiffNumbers numbers(exif);
    const auto directory = numbers.read(4, 4);
    if (!numbers.begins() || !directory) return 1;
    const std::uint32_t entries = numbers.read(*directory, 2).value_or(0);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = *directory + std::size_t{2} + i * directoryEntryBytes;
        if (numbers.read(entry, 2) != orientationTag) continue;
        const auto value = numbers.read(entry + 8, 2);
        const bool known = numbers.read(entry + 2, 2) == shortType && numbers.read(entry + 4, 4) == 1U &&
                           value && *value >= 1 && *value <= lastOrientation;
        return known ? static_cast<int>(*value) : 1;
    }
    return 1;
}

Raster upright(Raster stored, int orientation) {
    if (orientation == 1) return stored;
    const StoredPlace place(orientation);
    Raster turned{.width = stored.width, .height = stored.height, .channels = stored.channels};
    if (place.onItsSide) std::swap(turned.width, turned.height);
    turned.pixels.resize(stored.pixels.size());
    auto to = turned.pixels.begin();
    for (std::int64_t row = 0; row < turned.height; ++row) {
        for (std::int64_t column = 0; column < turned.width; ++column)
            to = std::copy_n(place.of(stored, row, column), stored.channels, to);
    }
    return turned;
}

}  // namespace prunescope::data
