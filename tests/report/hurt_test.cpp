// Who is hurt by pruning, on networks small enough to count by hand.

#include "report/document.h"
#include "report/html.h"
#include "report/plain_text.h"
#include "report/summary_json.h"
#include "report/tiny_record.h"
#include "report/xml_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// The tiny record, whose two networks answered so: before the first cut {3, 1, 2, 4}, in the end {4, 0, 2,
/// 4}.
ReportInput tiny() {
    ReportInput input{"tiny", test::tinyRecord()};
    const std::vector<std::uint16_t> truth{0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    run::RunRecord& r = input.record;
    r.imageAnswers = {
        {.step = StepIndex{1}, .classes = 2, .truth = truth, .answers = {0, 0, 0, 1, 0, 0, 1, 1, 1, 1}},
        {.step = StepIndex{4},
         .sparsity = 0.5,
         .classes = 2,
         .truth = truth,
         .answers = {0, 0, 0, 0, 1, 0, 1, 1, 1, 0}}};
    r.evaluations[0].calibrationError = 0.25;
    r.evaluations[3].calibrationError = 0.125;
    return input;
}

std::string pageOfHurt(const ReportInput& input) {
    return htmlOf(documentOf(input, summarise(input), ""));
}

TEST(Hurt, StandsBesideTheNetworkBeforeTheFirstCut) {
    const Summary s = summarise(tiny());
    ASSERT_EQ(s.hurt.twin, Twin::before);
    EXPECT_EQ(figuresOfTwin(s).step, StepIndex{1});
    ASSERT_TRUE(s.hurt.images);
    EXPECT_EQ(s.hurt.images->all.both, 6);
    EXPECT_EQ(s.hurt.images->all.first, 1);
    EXPECT_EQ(s.hurt.images->all.second, 2);
    EXPECT_EQ(s.hurt.images->all.neither, 1);
    EXPECT_EQ(s.hurt.p, 1) << "2 (1/8 + 3/8)";
    EXPECT_FALSE(s.hurt.toldApart());
    EXPECT_THAT(s.hurt.shown(), ElementsAre(view::Flip{9, 1, 1, 0}));
}

TEST(Hurt, IsNotKnownWhereNothingWasTestedAfterTheFirstCut) {
    ReportInput cutOff = tiny();
    run::RunRecord& r = cutOff.record;
    r.evaluations.erase(r.evaluations.begin() + 1, r.evaluations.end());
    r.imageAnswers.pop_back();
    const HurtSummary hurt = summarise(cutOff).hurt;
    EXPECT_FALSE(hurt.known()) << "a network beside itself loses nothing";
    EXPECT_EQ(hurt.why.english(), "No test evaluation was made after the first weight was cut.");
}

TEST(Hurt, OrdersTheClassesByLostRecallWithTheirIntervals) {
    const Summary s = summarise(tiny());
    ASSERT_EQ(s.hurt.classes.size(), 2U);
    const HurtClass& dog = s.hurt.classes[0];
    EXPECT_EQ(dog.name, "dog");
    EXPECT_DOUBLE_EQ(dog.recallOfTwin, 4.0 / 6);
    EXPECT_DOUBLE_EQ(dog.recall, 4.0 / 6);
    EXPECT_EQ(dog.pairs->first, 1);
    EXPECT_EQ(dog.pairs->second, 1);
    EXPECT_LT(dog.change.from, 0);
    EXPECT_GT(dog.change.to, 0);
    EXPECT_FALSE(dog.isHurt());
    EXPECT_EQ(s.hurt.classes[1].name, "cat");
    EXPECT_DOUBLE_EQ(s.hurt.classes[1].f1OfTwin, 6.0 / 9);
    EXPECT_DOUBLE_EQ(s.hurt.classes[1].f1, 8.0 / 10);
}

TEST(Hurt, TellsAccuracyGroupByGroupWhereTheDataNameGroups) {
    ReportInput input = tiny();
    EXPECT_THAT(pageOfHurt(input), Not(HasSubstr("Groups by lost accuracy")));
    input.record.header.dataset.groupNames = {"Ulm", "Bonn"};
    // Of the images that one network alone gets right, the last is lost and the fourth and fifth are won.
    input.record.imageAnswers.back().groups = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
    const Summary s = summarise(input);
    ASSERT_EQ(s.hurt.groups.size(), 2U);
    EXPECT_EQ(s.hurt.groups[0].name, "Bonn");
    EXPECT_EQ(s.hurt.groups[0].figures.pairs.first, 1);
    EXPECT_EQ(s.hurt.groups[0].figures.pairs.both, 3);
    EXPECT_FALSE(s.hurt.groups[0].isHurt()) << "one image of four is no proof";
    EXPECT_EQ(s.hurt.groups[1].figures.pairs.second, 2);
    const std::string page = pageOfHurt(input);
    EXPECT_THAT(page, HasSubstr("Groups by lost accuracy"));
    EXPECT_THAT(page, HasSubstr("no group is known to be hurt"));
    const auto json = nlohmann::json::parse(reportJson(input, s));
    EXPECT_EQ(json["who_is_hurt"]["groups_by_lost_accuracy"][0]["accuracy_of_twin"], 1.0);
    EXPECT_EQ(json["who_is_hurt"]["groups_by_lost_accuracy"][0]["accuracy"], 0.75);
}

TEST(Hurt, IsNoQuestionWhereNoWeightWasCut) {
    ReportInput input = tiny();
    EXPECT_THAT(pageOfHurt(input), HasSubstr("Classes by lost recall"));
    for (run::Evaluation& e : input.record.evaluations) e.sparsity = 0;
    for (run::ImageAnswers& a : input.record.imageAnswers) a.sparsity = 0;
    EXPECT_THAT(pageOfHurt(input), Not(HasSubstr("Classes by lost recall")));
    EXPECT_THAT(pageOfHurt(input), Not(HasSubstr("before the first weight was cut")));
}

TEST(Hurt, SaysInWordsThatTwoNetworksCannotBeToldApart) {
    const std::string page = pageOfHurt(tiny());
    EXPECT_THAT(page, HasSubstr("the two networks cannot be told apart"));
    EXPECT_THAT(page, HasSubstr("no class is known to be hurt"));
    EXPECT_THAT(page, HasSubstr("Samples that only the pruned network gets wrong"));
    EXPECT_EQ(test::XmlCheck(page).problem(), "");
}

/// 40 images, of which the pruned network alone gets 12 wrong, all of one class.
ReportInput hurtInput() {
    ReportInput input = tiny();
    run::RunRecord& r = input.record;
    for (run::ImageAnswers& a : r.imageAnswers) {
        a.truth.assign(40, 0);
        std::fill_n(a.truth.begin() + 20, 20, std::uint16_t{1});
        a.answers = a.truth;
    }
    std::fill_n(r.imageAnswers[1].answers.begin(), 12, std::uint16_t{1});
    r.evaluations[0].confusion = {20, 0, 0, 20};
    r.evaluations[3].confusion = {8, 12, 0, 20};
    return input;
}

TEST(Hurt, NamesTheClassThatLostBeyondChance) {
    const Summary s = summarise(hurtInput());
    EXPECT_NEAR(s.hurt.p, std::pow(0.5, 11), 1e-12);
    ASSERT_EQ(s.hurt.classes.front().name, "cat");
    EXPECT_TRUE(s.hurt.classes.front().isHurt());
    EXPECT_FALSE(s.hurt.classes.back().isHurt());
    const std::string page = pageOfHurt(hurtInput());
    EXPECT_THAT(page, HasSubstr("The pruned network is worse than the first"));
    EXPECT_THAT(page, HasSubstr("lies below zero: <strong>cat</strong>"));
}

TEST(Hurt, WithoutAnswersComparesClassesByTheirSumsAndSaysWhy) {
    ReportInput input = hurtInput();
    const view::Range paired = summarise(input).hurt.classes.front().change;
    input.record.imageAnswers.pop_back();
    const Summary s = summarise(input);
    EXPECT_FALSE(s.hurt.images);
    EXPECT_TRUE(s.hurt.classes.front().isHurt());
    EXPECT_LE(s.hurt.classes.front().change.from, paired.from);
    EXPECT_THAT(s.hurt.shown(), IsEmpty());
    const std::string page = pageOfHurt(input);
    EXPECT_THAT(page, HasSubstr("Which test samples were right was not recorded"));
    EXPECT_THAT(page, HasSubstr("independent proportions"));
    EXPECT_THAT(page, Not(HasSubstr("McNemar")));
}

TEST(Hurt, IsNotComparedWithAnUntrainedNetwork) {
    ReportInput input = tiny();
    input.record.evaluations[0].step = input.record.imageAnswers[0].step = StepIndex{0};
    const Summary s = summarise(input);
    EXPECT_FALSE(s.hurt.known());
    EXPECT_THAT(pageOfHurt(input), HasSubstr("the network of this run was not trained"));
    EXPECT_THAT(picturesWanted(input), IsEmpty());
}

TEST(Hurt, TakesTheReferenceRunWhereItWasTestedOnTheSameImages) {
    ReportInput input = tiny();
    input.reference = ReferenceRun{"dense", hurtInput().record};
    run::RunRecord& reference = input.reference->record;
    reference.evaluations = {input.record.evaluations[0]};
    reference.imageAnswers = {input.record.imageAnswers[0]};
    Summary s = summarise(input);
    EXPECT_EQ(s.hurt.twin, Twin::reference);
    EXPECT_EQ(s.hurt.images->all.first, 1);
    EXPECT_THAT(pageOfHurt(input), HasSubstr("beside that of the reference run <strong>dense</strong>"));
    reference.header.dataset.files[0].sha256 = std::string(64, 'b');
    s = summarise(input);
    EXPECT_EQ(s.hurt.twin, Twin::before);
    EXPECT_EQ(s.hurt.why.english(), "The reference run was tested on other samples.");
}

TEST(Hurt, IsNoChapterOfADenseRun) {
    ReportInput input = tiny();
    input.record.header.config.method = "dense";
    for (auto& s : input.record.samples) s.sparsity = 0;
    for (auto& s : input.record.layerStatistics) s.kept = s.weights;
    EXPECT_FALSE(summarise(input).hurt.known());
    EXPECT_THAT(pageOfHurt(input), Not(HasSubstr("Who is hurt")));
}

TEST(Hurt, NamesClassesWithoutATestImage) {
    ReportInput input = tiny();
    input.record.header.dataset.classNames = {"cat", "dog", "yak"};
    for (run::Evaluation& e : input.record.evaluations) {
        e.classes = 3;
        e.confusion = {e.confusion[0], e.confusion[1], 0, e.confusion[2], e.confusion[3], 0, 0, 0, 0};
    }
    for (run::ImageAnswers& a : input.record.imageAnswers) a.classes = 3;
    const Summary s = summarise(input);
    EXPECT_THAT(s.result.absent, ElementsAre("yak"));
    EXPECT_EQ(s.hurt.classes.size(), 2U);
    EXPECT_DOUBLE_EQ(s.result.final->macroF1, 0.8) << "as without that class";
    EXPECT_TRUE(std::isnan(s.result.classes[2].f1));
    EXPECT_THAT(pageOfHurt(input), HasSubstr("no mean counts them: yak"));
    EXPECT_EQ(nlohmann::json::parse(reportJson(input, s)).at("classes_without_test_images"),
              nlohmann::json({"yak"}));
}

TEST(Hurt, ShowsPicturesInThePageItself) {
    ReportInput input = tiny();
    ASSERT_EQ(picturesWanted(input).size(), 1U);
    input.pictures = TestPictures{};
    input.pictures->pictures = {{9, {.width = 2, .height = 1, .channels = 1, .pixels = {0, 255}}}};
    const std::string page = pageOfHurt(input);
    EXPECT_EQ(test::XmlCheck(page).problem(), "");
    EXPECT_THAT(page, HasSubstr("<img src=\"data:image/png;base64,iVBORw0KGgo"));
    EXPECT_THAT(page, HasSubstr("<strong>dog</strong> <span class=\"small\">taken for cat; sample 9</span>"));
    EXPECT_THAT(page, HasSubstr("img-src data:\""));
    EXPECT_THAT(page, Not(HasSubstr("http-equiv=\"refresh")));
}

TEST(Hurt, SaysWhyThereAreNoPictures) {
    ReportInput input = tiny();
    input.pictures = TestPictures{.pictures = {}, .why = Text::of("the data set has no pictures.")};
    EXPECT_THAT(pageOfHurt(input),
                HasSubstr("Their pictures cannot be shown: the data set has no pictures."));
}

TEST(Hurt, IsInTheJsonWithTheImagesByNumber) {
    const ReportInput input = tiny();
    const nlohmann::json hurt = nlohmann::json::parse(reportJson(input, summarise(input))).at("who_is_hurt");
    EXPECT_EQ(hurt.at("twin"), "before_first_cut");
    EXPECT_EQ(hurt.at("images").at("only_pruned_right"), 2);
    EXPECT_EQ(hurt.at("images").at("first_of_only_twin_right"),
              nlohmann::json::parse(R"([{"image": 9, "class": 1, "answer_of_twin": 1, "answer": 0}])"));
    EXPECT_EQ(hurt.at("test_of_twin").at("calibration_error"), 0.25);
    EXPECT_EQ(hurt.at("classes_by_lost_recall").size(), 2U);
    EXPECT_TRUE(nlohmann::json::parse(reportJson({"none", {}}, summarise({"none", {}})))
                    .at("who_is_hurt")
                    .at("twin")
                    .is_null());
}

TEST(Hurt, IsReadInATerminalWithoutMarks) {
    const ReportInput input = tiny();
    const Document document = documentOf(input, summarise(input), "");
    const auto chapter = std::find_if(document.chapters.begin(), document.chapters.end(),
                                      [](const Chapter& c) { return c.id == "hurt"; });
    ASSERT_NE(chapter, document.chapters.end());
    const std::string text = plainText(*chapter);
    EXPECT_THAT(text, HasSubstr("Who is hurt\n"));
    EXPECT_THAT(text, HasSubstr("(McNemar's exact test, estimated). By these samples"));
    EXPECT_THAT(text, HasSubstr("  dog          6       66.67\u00A0%        66.67\u00A0%"));
    EXPECT_THAT(text, Not(HasSubstr("[")));
    EXPECT_THAT(text, Not(HasSubstr(" \n")));
}

}  // namespace
}  // namespace prunescope::report
