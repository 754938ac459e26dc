#include "base/sha256.h"
#include "data/registry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace prunescope::data {
namespace {

std::vector<int> imagesPerClass(const Dataset& dataset, run::Split split) {
    std::vector<int> counts(10);
    const auto labels = dataset.labels(split);
    for (const ImageIndex i : dataset.indices(split)) ++counts[labels[i.index()]];
    return counts;
}

/// The real files, as their Debian package installs them; the build requires it.
TEST(FashionMnist, LoadsFromItsUsualFolder) {
    const auto loaded = loadDataset(run::RunConfig{});
    const Dataset& dataset = *loaded;
    EXPECT_EQ(dataset.labels(run::Split::train).size(), 60'000U);
    EXPECT_EQ(dataset.description().trainImages, 55'000);
    EXPECT_EQ(dataset.description().validationImages, 5'000);
    EXPECT_EQ(dataset.description().testImages, 10'000);
    EXPECT_EQ(imagesPerClass(dataset, run::Split::train), std::vector<int>(10, 5500));
    EXPECT_EQ(imagesPerClass(dataset, run::Split::validation), std::vector<int>(10, 500));
    EXPECT_EQ(imagesPerClass(dataset, run::Split::test), std::vector<int>(10, 1000));
    // Its authors give 0.2860 and 0.3530 for all 60,000.
    EXPECT_NEAR(dataset.description().mean.at(0), 0.2860, 0.001);
    EXPECT_NEAR(dataset.description().standardDeviation.at(0), 0.3530, 0.001);
    EXPECT_EQ(dataset.description().classNames.at(9), "Ankle boot");
    EXPECT_EQ(dataset.labels(run::Split::train).front(), 9);

    const std::filesystem::path folder = datasets().get("fashion-mnist").usualFolders.front();
    ASSERT_EQ(dataset.description().files.size(), 4U);
    for (const run::DataFile& file : dataset.description().files) {
        EXPECT_EQ(file.sha256, sha256HexOfFile(folder / file.name));
    }
}

}  // namespace
}  // namespace prunescope::data
