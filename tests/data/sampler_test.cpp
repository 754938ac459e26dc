#include "data/sampler.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace prunescope::data {
namespace {

std::vector<ImageIndex> everyThird(std::int64_t count) {
    std::vector<ImageIndex> images;
    for (std::int64_t i = 0; i < count; ++i) images.emplace_back(3 * i);
    return images;
}

std::vector<ImageIndex> imagesAt(Sampler& sampler, std::int64_t step) {
    const auto images = sampler.batch(StepIndex{step}).images;
    return {images.begin(), images.end()};
}

TEST(Sampler, ShowsEveryImageOncePerEpoch) {
    const auto images = everyThird(10);
    Sampler sampler(images, 4, 1);
    ASSERT_EQ(sampler.stepsPerEpoch(), 3);
    for (std::int64_t epoch = 0; epoch < 3; ++epoch) {
        std::vector<ImageIndex> seen;
        for (std::int64_t i = 0; i < 3; ++i) {
            const auto batch = sampler.batch(StepIndex{epoch * 3 + i});
            EXPECT_EQ(batch.epoch, epoch);
            EXPECT_EQ(batch.images.size(), i < 2 ? 4U : 2U);
            seen.insert(seen.end(), batch.images.begin(), batch.images.end());
        }
        std::sort(seen.begin(), seen.end());
        EXPECT_EQ(seen, images);
    }
}

TEST(Sampler, TakesTheOrderFromSeedAndEpochAlone) {
    const auto images = everyThird(100);
    EXPECT_EQ(epochOrder(images, 7, 2), epochOrder(images, 7, 2));
    EXPECT_NE(epochOrder(images, 7, 2), epochOrder(images, 7, 3));
    EXPECT_NE(epochOrder(images, 7, 2), epochOrder(images, 8, 2));
    EXPECT_NE(epochOrder(images, 7, 0), images);
}

TEST(Sampler, GivesTheSameBatchWhereverItStarts) {
    const auto images = everyThird(50);
    Sampler fromStart(images, 8, 5);
    std::vector<std::vector<ImageIndex>> batches;
    for (std::int64_t step = 0; step < 30; ++step) batches.push_back(imagesAt(fromStart, step));
    for (const std::int64_t step : {29, 3, 17, 0, 7, 6}) {
        Sampler resumed(images, 8, 5);
        EXPECT_EQ(imagesAt(resumed, step), batches[static_cast<std::size_t>(step)]) << step;
        EXPECT_EQ(imagesAt(fromStart, step), batches[static_cast<std::size_t>(step)]) << step;
    }
}

TEST(Sampler, GivesOneBatchWhenTheBatchIsLargerThanTheSet) {
    const auto images = everyThird(5);
    Sampler sampler(images, 128, 1);
    EXPECT_EQ(sampler.stepsPerEpoch(), 1);
    EXPECT_EQ(sampler.batch(StepIndex{4}).images.size(), 5U);
    EXPECT_EQ(sampler.batch(StepIndex{4}).epoch, 4);
}

TEST(Sampler, PutsEveryImageFirstAboutEquallyOften) {
    const auto images = everyThird(5);
    std::vector<int> first(5);
    for (std::int64_t epoch = 0; epoch < 5000; ++epoch) {
        ++first[epochOrder(images, 1, epoch).front().index() / 3];
    }
    // Binomial(5000, 1/5) has a standard deviation of 28; five of them on either side.
    for (const int count : first) EXPECT_NEAR(count, 1000, 142);
}

}  // namespace
}  // namespace prunescope::data
