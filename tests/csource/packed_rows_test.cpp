// Kept weights with their distances in the bits that their precision does not miss.

#include "csource/packed_rows.h"

#include "base/random.h"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <limits>

namespace prunescope::csource {
namespace {

float valueOf(std::uint32_t word) {
    return std::bit_cast<float>(word);
}

/// What a reader makes of the words: the matrix that they stand for.
std::vector<float> unpacked(const PackedRows& rows, std::size_t columns) {
    std::vector<float> matrix(rows.counts.size() * columns);
    std::size_t at = 0;
    for (std::size_t row = 0; row < rows.counts.size(); ++row) {
        std::size_t column = 0;
        for (std::uint32_t n = 0; n < rows.counts[row]; ++n, ++at) {
            column += rows.words[at] & rows.mask();
            matrix.at(row * columns + column) += valueOf(rows.words[at]);
        }
    }
    return matrix;
}

TEST(PackedRows, TakeTheNearestValueThatEndsInTheDistance) {
    // 1.0 is 0x3F800000; with distance 3 in 2 bits, 0x3F7FFFFF is off by 2^-24, 0x3F800003 by 3 2^-23.
    EXPECT_EQ(wordOf(1.0F, 3, 3), 0x3F7FFFFFU);
    EXPECT_EQ(wordOf(1.0F, 1, 3), 0x3F800001U);
    EXPECT_EQ(wordOf(-1.0F, 3, 3), 0xBF7FFFFFU);
    EXPECT_EQ(wordOf(0.0F, 2, 3), 2U) << "nothing is nearer to 0 than the smallest number";
    const float largest = std::numeric_limits<float>::max();
    EXPECT_TRUE(std::isfinite(valueOf(wordOf(largest, 0, 255))));
}

TEST(PackedRows, SayHowFarEachWeightIsFromTheOneBefore) {
    const std::vector<float> weight{0, 0, 1, 0, 2, 0,  //
                                    0, 0, 0, 0, 0, 0,  //
                                    4, 0, 0, 0, 0, 8};
    const PackedRows rows = packRows(weight, 6);
    EXPECT_EQ(rows.distanceBits, 3) << "the largest distance is 5";
    EXPECT_THAT(rows.counts, testing::ElementsAre(2, 0, 2));
    ASSERT_EQ(rows.words.size(), 4U);
    const std::vector<std::uint32_t> distances{2, 2, 0, 5};
    for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(rows.words[k] & rows.mask(), distances[k]);
}

TEST(PackedRows, GoALongWayInSteps) {
    std::vector<float> weight(1000);
    weight[999] = 3;
    const PackedRows rows = packRows(weight, 1000);
    EXPECT_EQ(rows.distanceBits, 8);
    // 255 + 255 + 255 + 234
    EXPECT_THAT(rows.counts, testing::ElementsAre(4));
    const std::vector<float> read = unpacked(rows, 1000);
    EXPECT_NEAR(read[999], 3, 3 * std::ldexp(1.0, -17));
    for (std::size_t k = 0; k < 999; ++k) EXPECT_LT(std::abs(read[k]), 1e-29F);
}

TEST(PackedRows, AreOffByNoMoreThanTheirBitsAllow) {
    Random random(7, RandomStream::weights);
    for (const double kept : {0.01, 0.05, 0.3, 1.0}) {
        constexpr std::size_t columns = 321;
        std::vector<float> weight(40 * columns);
        for (float& w : weight) w = random.uniform() < kept ? static_cast<float>(random.normal()) : 0.0F;
        const PackedRows rows = packRows(weight, columns);
        const std::vector<float> read = unpacked(rows, columns);
        const double most = std::ldexp(1.0, rows.distanceBits - 25);
        for (std::size_t k = 0; k < weight.size(); ++k) {
            const double w = static_cast<double>(weight[k]);
            ASSERT_NEAR(static_cast<double>(read[k]), w, 2 * most * std::abs(w) + 1e-29) << kept << "," << k;
        }
    }
}

TEST(PackedRows, TakeNoColumnsAsNoWords) {
    const PackedRows rows = packRows({}, 0);
    EXPECT_TRUE(rows.words.empty());
}

}  // namespace
}  // namespace prunescope::csource
