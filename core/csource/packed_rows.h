#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::csource {

/// The kept weights of a matrix, row by row, one word of 32 bits for each: a float whose lowest bits say how
/// many columns further its column is. They stand for themselves in the value, too, which is the nearest to
/// the weight that ends in them: so a product needs no mask, and is off by at most one part in
/// 2^(24 - bits + 1).
///
/// A distance that does not fit is gone in steps by words whose value is next to nothing.
struct PackedRows {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> counts;  ///< words of each row
    int distanceBits = 1;

    std::uint32_t mask() const { return (std::uint32_t{1} << static_cast<unsigned>(distanceBits)) - 1; }
};

/// A row's columns count from 0, and so does the distance of its first word. Takes as few bits for the
/// distances as cost hardly any word more, at most 8: each bit less is one more for the values.
PackedRows packRows(std::span<const float> weight, std::size_t columns);

/// The float that is nearest to `value` among those that end in these bits.
std::uint32_t wordOf(float value, std::uint32_t distance, std::uint32_t mask);

}  // namespace prunescope::csource
