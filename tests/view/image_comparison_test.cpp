// Two networks image by image.

#include "view/image_comparison.h"

#include "view/group_comparison.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

run::ImageAnswers answersTo(const std::vector<std::uint16_t>& truth,
                            const std::vector<std::uint16_t>& answers) {
    return {.step = {}, .classes = 3, .truth = truth, .answers = answers};
}

TEST(ImageComparisonTest, TellsWhichImagesFlippedAndWhatTheyWereTakenFor) {
    const auto first = answersTo({0, 0, 1, 1, 2}, {0, 0, 1, 0, 0});
    const auto second = answersTo({0, 0, 1, 1, 2}, {0, 2, 0, 1, 0});
    ASSERT_TRUE(areOfSameImages(first, second));
    const ImageComparison c = compareImages(first, second);
    EXPECT_EQ(c.all.both, 1);
    EXPECT_EQ(c.all.first, 2);
    EXPECT_EQ(c.all.second, 1);
    EXPECT_EQ(c.all.neither, 1);
    EXPECT_EQ(c.lost, (std::vector<Flip>{{1, 0, 0, 2}, {2, 1, 1, 0}}));
    EXPECT_EQ(c.gained, (std::vector<Flip>{{3, 1, 0, 1}}));
    ASSERT_EQ(c.ofClass.size(), 3U);
    EXPECT_EQ(c.ofClass[0].images(), 2);
    EXPECT_DOUBLE_EQ(c.ofClass[0].difference(), -0.5);
    EXPECT_DOUBLE_EQ(c.ofClass[1].difference(), 0);
    EXPECT_EQ(c.ofClass[2].neither, 1);
}

TEST(ImageComparisonTest, OtherClassesOrAnotherOrderAreOtherImages) {
    const auto first = answersTo({0, 1}, {0, 1});
    EXPECT_FALSE(areOfSameImages(first, answersTo({1, 0}, {0, 1})));
    EXPECT_FALSE(areOfSameImages(first, answersTo({0}, {0})));
}

TEST(ImageComparisonTest, SomeAreOfAsManyClassesAsPossible) {
    const std::vector<Flip> flips{{0, 0, 0, 1}, {1, 0, 0, 1}, {2, 0, 0, 1}, {3, 1, 1, 0}, {4, 2, 2, 0}};
    const auto images = [&](std::size_t most) {
        std::vector<std::size_t> all;
        for (const Flip& flip : someOfEveryClass(flips, {2, 0, 1}, most)) all.push_back(flip.image);
        return all;
    };
    EXPECT_EQ(images(2), (std::vector<std::size_t>{4, 0}));
    EXPECT_EQ(images(4), (std::vector<std::size_t>{4, 0, 1, 3}));
    EXPECT_EQ(images(9), (std::vector<std::size_t>{4, 0, 1, 2, 3}));
    EXPECT_TRUE(images(0).empty());
}

TEST(GroupComparisonTest, CountsEachGroupForItself) {
    const auto first = answersTo({0, 0, 1, 1, 2}, {0, 0, 1, 0, 0});
    auto second = answersTo({0, 0, 1, 1, 2}, {0, 2, 0, 1, 0});
    EXPECT_TRUE(compareGroups(first, second).empty()) << "nobody says which image is of which";
    second.groups = {4, 4, 1, 1, 4};
    const auto groups = compareGroups(first, second);
    ASSERT_EQ(groups.size(), 2U) << "those that have an image";
    EXPECT_EQ(groups[0].group, 1U);
    EXPECT_EQ(groups[0].pairs.first, 1);
    EXPECT_EQ(groups[0].pairs.second, 1);
    EXPECT_EQ(groups[1].group, 4U);
    EXPECT_EQ(groups[1].pairs.both, 1);
    EXPECT_EQ(groups[1].pairs.first, 1);
    EXPECT_EQ(groups[1].pairs.neither, 1);
    // Of group 4, classes 0 and 2 occur. First network: recalls 2/2 and 0/1; class 0 is named three times.
    EXPECT_DOUBLE_EQ(groups[1].first.recall, 0.5);
    EXPECT_DOUBLE_EQ(groups[1].first.f1, (4.0 / 5 + 0) / 2);
    // Second network: recalls 1/2 and 0/1; class 0 is named twice, class 2 once.
    EXPECT_DOUBLE_EQ(groups[1].second.recall, 0.25);
    EXPECT_DOUBLE_EQ(groups[1].second.f1, (2.0 / 4 + 0) / 2);
}

}  // namespace
}  // namespace prunescope::view
