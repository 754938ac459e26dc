#include "data/float_table.h"

#include "data/augmentation.h"
#include "data/batch_loader.h"
#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>

namespace prunescope::data {
namespace {

using testing::HasSubstr;

DatasetFacts factsOfTwoColumns(std::size_t classes) {
    return {.shape = {2, 1, 1}, .classNames = std::vector<std::string>(classes)};
}

/// Three rows to train on, the second held back; the second column has one value there.
std::unique_ptr<FloatTable> smallTable() {
    auto table =
        std::make_unique<FloatTable>(factsOfTwoColumns(301), std::vector<run::DataFile>(),
                                     TableRows{.values = {1, 10, 100, 7, 5, 10}, .labels = {0, 1, 300}},
                                     TableRows{.values = {9, 10}, .labels = {2}});
    table->prepare({.train = {ImageIndex{0}, ImageIndex{2}}, .validation = {ImageIndex{1}}}, {});
    return table;
}

TEST(FloatTable, IsStandardisedOverItsTrainingRowsAlone) {
    const auto table = smallTable();
    // Of 1 and 5: mean 3, standard deviation 2.
    EXPECT_THAT(table->description().mean, testing::ElementsAre(3, 10));
    EXPECT_THAT(table->description().standardDeviation, testing::ElementsAre(2, 0));
    EXPECT_THAT(table->description().imageShape, testing::ElementsAre(2, 1, 1));
    EXPECT_EQ(table->description().augmentation, "none");
    BatchLoader loader(*table, 1);
    kernels::Tensor<float> input({2, 1, 1}, 4);
    std::vector<std::int32_t> labels;
    loader.loadForTraining(std::vector<ImageIndex>{ImageIndex{2}, ImageIndex{0}}, 0, input, labels);
    EXPECT_EQ(input.images(), 2);
    EXPECT_EQ(input.at(0, 0, 0, 0), 1);
    EXPECT_EQ(input.at(0, 0, 0, 1), -1);
    EXPECT_EQ(input.at(1, 0, 0, 0), 0) << "a column of one value says nothing";
    EXPECT_THAT(labels, testing::ElementsAre(300, 0)) << "more classes than a byte has values";
    loader.loadForEvaluation(run::Split::validation, table->indices(run::Split::validation), input, labels);
    EXPECT_EQ(input.at(0, 0, 0, 0), (100 - 3) / 2.0F);
    loader.loadForEvaluation(run::Split::test, table->indices(run::Split::test), input, labels);
    EXPECT_EQ(input.at(0, 0, 0, 0), 3);
    EXPECT_EQ(labels.front(), 2);
}

TEST(FloatTable, LeavesLanesAfterTheLastRowZero) {
    const auto table = smallTable();
    kernels::Tensor<float> input({2, 1, 1}, 4);
    input.setImages(3);
    table->load(run::Split::train, std::vector<ImageIndex>{ImageIndex{0}, ImageIndex{1}, ImageIndex{2}},
                input);
    input.setImages(1);
    table->load(run::Split::test, table->indices(run::Split::test), input);
    for (kernels::Index lane = 1; lane < input.lanes(); ++lane) EXPECT_EQ(input.channel(0, 0)[lane], 0);
}

/// Two images of two channels and 1 x 2 pixels; the third is held back.
std::unique_ptr<FloatTable> smallImages(const Augmentation& augmentation) {
    auto images = std::make_unique<FloatTable>(
        DatasetFacts{.shape = {2, 1, 2}, .classNames = {"a", "b"}, .augmentation = Augmentation{}},
        std::vector<run::DataFile>(),
        TableRows{.values = {1, 5, 10, 10, 5, 1, 10, 10, 77, 77, 77, 77}, .labels = {0, 1, 1}},
        TableRows{.values = {3, 9, 11, 10}, .labels = {0}});
    images->prepare({.train = {ImageIndex{0}, ImageIndex{1}}, .validation = {ImageIndex{2}}}, augmentation);
    return images;
}

TEST(FloatTable, HoldsImagesThatAreStandardisedByChannel) {
    const auto images = smallImages({});
    // Of 1, 5, 5 and 1: mean 3, standard deviation 2.
    EXPECT_THAT(images->description().mean, testing::ElementsAre(3, 10));
    EXPECT_THAT(images->description().standardDeviation, testing::ElementsAre(2, 0));
    EXPECT_THAT(images->description().imageShape, testing::ElementsAre(2, 1, 2));
    kernels::Tensor<float> input({2, 1, 2}, 4);
    kernels::Tensor<float> flat({4, 1, 1}, 4);
    for (auto* each : {&input, &flat}) {
        each->setImages(1);
        images->load(run::Split::test, images->indices(run::Split::test), *each);
    }
    EXPECT_EQ(input.at(0, 0, 0, 0), 0);
    EXPECT_EQ(input.at(0, 0, 1, 0), 3);
    EXPECT_EQ(input.at(1, 0, 0, 0), 0) << "a channel of one value says nothing";
    for (kernels::Index i = 0; i < 4; ++i) EXPECT_EQ(flat.at(i, 0, 0, 0), input.at(i / 2, 0, i % 2, 0));
}

TEST(FloatTable, VariesImagesAsBytesAreVaried) {
    const auto images = smallImages({.shift = 1, .flip = true});
    std::vector<ImageIndex> all{ImageIndex{0}, ImageIndex{1}};
    kernels::Tensor<float> input({2, 1, 2}, 4);
    input.setImages(2);
    std::vector<std::uint8_t> scratch;
    bool shifted = false;
    for (std::int64_t epoch = 0; epoch < 20; ++epoch) {
        const VariationSource source{images->augmentation(), 5, epoch};
        images->loadVaried(all, source, input, scratch);
        for (const ImageIndex image : all) {
            const Variation variation = drawVariation(source, image);
            const std::vector<std::uint8_t> pixels =
                image.value == 0 ? std::vector<std::uint8_t>{1, 5} : std::vector<std::uint8_t>{5, 1};
            std::vector<std::uint8_t> varied(2);
            const std::vector<ChannelValues<std::uint8_t>> channels(1);
            vary<std::uint8_t>(pixels, {1, 1, 2}, variation, channels, varied);
            for (kernels::Index x = 0; x < 2; ++x) {
                // A pixel from outside is 0, which mean and deviation make -1.5 of.
                EXPECT_EQ(input.at(0, 0, x, image.value), (varied[static_cast<std::size_t>(x)] - 3) / 2.0F);
                shifted = shifted || varied[static_cast<std::size_t>(x)] == 0;
            }
        }
    }
    EXPECT_TRUE(shifted);
}

TEST(FloatTable, RefusesGapsAndRowsThatAreTooShort) {
    const auto problemOf = [](std::vector<float> values) {
        return test::errorOf([&] {
                   FloatTable(factsOfTwoColumns(2), {}, {.values = values, .labels = {0, 1}}, {});
               })
            .problem()
            .english();
    };
    EXPECT_THAT(problemOf({1, 2, std::nanf(""), 4}), HasSubstr("row 1 and column 0 is not finite"));
    EXPECT_THAT(problemOf({1, 2, 3, std::numeric_limits<float>::infinity()}), HasSubstr("column 1"));
    EXPECT_THAT(problemOf({1, 2, 3}), HasSubstr("expected 4 numbers in 2 rows, found 3"));
}

TEST(Dataset, RefusesLabelsBeyondItsClassesAndMoreClassesThanLabelsCanTell) {
    const FloatTable wrong(factsOfTwoColumns(2), {}, {.values = {1, 2, 3, 4}, .labels = {1, 2}},
                           {.values = {}, .labels = {}});
    EXPECT_THAT(test::errorOf([&] { wrong.expectLabels(); }).problem().english(),
                HasSubstr("expected labels from 0 to 1, found 2 for sample 1"));
    const FloatTable empty(factsOfTwoColumns(2), {}, {}, {.values = {1, 2}, .labels = {1}});
    EXPECT_THAT(test::errorOf([&] { empty.expectLabels(); }).problem().english(),
                HasSubstr("there are none"));
    EXPECT_THAT(test::errorOf([] { FloatTable(factsOfTwoColumns(65537), {}, {}, {}); }).problem().english(),
                HasSubstr("at most 65536"));
}

}  // namespace
}  // namespace prunescope::data
