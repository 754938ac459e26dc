#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// IDX is the format of MNIST's files (LeCun, Cortes & Burges, "The MNIST database of handwritten digits"):
/// two zero bytes, the element type, the number of dimensions, each dimension as a big-endian 32-bit number,
/// then the elements. Here elements are unsigned bytes (type 0x08); images have three dimensions (images,
/// rows, columns), labels one.

/// Largest file and largest content that is accepted; a file that declares more is refused before memory is
/// taken.
inline constexpr std::uint64_t mostIdxBytes = std::uint64_t{1} << 30U;
/// Most rows or columns of an image.
inline constexpr std::uint32_t mostIdxSide = 4096;

inline constexpr std::int64_t idxLabelsHeader = 8;  ///< bytes before the first label

struct IdxImages {
    std::int64_t count = 0;
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::vector<std::uint8_t> pixels{};  ///< (count, height, width)
};

/// Reads a file's bytes, plain or gzip. `name` is what messages call the file. Throws `Error` with the byte
/// offset, what was expected and what was found, when the bytes are anything but exactly one IDX file of
/// that kind. Takes memory for no more than the header declares and the bytes can hold.
IdxImages parseIdxImages(std::string_view bytes, const std::string& name);
std::vector<std::uint8_t> parseIdxLabels(std::string_view bytes, const std::string& name);

}  // namespace prunescope::data
