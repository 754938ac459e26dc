#include "data/split.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace prunescope::data {
namespace {

using testing::HasSubstr;

constexpr std::size_t threeClasses = 3;

/// Labels in turns until each class has its number of images.
std::vector<Label> asLabels(std::vector<int> sizes) {
    std::vector<Label> labels;
    for (bool added = true; added;) {
        added = false;
        for (std::size_t c = 0; c < sizes.size(); ++c) {
            if (sizes[c]-- <= 0) continue;
            labels.push_back(static_cast<Label>(c));
            added = true;
        }
    }
    return labels;
}

std::vector<int> countsOf(const std::vector<ImageIndex>& indices, const std::vector<Label>& labels) {
    std::vector<int> counts(threeClasses);
    for (const ImageIndex i : indices) ++counts[labels[i.index()]];
    return counts;
}

/// Of all images.
TrainingSplit splitOf(const std::vector<Label>& labels, double fraction, std::uint64_t seed) {
    return stratifiedSplit(labels, stratifiedShare(labels, threeClasses, 1, seed), threeClasses, fraction,
                           seed);
}

TEST(StratifiedSplit, SharesByLargestRemainder) {
    // 26 images, a quarter rounds to 7; shares 3.5, 1.88, 1.62: the two largest remainders are rounded up.
    const auto labels = asLabels({13, 7, 6});
    const TrainingSplit split = splitOf(labels, 0.25, 1);
    EXPECT_EQ(countsOf(split.validation, labels), (std::vector<int>{3, 2, 2}));
    EXPECT_EQ(countsOf(split.train, labels), (std::vector<int>{10, 5, 4}));
}

TEST(StratifiedSplit, GivesATieToTheLowerClass) {
    const auto labels = asLabels({10, 10, 10});
    EXPECT_EQ(countsOf(splitOf(labels, 4.0 / 30, 1).validation, labels), (std::vector<int>{2, 1, 1}));
}

TEST(StratifiedSplit, PutsEveryImageInExactlyOneRisingList) {
    const auto labels = asLabels({50, 31, 19});
    const TrainingSplit split = splitOf(labels, 0.2, 3);
    EXPECT_TRUE(std::is_sorted(split.train.begin(), split.train.end()));
    EXPECT_TRUE(std::is_sorted(split.validation.begin(), split.validation.end()));
    std::set<ImageIndex> all(split.train.begin(), split.train.end());
    all.insert(split.validation.begin(), split.validation.end());
    EXPECT_EQ(all.size(), labels.size());
    EXPECT_EQ(split.train.size() + split.validation.size(), labels.size());
}

TEST(StratifiedSplit, DependsOnTheSeedAlone) {
    const auto labels = asLabels({40, 40, 40});
    const auto validation = [&](std::uint64_t seed) { return splitOf(labels, 0.25, seed).validation; };
    EXPECT_EQ(validation(1), validation(1));
    EXPECT_NE(validation(1), validation(2));
}

TEST(StratifiedSplit, DrawsEveryClassByItself) {
    // Labels come in turns of three; the places drawn must not be the same in every class.
    const auto labels = asLabels({40, 40, 40});
    std::vector<std::set<std::size_t>> places(3);
    for (const ImageIndex i : splitOf(labels, 0.25, 1).validation) {
        places[labels[i.index()]].insert(i.index() / 3);
    }
    EXPECT_NE(places[0], places[1]);
    EXPECT_NE(places[1], places[2]);
}

TEST(StratifiedSplit, HoldsBackAtLeastOneImage) {
    EXPECT_EQ(splitOf(asLabels({5, 4, 4}), 0.001, 1).validation.size(), 1U);
}

TEST(StratifiedSplit, LeavesEachClassItsLastImage) {
    // 12 of 15 images: of the class of one, 0.8 rounds up to the one it has, which it keeps.
    const auto labels = asLabels({7, 7, 1});
    const TrainingSplit split = splitOf(labels, 0.8, 1);
    EXPECT_EQ(countsOf(split.validation, labels), (std::vector<int>{6, 5, 0}));
    EXPECT_EQ(countsOf(split.train, labels), (std::vector<int>{1, 2, 1}));
}

TEST(StratifiedSplit, TakesNothingOfAClassWithoutImages) {
    const auto labels = asLabels({7, 0, 7});
    const TrainingSplit split = splitOf(labels, 2.0 / 7, 1);
    EXPECT_EQ(countsOf(split.validation, labels), (std::vector<int>{2, 0, 2}));
    EXPECT_EQ(countsOf(split.train, labels), (std::vector<int>{5, 0, 5}));
}

TEST(StratifiedSplit, RefusesWhenNothingCanBeHeldBack) {
    const Error error = test::errorOf([] { splitOf(asLabels({1, 1, 1}), 0.5, 1); });
    EXPECT_EQ(error.where().english(), "validation split");
    EXPECT_THAT(error.problem().english(), HasSubstr("nothing can be held back"));
}

TEST(StratifiedShare, TakesTheSameShareOfEveryClass) {
    // A tenth of 86 images rounds to 9; shares 5, 3.1, 0.5: the largest remainder is rounded up.
    const auto labels = asLabels({50, 31, 5});
    const auto images = stratifiedShare(labels, threeClasses, 0.1, 1);
    EXPECT_TRUE(std::is_sorted(images.begin(), images.end()));
    EXPECT_EQ(countsOf(images, labels), (std::vector<int>{5, 3, 1}));
}

TEST(StratifiedShare, TakesOneOfEveryClassThatHasAny) {
    const auto labels = asLabels({500, 2, 0});
    EXPECT_EQ(countsOf(stratifiedShare(labels, threeClasses, 0.01, 1), labels), (std::vector<int>{5, 1, 0}));
}

TEST(StratifiedShare, DependsOnTheSeedAlone) {
    const auto labels = asLabels({40, 40, 40});
    const auto first = stratifiedShare(labels, threeClasses, 0.25, 1);
    EXPECT_EQ(stratifiedShare(labels, threeClasses, 0.25, 1), first);
    EXPECT_NE(stratifiedShare(labels, threeClasses, 0.25, 2), first);
}

TEST(StratifiedShare, IsAllImagesWhenItIsOne) {
    const auto labels = asLabels({4, 3, 0});
    const auto images = stratifiedShare(labels, threeClasses, 1, 1);
    ASSERT_EQ(images.size(), 7U);
    for (std::size_t i = 0; i < images.size(); ++i) EXPECT_EQ(images[i].index(), i);
}

TEST(StratifiedShare, GivesItsPartOfEachClassToValidation) {
    const auto labels = asLabels({40, 20, 20});
    const auto images = stratifiedShare(labels, threeClasses, 0.5, 1);
    const TrainingSplit split = stratifiedSplit(labels, images, threeClasses, 0.2, 1);
    EXPECT_EQ(countsOf(split.validation, labels), (std::vector<int>{4, 2, 2}));
    EXPECT_EQ(countsOf(split.train, labels), (std::vector<int>{16, 8, 8}));
    std::vector<ImageIndex> both = split.train;
    both.insert(both.end(), split.validation.begin(), split.validation.end());
    std::sort(both.begin(), both.end());
    EXPECT_EQ(both, images);
}

TEST(StratifiedTestSplit, SharesAsForValidationAndDrawsByItself) {
    const auto labels = asLabels({13, 7, 6});
    const TestSplit split = stratifiedTestSplit(labels, threeClasses, 0.25, 1);
    EXPECT_EQ(countsOf(split.test, labels), (std::vector<int>{3, 2, 2}));
    EXPECT_EQ(countsOf(split.training, labels), (std::vector<int>{10, 5, 4}));
    EXPECT_NE(split.test, splitOf(labels, 0.25, 1).validation) << "the same seed for both gives other images";
    EXPECT_EQ(split.test, stratifiedTestSplit(labels, threeClasses, 0.25, 1).test);
    EXPECT_NE(split.test, stratifiedTestSplit(labels, threeClasses, 0.25, 2).test);
}

}  // namespace
}  // namespace prunescope::data
