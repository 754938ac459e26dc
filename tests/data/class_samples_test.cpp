#include "data/class_samples.h"

#include "data/byte_images.h"
#include "data/float_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace prunescope::data {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<ImageIndex> imageList(const std::vector<std::int64_t>& places) {
    std::vector<ImageIndex> images;
    for (const std::int64_t place : places) images.emplace_back(place);
    return images;
}

/// Images of one pixel, which holds the image's place; those of the test files begin at 100.
ImageSet onePixelImages(const std::vector<Label>& labels, std::uint8_t first) {
    ImageSet images{.shape = {1, 1, 1}, .labels = labels};
    for (std::size_t i = 0; i < labels.size(); ++i)
        images.pixels.push_back(static_cast<std::uint8_t>(first + i));
    return images;
}

std::unique_ptr<ByteImages> setOf(const std::vector<Label>& training, const TrainingSplit& split) {
    auto images = std::make_unique<ByteImages>(
        DatasetFacts{.shape = {1, 1, 1}, .classNames = {"cat", "dog"}, .augmentation = {}},
        std::vector<run::DataFile>(), onePixelImages(training, 0), onePixelImages({1, 0, 1, 1}, 100));
    images->prepare(split, {});
    return images;
}

TEST(ClassSamples, CountsEachSplitAndTakesAllOfASmallClass) {
    // Cats are 0, 2, 3 and 6, of which 3 is held back; dogs are 1, 4 and 5, of which 1 is.
    const auto dataset =
        setOf({0, 1, 0, 0, 1, 1, 0}, {.train = imageList({0, 2, 4, 5, 6}), .validation = imageList({1, 3})});
    const auto classes = classSamples(*dataset, 8);
    ASSERT_EQ(classes.size(), 2U);
    EXPECT_EQ(classes[0].name, "cat");
    EXPECT_EQ(classes[0].training, 3);
    EXPECT_EQ(classes[0].validation, 1);
    EXPECT_EQ(classes[0].test, 1);
    EXPECT_THAT(classes[0].samples, ElementsAre(ImageIndex{0}, ImageIndex{2}, ImageIndex{6}));
    EXPECT_EQ(classes[1].name, "dog");
    EXPECT_EQ(classes[1].training, 2);
    EXPECT_EQ(classes[1].validation, 1);
    EXPECT_EQ(classes[1].test, 3);
    EXPECT_THAT(classes[1].samples, ElementsAre(ImageIndex{4}, ImageIndex{5}));
}

TEST(ClassSamples, AreTheSameEachTimeAndOfTheirClassInTheTrainingSplit) {
    std::vector<Label> labels;
    TrainingSplit split;
    for (std::int64_t i = 0; i < 200; ++i) {
        labels.push_back(static_cast<Label>(i % 2));
        (i < 40 ? split.validation : split.train).emplace_back(i);
    }
    const auto dataset = setOf(labels, split);
    const auto classes = classSamples(*dataset, 8);
    const auto again = classSamples(*dataset, 8);
    for (std::size_t c = 0; c < 2; ++c) {
        EXPECT_EQ(classes[c].training, 80);
        EXPECT_EQ(classes[c].samples, again[c].samples);
        ASSERT_EQ(classes[c].samples.size(), 8U);
        for (std::size_t i = 0; i < 8; ++i) {
            const ImageIndex image = classes[c].samples[i];
            EXPECT_EQ(image.index() % 2, c);
            EXPECT_GE(image.index(), 40U);
            if (i == 0) continue;
            EXPECT_LT(classes[c].samples[i - 1], image) << "each once, in order";
        }
    }
}

TEST(ClassSamples, PixelsAreThoseOfTheFile) {
    const auto dataset = setOf({0, 1, 0, 1}, {.train = imageList({0, 1, 2}), .validation = imageList({3})});
    EXPECT_THAT(dataset->pixels(run::Split::train, ImageIndex{2}), ElementsAre(2));
    EXPECT_THAT(dataset->pixels(run::Split::validation, ImageIndex{3}), ElementsAre(3));
    EXPECT_THAT(dataset->pixels(run::Split::test, ImageIndex{3}), ElementsAre(103));
}

TEST(ClassSamples, ATableHasCountsAndNoPixels) {
    FloatTable table({.shape = {2, 1, 1}, .classNames = {"low", "high"}, .augmentation = {}}, {},
                     {.values = {1, 2, 3, 4, 5, 6}, .labels = {0, 1, 1}}, {.values = {7, 8}, .labels = {1}});
    table.prepare({.train = imageList({0, 1}), .validation = imageList({2})}, {});
    const auto classes = classSamples(table, 8);
    EXPECT_EQ(classes[1].training, 1);
    EXPECT_EQ(classes[1].validation, 1);
    EXPECT_EQ(classes[1].test, 1);
    EXPECT_THAT(table.pixels(run::Split::train, ImageIndex{0}), IsEmpty());
}

}  // namespace
}  // namespace prunescope::data
