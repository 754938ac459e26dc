#include "data/image_scaling.h"

#include "data/image_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using testing::Each;
using testing::ElementsAre;

TEST(ImageScaling, TakesTheMeanOfTheAreaWhenItShrinks) {
    const Raster four{.width = 4,
                      .height = 4,
                      .pixels = {0, 10, 100, 110,   //
                                 20, 30, 120, 130,  //
                                 1, 1, 2, 2,        //
                                 1, 2, 2, 3}};
    // Means 15, 115, 1.25 and 2.25.
    EXPECT_THAT(squareOf(four, 2).pixels, ElementsAre(15, 115, 1, 2));
}

TEST(ImageScaling, SharesOutAPixelThatTwoNewOnesCover) {
    const Raster three{.width = 3, .height = 3, .pixels = {30, 60, 90, 30, 60, 90, 30, 60, 90}};
    // (30 + 60 / 2) / 1.5 = 40 and (60 / 2 + 90) / 1.5 = 80.
    EXPECT_THAT(squareOf(three, 2).pixels, ElementsAre(40, 80, 40, 80));
}

TEST(ImageScaling, RoundsOnceToTheNearest) {
    const Raster two{.width = 2, .height = 2, .pixels = {0, 0, 1, 1}};
    EXPECT_THAT(squareOf(two, 1).pixels, ElementsAre(1)) << "one half goes up";
    const Raster less{.width = 2, .height = 2, .pixels = {0, 0, 0, 1}};
    EXPECT_THAT(squareOf(less, 1).pixels, ElementsAre(0));
}

TEST(ImageScaling, IsTheMeanOfRepeatedPixelsForEverySize) {
    // Each pixel repeated `side` times in both directions makes blocks of `square` pixels that can be
    // counted.
    for (const std::int64_t square : {5, 7, 12}) {
        const Raster picture = test::chequered(square, square, 1);
        for (std::int64_t side = 1; side < square; ++side) {
            const Raster small = squareOf(picture, side);
            for (std::int64_t y = 0; y < side; ++y) {
                for (std::int64_t x = 0; x < side; ++x) {
                    std::int64_t sum = 0;
                    for (std::int64_t v = y * square; v < (y + 1) * square; ++v) {
                        for (std::int64_t u = x * square; u < (x + 1) * square; ++u)
                            sum += *picture.at(v / side, u / side);
                    }
                    const std::int64_t area = square * square;
                    ASSERT_EQ(*small.at(y, x), (sum + area / 2) / area) << square << " to " << side;
                }
            }
        }
    }
}

TEST(ImageScaling, InterpolatesWhenItGrows) {
    const Raster two{.width = 2, .height = 2, .pixels = {0, 100, 0, 100}};
    // The middles of the new pixels lie at -1/4, 1/4, 3/4 and 5/4 between the middles of the old ones.
    const Raster four = squareOf(two, 4);
    EXPECT_THAT(std::vector<int>(four.pixels.begin(), four.pixels.begin() + 4), ElementsAre(0, 25, 75, 100));
    const Raster tall{.width = 2, .height = 2, .pixels = {0, 0, 100, 100}};
    const Raster grown = squareOf(tall, 4);
    EXPECT_EQ(*grown.at(0, 1), 0);
    EXPECT_EQ(*grown.at(1, 1), 25);
    EXPECT_EQ(*grown.at(2, 1), 75);
    EXPECT_EQ(*grown.at(3, 1), 100);
}

TEST(ImageScaling, LeavesAPictureOfThatSizeAsItIs) {
    const Raster picture = test::chequered(6, 6, 3);
    EXPECT_EQ(squareOf(picture, 6).pixels, picture.pixels);
}

TEST(ImageScaling, KeepsAColourAtEverySize) {
    for (std::int64_t side = 1; side <= 40; ++side) {
        const Raster square = squareOf(test::flat(13, 13, {255, 7, 128}), side);
        EXPECT_EQ(square.pixels, test::flat(side, side, {255, 7, 128}).pixels) << side;
    }
}

TEST(ImageScaling, CutsOutTheMiddle) {
    const Raster wide{.width = 5, .height = 1, .pixels = {1, 2, 3, 4, 5}};
    EXPECT_THAT(squareOf(wide, 1).pixels, ElementsAre(3));
    const Raster high{.width = 1, .height = 4, .pixels = {1, 2, 3, 4}};
    EXPECT_THAT(squareOf(high, 1).pixels, ElementsAre(2)) << "of two in the middle the upper one";
    const Raster picture{.width = 4, .height = 2, .pixels = {1, 2, 3, 4, 5, 6, 7, 8}};
    EXPECT_THAT(squareOf(picture, 2).pixels, ElementsAre(2, 3, 6, 7));
}

TEST(ImageScaling, DoesNotOverflowForLargeSquares) {
    const Raster large{.width = 6000, .height = 4000, .pixels = std::vector<std::uint8_t>(24'000'000, 255)};
    EXPECT_THAT(squareOf(large, 2).pixels, Each(255));
    EXPECT_EQ(squareOf(test::flat(1, 1, {255}), 1024).pixels, std::vector<std::uint8_t>(1024 * 1024, 255));
}

TEST(ImageScaling, WeighsColoursAsTheEyeDoes) {
    const Raster colours{.width = 5,
                         .height = 1,
                         .channels = 3,
                         .pixels = {255, 0, 0, 0, 255, 0, 0, 0, 255, 77, 77, 77, 255, 255, 255}};
    // 76.245, 149.685, 29.07
    EXPECT_THAT(greyOf(colours).pixels, ElementsAre(76, 150, 29, 77, 255));
    EXPECT_EQ(greyOf(colours).channels, 1);
    EXPECT_EQ(greyOf(test::chequered(3, 3, 1)).pixels, test::chequered(3, 3, 1).pixels);
}

}  // namespace
}  // namespace prunescope::data
