#include "prune/mask_digest.h"

#include "base/blake2b.h"
#include "prune/pruner_fixture.h"

#include <gtest/gtest.h>

#include <string>

namespace prunescope::prune {
namespace {

class MaskDigestTest : public PrunerFixture {};

/// As the specification says it, a bit at a time.
std::string digestByHand(const Pruner& pruner) {
    std::string bytes;
    for (std::size_t layer = 0; layer < pruner.layers(); ++layer) {
        const auto& mask = pruner.mask(LayerIndex{static_cast<std::int32_t>(layer)});
        for (unsigned k = 0; k < 8; ++k) bytes += static_cast<char>((mask.size() >> (8 * k)) & 0xFFU);
        std::string bits((mask.size() + 7) / 8, '\0');
        for (std::size_t i = 0; i < mask.size(); ++i) {
            if (mask[i] != 0) bits[i / 8] = static_cast<char>(bits[i / 8] | (1 << (i % 8)));
        }
        bytes += bits;
    }
    return blake2bHex(bytes);
}

TEST_F(MaskDigestTest, IsThatOfTheSpecificationAtEveryUpdate) {
    Pruner p = pruner();
    std::string before = maskDigest(p);
    EXPECT_EQ(before, digestByHand(p));
    for (std::int64_t step = 20; step <= 40; step += 4) {
        p.beginStep(StepIndex{step});
        const std::string digest = maskDigest(p);
        EXPECT_EQ(digest, digestByHand(p)) << step;
        EXPECT_NE(digest, before) << "the sparsity rises, so the masks are others";
        before = digest;
    }
}

}  // namespace
}  // namespace prunescope::prune
