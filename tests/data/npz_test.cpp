// The data set "npz": arrays of NumPy's in a folder or in one file, with a test part or without.

#include "base/sha256.h"
#include "data/batch_loader.h"
#include "data/byte_images.h"
#include "data/float_table.h"
#include "data/idx_fixtures.h"
#include "data/npy_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::littleEndian;
using test::npy;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

const std::filesystem::path golden = PRUNESCOPE_TEST_DATA "/golden/arrays/images.npz";

run::RunConfig configOf(const std::filesystem::path& place) {
    run::RunConfig config;
    config.dataset = "npz";
    config.dataDir = place.string();
    config.validationFraction = 0.25;
    return config;
}

/// `count` labels 0, 1, 0, 1, …
std::string twoClasses(std::size_t count) {
    std::string labels;
    for (std::size_t i = 0; i < count; ++i) labels.push_back(static_cast<char>(i % 2));
    return npy("|u1", "(" + std::to_string(count) + ",)", labels);
}

/// `count` rows of two columns, which all differ.
std::string twoColumns(std::size_t count, float first) {
    std::vector<float> values(2 * count);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = first + static_cast<float>(i);
    return npy("<f4", "(" + std::to_string(count) + ", 2)", littleEndian(values));
}

/// A table of twelve rows to train on and four to test on, as .npy files.
class NpyFolderTest : public testing::Test {
protected:
    NpyFolderTest() {
        write("x_train.npy", twoColumns(12, 0));
        write("y_train.npy", twoClasses(12));
        write("x_test.npy", twoColumns(4, 100));
        write("y_test.npy", twoClasses(4));
    }
    void write(const std::string& name, const std::string& bytes) { test::writeBytes(folder_ / name, bytes); }
    void remove(const std::string& name) { std::filesystem::remove(folder_ / name); }
    std::shared_ptr<const Dataset> load() const { return loadDataset(config_); }
    Error error() const {
        return errorOf([&] { load(); });
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    test::TemporaryFolder folder_;
    run::RunConfig config_ = configOf(folder_.path());
};

TEST(Npz, ReadsImagesThatNumPyWrote) {
    const auto dataset = std::dynamic_pointer_cast<const ByteImages>(loadDataset(configOf(golden)));
    ASSERT_NE(dataset, nullptr);
    EXPECT_EQ(dataset->shape(), (kernels::Shape{3, 6, 5}));
    EXPECT_THAT(dataset->facts().classNames, ElementsAre("1", "2", "5"));
    EXPECT_THAT(dataset->labels(run::Split::test), ElementsAre(0, 1, 2, 0, 1, 2));
    // Channel 1 of pixel (2, 3) of image 4 is element ((4 * 6 + 2) * 5 + 3) * 3 + 1 = 400 of the file.
    EXPECT_EQ(dataset->pixels(run::Split::train, ImageIndex{4})[30 + 2 * 5 + 3], 7 * 400 % 256);
    EXPECT_EQ(dataset->pixels(run::Split::test, ImageIndex{4})[30 + 2 * 5 + 3], 5 * 400 % 256);
    ASSERT_EQ(dataset->description().files.size(), 1U);
    EXPECT_EQ(dataset->description().files[0].name, "images.npz");
    EXPECT_EQ(dataset->description().files[0].sha256, sha256HexOfFile(golden));
    EXPECT_FALSE(dataset->description().testDrawn);
    EXPECT_EQ(factsOf(configOf(golden)).shape, dataset->shape());
}

TEST(Npz, IsFoundInTheFolderThatHoldsItAlone) {
    const test::TemporaryFolder folder;
    std::filesystem::copy_file(golden, folder / "my.npz");
    EXPECT_EQ(loadDataset(configOf(folder.path()))->description().files[0].name, "my.npz");
    std::filesystem::copy_file(golden, folder / "other.npz");
    const Error two = errorOf([&] { loadDataset(configOf(folder.path())); });
    EXPECT_EQ(two.problem().english(),
              "expected x_train.npy or one .npz file, found several: my.npz, other.npz");
    EXPECT_THAT(two.mend().english(), HasSubstr("Name the .npz file itself"));
    const test::TemporaryFolder empty;
    EXPECT_EQ(errorOf([&] { loadDataset(configOf(empty.path())); }).problem().english(),
              "expected x_train.npy or one .npz file, found no file");
}

TEST(Npz, MayBeNamedItselfAndNoOtherDataSetMay) {
    run::RunConfig config = configOf(golden);
    config.dataset = "mnist";
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).problem().english(),
                HasSubstr("found what looks like the data set 'npz'"));
    config = configOf("/nonexistent/data.npz");
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).problem().english(), HasSubstr("found nothing there"));
    config = configOf("/dev/null");
    EXPECT_THROW(loadDataset(config), Error);
}

TEST_F(NpyFolderTest, ReadsATable) {
    const auto dataset = load();
    EXPECT_NE(std::dynamic_pointer_cast<const FloatTable>(dataset), nullptr);
    EXPECT_EQ(dataset->shape(), (kernels::Shape{2, 1, 1}));
    EXPECT_EQ(dataset->description().trainImages, 9);
    EXPECT_EQ(dataset->description().testImages, 4);
    EXPECT_FALSE(dataset->facts().augmentation) << "rows are no pictures";
    std::vector<std::string> names;
    for (const run::DataFile& file : dataset->description().files) names.push_back(file.name);
    EXPECT_THAT(names, ElementsAre("x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy"));
}

TEST_F(NpyFolderTest, ReadsGzipAndOtherNames) {
    const auto plain = load();
    for (const char* name : {"x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy"}) {
        const std::string bytes = test::readBytes(folder_ / name);
        write("my_" + std::string(name) + ".gz", test::gzipped(bytes));
        remove(name);
    }
    EXPECT_THAT(error().problem().english(),
                HasSubstr("expected x_train.npy or one .npz file, found my_x_test"));
    config_.dataOptions = {{"x_train", "my_x_train"},
                           {"y_train", "my_y_train"},
                           {"x_test", "my_x_test"},
                           {"y_test", "my_y_test"}};
    EXPECT_EQ(load()->description().mean, plain->description().mean);
    config_.dataOptions["y_test"] = "../y_test";
    EXPECT_EQ(error().where().english(), "data.y_test");
}

TEST_F(NpyFolderTest, RefusesNamesThatAreNotThere) {
    config_.dataOptions = {{"x_test", "absent"}};
    EXPECT_THAT(error().problem().english(), HasSubstr("expected absent.npy or absent.npy.gz, found"));
    config_.dataOptions.clear();
    remove("y_test.npy");
    EXPECT_THAT(error().problem().english(), HasSubstr("expected y_test.npy or y_test.npy.gz, found"));
}

TEST_F(NpyFolderTest, DrawsTheTestPartWhereThereIsNone) {
    remove("x_test.npy");
    remove("y_test.npy");
    config_.dataOptions = {{"test_fraction", 0.3}};
    const auto dataset = load();
    // Three tenths of twelve rows round to four, two of each class; of the eight others a quarter is held
    // back.
    EXPECT_EQ(dataset->description().testImages, 4);
    EXPECT_EQ(dataset->description().trainImages, 6);
    EXPECT_TRUE(dataset->description().testDrawn);
    EXPECT_THAT(dataset->labels(run::Split::test), UnorderedElementsAre(0, 0, 1, 1));
}

TEST_F(NpyFolderTest, DrawsATestPartThatItsSeedAloneDecides) {
    write("x_train.npy", npy("|u1", "(40, 1, 1)", std::string("0123456789abcdefghijklmnopqrstuvwxyzABCD")));
    write("y_train.npy", twoClasses(40));
    config_.dataOptions = {{"x_test", ""}, {"y_test", ""}, {"test_fraction", 0.25}};
    const auto testPixels = [&] {
        const auto dataset = load();
        std::string pixels;
        for (const ImageIndex i : dataset->indices(run::Split::test))
            pixels.push_back(static_cast<char>(dataset->pixels(run::Split::test, i)[0]));
        return pixels;
    };
    const std::string first = testPixels();
    EXPECT_EQ(first.size(), 10U);
    const auto dataset = load();
    for (const ImageIndex i : dataset->indices(run::Split::train))
        EXPECT_EQ(first.find(static_cast<char>(dataset->pixels(run::Split::train, i)[0])), std::string::npos);
    config_.seed = 2;
    EXPECT_EQ(testPixels(), first) << "runs of several seeds are measured on the same images";
    config_.dataOptions["test_seed"] = 2;
    EXPECT_NE(testPixels(), first);
}

TEST_F(NpyFolderTest, LeavesAnImageOfEachClassToTrainOn) {
    config_.dataOptions = {{"x_test", ""}, {"y_test", ""}, {"test_fraction", 0.8}};
    EXPECT_EQ(error().where().english(), "validation split") << "one of each class is left";
    config_.dataOptions["test_fraction"] = 0.6;
    EXPECT_THAT(load()->description().classCounts.train, ElementsAre(2, 2));
}

TEST_F(NpyFolderTest, RefusesPartsThatDoNotBelongTogether) {
    write("y_train.npy", twoClasses(11));
    EXPECT_EQ(error().where().english(), path("y_train.npy"));
    EXPECT_EQ(error().problem().english(),
              "expected 12 labels, one for each image or row of " + path("x_train.npy") + ", found 11");
    write("y_train.npy", twoClasses(12));
    write("x_test.npy", npy("<f4", "(4, 3)", std::string(48, '\0')));
    EXPECT_EQ(error().where().english(), path("x_test.npy"));
    EXPECT_EQ(error().problem().english(),
              "expected images or rows of 2 x 1 x 1 numbers (channels, height, width), as in " +
                  path("x_train.npy") + ", found 3 x 1 x 1");
    write("x_test.npy", twoColumns(4, 100));
    write("y_test.npy", npy("|u1", "(4,)", std::string("\0\1\2\1", 4)));
    EXPECT_EQ(error().where().english(), path("y_test.npy"));
    EXPECT_EQ(error().problem().english(), "label 2: expected one of the training labels 0, 1, found 2");
}

TEST_F(NpyFolderTest, RefusesBytesForTheTestOfWhatWasTrainedOnFloats) {
    write("x_train.npy", npy("<f4", "(12, 1, 2)", twoColumns(12, 0).substr(twoColumns(12, 0).size() - 96)));
    write("x_test.npy", npy("|u1", "(4, 1, 2)", "abcdefgh"));
    EXPECT_THAT(error().problem().english(), HasSubstr("expected numbers of the same kind as in"));
}

TEST_F(NpyFolderTest, RefusesDamageWithTheFile) {
    write("x_test.npy", twoColumns(4, 100).substr(0, 90));
    EXPECT_EQ(error().where().english(), path("x_test.npy"));
    EXPECT_THAT(error().problem().english(), HasSubstr("at byte 90: the content ends early"));
    write("x_test.npy", twoColumns(4, std::numeric_limits<float>::infinity()));
    EXPECT_THAT(error().problem().english(), HasSubstr("at index [0, 0]: expected a finite number"));
}

TEST_F(NpyFolderTest, ReadsFloatImagesWhichCanBeVaried) {
    std::vector<float> pixels(12 * 2 * 3 * 2);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<float>(i % 17) / 16;
    write("x_train.npy", npy("<f4", "(12, 2, 3, 2)", littleEndian(pixels)));
    pixels.resize(4 * 2 * 3 * 2);
    write("x_test.npy", npy("<f4", "(4, 2, 3, 2)", littleEndian(pixels)));
    EXPECT_THAT(error().problem().english(), HasSubstr("found neither"));
    config_.dataOptions = {{"layout", "nchw"}};
    config_.augment = {1, "on"};
    const auto dataset = load();
    EXPECT_EQ(dataset->shape(), (kernels::Shape{2, 3, 2}));
    EXPECT_EQ(dataset->description().mean.size(), 2U) << "of each channel";
    EXPECT_EQ(dataset->description().augmentation, "shift 1, flip");
    config_.augment = {};
    EXPECT_EQ(load()->description().augmentation, "none") << "the usual one";
}

TEST_F(NpyFolderTest, MayHaveAnArrayOfTheTestRowsGroups) {
    config_.dataOptions["groups"] = "site_test";
    write("site_test.npy", npy("<i4", "(4,)", littleEndian(std::vector<std::int32_t>{12, 7, 7, 12})));
    EXPECT_THAT(load()->testGroups().names, ElementsAre("12", "7"));
    EXPECT_THAT(load()->testGroups().ofTest, ElementsAre(0, 1, 1, 0));
    write("site_test.npy", npy("<i4", "(2,)", littleEndian(std::vector<std::int32_t>{1, 2})));
    EXPECT_THAT(error().problem().english(), HasSubstr("expected 4 groups, one for each image or row"));
    remove("x_test.npy");
    remove("y_test.npy");
    EXPECT_THAT(error().problem().english(),
                HasSubstr("there are groups for test images, and no test images"));
}

}  // namespace
}  // namespace prunescope::data
