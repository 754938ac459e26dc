#include "data/npy_reader.h"

#include "data/content_reader.h"
#include "data/idx_fixtures.h"
#include "data/npy_elements.h"
#include "data/npy_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::littleEndian;
using test::npy;
using test::npyWith;
using testing::ElementsAre;
using testing::HasSubstr;

/// What `read` makes of the elements of a file.
template <class Read>
auto elementsOf(const std::string& bytes, const Read& read) {
    ContentReader content(bytes, "folder/x.npy");
    ContentCursor cursor(content);
    const NpyHeader header = readNpyHeader(cursor);
    return read(cursor, header);
}

NpyHeader headerOf(const std::string& bytes) {
    return elementsOf(bytes, [](ContentCursor&, const NpyHeader& header) { return header; });
}
std::vector<float> floatsOf(const std::string& bytes) {
    return elementsOf(bytes, readNpyFloats);
}
std::vector<std::int64_t> wholeNumbersOf(const std::string& bytes) {
    return elementsOf(bytes, readNpyWholeNumbers);
}

std::string npyProblemOf(const std::string& bytes) {
    const Error error = errorOf([&] { floatsOf(bytes); });
    EXPECT_EQ(error.where().english(), "folder/x.npy");
    EXPECT_FALSE(error.mend().empty());
    return error.problem().english();
}
std::string mendOf(const std::string& type) {
    return errorOf([&] { headerOf(npy(type, "(2,)", std::string(64, '\0'))); }).mend().english();
}

const std::string twoFloats = littleEndian(std::vector<float>{1.5F, -2.0F});

TEST(NpyHeader, SaysTypeOrderAndShape) {
    const NpyHeader header = headerOf(
        npyWith("{'descr': '>i2', 'fortran_order': True, 'shape': (3, 1, 2), }   \n", std::string(12, 'x')));
    EXPECT_EQ(header.type.kind, NpyKind::signedInteger);
    EXPECT_EQ(header.type.bytes, 2);
    EXPECT_TRUE(header.type.bigEndian);
    EXPECT_TRUE(header.columnsFirst);
    EXPECT_THAT(header.shape, ElementsAre(3, 1, 2));
    EXPECT_EQ(header.elements(), 6);
    EXPECT_EQ(header.shapeText(), "(3, 1, 2)");
}

TEST(NpyHeader, IsReadInWhateverWayPythonWritesIt) {
    EXPECT_THAT(headerOf(npyWith(R"({"shape":(2L,),"descr":"<f4","fortran_order":False})", twoFloats)).shape,
                ElementsAre(2));
    EXPECT_THAT(
        headerOf(npyWith("{ 'descr' : '<f4' , 'fortran_order' : False , 'shape' : ( 1 , 2 ) }", twoFloats))
            .shape,
        ElementsAre(1, 2));
    EXPECT_TRUE(headerOf(npy("<f4", "()", littleEndian(1.0F))).shape.empty());
}

TEST(NpyHeader, TellsPlacesInBothOrders) {
    NpyHeader header{.type = {}, .columnsFirst = false, .shape = {4, 3, 2}};
    EXPECT_EQ(header.placeOf(0), "[0, 0, 0]");
    EXPECT_EQ(header.placeOf(9), "[1, 1, 1]");
    header.columnsFirst = true;
    EXPECT_EQ(header.placeOf(9), "[1, 2, 0]");
}

TEST(NpyHeader, RefusesAnotherFormatAndAnotherVersion) {
    EXPECT_EQ(npyProblemOf("PK\x03\x04 and so on"),
              "at byte 0: expected an array of NumPy's (.npy), found 'PK?? a'");
    std::string later = npy("<f4", "(2,)", twoFloats);
    later[6] = 4;
    EXPECT_EQ(npyProblemOf(later), "at byte 6: expected version 1.0, 2.0 or 3.0 of the format, found 4.0");
    EXPECT_THAT(npyProblemOf(""),
                HasSubstr("the content ends inside the header: expected 8 bytes of the magic number"));
}

TEST(NpyHeader, RefusesAHeaderThatIsTooLongOrEndsEarly) {
    const std::string start = "\x93NUMPY" + std::string("\x02\x00", 2);
    EXPECT_EQ(npyProblemOf(start + littleEndian(std::uint32_t{65537}) + std::string(70'000, ' ')),
              "at byte 8: expected a header of at most 65536 bytes, found 65537");
    EXPECT_EQ(npyProblemOf(start + littleEndian(std::uint32_t{20}) + "{'descr'"),
              "at byte 20: the content ends inside the header: expected 20 bytes of the header, found 8");
}

TEST(NpyHeader, RefusesADictionaryThatIsDamagedWithItsPlace) {
    const auto damaged = [](const std::string& dictionary) {
        return npyProblemOf(npyWith(dictionary, twoFloats));
    };
    EXPECT_THAT(damaged(""),
                HasSubstr("at byte 10: the header of the array is damaged: expected {, found ''"));
    EXPECT_EQ(damaged("('descr': '<f4')"),
              "at byte 10: the header of the array is damaged: expected {, found '('descr': '<f4')'");
    EXPECT_THAT(damaged("{'descr' '<f4'}"),
                HasSubstr("at byte 19: the header of the array is damaged: expected :"));
    EXPECT_THAT(damaged("{'descr': '<f4, }"), HasSubstr("expected a text in quotes"));
    EXPECT_THAT(damaged("{'type': '<f4'}"),
                HasSubstr("expected one of the keys descr, fortran_order and shape"));
    EXPECT_THAT(damaged("{'descr': '<f4', 'descr': '<f4'}"),
                HasSubstr("at byte 27: the header of the array is "
                          "damaged: expected each key once"));
    EXPECT_THAT(damaged("{'descr': '<f4', 'fortran_order': Maybe}"), HasSubstr("expected True or False"));
    EXPECT_THAT(damaged("{'descr': '<f4', 'fortran_order': False, 'shape': (2, -1)}"),
                HasSubstr("expected a whole number from 0, found '-1)}'"));
    EXPECT_THAT(damaged("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}"),
                HasSubstr("expected a whole number from 0"));
    EXPECT_THAT(damaged("{'descr': '<f4', 'fortran_order': False}"), HasSubstr("expected the key 'shape'"));
    EXPECT_THAT(damaged("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x"),
                HasSubstr("expected the end of the header, found 'x'"));
    std::string many = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (int i = 0; i < 33; ++i) many += "1, ";
    EXPECT_THAT(damaged(many + ")}"), HasSubstr("expected at most 32 dimensions"));
}

TEST(NpyHeader, RefusesWhatIsNoNumberAndSaysWhatToSave) {
    EXPECT_EQ(npyProblemOf(npy("|O", "(2,)", twoFloats)),
              "at byte 20: expected whole numbers or numbers of 16, 32 or 64 bits, found element type '|O'");
    EXPECT_THAT(mendOf("|O"), HasSubstr("without allow_pickle"));
    EXPECT_THAT(mendOf("<U3"), HasSubstr("numpy.unique"));
    EXPECT_THAT(mendOf("|S3"), HasSubstr("numpy.unique"));
    for (const char* type : {"<c8", "<M8[s]", "<f16", "|V4", "<f1", "<b2", "<i3", "f4", "<f", ""})
        EXPECT_THAT(mendOf(type), HasSubstr("float32")) << type;
    const std::string records =
        npyWith("{'descr': [('x', '<f4'), ('y', '<i4')], 'fortran_order': False, 'shape': (1,)}", twoFloats);
    EXPECT_EQ(npyProblemOf(records),
              "at byte 20: expected an array of numbers, found records with fields of their own");
}

TEST(NpyHeader, RefusesAnEmptyArrayAndOneThatIsTooLarge) {
    EXPECT_EQ(npyProblemOf(npy("<f4", "(3, 0)", "")), "at byte 10: the array is empty: its shape is (3, 0)");
    EXPECT_EQ(npyProblemOf(npy("<f4", "(4294967296, 4294967296)", "")),
              "at byte 10: expected an array of at most 2147483648 bytes, found the shape (4294967296, "
              "4294967296)");
    EXPECT_EQ(npyProblemOf(npy("<f4", "(536870913,)", "")),
              "at byte 10: expected an array of at most 2147483648 bytes, found the shape (536870913,)");
}

TEST(NpyReader, RefusesContentThatIsNotAsLongAsItsHeaderSays) {
    const std::string whole = npy("<f4", "(2,)", twoFloats);
    EXPECT_EQ(npyProblemOf(whole.substr(0, whole.size() - 3)),
              "at byte " + std::to_string(whole.size() - 3) + ": the content ends early: expected " +
                  std::to_string(whole.size()) + " bytes from the header, found " +
                  std::to_string(whole.size() - 3));
    EXPECT_THAT(npyProblemOf(whole + "xy"), HasSubstr("found 2 more bytes"));
    const std::string packed = test::gzipped(npy("<f4", "(500000000,)", twoFloats));
    EXPECT_THAT(npyProblemOf(packed),
                HasSubstr("expected at most the " + std::to_string(1032 * packed.size()) +
                          " that the compressed file can hold"));
    EXPECT_THAT(npyProblemOf(test::gzipped(npy("<f4", "(2,)", twoFloats + std::string(5'000'000, 'x')))),
                HasSubstr("found more data"))
        << "what it unpacks to is not read";
}

TEST(NpyReader, ReadsHalfPrecisionExactly) {
    const auto half = [](std::uint16_t bits) { return floatOfHalf(bits); };
    // IEEE 754: sign, five bits of the exponent, ten of the fraction.
    EXPECT_EQ(half(0x3c00), 1.0F);
    EXPECT_EQ(half(0xc000), -2.0F);
    EXPECT_EQ(half(0x3555), 0.333251953125F);
    EXPECT_EQ(half(0x7bff), 65504.0F);
    EXPECT_EQ(half(0x0400), 0.00006103515625F);
    EXPECT_EQ(half(0x0001), std::ldexp(1.0F, -24));
    EXPECT_EQ(half(0x83ff), -std::ldexp(1023.0F, -24));
    EXPECT_TRUE(std::signbit(half(0x8000)) && half(0x8000) == 0);
    EXPECT_EQ(half(0xfc00), -std::numeric_limits<float>::infinity());
    EXPECT_TRUE(std::isnan(half(0x7e00)));
}

TEST(NpyReader, ReadsMoreThanOnePiece) {
    std::vector<std::int32_t> numbers(150'000);
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::int32_t>(3 * i);
    const auto read = wholeNumbersOf(npy("<i4", "(150000,)", littleEndian(numbers)));
    ASSERT_EQ(read.size(), numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(read[i], numbers[i]);
}

TEST(NpyReader, RefusesNumbersThatAreNoFiniteFloatsWithTheirIndex) {
    const auto doubles = [](double third) {
        return npy("<f8", "(2, 2)", littleEndian(std::vector<double>{1, 2, third, 4}));
    };
    EXPECT_EQ(npyProblemOf(doubles(std::numeric_limits<double>::infinity())),
              "at index [1, 0]: expected a finite number that 32 bits can hold, found inf");
    EXPECT_EQ(npyProblemOf(doubles(-1e39)),
              "at index [1, 0]: expected a finite number that 32 bits can hold, found -1e+39");
    EXPECT_THAT(npyProblemOf(doubles(std::nan(""))), HasSubstr("found nan"));
    EXPECT_THAT(floatsOf(doubles(1e-300)), ElementsAre(1, 2, 0, 4));
}

TEST(NpyReader, ReadsLabelsOfWholeNumbersAlone) {
    EXPECT_THAT(wholeNumbersOf(npy("<u8", "(2,)", littleEndian(std::vector<std::uint64_t>{5, 1ULL << 62U}))),
                ElementsAre(5, std::int64_t{1} << 62));
    const auto refusal = [](const std::string& bytes) {
        return errorOf([&] { wholeNumbersOf(bytes); }).problem().english();
    };
    EXPECT_EQ(refusal(npy("<u8", "(2,)", littleEndian(std::vector<std::uint64_t>{5, 1ULL << 63U}))),
              "at index [1]: expected a label below 2^63, found 9223372036854775808");
    EXPECT_EQ(refusal(npy("<f4", "(2,)", twoFloats)),
              "expected labels that are whole numbers, found element type <f4");
}

TEST(NpyReader, RefusesMoreThanItCanKeep) {
    // A byte becomes a float of four or a label of eight; the file that would hold them is never made.
    const std::string none;
    ContentReader content(none, "x");
    ContentCursor cursor(content);
    const NpyHeader header{.type = {.kind = NpyKind::unsignedInteger, .bytes = 1},
                           .shape = {(std::int64_t{1} << 29) + 1}};
    EXPECT_EQ(errorOf([&] { readNpyFloats(cursor, header); }).problem().english(),
              "expected at most 536870912 numbers, found 536870913 in the shape (536870913,)");
    EXPECT_THAT(errorOf([&] { readNpyWholeNumbers(cursor, header); }).problem().english(),
                HasSubstr("expected at most 134217728 numbers"));
}

}  // namespace
}  // namespace prunescope::data
