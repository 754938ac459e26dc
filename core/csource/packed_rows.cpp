#include "csource/packed_rows.h"

#include <bit>
#include <cmath>
#include <limits>

namespace prunescope::csource {
namespace {

constexpr int mostDistanceBits = 8;
constexpr std::uint32_t signBit = std::uint32_t{1} << 31U;
constexpr std::uint32_t firstInfinite = 0x7f800000;
/// 2^-100: a product with it changes no sum, and is no denormal number, with which processors are slow.
constexpr std::uint32_t nextToNothing = 27U << 23U;

/// Calls `body(distance, weight)` for every kept weight of a row, the first with its column.
template <class Body>
void forEachKept(std::span<const float> row, const Body& body) {
    std::size_t last = 0;
    for (std::size_t k = 0; k < row.size(); ++k) {
        if (row[k] == 0.0F) continue;
        body(k - last, row[k]);
        last = k;
    }
}

/// Words that all rows need with distances of that many bits.
std::size_t wordsWith(int bits, std::span<const float> weight, std::size_t columns) {
    const std::size_t most = (std::size_t{1} << static_cast<unsigned>(bits)) - 1;
    std::size_t words = 0;
    for (std::size_t begin = 0; begin < weight.size(); begin += columns)
        forEachKept(weight.subspan(begin, columns), [&](std::size_t distance, float) {
            words += 1 + (distance == 0 ? 0 : (distance - 1) / most);
        });
    return words;
}

int bitsFor(std::span<const float> weight, std::size_t columns) {
    const std::size_t fewest = wordsWith(mostDistanceBits, weight, columns);
    constexpr std::size_t hardlyAny = 128;  // one word more in so many
    int bits = 1;
    while (bits < mostDistanceBits && wordsWith(bits, weight, columns) > fewest + fewest / hardlyAny) ++bits;
    return bits;
}

}  // namespace

std::uint32_t wordOf(float value, std::uint32_t distance, std::uint32_t mask) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = bits & signBit;
    const std::uint32_t magnitude = bits & ~signBit;
    const std::uint32_t step = mask + 1;
    const std::uint32_t near = (magnitude & ~mask) | distance;
    std::uint32_t best = sign | near;
    const auto off = [&](std::uint32_t word) {
        return std::abs(static_cast<double>(std::bit_cast<float>(word)) - static_cast<double>(value));
    };
    if (near + step < firstInfinite && off(sign | (near + step)) < off(best)) best = sign | (near + step);
    if (near >= step && off(sign | (near - step)) < off(best)) best = sign | (near - step);
    return best;
}

PackedRows packRows(std::span<const float> weight, std::size_t columns) {
    PackedRows packed;
    if (columns == 0) return packed;
    packed.distanceBits = bitsFor(weight, columns);
    const std::uint32_t mask = packed.mask();
    for (std::size_t begin = 0; begin < weight.size(); begin += columns) {
        const std::size_t before = packed.words.size();
        forEachKept(weight.subspan(begin, columns), [&](std::size_t distance, float value) {
            for (; distance > mask; distance -= mask) packed.words.push_back(nextToNothing | mask);
            packed.words.push_back(wordOf(value, static_cast<std::uint32_t>(distance), mask));
        });
        packed.counts.push_back(static_cast<std::uint32_t>(packed.words.size() - before));
    }
    return packed;
}

}  // namespace prunescope::csource
