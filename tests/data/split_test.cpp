#include "data/split.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace prunescope::data {
namespace {

using testing::HasSubstr;

const std::vector<std::string> threeNames{"cat", "dog", "owl"};

/// Labels in turns until each class has its number of images.
std::vector<Label> labelsOf(std::vector<int> sizes) {
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
    std::vector<int> counts(threeNames.size());
    for (const ImageIndex i : indices) ++counts[labels[i.index()]];
    return counts;
}

TEST(StratifiedSplit, SharesByLargestRemainder) {
    // 26 images, a quarter rounds to 7; shares 3.5, 1.88, 1.62: the two largest remainders are rounded up.
    const auto labels = labelsOf({13, 7, 6});
    const TrainingSplit split = stratifiedSplit(labels, threeNames, 0.25, 1);
    EXPECT_EQ(countsOf(split.validation, labels), (std::vector<int>{3, 2, 2}));
    EXPECT_EQ(countsOf(split.train, labels), (std::vector<int>{10, 5, 4}));
}

TEST(StratifiedSplit, GivesATieToTheLowerClass) {
    const auto labels = labelsOf({10, 10, 10});
    EXPECT_EQ(countsOf(stratifiedSplit(labels, threeNames, 4.0 / 30, 1).validation, labels),
              (std::vector<int>{2, 1, 1}));
}

TEST(StratifiedSplit, PutsEveryImageInExactlyOneRisingList) {
    const auto labels = labelsOf({50, 31, 19});
    const TrainingSplit split = stratifiedSplit(labels, threeNames, 0.2, 3);
    EXPECT_TRUE(std::is_sorted(split.train.begin(), split.train.end()));
    EXPECT_TRUE(std::is_sorted(split.validation.begin(), split.validation.end()));
    std::set<ImageIndex> all(split.train.begin(), split.train.end());
    all.insert(split.validation.begin(), split.validation.end());
    EXPECT_EQ(all.size(), labels.size());
    EXPECT_EQ(split.train.size() + split.validation.size(), labels.size());
}

TEST(StratifiedSplit, DependsOnTheSeedAlone) {
    const auto labels = labelsOf({40, 40, 40});
    const auto validation = [&](std::uint64_t seed) {
        return stratifiedSplit(labels, threeNames, 0.25, seed).validation;
    };
    EXPECT_EQ(validation(1), validation(1));
    EXPECT_NE(validation(1), validation(2));
}

TEST(StratifiedSplit, DrawsEveryClassByItself) {
    // Labels come in turns of three; the places drawn must not be the same in every class.
    const auto labels = labelsOf({40, 40, 40});
    std::vector<std::set<std::size_t>> places(3);
    for (const ImageIndex i : stratifiedSplit(labels, threeNames, 0.25, 1).validation) {
        places[labels[i.index()]].insert(i.index() / 3);
    }
    EXPECT_NE(places[0], places[1]);
    EXPECT_NE(places[1], places[2]);
}

TEST(StratifiedSplit, HoldsBackAtLeastOneImage) {
    EXPECT_EQ(stratifiedSplit(labelsOf({5, 4, 4}), threeNames, 0.001, 1).validation.size(), 1U);
}

TEST(StratifiedSplit, RefusesToTakeTheLastImageOfAClass) {
    // 12 of 15 images: of the class of one, 0.8 rounds up to the one it has.
    const Error error = test::errorOf([] { stratifiedSplit(labelsOf({7, 7, 1}), threeNames, 0.8, 1); });
    EXPECT_THAT(error.problem().english(), HasSubstr("no training image is left of class 2 (owl)"));
    EXPECT_THAT(error.problem().english(), HasSubstr("the training files hold 1 of it, validation takes 1"));
    EXPECT_THAT(error.mend().english(), HasSubstr("validation_fraction"));
}

TEST(StratifiedSplit, RefusesAClassWithoutImages) {
    const Error error = test::errorOf([] { stratifiedSplit(labelsOf({7, 0, 7}), threeNames, 0.2, 1); });
    EXPECT_THAT(error.problem().english(), HasSubstr("class 1 (dog): the training files hold 0"));
}

TEST(StratifiedTestSplit, SharesAsForValidationAndDrawsByItself) {
    const auto labels = labelsOf({13, 7, 6});
    const TestSplit split = stratifiedTestSplit(labels, threeNames, 0.25, 1);
    EXPECT_EQ(countsOf(split.test, labels), (std::vector<int>{3, 2, 2}));
    EXPECT_EQ(countsOf(split.training, labels), (std::vector<int>{10, 5, 4}));
    EXPECT_NE(split.test, stratifiedSplit(labels, threeNames, 0.25, 1).validation)
        << "the same seed for both gives other images";
    EXPECT_EQ(split.test, stratifiedTestSplit(labels, threeNames, 0.25, 1).test);
    EXPECT_NE(split.test, stratifiedTestSplit(labels, threeNames, 0.25, 2).test);
}

}  // namespace
}  // namespace prunescope::data
