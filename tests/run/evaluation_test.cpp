// The figures of an evaluation, by hand, and the answers to its images.

#include "run/image_answers.h"
#include "run/records.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace prunescope::run {
namespace {

TEST(Evaluation, ComputesAccuracyRecallAndMacroF1ByHand) {
    // Rows are the truth: 8 of 10 of class 0 are right, 1 of 5 of class 1; nobody is of class 2 or called so.
    const Evaluation e{.step = {}, .classes = 3, .confusion = {8, 2, 0, 4, 1, 0, 0, 0, 0}};
    EXPECT_EQ(e.images(), 15);
    EXPECT_DOUBLE_EQ(e.accuracy(), 9.0 / 15);
    EXPECT_DOUBLE_EQ(e.ofClass(0).recall(), 0.8);
    EXPECT_DOUBLE_EQ(e.ofClass(0).precision(), 8.0 / 12);
    EXPECT_DOUBLE_EQ(e.ofClass(1).f1(), 2.0 / 8);
    EXPECT_DOUBLE_EQ(e.macroRecall(), (0.8 + 0.2) / 2);
    EXPECT_DOUBLE_EQ(e.macroPrecision(), (8.0 / 12 + 1.0 / 3) / 2);
    EXPECT_DOUBLE_EQ(e.macroF1(), (16.0 / 22 + 2.0 / 8) / 2);
}

TEST(Evaluation, NamesTheClassesThatDoNotOccurAndLeavesThemOutOfEveryMean) {
    // Nobody is of class 1, which is named all the same; class 2 is never named.
    const Evaluation e{.step = {}, .classes = 3, .confusion = {3, 1, 0, 0, 0, 0, 2, 0, 0}};
    EXPECT_EQ(e.absentClasses(), std::vector<std::int64_t>{1});
    EXPECT_TRUE(std::isnan(e.ofClass(1).recall()));
    EXPECT_TRUE(std::isnan(e.ofClass(1).f1()));
    EXPECT_EQ(e.ofClass(1).precision(), 0) << "it was named, and wrongly";
    EXPECT_TRUE(std::isnan(e.ofClass(2).precision()));
    EXPECT_DOUBLE_EQ(e.macroRecall(), 0.75 / 2);
    EXPECT_DOUBLE_EQ(e.macroPrecision(), 0.6 / 2) << "0 for the class that occurs and is never named";
    EXPECT_DOUBLE_EQ(e.macroF1(), (6.0 / 9) / 2);
}

TEST(Evaluation, WithoutAnImageItsMeansAreZeroAndNoClassOccurs) {
    const Evaluation e{.step = {}, .classes = 2, .confusion = {0, 0, 0, 0}};
    EXPECT_EQ(e.macroF1(), 0);
    EXPECT_EQ(e.absentClasses().size(), 2U);
}

TEST(ImageAnswersTest, BelongToTheTestEvaluationThatCountedThem) {
    const ImageAnswers answers{
        .step = StepIndex{7}, .sparsity = 0.5, .classes = 2, .truth = {0, 1, 1}, .answers = {0, 0, 1}};
    Evaluation e{
        .step = StepIndex{7}, .split = Split::test, .sparsity = 0.5, .classes = 2, .confusion = {1, 0, 1, 1}};
    EXPECT_TRUE(belongTogether(answers, e));
    EXPECT_EQ(answersOf({{.step = StepIndex{7}}, answers}, e)->answers, answers.answers);
    const auto differs = [&](auto change) {
        Evaluation other = e;
        change(other);
        return !belongTogether(answers, other);
    };
    EXPECT_TRUE(differs([](Evaluation& x) { x.step = StepIndex{6}; }));
    EXPECT_TRUE(differs([](Evaluation& x) { x.split = Split::validation; }));
    EXPECT_TRUE(differs([](Evaluation& x) { x.sparsity = 0; }));
    EXPECT_TRUE(differs([](Evaluation& x) { x.confusion = {1, 0, 0, 2}; }));
    EXPECT_TRUE(differs([](Evaluation& x) { x.confusion = {1}; }));
    EXPECT_TRUE(differs([](Evaluation& x) { x.classes = 3; }));
}

}  // namespace
}  // namespace prunescope::run
