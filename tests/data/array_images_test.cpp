#include "data/array_images.h"

#include "data/content_reader.h"
#include "data/idx_fixtures.h"
#include "data/npy_fixtures.h"
#include "data/npz_archive.h"
#include "support/file_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::littleEndian;
using test::npy;
using test::npyWith;
using testing::ElementsAre;
using testing::HasSubstr;
using Bytes = std::vector<std::uint8_t>;
using Floats = std::vector<float>;

/// Written by NumPy: tests/golden/make_arrays.py.
std::string goldenBytes(const std::string& name) {
    return test::readBytes(std::string(PRUNESCOPE_TEST_DATA "/golden/arrays/") + name);
}

ArrayImages imagesOf(const std::string& bytes, const std::string& layout = "auto") {
    ContentReader content(bytes, "folder/x.npy");
    return readArrayImages(content, layout);
}
std::string problemOf(const std::string& bytes, const std::string& layout = "auto") {
    const Error error = errorOf([&] { imagesOf(bytes, layout); });
    EXPECT_EQ(error.where().english(), "folder/x.npy");
    EXPECT_FALSE(error.mend().empty());
    return error.problem().english();
}
std::vector<std::int64_t> labelsOf(const std::string& bytes) {
    ContentReader content(bytes, "folder/y.npy");
    return readArrayLabels(content).classes;
}

/// 0, 1, 2, …
std::string counted(std::size_t count) {
    std::string bytes(count, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    return bytes;
}

TEST(ArrayImages, OfTwoDimensionsAreTheRowsOfATable) {
    const ArrayImages rows = imagesOf(npy("|u1", "(2, 3)", counted(6)));
    EXPECT_EQ(rows.count, 2);
    EXPECT_EQ(rows.shape, (kernels::Shape{3, 1, 1}));
    EXPECT_EQ(rows.file, "folder/x.npy");
    EXPECT_THAT(std::get<Floats>(rows.values), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(ArrayImages, OfThreeDimensionsAreGrey) {
    const ArrayImages images = imagesOf(npy("|u1", "(2, 1, 3)", counted(6)));
    EXPECT_EQ(images.count, 2);
    EXPECT_EQ(images.shape, (kernels::Shape{1, 1, 3}));
    EXPECT_THAT(std::get<Bytes>(images.values), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(ArrayImages, HaveTheirChannelsWhereThatManyAreUsual) {
    // Two images of 2 x 2 pixels: channel c of pixel p of image n is 12 n + 3 p + c.
    const ArrayImages last = imagesOf(npy("|u1", "(2, 2, 2, 3)", counted(24)));
    EXPECT_EQ(last.shape, (kernels::Shape{3, 2, 2}));
    EXPECT_THAT(std::get<Bytes>(last.values), ElementsAre(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11,  //
                                                          12, 15, 18, 21, 13, 16, 19, 22, 14, 17, 20, 23));
    const ArrayImages first = imagesOf(npy("|u1", "(2, 3, 2, 2)", counted(24)));
    EXPECT_EQ(first.shape, (kernels::Shape{3, 2, 2}));
    EXPECT_EQ(std::get<Bytes>(first.values).at(13), 13);
    EXPECT_EQ(imagesOf(npy("|u1", "(1, 1, 5, 2)", counted(10))).shape, (kernels::Shape{1, 5, 2}));
    EXPECT_EQ(imagesOf(npy("|u1", "(1, 2, 5, 4)", counted(40))).shape, (kernels::Shape{4, 2, 5}));
}

TEST(ArrayImages, AskForTheLayoutWhereTheShapeDoesNotTell) {
    EXPECT_EQ(problemOf(npy("|u1", "(1, 3, 2, 3)", counted(18))),
              "expected 1, 3 or 4 channels in the second or in the last dimension, found both in the shape "
              "(1, 3, 2, 3)");
    EXPECT_EQ(problemOf(npy("|u1", "(1, 2, 3, 2)", counted(12))),
              "expected 1, 3 or 4 channels in the second or in the last dimension, found neither in the "
              "shape (1, 2, 3, 2)");
    EXPECT_THAT(errorOf([] { imagesOf(npy("|u1", "(1, 3, 2, 3)", counted(18))); }).mend().english(),
                HasSubstr("data.layout"));
    EXPECT_EQ(imagesOf(npy("|u1", "(1, 3, 2, 3)", counted(18)), "nhwc").shape, (kernels::Shape{3, 3, 2}));
    EXPECT_EQ(imagesOf(npy("|u1", "(1, 3, 2, 3)", counted(18)), "nchw").shape, (kernels::Shape{3, 2, 3}));
    EXPECT_EQ(imagesOf(npy("|u1", "(1, 2, 3, 2)", counted(12)), "nchw").shape, (kernels::Shape{2, 3, 2}));
}

TEST(ArrayImages, InFortransOrderAreTheSame) {
    // Element [n, y, x] of 2 x 2 x 3 has the number n + 2 y + 4 x in the file.
    const std::string file =
        npyWith("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2, 3)}", counted(12));
    EXPECT_THAT(std::get<Bytes>(imagesOf(file).values), ElementsAre(0, 4, 8, 2, 6, 10, 1, 5, 9, 3, 7, 11));
    const ArrayImages c = imagesOf(goldenBytes("version_1.npy"));
    const ArrayImages fortran = imagesOf(goldenBytes("fortran.npy"));
    EXPECT_EQ(fortran.shape, c.shape);
    EXPECT_EQ(std::get<Floats>(fortran.values), std::get<Floats>(c.values));
}

TEST(ArrayImages, AreReadFromEveryVersionOfTheFormat) {
    for (const char* name : {"version_1.npy", "version_2.npy", "version_3.npy"}) {
        const ArrayImages images = imagesOf(goldenBytes(name));
        EXPECT_EQ(images.count, 2) << name;
        EXPECT_EQ(images.shape, (kernels::Shape{1, 3, 4})) << name;
        const auto& values = std::get<Floats>(images.values);
        ASSERT_EQ(values.size(), 24U) << name;
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_EQ(values[i], static_cast<float>(i) / 2) << name;
    }
}

class ArrayTypes : public testing::TestWithParam<std::string> {};

/// What tests/golden/make_arrays.py says of the type.
std::vector<float> expectedOf(const std::string& type) {
    const char kind = type[type.find('_') == std::string::npos ? 0 : 3];
    if (kind == 'b') return {0, 0, 1, 1, 1, 1};
    return {0, 1, 2, kind == 'u' ? 3.0F : -5.0F, kind == 'f' ? -0.5F : 4.0F, 100};
}

TEST_P(ArrayTypes, AreReadAsNumPyWroteThem) {
    const std::string bytes = goldenBytes("types.npz");
    const NpzArchive archive(bytes, "types.npz");
    const ArrayImages rows = readArrayImages(*archive.open(GetParam()), "auto");
    EXPECT_EQ(rows.shape, (kernels::Shape{3, 1, 1}));
    EXPECT_THAT(std::get<Floats>(rows.values), testing::ElementsAreArray(expectedOf(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(All, ArrayTypes,
                         testing::Values("bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4",
                                         "f8", "be_i2", "be_i4", "be_i8", "be_u2", "be_u4", "be_u8", "be_f2",
                                         "be_f4", "be_f8"),
                         [](const auto& type) { return type.param; });

class RefusedArrays : public testing::TestWithParam<std::string> {};

TEST_P(RefusedArrays, OfNumPysAreRefusedWithAnAdvice) {
    const std::string bytes = goldenBytes("refused.npz");
    const NpzArchive archive(bytes, "refused.npz");
    const Error error = errorOf([&] { readArrayImages(*archive.open(GetParam()), "auto"); });
    EXPECT_EQ(error.where().english(), "refused.npz (" + GetParam() + ")");
    EXPECT_THAT(error.problem().english(),
                testing::AnyOf(HasSubstr("found element type"), HasSubstr("found records")));
    EXPECT_THAT(error.mend().english(),
                testing::StartsWith(GetParam() == "objects" ? "Python objects" : "Save"));
}

INSTANTIATE_TEST_SUITE_P(All, RefusedArrays,
                         testing::Values("objects", "texts", "bytes", "records", "complex", "times",
                                         "long_doubles"),
                         [](const auto& kind) { return kind.param; });

TEST(ArrayImages, RefuseOtherNumbersOfDimensions) {
    EXPECT_EQ(problemOf(npy("|u1", "(6,)", counted(6))),
              "expected rows of a table (2 dimensions), grey images (3) or images with channels (4), found "
              "the shape (6,)");
    EXPECT_THAT(problemOf(npy("|u1", "(1, 1, 1, 2, 3)", counted(6))), HasSubstr("(1, 1, 1, 2, 3)"));
    EXPECT_THAT(problemOf(npy("|u1", "()", counted(1))), HasSubstr("()"));
    EXPECT_THAT(problemOf(npy("|u1", "(1, 65537)", std::string(65537, 'x'))),
                HasSubstr("expected at most 65536 columns or channels, found 65537"));
}

TEST(ArrayLabels, StandInOneDimension) {
    EXPECT_THAT(labelsOf(npy("<i2", "(3,)", littleEndian(std::vector<std::int16_t>{4, -2, 4}))),
                ElementsAre(4, -2, 4));
    EXPECT_THAT(labelsOf(npy("|u1", "(3, 1)", counted(3))), ElementsAre(0, 1, 2));
    EXPECT_THAT(labelsOf(npy("|b1", "(2,)", counted(2))), ElementsAre(0, 1));
    const Error error = errorOf([] { labelsOf(npy("|u1", "(3, 2)", counted(6))); });
    EXPECT_EQ(error.problem().english(), "expected labels in one dimension, found the shape (3, 2)");
    EXPECT_THAT(error.mend().english(), HasSubstr("numpy.argmax(y, axis=1)"));
}

}  // namespace
}  // namespace prunescope::data
