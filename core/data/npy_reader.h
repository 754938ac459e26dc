#pragma once

#include "data/npy_header.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::data {

/// Most numbers that are kept as floats: 2 GiB of them.
inline constexpr std::int64_t mostNpyFloats = std::int64_t{1} << 29U;
/// Most labels, which take eight bytes each.
inline constexpr std::int64_t mostNpyLabels = std::int64_t{1} << 27U;

/// All read the elements that `header` has declared, in the order of the file, after which the content must
/// end. They throw `Error` with the place in the array.

/// Of an array of bytes without sign.
std::vector<std::uint8_t> readNpyBytes(ContentCursor& cursor, const NpyHeader& header);
/// Of any type, rounded to float. Refuses what is not finite, in the file or as a float.
std::vector<float> readNpyFloats(ContentCursor& cursor, const NpyHeader& header);
/// Throws the `Error` for labels of real numbers where whole ones are needed.
[[noreturn]] void refuseRealLabels(const std::string& file, const NpyHeader& header);
/// Of whole numbers of any type; a boolean is 0 or 1. Refuses any other type, and what is beyond 2^63.
std::vector<std::int64_t> readNpyWholeNumbers(ContentCursor& cursor, const NpyHeader& header);

}  // namespace prunescope::data
