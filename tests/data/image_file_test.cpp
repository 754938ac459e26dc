#include "data/image_file.h"

#include "data/image_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace prunescope::data {
namespace {

using test::chequered;
using test::errorOf;
using test::flat;
using test::jpegOf;
using test::pngChunk;
using test::PngColour;
using test::pngOf;
using test::PngStyle;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Raster decoded(const std::string& bytes) {
    return ImageFile(bytes, "picture").decode();
}

std::string pictureProblemOf(const std::string& bytes) {
    const Error error = errorOf([&] { decoded(bytes); });
    EXPECT_EQ(error.where().english(), "picture");
    EXPECT_THAT(error.mend().english(), Not(IsEmpty()));
    return error.problem().english();
}

/// JPEG rounds in the frequency domain: at its best a pixel may be off by this much.
void expectNear(const Raster& found, const Raster& expected, int most = 3) {
    ASSERT_EQ(found.width, expected.width);
    ASSERT_EQ(found.height, expected.height);
    ASSERT_EQ(found.channels, expected.channels);
    for (std::size_t i = 0; i < expected.pixels.size(); ++i)
        ASSERT_LE(std::abs(found.pixels[i] - expected.pixels[i]), most) << i;
}

TEST(JpegImage, ReadsGreyAndColour) {
    for (const bool progressive : {false, true}) {
        const test::JpegStyle style{.progressive = progressive};
        expectNear(decoded(jpegOf(chequered(11, 7, 1), style)), chequered(11, 7, 1));
        expectNear(decoded(jpegOf(flat(9, 5, {200, 30, 90}), style)), flat(9, 5, {200, 30, 90}));
    }
}

TEST(JpegImage, MakesColoursOfInks) {
    // Full yellow and magenta without cyan and black: red. With the marker of Photoshop inks are inverted.
    const Raster ink = flat(4, 4, {0, 255, 255, 0});
    expectNear(decoded(jpegOf(ink, {.adobeMarker = false})), flat(4, 4, {255, 0, 0}));
    const Raster inverted = flat(4, 4, {255, 0, 0, 255});
    expectNear(decoded(jpegOf(inverted)), flat(4, 4, {255, 0, 0}));
    // Half black over cyan.
    expectNear(decoded(jpegOf(flat(4, 4, {255, 0, 0, 128}), {.adobeMarker = false})),
               flat(4, 4, {0, 127, 127}));
}

TEST(JpegImage, IsTurnedAsTheCameraWasHeld) {
    // Left half dark, right half light, held so that the right side is up: light above dark.
    Raster stored = flat(16, 8, {20});
    for (std::int64_t row = 0; row < 8; ++row) std::fill_n(stored.pixels.begin() + row * 16 + 8, 8, 220);
    const Raster seen = decoded(jpegOf(stored, {.exif = test::exifOf(8)}));
    ASSERT_EQ(seen.width, 8);
    ASSERT_EQ(seen.height, 16);
    EXPECT_NEAR(*seen.at(2, 3), 220, 2);
    EXPECT_NEAR(*seen.at(12, 3), 20, 2);
}

TEST(JpegImage, IsRefusedWhereverItIsCutOff) {
    for (const bool progressive : {false, true}) {
        const std::string whole =
            jpegOf(chequered(24, 16, 3), {.progressive = progressive, .exif = test::exifOf(6)});
        for (std::size_t length = 0; length < whole.size(); ++length)
            EXPECT_THAT(pictureProblemOf(whole.substr(0, length)), Not(IsEmpty())) << length;
        EXPECT_EQ(decoded(whole).width, 16);
    }
}

TEST(JpegImage, IsRefusedWhenDataInItsMiddleAreDamaged) {
    std::string damaged = jpegOf(chequered(64, 64, 1));
    damaged.replace(damaged.size() / 2, 4, "\xff\xd9\xff\xd9");
    EXPECT_THAT(pictureProblemOf(damaged), HasSubstr("the JPEG picture is damaged: "));
}

TEST(JpegImage, MayHaveBytesAfterItsEnd) {
    const std::string whole = jpegOf(chequered(8, 8, 1));
    EXPECT_EQ(decoded(whole + "a thumbnail").pixels, decoded(whole).pixels);
}

TEST(JpegImage, IsRefusedInMorePassesThanAnybodyMakes) {
    EXPECT_EQ(decoded(test::jpegOfPasses(100)).width, 8);
    EXPECT_EQ(pictureProblemOf(test::jpegOfPasses(101)),
              "the JPEG picture is stored in more than 100 passes");
}

TEST(JpegImage, IsRefusedBeforeDecodingWhenItClaimsTooMuch) {
    std::string bytes = jpegOf(chequered(8, 8, 1));
    const std::size_t frame = bytes.find("\xff\xc0");
    ASSERT_NE(frame, std::string::npos);
    bytes.replace(frame + 5, 4, "\xea\x60\xea\x60");  // 60,000 rows and columns
    EXPECT_EQ(pictureProblemOf(bytes),
              "the picture claims 60000 x 60000 pixels, more than the 100000000 that are read");
}

TEST(PngImage, ReadsGreyAndColour) {
    EXPECT_EQ(decoded(pngOf(chequered(5, 4, 1))).pixels, chequered(5, 4, 1).pixels);
    const Raster colour = decoded(pngOf(chequered(5, 4, 3)));
    EXPECT_EQ(colour.pixels, chequered(5, 4, 3).pixels);
    EXPECT_EQ(colour.width, 5);
    EXPECT_EQ(colour.height, 4);
    EXPECT_EQ(colour.channels, 3);
}

TEST(PngImage, SpreadsFewBitsOverTheWholeRange) {
    // Two bits for a pixel: 0, 1, 2, 3 are 0, 85, 170, 255.
    EXPECT_THAT(decoded(pngOf({.width = 4, .depth = 2}, std::string("\0\x1b", 2))).pixels,
                ElementsAre(0, 85, 170, 255));
}

TEST(PngImage, RoundsSixteenBits) {
    // 0x00ff / 257 = 0.99, 0x0180 / 257 = 1.49, 0x0182 / 257 = 1.502
    const std::string rows("\0\x00\xff\x01\x80\x01\x82\xff\xff", 9);
    EXPECT_THAT(decoded(pngOf({.width = 4, .depth = 16}, rows)).pixels, ElementsAre(1, 1, 2, 255));
}

TEST(PngImage, LooksColoursUpInThePalette) {
    const std::string palette = pngChunk("PLTE", std::string("\x0a\x14\x1e\xff\0\0", 6));
    const PngStyle style{.width = 2, .colour = PngColour::palette, .depth = 1, .before = palette};
    const Raster raster = decoded(pngOf(style, std::string("\0\x40", 2)));
    EXPECT_EQ(raster.channels, 3);
    EXPECT_THAT(raster.pixels, ElementsAre(10, 20, 30, 255, 0, 0));
}

TEST(PngImage, LaysWhatIsTransparentOverWhite) {
    // A fifth of 100 and four fifths of 255 are 224; nothing of the colour is left white; all of it is
    // itself.
    const std::string grey("\0\x64\x33\x07\0\x07\xff", 7);
    EXPECT_THAT(decoded(pngOf({.width = 3, .colour = PngColour::greyAlpha}, grey)).pixels,
                ElementsAre(224, 255, 7));
    const std::string colour("\0\x64\0\xff\x33", 5);
    EXPECT_THAT(decoded(pngOf({.colour = PngColour::rgbAlpha}, colour)).pixels, ElementsAre(224, 204, 255));
    // 16 bits: the same colour and the same fifth.
    const std::string deep("\0\x64\x64\0\0\xff\xff\x33\x33", 9);
    EXPECT_THAT(decoded(pngOf({.colour = PngColour::rgbAlpha, .depth = 16}, deep)).pixels,
                ElementsAre(224, 204, 255));
}

TEST(PngImage, KnowsTransparentEntriesOfAPaletteAndTransparentColours) {
    const std::string palette =
        pngChunk("PLTE", std::string("\x64\0\xff\x01\x02\x03", 6)) + pngChunk("tRNS", "\x33");
    const PngStyle style{.width = 2, .colour = PngColour::palette, .depth = 1, .before = palette};
    EXPECT_THAT(decoded(pngOf(style, std::string("\0\x40", 2))).pixels, ElementsAre(224, 204, 255, 1, 2, 3));
    const PngStyle key{.width = 2, .before = pngChunk("tRNS", std::string("\0\x07", 2))};
    EXPECT_THAT(decoded(pngOf(key, std::string("\0\x07\x08", 3))).pixels, ElementsAre(255, 8));
}

TEST(PngImage, ReadsInterlacedPictures) {
    // Adam7 of 2 x 2 pixels: the first, then the one beside it, then the second row.
    const std::string rows("\0\x01\0\x02\0\x03\x04", 7);
    EXPECT_THAT(decoded(pngOf({.width = 2, .height = 2, .interlaced = true}, rows)).pixels,
                ElementsAre(1, 2, 3, 4));
}

TEST(PngImage, IsTurnedByExifBeforeAndAfterItsPixels) {
    const Raster stored{.width = 3, .height = 1, .pixels = {1, 2, 3}};
    EXPECT_THAT(decoded(pngOf(stored, test::exifOf(2))).pixels, ElementsAre(3, 2, 1));
    const PngStyle style{.width = 3, .after = pngChunk("eXIf", test::exifOf(6, false))};
    const Raster turned = decoded(pngOf(style, std::string("\0\1\2\3", 4)));
    EXPECT_EQ(turned.height, 3);
    EXPECT_THAT(turned.pixels, ElementsAre(1, 2, 3));
}

TEST(PngImage, IsRefusedWhereverItIsCutOff) {
    const std::string whole = pngOf(chequered(24, 16, 3), test::exifOf(6));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THAT(pictureProblemOf(whole.substr(0, length)), Not(IsEmpty())) << length;
}

TEST(PngImage, IsRefusedForEveryByteThatIsWrong) {
    const std::string whole = pngOf(chequered(6, 5, 3), test::exifOf(6));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
        EXPECT_THAT(pictureProblemOf(damaged), Not(IsEmpty())) << i;
    }
}

TEST(PngImage, IsRefusedBeforeDecodingWhenItClaimsTooMuch) {
    EXPECT_EQ(pictureProblemOf(pngOf({.width = 60'000, .height = 60'000, .colour = PngColour::rgb}, "")),
              "the picture claims 60000 x 60000 pixels, more than the 100000000 that are read");
    const std::string small = pngOf(chequered(3, 4, 1));
    EXPECT_NO_THROW(ImageFile(small, "picture", 12));
    EXPECT_THROW(ImageFile(small, "picture", 11), Error);
}

TEST(PngImage, TakesNoMemoryForAChunkThatOnlyClaimsToBeLarge) {
    std::string bytes = pngOf(chequered(6, 5, 3), test::exifOf(6));
    bytes[bytes.find("eXIf") - 4] = '\x7f';
    EXPECT_EQ(pictureProblemOf(bytes), "the PNG picture ends early");
}

TEST(PngImage, DoesNotMindWhatItHoldsBesideItsPixels) {
    const PngStyle style{.before = pngChunk("iCCP", "no profile at all") +
                                   pngChunk("gAMA", test::bigEndian(10'000)) +
                                   pngChunk("zTXt", std::string("Comment\0\0damaged", 16))};
    EXPECT_THAT(decoded(pngOf(style, std::string("\0\x64", 2))).pixels, ElementsAre(100));
}

TEST(ImageFileTest, IsToldByItsFirstBytes) {
    EXPECT_TRUE(beginsLikeImage(jpegOf(chequered(8, 8, 1))));
    EXPECT_TRUE(beginsLikeImage(pngOf(chequered(8, 8, 1)).substr(0, imageMagicBytes)));
    EXPECT_FALSE(beginsLikeImage("GIF89a"));
    EXPECT_FALSE(beginsLikeImage(""));
    EXPECT_EQ(pictureProblemOf(""), "the file is empty");
    EXPECT_EQ(pictureProblemOf("GIF89a"), "expected a JPEG or PNG picture, found another kind of file");
}

}  // namespace
}  // namespace prunescope::data
