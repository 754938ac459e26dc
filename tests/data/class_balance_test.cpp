#include "data/class_balance.h"

#include <gmock/gmock.h>

namespace prunescope::data {
namespace {

using testing::ElementsAre;

std::vector<std::string> warningsOf(const run::ClassCounts& counts, std::vector<std::string> names) {
    run::DatasetDescription dataset;
    dataset.classNames = std::move(names);
    dataset.classCounts = counts;
    std::vector<std::string> texts;
    for (const Text& warning : classWarnings(dataset)) texts.push_back(warning.english());
    return texts;
}

TEST(ClassWarnings, AreNoneForClassesWithEnoughImages) {
    EXPECT_TRUE(
        warningsOf({.train = {10, 500}, .validation = {1, 9}, .test = {10, 10}}, {"cat", "dog"}).empty());
}

TEST(ClassWarnings, NameTheClassesThatAreMissingFromASplit) {
    EXPECT_THAT(warningsOf({.train = {0, 40}, .validation = {7, 0}, .test = {0, 0}}, {"cat", "dog"}),
                ElementsAre("Classes without a training sample, which cannot be learned: 1 (cat).",
                            "Classes without a validation sample: 1 (dog).",
                            "Classes without a test sample, of which the test says nothing: 2 (cat, dog)."));
}

TEST(ClassWarnings, NameTheClassesOfFewImages) {
    EXPECT_THAT(
        warningsOf({.train = {9, 40}, .validation = {3, 3}, .test = {20, 1}}, {"cat", "dog"}),
        ElementsAre("Classes with fewer than 10 training samples: 1 (cat (9)).",
                    "Classes with fewer than 10 test samples, on which their accuracy is a rough guess: "
                    "1 (dog (1))."));
}

TEST(ClassWarnings, NameTheFirstFiveOfMany) {
    EXPECT_THAT(warningsOf({.train = std::vector<std::int64_t>(7, 20),
                            .validation = std::vector<std::int64_t>(7, 0),
                            .test = std::vector<std::int64_t>(7, 20)},
                           {"a", "b", "c", "d", "e", "f", "g"}),
                ElementsAre("Classes without a validation sample: 7 (a, b, c, d, e, …)."));
}

TEST(ClassWarnings, SayNothingOfARecordWithoutCounts) {
    EXPECT_TRUE(warningsOf({}, {"cat", "dog"}).empty());
    EXPECT_FALSE(trainingRange({}));
}

TEST(TrainingRange, IsFromTheRarestToTheMostFrequentClass) {
    run::DatasetDescription dataset;
    dataset.classCounts.train = {40, 0, 12};
    EXPECT_EQ(trainingRange(dataset)->fewest, 0);
    EXPECT_EQ(trainingRange(dataset)->most, 40);
}

}  // namespace
}  // namespace prunescope::data
