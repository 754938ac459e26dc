#include "data/exif_orientation.h"

#include "data/image_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

/// Rows of letters, each a pixel.
std::string lettersOf(const Raster& raster) {
    std::string text;
    for (std::int64_t row = 0; row < raster.height; ++row) {
        if (row > 0) text += '/';
        for (std::int64_t column = 0; column < raster.width; ++column)
            text += static_cast<char>(*raster.at(row, column));
    }
    return text;
}

TEST(ExifOrientation, TurnsAPictureInEachOfTheEightWays) {
    const Raster stored{.width = 3, .height = 2, .pixels = {'a', 'b', 'c', 'd', 'e', 'f'}};
    // EXIF 2.32, 4.6.4: where the first row and the first column are when the picture is looked at.
    const std::vector<std::string> seen{"abc/def",    // top, left
                                        "cba/fed",    // top, right
                                        "fed/cba",    // bottom, right
                                        "def/abc",    // bottom, left
                                        "ad/be/cf",   // left, top
                                        "da/eb/fc",   // right, top
                                        "fc/eb/da",   // right, bottom
                                        "cf/be/ad"};  // left, bottom
    for (int orientation = 1; orientation <= 8; ++orientation)
        EXPECT_EQ(lettersOf(upright(stored, orientation)), seen[static_cast<std::size_t>(orientation - 1)]);
}

TEST(ExifOrientation, KeepsTheChannelsOfAPixelTogether) {
    const Raster stored{.width = 2, .height = 1, .channels = 3, .pixels = {1, 2, 3, 4, 5, 6}};
    EXPECT_THAT(upright(stored, 2).pixels, testing::ElementsAre(4, 5, 6, 1, 2, 3));
}

TEST(ExifOrientation, IsReadInBothOrdersOfBytes) {
    for (unsigned orientation = 1; orientation <= 8; ++orientation) {
        EXPECT_EQ(exifOrientation(test::exifOf(orientation, true)), orientation);
        EXPECT_EQ(exifOrientation(test::exifOf(orientation, false)), orientation);
    }
}

TEST(ExifOrientation, IsUprightWhereNothingCanBeUnderstood) {
    EXPECT_EQ(exifOrientation(""), 1);
    EXPECT_EQ(exifOrientation(test::exifOf(0)), 1);
    EXPECT_EQ(exifOrientation(test::exifOf(9)), 1);
    const std::string whole = test::exifOf(6);
    // The value ends at byte 20; what follows is not looked at.
    for (std::size_t length = 0; length < 20; ++length)
        EXPECT_EQ(exifOrientation(whole.substr(0, length)), 1);
    EXPECT_EQ(exifOrientation(whole.substr(0, 20)), 6);
    std::string far = whole;
    far[4] = far[5] = far[6] = far[7] = '\xff';
    EXPECT_EQ(exifOrientation(far), 1) << "the directory is beyond the end";
    std::string text = whole;
    text[13] = 2;
    EXPECT_EQ(exifOrientation(text), 1) << "text, where a number belongs";
}

TEST(ExifOrientation, IsFoundBehindOtherEntries) {
    std::string exif = test::exifOf(8);
    const std::string entry = exif.substr(10, 12);
    std::string other = entry;
    other[1] = '\x10';
    exif[9] = 3;
    exif.insert(10, other + other);
    EXPECT_EQ(exifOrientation(exif), 8);
}

}  // namespace
}  // namespace prunescope::data
