// What the two data sets in MNIST's file naming make of it: any images and labels, or those of Fashion-MNIST
// alone.

#include "data/byte_images.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace prunescope::data {
namespace {

using test::bigEndian;
using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// Images that all differ: pixel p of image i is 16 i + p.
std::string tinyImages(std::uint32_t count, std::uint32_t height, std::uint32_t width) {
    std::string pixels;
    for (std::uint32_t i = 0; i < count; ++i) {
        for (std::uint32_t p = 0; p < height * width; ++p) pixels.push_back(static_cast<char>(16 * i + p));
    }
    return test::idxImages(count, height, width, pixels);
}

/// Labels of 32 bits.
std::string wideLabels(const std::vector<std::int32_t>& labels) {
    std::string file = bigEndian(0x00000c01) + bigEndian(static_cast<std::uint32_t>(labels.size()));
    for (const std::int32_t label : labels) file += bigEndian(static_cast<std::uint32_t>(label));
    return file;
}

/// Eight images of 2 x 3 pixels to train on and two to test on, of the classes -5, 7 and 1000.
class SmallIdxFolder : public testing::Test {
protected:
    SmallIdxFolder() {
        write("train-images-idx3-ubyte", tinyImages(8, 2, 3));
        write("train-labels-idx1-ubyte", wideLabels({1000, -5, 7, 7, -5, 1000, 7, -5}));
        write("t10k-images-idx3-ubyte", tinyImages(2, 2, 3));
        write("t10k-labels-idx1-ubyte", wideLabels({7, 1000}));
        config_.dataset = "mnist";
        config_.dataDir = folder_.path().string();
        config_.validationFraction = 0.25;
    }
    void write(const std::string& name, const std::string& bytes) { test::writeBytes(folder_ / name, bytes); }
    std::shared_ptr<const Dataset> load() const { return loadDataset(config_); }
    Error error() const {
        return errorOf([&] { load(); });
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
};

TEST_F(SmallIdxFolder, HasTheSizeOfItsImagesAndAClassForEachLabel) {
    const auto dataset = load();
    EXPECT_EQ(dataset->shape(), (kernels::Shape{1, 2, 3}));
    EXPECT_THAT(dataset->facts().classNames, ElementsAre("-5", "7", "1000"));
    EXPECT_THAT(dataset->labels(run::Split::train), ElementsAre(2, 0, 1, 1, 0, 2, 1, 0));
    EXPECT_THAT(dataset->labels(run::Split::test), ElementsAre(1, 2));
    EXPECT_THAT(dataset->pixels(run::Split::train, ImageIndex{2}), ElementsAre(32, 33, 34, 35, 36, 37));
    EXPECT_EQ(factsOf(config_).shape, dataset->shape()) << "which only the files tell";
}

TEST_F(SmallIdxFolder, TakesTheNamesOfItsClassesFromTheTextBesideIt) {
    write("classes.txt", "minus five\nseven \r\na thousand\n\n");
    const auto dataset = load();
    EXPECT_THAT(dataset->facts().classNames, ElementsAre("minus five", "seven", "a thousand"));
    ASSERT_EQ(dataset->description().files.size(), 5U);
    EXPECT_EQ(dataset->description().files.back().name, "classes.txt");
    config_.dataOptions = {{"classes", ""}};
    EXPECT_THAT(load()->facts().classNames, ElementsAre("-5", "7", "1000"));
}

TEST_F(SmallIdxFolder, TakesTheNamesFromAnotherTextWhichMustThenBeThere) {
    write("classes.txt", "a\nb\nc");
    config_.dataOptions = {{"classes", "names.txt"}};
    EXPECT_THAT(error().problem().english(), HasSubstr("expected names.txt, found classes.txt, t10k-images"));
    write("names.txt", "x\ny\nz");
    EXPECT_THAT(load()->facts().classNames, ElementsAre("x", "y", "z"));
    config_.dataOptions = {{"classes", "../names.txt"}};
    EXPECT_EQ(error().where().english(), "data.classes");
    EXPECT_THAT(error().problem().english(), HasSubstr("leads out of the data's folder"));
}

TEST_F(SmallIdxFolder, RefusesNamesThatAreNotThoseOfItsClasses) {
    write("classes.txt", "a\nb\nc\nd");
    EXPECT_EQ(error().where().english(), path("classes.txt"));
    EXPECT_EQ(error().problem().english(), "line 4: expected 3 names, one for each class, found 4");
}

TEST_F(SmallIdxFolder, RefusesALabelThatNoTrainingImageHas) {
    write("t10k-labels-idx1-ubyte", wideLabels({7, 8}));
    EXPECT_EQ(error().where().english(), path("t10k-labels-idx1-ubyte"));
    EXPECT_EQ(error().problem().english(),
              "label 1: expected one of the training labels -5, 7, 1000, found 8");
}

TEST_F(SmallIdxFolder, RefusesTestImagesOfAnotherSize) {
    write("t10k-images-idx3-ubyte", tinyImages(2, 3, 2));
    EXPECT_EQ(error().where().english(), path("t10k-images-idx3-ubyte"));
    EXPECT_EQ(error().problem().english(),
              "at byte 8 of the content: expected images of 2 x 3 pixels, found 3 x 2");
}

/// The same small data set under another name, which says what it must hold.
class FashionFolder : public testing::Test {
protected:
    FashionFolder() {
        test::writeTinyMnist(folder_.path());
        config_.dataDir = folder_.path().string();
        config_.validationFraction = 0.25;
    }
    Error errorWith(const std::string& name, const std::string& bytes) const {
        test::writeBytes(folder_ / name, bytes);
        return errorOf([&] { loadDataset(config_); });
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
};

TEST_F(FashionFolder, HasItsOwnClassesWhateverTextIsBesideIt) {
    test::writeBytes(folder_ / "classes.txt", "zero\none");
    EXPECT_EQ(loadDataset(config_)->facts().classNames.at(9), "Ankle boot");
}

TEST_F(FashionFolder, RefusesALabelOutOfRangeWithItsIndex) {
    std::string labels = test::TinyDigits{.images = 20}.labelFile();
    labels[8 + 13] = 10;
    const Error error = errorWith("t10k-labels-idx1-ubyte", labels);
    EXPECT_EQ(error.where().english(), (folder_ / "t10k-labels-idx1-ubyte").string());
    EXPECT_EQ(error.problem().english(),
              "at byte 21 of the content: expected labels from 0 to 9, found 10 for image 13");
    std::vector<std::int32_t> wide(40, 3);
    wide[2] = -1;
    EXPECT_EQ(errorWith("train-labels-idx1-ubyte", wideLabels(wide)).problem().english(),
              "at byte 16 of the content: expected labels from 0 to 9, found -1 for image 2");
}

TEST_F(FashionFolder, RefusesImagesOfAnotherSize) {
    const std::string images = test::idxImages(40, 14, 56, test::TinyDigits{.images = 40}.pixels());
    EXPECT_EQ(errorWith("train-images-idx3-ubyte", images).problem().english(),
              "at byte 8 of the content: expected images of 28 x 28 pixels, found 14 x 56");
}

TEST_F(SmallIdxFolder, MayNameTheGroupOfEachTestImage) {
    config_.dataOptions["groups"] = "shifts.txt";
    write("shifts.txt", "night\nday\n");
    EXPECT_THAT(load()->testGroups().names, ElementsAre("day", "night"));
    EXPECT_THAT(load()->testGroups().ofTest, ElementsAre(1, 0));
    write("shifts.txt", "night\n");
    EXPECT_THAT(error().problem().english(), HasSubstr("expected 2 names, one for each test sample"));
}

}  // namespace
}  // namespace prunescope::data
