#include "data/class_names.h"

#include "data/idx_fixtures.h"
#include "data/label_classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string problemOf(const std::string& text, std::size_t expected) {
    const Error error = errorOf([&] { parseClassNames(text, expected, "folder/names.txt"); });
    EXPECT_EQ(error.where().english(), "folder/names.txt");
    EXPECT_FALSE(error.mend().empty());
    return error.problem().english();
}

TEST(ClassNames, AreTheLinesOfAText) {
    EXPECT_THAT(parseClassNames("cat\ndog", 2, "names"), ElementsAre("cat", "dog"));
    EXPECT_THAT(parseClassNames("\xef\xbb\xbf  T-shirt/top\t\r\n\xe7\x8c\xab\r\n\r\n \n", 2, "names"),
                ElementsAre("T-shirt/top", "\xe7\x8c\xab"));
}

TEST(ClassNames, MustBeAsManyAsThereAreClasses) {
    EXPECT_EQ(problemOf("cat\ndog", 3), "line 2: expected 3 names, one for each class, found 2");
    EXPECT_EQ(problemOf("", 1), "line 0: expected 1 names, one for each class, found 0");
}

TEST(ClassNames, MustBeReadable) {
    EXPECT_EQ(problemOf("cat\n\ndog", 3),
              "line 2: expected the name of a class in UTF-8, of 1 to 200 bytes, found ''");
    EXPECT_THAT(problemOf("cat\nd\xff", 2), HasSubstr("line 2: expected the name of a class in UTF-8"));
    EXPECT_THAT(problemOf("c\x1b[31mt\ndog", 2), HasSubstr("line 1"));
    EXPECT_THAT(problemOf("cat\n" + std::string(201, 'x'), 2), HasSubstr("line 2"));
    EXPECT_THAT(parseClassNames(std::string(200, 'x'), 1, "names"), ElementsAre(std::string(200, 'x')));
}

TEST(ClassNames, MustDiffer) {
    EXPECT_EQ(problemOf("cat\ndog\ncat ", 3), "line 3: 'cat' stands in line 1, too");
}

TEST(LabelClasses, AreTheDistinctNumbersOfTheTrainingLabels) {
    const NumberLabels training{"train", {30, -1, 30, 7, -1}};
    const LabelClasses classes(training);
    EXPECT_THAT(classes.names(), ElementsAre("-1", "7", "30"));
    EXPECT_THAT(classes.classesOf(training), ElementsAre(2, 0, 2, 1, 0));
    EXPECT_THAT(classes.classesOf({"test", {7}}), ElementsAre(1));
    EXPECT_THAT(classes.classesOf({"test", {}}), IsEmpty());
}

TEST(LabelClasses, RefuseANumberThatNoTrainingLabelHas) {
    std::vector<std::int64_t> numbers(12);
    std::iota(numbers.begin(), numbers.end(), 0);
    const LabelClasses classes({"train", numbers});
    for (const std::int64_t wrong : {-1, 12}) {
        const Error error = errorOf([&] { classes.classesOf({"folder/test", {3, wrong}}); });
        EXPECT_EQ(error.where().english(), "folder/test");
        EXPECT_EQ(error.problem().english(),
                  "label 1: expected one of the training labels 0, 1, 2, 3, 4, 5, 6, 7, 8, …, 11, found " +
                      std::to_string(wrong));
    }
}

TEST(LabelClasses, AreAtMostAsManyAsLabelsCanTell) {
    std::vector<std::int64_t> numbers(65536);
    std::iota(numbers.begin(), numbers.end(), -32768);
    EXPECT_EQ(LabelClasses({"train", numbers}).size(), 65536U);
    numbers.push_back(100'000);
    EXPECT_EQ(errorOf([&] {
                  LabelClasses({"train", numbers});
              })
                  .problem()
                  .english(),
              "label 65536: expected at most 65536 classes, found 100000 as one more");
}

}  // namespace
}  // namespace prunescope::data
