#include "prune/mask_digest.h"

#include "base/blake2b.h"

#include <algorithm>
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

void packBits(const std::vector<std::uint8_t>& mask, std::string& bits) {
    bits.resize((mask.size() + 7) / 8);
    for (std::size_t byte = 0; byte < bits.size(); ++byte) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, mask.data() + 8 * byte, std::min<std::size_t>(8, mask.size() - 8 * byte));
        bits[byte] = static_cast<char>(packed(eight));
    }
}

}  // namespace

std::string maskDigest(const Pruner& pruner) {
    Blake2b hash;
    std::string bits;
    for (std::size_t layer = 0; layer < pruner.layers(); ++layer) {
        const auto& mask = pruner.mask(LayerIndex{static_cast<std::int32_t>(layer)});
        hash.update(bytesOfCount(mask.size()));
        packBits(mask, bits);
        hash.update(bits);
    }
    return hash.finish();
}

}  // namespace prunescope::prune
