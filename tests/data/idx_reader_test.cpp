#include "data/idx_reader.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace prunescope::data {
namespace {

using test::bigEndian;
using test::errorOf;
using test::gzipped;
using test::idxImages;
using test::idxLabels;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string goodImages = idxImages(2, 2, 3, "abcdefABCDEF");
const std::string goodLabels = idxLabels(3, std::string("\x07\x00\x02", 3));

Error imagesError(const std::string& bytes) {
    return errorOf([&] { parseIdxImages(bytes, "folder/images"); });
}

Error labelsError(const std::string& bytes) {
    return errorOf([&] { parseIdxLabels(bytes, "folder/labels"); });
}

TEST(IdxReader, ReadsImagesRowByRow) {
    const IdxImages images = parseIdxImages(goodImages, "images");
    EXPECT_EQ(images.count, 2);
    EXPECT_EQ(images.height, 2);
    EXPECT_EQ(images.width, 3);
    EXPECT_EQ(std::string(images.pixels.begin(), images.pixels.end()), "abcdefABCDEF");
}

TEST(IdxReader, ReadsLabels) {
    EXPECT_THAT(parseIdxLabels(goodLabels, "labels").values, ElementsAre(7, 0, 2));
}

TEST(IdxReader, ReadsGzipToldByItsBytesAndNotByItsName) {
    const IdxImages images = parseIdxImages(gzipped(goodImages), "images-without-gz");
    EXPECT_EQ(std::string(images.pixels.begin(), images.pixels.end()), "abcdefABCDEF");
    EXPECT_THAT(parseIdxLabels(gzipped(goodLabels), "labels").values, ElementsAre(7, 0, 2));
    EXPECT_THAT(parseIdxLabels(goodLabels, "labels.gz").values, ElementsAre(7, 0, 2));
}

TEST(IdxReader, ReadsGzipOfSeveralMembers) {
    const std::string bytes = gzipped(goodLabels.substr(0, 6)) + gzipped("") + gzipped(goodLabels.substr(6));
    EXPECT_THAT(parseIdxLabels(bytes, "labels").values, ElementsAre(7, 0, 2));
}

TEST(IdxReader, ReadsAFileOfMoreThanOnePiece) {
    const std::string pixels(3'000'000, 'x');
    EXPECT_EQ(parseIdxImages(idxImages(3, 1000, 1000, pixels), "images").pixels.size(), pixels.size());
    EXPECT_EQ(parseIdxImages(gzipped(idxImages(3, 1000, 1000, pixels)), "images").pixels.size(),
              pixels.size());
}

TEST(IdxReader, NamesTheFileAndSaysHowToMend) {
    const Error error = imagesError("");
    EXPECT_EQ(error.where().english(), "folder/images");
    EXPECT_THAT(error.mend().english(), HasSubstr("copy or download it again"));
}

TEST(IdxReader, RefusesAnEmptyFile) {
    EXPECT_EQ(imagesError("").problem().english(),
              "at byte 0: the content ends inside the header: expected 4 bytes of the magic number, found 0");
}

TEST(IdxReader, RefusesAFileThatEndsInsideItsHeader) {
    EXPECT_EQ(imagesError(goodImages.substr(0, 14)).problem().english(),
              "at byte 14: the content ends inside the header: expected 4 bytes of the columns, found 2");
    EXPECT_THAT(labelsError(gzipped(goodLabels.substr(0, 5))).problem().english(),
                HasSubstr("at byte 5 of the unpacked content"));
}

TEST(IdxReader, RefusesAFileThatEndsEarly) {
    EXPECT_EQ(imagesError(goodImages.substr(0, 27)).problem().english(),
              "at byte 27: the content ends early: expected 28 bytes from the header, found 27");
}

TEST(IdxReader, RefusesGzipContentThatEndsEarly) {
    EXPECT_EQ(
        imagesError(gzipped(goodImages.substr(0, 27))).problem().english(),
        "at byte 27 of the unpacked content: the content ends early: expected 28 bytes from the header, "
        "found 27");
}

TEST(IdxReader, RefusesTrailingBytes) {
    EXPECT_EQ(imagesError(goodImages + "xyz").problem().english(),
              "at byte 28: expected the end after the 28 bytes that the header declares, found 3 more bytes");
    EXPECT_THAT(labelsError(gzipped(goodLabels + "x")).problem().english(), HasSubstr("found more data"));
}

TEST(IdxReader, RefusesLabelsWhereImagesAreExpectedAndTheReverse) {
    const Error error = imagesError(goodLabels);
    EXPECT_EQ(error.problem().english(),
              "at byte 0: expected images (magic number 0x00000803), found labels (0x00000801)");
    EXPECT_THAT(error.mend().english(), HasSubstr("mixed up"));
    EXPECT_EQ(labelsError(gzipped(goodImages)).problem().english(),
              "at byte 0 of the unpacked content: expected labels (magic number 0x00000801), found images "
              "(0x00000803)");
}

TEST(IdxReader, RefusesAnotherFormat) {
    EXPECT_EQ(imagesError("\x89PNG and so on").problem().english(),
              "at byte 0: expected the IDX magic number 0x00000803 of images, found 0x89504e47");
}

TEST(IdxReader, RefusesAnotherElementType) {
    EXPECT_EQ(imagesError(bigEndian(0x00000d03) + goodImages.substr(4)).problem().english(),
              "at byte 2: expected element type 0x08 (unsigned byte), found 0x0d");
}

TEST(IdxReader, ReadsLabelsOfEveryTypeOfWholeNumbers) {
    const auto labels = [](char type, const std::string& elements, std::uint32_t count) {
        return parseIdxLabels(
            bigEndian(0x00000001U | static_cast<std::uint32_t>(type) << 8U) + bigEndian(count) + elements,
            "labels");
    };
    EXPECT_THAT(labels(0x08, "\xff\x02", 2).values, ElementsAre(255, 2));
    EXPECT_THAT(labels(0x09, "\xff\x02", 2).values, ElementsAre(-1, 2));
    EXPECT_THAT(labels(0x0b, std::string("\xff\xfe\x01\x00", 4), 2).values, ElementsAre(-2, 256));
    const IdxLabels wide = labels(0x0c, bigEndian(0x7fffffff) + bigEndian(0xfffffffd), 2);
    EXPECT_THAT(wide.values, ElementsAre(2147483647, -3));
    EXPECT_EQ(wide.offsetOf(1), 12) << "eight bytes of header and one label of four";
}

TEST(IdxReader, RefusesLabelsThatAreNoWholeNumbers) {
    EXPECT_EQ(labelsError(bigEndian(0x00000d01) + bigEndian(1) + bigEndian(0)).problem().english(),
              "at byte 2: expected element type 0x08, 0x09, 0x0b or 0x0c (whole numbers), found 0x0d");
    EXPECT_THAT(labelsError(bigEndian(0x00000c01) + bigEndian(2) + bigEndian(0)).problem().english(),
                HasSubstr("the content ends early: expected 16 bytes from the header, found 12"));
    EXPECT_THAT(labelsError(bigEndian(0x00000c01) + bigEndian(1U << 28U)).problem().english(),
                HasSubstr("expected from 1 to 134217728 labels, found 268435456"));
}

TEST(IdxReader, RefusesAnotherNumberOfDimensions) {
    EXPECT_EQ(imagesError(bigEndian(0x00000804) + goodImages.substr(4)).problem().english(),
              "at byte 3: expected 3 as the number of dimensions of images, found 4");
    EXPECT_EQ(labelsError(bigEndian(0x00000802) + goodLabels.substr(4)).problem().english(),
              "at byte 3: expected 1 as the number of dimensions of labels, found 2");
}

TEST(IdxReader, RefusesAnEmptySet) {
    EXPECT_EQ(imagesError(idxImages(0, 28, 28, "")).problem().english(),
              "at byte 4: expected from 1 to 1073741824 images, found 0");
    EXPECT_THAT(labelsError(idxLabels(0, "")).problem().english(), HasSubstr("at byte 4"));
}

TEST(IdxReader, RefusesAbsurdDimensionsBeforeTakingMemory) {
    EXPECT_EQ(imagesError(idxImages(1, 0, 28, "")).problem().english(),
              "at byte 8: expected from 1 to 4096 rows, found 0");
    EXPECT_EQ(imagesError(idxImages(1, 28, 0xffffffff, "")).problem().english(),
              "at byte 12: expected from 1 to 4096 columns, found 4294967295");
    EXPECT_EQ(imagesError(idxImages(1U << 30U, 4096, 4096, "")).problem().english(),
              "at byte 4: expected at most 1073741824 bytes, found a header that declares 18014398509482000");
}

TEST(IdxReader, RefusesAHeaderThatThePlainFileCannotFill) {
    EXPECT_EQ(imagesError(idxImages(1'000'000, 28, 28, "few")).problem().english(),
              "at byte 19: the content ends early: expected 784000016 bytes from the header, found 19");
}

TEST(IdxReader, RefusesAHeaderThatTheCompressedFileCannotFill) {
    const std::string bytes = gzipped(idxImages(1'000'000, 28, 28, "few"));
    EXPECT_THAT(imagesError(bytes).problem().english(),
                HasSubstr("the header declares 784000016 bytes, expected at most the " +
                          std::to_string(1032 * bytes.size())));
}

TEST(IdxReader, StopsAGzipBombAtTheDeclaredSize) {
    const std::string bomb = gzipped(idxImages(2, 2, 3, std::string(50'000'000, 'x')));
    EXPECT_THAT(imagesError(bomb).problem().english(),
                HasSubstr("at byte 28 of the unpacked content: expected the end"));
}

TEST(IdxReader, RefusesGzipThatEndsEarlyAtEveryByte) {
    const std::string bytes = gzipped(goodImages);
    for (std::size_t length = 2; length < bytes.size(); ++length) {
        const Error error = imagesError(bytes.substr(0, length));
        EXPECT_THAT(error.problem().english(),
                    HasSubstr("the gzip data end at byte " + std::to_string(length)))
            << length;
    }
}

TEST(IdxReader, RefusesADamagedChecksum) {
    std::string bytes = gzipped(goodImages);
    bytes[bytes.size() - 8] ^= 1;  // RFC 1952: the last eight bytes are CRC-32 and length
    EXPECT_THAT(imagesError(bytes).problem().english(), HasSubstr("incorrect data check"));
    EXPECT_THAT(imagesError(bytes).problem().english(), HasSubstr("the gzip data are damaged at byte"));
}

TEST(IdxReader, RefusesADamagedGzipHeader) {
    std::string bytes = gzipped(goodImages);
    bytes[2] = 9;  // the compression method
    EXPECT_THAT(imagesError(bytes).problem().english(), HasSubstr("unknown compression method"));
}

TEST(IdxReader, RefusesBytesAfterTheGzipData) {
    const std::string bytes = gzipped(goodImages);
    EXPECT_EQ(imagesError(bytes + "tail").problem().english(),
              "the gzip data end at byte " + std::to_string(bytes.size()) +
                  ": expected the end of the file, found 4 more bytes");
}

TEST(IdxReader, PassesOverZerosAfterTheGzipData) {
    const std::string bytes = gzipped(goodImages);
    for (const std::size_t zeros : {1U, 2U, 512U}) {
        EXPECT_EQ(parseIdxImages(bytes + std::string(zeros, '\0'), "images").pixels,
                  parseIdxImages(bytes, "images").pixels)
            << zeros;
    }
    EXPECT_THAT(imagesError(bytes + std::string(512, '\0') + "x").problem().english(),
                HasSubstr("expected the end of the file, found 513 more bytes"));
    EXPECT_THAT(imagesError(bytes + std::string(512, '\0') + bytes).problem().english(),
                HasSubstr("expected the end of the file"))
        << "as gzip does, which looks for no member behind zeros";
}

TEST(IdxReader, GivesAnErrorOrTheContentForEveryFlippedBit) {
    const std::string bytes = gzipped(goodLabels);
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
        try {
            // Time stamp, flags and system in the gzip header do not touch the content.
            EXPECT_THAT(parseIdxLabels(damaged, "labels").values, ElementsAre(7, 0, 2)) << bit;
        } catch (const Error& error) {
            EXPECT_THAT(error.mend().english(), Not(IsEmpty()));
        }
    }
}

}  // namespace
}  // namespace prunescope::data
