#include "data/normalisation.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

TEST(Normalisation, IsMeasuredPerChannelOnTheGivenImagesAlone) {
    ImageSet set{.shape = {2, 1, 2}};
    set.pixels = {0,   2,   10, 30,   // image 0
                  255, 255, 0,  255,  // image 1, held back
                  4,   6,   50, 70};  // image 2
    set.labels = {0, 0, 0};
    const std::vector<ImageIndex> indices{ImageIndex{0}, ImageIndex{2}};
    const Normalisation n = measureNormalisation(set, indices);
    ASSERT_EQ(n.mean.size(), 2U);
    // Channel 0: 0 2 4 6, mean 3, variance 5. Channel 1: 10 30 50 70, mean 40, variance 500.
    EXPECT_DOUBLE_EQ(n.mean[0], 3.0 / 255);
    EXPECT_DOUBLE_EQ(n.mean[1], 40.0 / 255);
    EXPECT_DOUBLE_EQ(n.standardDeviation[0], 2.23606797749978969 / 255);
    EXPECT_DOUBLE_EQ(n.standardDeviation[1], 22.3606797749978969 / 255);
}

TEST(Normalisation, CountsTheLastOfAnOddNumberOfPixels) {
    ImageSet set{.shape = {1, 1, 3}, .pixels = {1, 1, 4}, .labels = {0}};
    const Normalisation n = measureNormalisation(set, std::vector<ImageIndex>{ImageIndex{0}});
    EXPECT_DOUBLE_EQ(n.mean[0], 2.0 / 255);
    EXPECT_DOUBLE_EQ(n.standardDeviation[0], 1.41421356237309505 / 255);
}

TEST(Normalisation, RefusesImagesOfOneValue) {
    const ImageSet set{.shape = {1, 1, 2}, .pixels = {9, 9, 9, 9}, .labels = {0, 1}};
    const std::vector<ImageIndex> indices{ImageIndex{0}, ImageIndex{1}};
    const Error error = test::errorOf([&] { measureNormalisation(set, indices); });
    EXPECT_THAT(error.problem().english(), testing::HasSubstr("every pixel of channel 0 is 9"));
}

TEST(Normalisation, TableHoldsTheFormulaRoundedOnce) {
    const NormalisationTable table = normalisationTable(0.25, 0.5);
    EXPECT_EQ(table[0], -0.5F);
    EXPECT_EQ(table[255], 1.5F);
    EXPECT_EQ(table[51], static_cast<float>(-0.1));  // 51 / 255 = 0.2
}

}  // namespace
}  // namespace prunescope::data
