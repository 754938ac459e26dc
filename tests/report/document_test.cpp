// What the document says, in any language and for any kind of page.

#include "report/document.h"

#include "report/html.h"
#include "report/tiny_record.h"
#include "report/xml_check.h"
#include "support/demo_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace prunescope::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A language in which each sentence of the program stands in angle brackets, its values the other way round.
Language backwards() {
    return {"x", [](const Text& text) {
                if (!text.isSentence()) return text.id();
                std::vector<Text> values = text.values();
                std::reverse(values.begin(), values.end());
                return "‹" + Text(text.id(), values).english() + "›";
            }};
}

Markup plain() {
    return {[](const std::string& words) { return words; },
            [](const Phrase& phrase, std::string content) {
                return phrase.kind == Phrase::Kind::datum ? "[" + content + "]" : content;
            }};
}

TEST(PhraseTest, PutsItsPartsWhereTheLanguageWantsThem) {
    Phrase number(Phrase::Kind::datum, std::string("5"));
    const Phrase phrase = Phrase::of("{} of {} weights", number, std::string("seven"));
    EXPECT_EQ(said(phrase, Language(), plain()), "[5] of seven weights");
    EXPECT_EQ(said(phrase, backwards(), plain()), "‹seven of [5] weights›");
}

TEST(PhraseTest, LeavesANameAsItIsInEveryLanguage) {
    EXPECT_EQ(said(Phrase(std::string("finished {}")), backwards(), plain()), "finished {}");
    EXPECT_EQ(said(Phrase(Text::of("finished")), backwards(), plain()), "‹finished›");
}

TEST(DocumentTest, LeavesOutChaptersThatTheRunHasNothingToSayIn) {
    const auto idsOf = [](const ReportInput& input) {
        std::set<std::string> ids;
        for (const Chapter& chapter : documentOf(input, summarise(input), "").chapters)
            ids.insert(chapter.id);
        return ids;
    };
    EXPECT_TRUE(idsOf({"tiny", test::tinyRecord()}).contains("schedule"));
    EXPECT_FALSE(idsOf({"dense", prunescope::test::demoRun({.dense = true})}).contains("schedule"));
    EXPECT_FALSE(idsOf({"none", {}}).contains("confusion"));
}

TEST(DocumentTest, HasTheFormulaOfTheSchedule) {
    const ReportInput input{"tiny", test::tinyRecord()};
    EXPECT_THAT(htmlOf(documentOf(input, summarise(input), "")),
                HasSubstr("p(t) = 0.5 + (0 − 0.5) (1 − x), x = (t − 0) / (2 − 0)"));
}

TEST(DocumentTest, NamesDamagedFilesThatWereLeftOut) {
    ReportInput input{"tiny", test::tinyRecord()};
    const auto page = [&] { return htmlOf(documentOf(input, summarise(input), "")); };
    EXPECT_THAT(page(), Not(HasSubstr("left out:")));
    input.record.header.dataset.skippedFiles = 12;
    input.record.header.dataset.skippedNames = {"cat/<1>.jpg", "dog/2.jpg"};
    EXPECT_THAT(page(), HasSubstr("data-field=\"/data/skipped_files\""));
    EXPECT_THAT(page(), HasSubstr("cat/&lt;1&gt;.jpg, dog/2.jpg"));
}

TEST(DocumentTest, SaysFirstWhatShareOfTheImagesWasTrainedOn) {
    ReportInput input{"tiny", test::tinyRecord()};
    const auto page = [&] { return htmlOf(documentOf(input, summarise(input), "")); };
    EXPECT_THAT(page(), Not(HasSubstr("of the training samples of")));
    input.record.header.config.dataShare = 0.1;
    input.record.header.dataset.leftOutImages = 90;
    EXPECT_THAT(page(), HasSubstr("data-field=\"/config/data/share\""));
    EXPECT_THAT(page(), HasSubstr("10 %"));
    EXPECT_THAT(page(), HasSubstr("of the training samples of"));
    EXPECT_THAT(page(), HasSubstr("data-field=\"/data/left_out_images\""));
}

TEST(DocumentTest, CountsTheImagesOfEachClassAndWarns) {
    ReportInput input{"tiny", test::tinyRecord()};
    const auto page = [&] { return htmlOf(documentOf(input, summarise(input), "")); };
    EXPECT_THAT(page(), Not(HasSubstr("Samples of each class"))) << "a record of before has no counts";
    input.record.header.dataset.classCounts = {.train = {30, 10}, .validation = {4, 0}, .test = {20, 20}};
    EXPECT_THAT(page(), HasSubstr("Classes without a validation sample: 1 (dog)."));
    EXPECT_THAT(page(), HasSubstr("data-field=\"/data/class_counts/train/1\""));
    EXPECT_THAT(page(), Not(HasSubstr("Weight in the loss")));
    input.record.header.config.classWeights = "balanced";
    // 40 / (2 x 30) and 40 / (2 x 10).
    EXPECT_THAT(page(),
                testing::AllOf(HasSubstr("Weight in the loss"), HasSubstr("0.6667"), HasSubstr("2.0000")));
    input.record.header.config.classWeights = "damaged";
    EXPECT_THAT(page(), Not(HasSubstr("Weight in the loss")));
}

TEST(DocumentTest, IsTheSamePageInAnotherLanguage) {
    const ReportInput input{"tiny", test::tinyRecord()};
    const Document document = documentOf(input, summarise(input), "");
    const std::string page = htmlOf(document, backwards());
    const test::XmlCheck xml(page);
    EXPECT_EQ(xml.problem(), "");
    EXPECT_THAT(page, HasSubstr("lang=\"x\""));
    EXPECT_EQ(xml.elements("data").size(), test::XmlCheck(htmlOf(document)).elements("data").size());
    // Whatever the program says is translated; only names and numbers are not.
    for (const char* element : {"h2", "h3", "caption", "dt", "p", "li", "title", "desc"}) {
        for (const auto& e : xml.elements(element)) EXPECT_THAT(e.content, HasSubstr("‹")) << element;
    }
}

}  // namespace
}  // namespace prunescope::report
