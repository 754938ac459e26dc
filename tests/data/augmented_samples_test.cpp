#include "data/augmented_samples.h"

#include "data/augmentation.h"
#include "data/byte_images.h"
#include "data/float_table.h"
#include "data/sampler.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>

namespace prunescope::data {
namespace {

constexpr std::int64_t previewImages = 12;
const kernels::Shape previewShape{2, 4, 5};

ImageSet previewSet() {
    ImageSet set{.shape = previewShape};
    for (std::int64_t i = 0; i < previewImages * previewShape.size(); ++i)
        set.pixels.push_back(static_cast<std::uint8_t>(i * i % 251));
    for (std::int64_t i = 0; i < previewImages; ++i) set.labels.push_back(static_cast<Label>(i % 2));
    return set;
}

template <class Kind, class Part>
std::unique_ptr<Dataset> preparedForPreview(const Part& part, const DatasetFacts& facts) {
    auto dataset = std::make_unique<Kind>(facts, std::vector<run::DataFile>(), part, part);
    TrainingSplit split;
    for (std::int64_t i = 0; i < previewImages; ++i) split.train.emplace_back(i);
    dataset->prepare(std::move(split), {});
    return dataset;
}

const DatasetFacts pictureFacts{
    .shape = previewShape, .classNames = {"a", "b"}, .augmentation = Augmentation{}};

TEST(AugmentedSamples, AreTheFirstNineThatARunTrainsOn) {
    const auto dataset = preparedForPreview<ByteImages>(previewSet(), pictureFacts);
    const auto samples = augmentedSamples(*dataset, {}, 7);
    ASSERT_EQ(samples.size(), 9U);
    const auto order = epochOrder(dataset->indices(run::Split::train), 7, 0);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        EXPECT_EQ(samples[i].image, order[i]);
        EXPECT_THAT(samples[i].pixels,
                    testing::ElementsAreArray(dataset->pixels(run::Split::train, order[i])))
            << "without augmentation as their file has them";
    }
}

TEST(AugmentedSamples, AreVariedAsInTrainingWhateverIsInForce) {
    const auto dataset = preparedForPreview<ByteImages>(previewSet(), pictureFacts);
    const Augmentation augmentation{
        .shift = 1, .flip = true, .rotation = 20, .brightness = 0.2, .contrast = 0.3};
    const std::vector<ChannelValues<std::uint8_t>> channels(2);
    bool differ = false;
    for (const AugmentedSample& sample : augmentedSamples(*dataset, augmentation, 7)) {
        const auto original = dataset->pixels(run::Split::train, sample.image);
        std::vector<std::uint8_t> expected(original.size());
        vary<std::uint8_t>(original, previewShape, drawVariation({augmentation, 7, 0}, sample.image),
                           channels, expected);
        EXPECT_EQ(sample.pixels, expected);
        differ = differ || !std::equal(original.begin(), original.end(), expected.begin());
    }
    EXPECT_TRUE(differ);
}

TEST(AugmentedSamples, StretchNumbersToBytes) {
    const ImageSet set = previewSet();
    TableRows rows{.labels = set.labels};
    for (const std::uint8_t pixel : set.pixels) rows.values.push_back(static_cast<float>(pixel) / 10 - 3);
    const auto dataset = preparedForPreview<FloatTable>(rows, pictureFacts);
    const auto samples = augmentedSamples(*dataset, {}, 7, previewImages);
    ASSERT_EQ(samples.size(), static_cast<std::size_t>(previewImages));
    const auto [low, high] = std::minmax_element(set.pixels.begin(), set.pixels.end());
    for (const AugmentedSample& sample : samples) {
        const auto original = set.image(sample.image);
        for (std::size_t p = 0; p < original.size(); ++p)
            EXPECT_NEAR(sample.pixels[p], 255.0 * (original[p] - *low) / (*high - *low), 0.6);
    }
}

TEST(AugmentedSamples, AreNoneOfATable) {
    TableRows rows;
    for (std::int64_t i = 0; i < previewImages; ++i) {
        rows.values.push_back(static_cast<float>(i));
        rows.labels.push_back(static_cast<Label>(i % 2));
    }
    const auto table = preparedForPreview<FloatTable>(
        rows, {.shape = {1, 1, 1}, .classNames = {"a", "b"}, .augmentation = {}});
    EXPECT_TRUE(augmentedSamples(*table, {}, 7).empty());
}

}  // namespace
}  // namespace prunescope::data
