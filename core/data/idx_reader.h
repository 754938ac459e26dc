#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// IDX is the format of MNIST's files (LeCun, Cortes & Burges, "The MNIST database of handwritten digits"):
/// two zero bytes, the element type, the number of dimensions, each dimension as a big-endian 32-bit number,
/// then the elements, big-endian as well. Here images are unsigned bytes (type 0x08) in three dimensions
/// (images, rows, columns); labels have one dimension, and whole numbers of any type: unsigned bytes, signed
/// bytes (0x09), 16 bits (0x0b), 32 bits (0x0c).

/// Largest file and largest content that is accepted; a file that declares more is refused before memory is
/// taken.
inline constexpr std::uint64_t mostIdxBytes = std::uint64_t{1} << 30U;
/// Most rows or columns of an image.
inline constexpr std::uint32_t mostIdxSide = 4096;
/// Most labels, which take eight bytes each in memory.
inline constexpr std::uint64_t mostIdxLabels = std::uint64_t{1} << 27U;

struct IdxImages {
    std::int64_t count = 0;
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::vector<std::uint8_t> pixels{};  ///< (count, height, width)
};

struct IdxLabels {
    std::vector<std::int64_t> values{};
    std::int64_t elementBytes = 1;  ///< in the file

    /// Where a label stands in the content.
    std::int64_t offsetOf(std::int64_t index) const { return 8 + index * elementBytes; }
};

/// Reads a file's bytes, plain or gzip. `name` is what messages call the file. Throws `Error` with the byte
/// offset, what was expected and what was found, when the bytes are anything but exactly one IDX file of
/// that kind. Takes memory for no more than the header declares and the bytes can hold.
IdxImages parseIdxImages(std::string_view bytes, const std::string& name);
IdxLabels parseIdxLabels(std::string_view bytes, const std::string& name);

}  // namespace prunescope::data
