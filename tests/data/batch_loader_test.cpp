#include "data/batch_loader.h"

#include "data/augmentation.h"
#include "data/byte_images.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

namespace prunescope::data {
namespace {

using kernels::Index;
using kernels::Tensor;

std::uint8_t pixelOf(Index image, Index position) {
    return static_cast<std::uint8_t>((image * 37 + position * 11) % 256);
}

ImageSet makeImages(const kernels::Shape& shape, Index count, Index salt) {
    ImageSet set{.shape = shape};
    for (Index i = 0; i < count; ++i) {
        for (Index p = 0; p < shape.size(); ++p) set.pixels.push_back(pixelOf(i + salt, p));
        set.labels.push_back(static_cast<Label>((i + salt) % 10));
    }
    return set;
}

std::unique_ptr<Dataset> makeDataset(const kernels::Shape& shape, Index images,
                                     const Augmentation& augmentation = {}) {
    auto dataset = std::make_unique<ByteImages>(
        DatasetFacts{.shape = shape, .classNames = std::vector<std::string>(10)},
        std::vector<run::DataFile>(), makeImages(shape, images, 0), makeImages(shape, images, 1000));
    TrainingSplit split;
    for (Index i = 0; i < images; ++i) split.train.emplace_back(i);
    dataset->prepare(std::move(split), augmentation);
    return dataset;
}

float normalised(const Dataset& dataset, std::uint8_t pixel, Index channel) {
    const auto c = static_cast<std::size_t>(channel);
    const double mean = dataset.description().mean[c];
    return static_cast<float>((pixel / 255.0 - mean) / dataset.description().standardDeviation[c]);
}

/// The images at these positions, in an order that is not the data set's own.
std::vector<ImageIndex> someImages(Index count, Index of) {
    std::vector<ImageIndex> images;
    for (Index i = 0; i < count; ++i) images.emplace_back((i * 7 + 3) % of);
    return images;
}

TEST(BatchLoader, PutsEveryPixelInItsPlace) {
    const kernels::Shape shape{3, 4, 5};
    const auto made = makeDataset(shape, 150);
    const Dataset& dataset = *made;
    const BatchLoader loader(dataset, 1);
    for (const Index count : {1, 15, 16, 17, 64, 100, 128}) {
        const auto images = someImages(count, 150);
        Tensor<float> input(shape, 128);
        std::vector<std::int32_t> labels;
        loader.loadForEvaluation(run::Split::train, images, input, labels);
        ASSERT_EQ(input.images(), count);
        ASSERT_EQ(labels.size(), images.size());
        for (Index i = 0; i < count; ++i) {
            const Index image = images[static_cast<std::size_t>(i)].value;
            EXPECT_EQ(labels[static_cast<std::size_t>(i)], image % 10);
            for (Index c = 0, p = 0; c < 3; ++c) {
                for (Index y = 0; y < 4; ++y) {
                    for (Index x = 0; x < 5; ++x, ++p) {
                        ASSERT_EQ(input.at(c, y, x, i), normalised(dataset, pixelOf(image, p), c))
                            << i << ' ' << p;
                    }
                }
            }
        }
    }
}

TEST(BatchLoader, FillsAFlatInputInTheSameOrder) {
    const auto made = makeDataset({2, 3, 3}, 80);
    const Dataset& dataset = *made;
    const BatchLoader loader(dataset, 1);
    Tensor<float> input({18, 1, 1}, 70);
    std::vector<std::int32_t> labels;
    const auto images = someImages(70, 80);
    loader.loadForEvaluation(run::Split::train, images, input, labels);
    for (Index i = 0; i < 70; ++i) {
        for (Index p = 0; p < 18; ++p) {
            ASSERT_EQ(input.at(p, 0, 0, i),
                      normalised(dataset, pixelOf(images[static_cast<std::size_t>(i)].value, p), p / 9));
        }
    }
}

TEST(BatchLoader, LeavesLanesAfterTheLastImageZero) {
    const kernels::Shape shape{1, 2, 2};
    const auto made = makeDataset(shape, 128);
    const Dataset& dataset = *made;
    const BatchLoader loader(dataset, 1);
    Tensor<float> input(shape, 128);
    std::vector<std::int32_t> labels;
    loader.loadForEvaluation(run::Split::train, someImages(128, 128), input, labels);
    loader.loadForEvaluation(run::Split::train, someImages(70, 128), input, labels);
    ASSERT_EQ(input.tiles(), 2);
    for (Index image = 70; image < 128; ++image) {
        for (Index p = 0; p < 4; ++p) ASSERT_EQ(input.at(0, p / 2, p % 2, image), 0.0F) << image;
    }
}

TEST(BatchLoader, ReadsTestImagesForTheTestSplit) {
    const kernels::Shape shape{1, 2, 2};
    const auto made = makeDataset(shape, 20);
    const Dataset& dataset = *made;
    const BatchLoader loader(dataset, 1);
    Tensor<float> input(shape, 4);
    std::vector<std::int32_t> labels;
    loader.loadForEvaluation(run::Split::test, std::vector<ImageIndex>{ImageIndex{5}}, input, labels);
    EXPECT_EQ(input.at(0, 0, 1, 0), normalised(dataset, pixelOf(1005, 1), 0));
    EXPECT_EQ(labels.front(), 5);
}

TEST(BatchLoader, TrainsOnImagesAsTheyAreWithoutAugmentation) {
    const kernels::Shape shape{1, 2, 2};
    const auto made = makeDataset(shape, 20);
    const Dataset& dataset = *made;
    BatchLoader loader(dataset, 1);
    Tensor<float> input(shape, 4);
    std::vector<std::int32_t> labels;
    loader.loadForTraining(std::vector<ImageIndex>{ImageIndex{7}}, 3, input, labels);
    EXPECT_EQ(input.at(0, 1, 1, 0), normalised(dataset, pixelOf(7, 3), 0));
}

TEST(BatchLoader, TrainsOnVariedImagesPaddedWithBlack) {
    const kernels::Shape shape{2, 5, 6};
    const auto made = makeDataset(shape, 40, {.shift = 2, .flip = true});
    const Dataset& dataset = *made;
    BatchLoader loader(dataset, 9);
    Tensor<float> input(shape, 40);
    std::vector<std::int32_t> labels;
    const auto images = someImages(40, 40);
    loader.loadForTraining(images, 4, input, labels);
    for (std::size_t i = 0; i < images.size(); ++i) {
        const Variation v = drawVariation({dataset.augmentation(), 9, 4}, images[i]);
        for (Index p = 0; p < shape.size(); ++p) {
            const Index c = p / 30;
            const Index y = p / 6 % 5;
            const Index x = p % 6;
            const Index fromY = y + v.down;
            const Index fromX = (v.mirrored ? 5 - x : x) + v.right;
            const bool inside = fromY >= 0 && fromY < 5 && fromX >= 0 && fromX < 6;
            const std::uint8_t pixel =
                inside ? pixelOf(images[i].value, c * 30 + fromY * 6 + fromX) : std::uint8_t{0};
            ASSERT_EQ(input.at(c, y, x, static_cast<Index>(i)), normalised(dataset, pixel, c))
                << i << ' ' << p;
        }
    }
}

TEST(BatchLoader, VariesAnImageTheSameInBatchesOfThreeAndOf128) {
    const kernels::Shape shape{1, 6, 6};
    const auto made = makeDataset(shape, 128, {.shift = 2, .flip = true});
    const Dataset& dataset = *made;
    BatchLoader loader(dataset, 3);
    Tensor<float> whole(shape, 128);
    Tensor<float> part(shape, 3);
    std::vector<std::int32_t> labels;
    const auto images = someImages(128, 128);
    loader.loadForTraining(images, 2, whole, labels);
    for (std::size_t start = 0; start < images.size(); start += 3) {
        const auto few = std::span(images).subspan(start, std::min<std::size_t>(3, images.size() - start));
        loader.loadForTraining(few, 2, part, labels);
        for (std::size_t i = 0; i < few.size(); ++i) {
            for (Index p = 0; p < 36; ++p) {
                ASSERT_EQ(part.at(0, p / 6, p % 6, static_cast<Index>(i)),
                          whole.at(0, p / 6, p % 6, static_cast<Index>(start + i)));
            }
        }
    }
}

}  // namespace
}  // namespace prunescope::data
