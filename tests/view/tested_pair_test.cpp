#include "view/tested_pair.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

namespace prunescope::view {
namespace {

using testing::HasSubstr;

/// Twelve rows whose numbers are 0 to 11; predicted is too much by so much.
TestedRun numbersOff(std::string name, const std::vector<float>& off) {
    run::ImageAnswers answers{.step = StepIndex{9}};
    for (std::size_t i = 0; i < off.size(); ++i) {
        answers.wanted.push_back(static_cast<float>(i));
        answers.predicted.push_back(static_cast<float>(i) + off[i]);
    }
    run::RunRecord record;
    record.header.dataset.target = {.name = "price", .unit = "kEUR"};
    run::Evaluation test{.step = StepIndex{9}, .split = run::Split::test};
    test.numbers = run::numberErrorsOf(answers.wanted, answers.predicted);
    record.evaluations = {test};
    record.imageAnswers = {answers};
    return lastTestOf(std::move(name), std::move(record));
}

/// Ten samples of the first of two classes, the first so many of which are taken for the second.
TestedRun classesWrong(std::string name, std::size_t wrong) {
    run::ImageAnswers answers{.step = StepIndex{9}, .classes = 2};
    answers.truth.assign(10, 0);
    answers.answers.assign(10, 0);
    for (std::size_t i = 0; i < wrong; ++i) answers.answers[i] = 1;
    run::RunRecord record;
    record.header.dataset.classNames = {"cat", "dog"};
    run::Evaluation test{.step = StepIndex{9}, .split = run::Split::test, .classes = 2};
    test.confusion = {static_cast<std::int64_t>(10 - wrong), static_cast<std::int64_t>(wrong), 0, 0};
    record.evaluations = {test};
    record.imageAnswers = {answers};
    return lastTestOf(std::move(name), std::move(record));
}

std::string wordsOf(const TestedRun& first, const TestedRun& second) {
    std::string text = compareTested(first, second).words.english();
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
        text.replace(at, std::string("\u00A0").size(), " ");
    return text;
}

TEST(TestedPair, OfNumbersSaysWhichComesCloserAndHowSureThatIs) {
    const TestedRun one = numbersOff("MAP", std::vector<float>(12, 1));
    // Ten errors shrink by 0.5, two grow by 1: -3 / 12 on average. Ranks 11.5 twice against 5.5 ten times:
    // T+ is 23 where 39 are expected, with a variance of 162.5 - (990 + 6) / 48: z = 15.5 / 11.906.
    std::vector<float> off(12, 0.5F);
    off[0] = off[1] = 2;
    const TestedPair pair = compareTested(one, numbersOff("GMP", off));
    ASSERT_TRUE(pair.errors);
    EXPECT_EQ(pair.errors->grew, 2);
    EXPECT_EQ(pair.errors->shrank, 10);
    EXPECT_EQ(
        wordsOf(one, numbersOff("GMP", off)),
        "Of 12 test samples, MAP comes closer to the truth in 2 and GMP in 10. The absolute error of GMP "
        "less that of MAP is −0.25 kEUR on average (95 % interval −0.5804 kEUR to +0.08035 kEUR). By "
        "these samples they cannot be told apart (Wilcoxon's signed-rank test, p = 0.19).");
    // All shrink alike: z = 38.5 / 11.258.
    const TestedRun better = numbersOff("GMP", std::vector<float>(12, 0.5F));
    EXPECT_THAT(wordsOf(one, better), HasSubstr("GMP is better, by more than chance explains (Wilcoxon's "
                                                "signed-rank test, p = 0.00063)."));
    EXPECT_THAT(wordsOf(better, one), HasSubstr("GMP is better")) << "whichever comes first";
}

TEST(TestedPair, OfClassesSaysWhichIsRightAlone) {
    const TestedRun all = classesWrong("MAP", 0);
    const TestedPair pair = compareTested(all, classesWrong("GMP", 6));
    ASSERT_TRUE(pair.answers);
    EXPECT_EQ(pair.answers->first, 6);
    EXPECT_EQ(pair.answers->second, 0);
    // Six of six for one of them: 2 / 2^6; of five 2 / 2^5.
    EXPECT_THAT(
        wordsOf(all, classesWrong("GMP", 6)),
        testing::AllOf(HasSubstr("Of 10 test samples, MAP alone is right in 6 and GMP alone in 0. The "
                                 "accuracy of GMP less that of MAP is −60.00 points"),
                       HasSubstr("MAP is better, by more than chance explains (McNemar's exact test, p "
                                 "= 0.031).")));
    EXPECT_THAT(wordsOf(all, classesWrong("GMP", 5)),
                HasSubstr("cannot be told apart (McNemar's exact test, p = 0.062)."));
}

TEST(TestedPair, RunsOfTwoTasksCannotBeCompared) {
    const TestedPair pair =
        compareTested(numbersOff("houses", std::vector<float>(12, 1)), classesWrong("pets", 1));
    EXPECT_EQ(pair.words.english(),
              "These runs cannot be compared: houses is judged by its RMSE, pets by its accuracy.");
    EXPECT_FALSE(pair.errors);
    EXPECT_FALSE(pair.answers);
}

TEST(TestedPair, RunsOnOtherDataCannotBeCompared) {
    const TestedRun one = classesWrong("a", 1);
    TestedRun other = classesWrong("b", 2);
    EXPECT_TRUE(compareTested(one, other).answers);
    const auto differs = [&](const auto& change) {
        TestedRun changed = other;
        change(changed.header);
        return wordsOf(one, changed) ==
               "These runs were tested on other samples: their figures are no measure of each other.";
    };
    EXPECT_TRUE(differs([](run::RunHeader& h) { h.config.dataset = "mnist"; }));
    EXPECT_TRUE(differs([](run::RunHeader& h) { h.config.dataOptions = {{"test_seed", 3}}; }));
    EXPECT_TRUE(differs([](run::RunHeader& h) { h.dataset.files = {{"a.csv", 3, "abc"}}; }));
    EXPECT_TRUE(differs([](run::RunHeader& h) { h.dataset.classNames = {"cat", "cow"}; }));
    EXPECT_FALSE(differs([](run::RunHeader& h) { h.config.seed = 9; }));
}

TEST(TestedPair, SaysWhatWasNotRecorded) {
    const TestedRun one = classesWrong("a", 1);
    TestedRun other = classesWrong("b", 2);
    other.answers->truth[0] = 1;
    EXPECT_EQ(wordsOf(one, other), "The two runs were tested on their samples in another order.");
    other.answers.reset();
    EXPECT_EQ(wordsOf(one, other), "What was answered to each test sample was not recorded of both runs.");
    other.test.reset();
    EXPECT_EQ(wordsOf(one, other), "b has not been tested yet: there is nothing to compare.");
}

TEST(TestedPair, TheLastTestCountsAndItsOwnAnswersAlone) {
    run::RunRecord record;
    record.evaluations = {
        {.step = StepIndex{1}, .split = run::Split::test, .classes = 1, .confusion = {3}},
        {.step = StepIndex{2}, .split = run::Split::test, .classes = 1, .confusion = {4}},
        {.step = StepIndex{3}, .split = run::Split::validation, .classes = 1, .confusion = {5}}};
    record.imageAnswers = {{.step = StepIndex{1}, .classes = 1, .truth = {0, 0, 0}, .answers = {0, 0, 0}}};
    const TestedRun tested = lastTestOf("a", record);
    ASSERT_TRUE(tested.test);
    EXPECT_EQ(tested.test->step, StepIndex{2});
    EXPECT_FALSE(tested.answers) << "they are of an earlier network";
    EXPECT_FALSE(lastTestOf("a", {}).test);
}

}  // namespace
}  // namespace prunescope::view
