#include "prune/mask_digest.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace prunescope::prune {
namespace {

static_assert(std::endian::native == std::endian::little);

std::string bytesOfCount(std::uint64_t count) {
    std::string bytes(sizeof count, '\0');
    std::memcpy(bytes.data(), &count, sizeof count);
    return bytes;
}

/// Eight bytes of 0 or 1 as the bits of one, the first as the least significant: each product puts one of
/// them into the uppermost byte, and no two meet in a bit.
std::uint8_t packed(std::uint64_t eight) {
    return static_cast<std::uint8_t>((eight * 0x0102040810204080U) >> 56U);
}

std::uint64_t eightAt(const std::uint8_t* mask, std::size_t bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, mask, bytes);
    return eight;
}

void packBits(const std::vector<std::uint8_t>& mask, std::string& bits) {
    const std::size_t whole = mask.size() / 8;
    bits.resize((mask.size() + 7) / 8);
    auto* packedBits = reinterpret_cast<std::uint8_t*>(bits.data());
    for (std::size_t byte = 0; byte < whole; ++byte) packedBits[byte] = packed(eightAt(&mask[8 * byte], 8));
    if (mask.size() % 8 != 0) packedBits[whole] = packed(eightAt(&mask[8 * whole], mask.size() % 8));
}

}  // namespace

void MaskDigest::add(const std::vector<std::uint8_t>& mask) {
    hash_.update(bytesOfCount(mask.size()));
    packBits(mask, bits_);
    hash_.update(bits_);
}

std::string maskDigest(const Pruner& pruner) {
    MaskDigest digest;
    for (std::size_t layer = 0; layer < pruner.layers(); ++layer)
        digest.add(pruner.mask(LayerIndex{static_cast<std::int32_t>(layer)}));
    return digest.finish();
}

}  // namespace prunescope::prune
