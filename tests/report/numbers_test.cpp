// The report on a network that predicts a number, on rows few enough to count by hand.

#include "report/csv.h"
#include "report/document.h"
#include "report/html.h"
#include "report/plain_text.h"
#include "report/summary_json.h"
#include "report/tiny_numbers.h"
#include "report/xml_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

ReportInput tinyOfNumbers() {
    return {"numbers", test::tinyNumbers()};
}

std::string pageOfNumbers(const ReportInput& input) {
    return htmlOf(documentOf(input, summarise(input), ""));
}

Json jsonOfNumbers(const ReportInput& input) {
    return Json::parse(reportJson(input, summarise(input)));
}

TEST(ReportOfNumbers, TellsErrorsGroupByGroup) {
    const Summary s = summarise(tinyOfNumbers());
    ASSERT_EQ(s.hurt.twin, Twin::before);
    EXPECT_FALSE(s.hurt.images) << "there are no right answers to compare";
    ASSERT_EQ(s.hurt.numberGroups.size(), 2U);
    const HurtNumberGroup& ulm = s.hurt.numberGroups[0];
    EXPECT_EQ(ulm.name, "Ulm") << "its RMSE grew more";
    EXPECT_DOUBLE_EQ(ulm.figures.first.rmse(), 1);
    EXPECT_DOUBLE_EQ(ulm.figures.second.rmse(), std::sqrt(5.0));
    EXPECT_TRUE(ulm.isHurt());
    const HurtNumberGroup& bonn = s.hurt.numberGroups[1];
    EXPECT_DOUBLE_EQ(bonn.figures.rmseChange(), std::sqrt(2.0) - 1);
    EXPECT_FALSE(bonn.isHurt()) << "two rows are no proof";
}

TEST(ReportOfNumbers, NamesTheRowsWhoseErrorGrewMost) {
    const Summary s = summarise(tinyOfNumbers());
    ASSERT_EQ(s.hurt.grown.size(), 17U) << "every other row of Ulm, and one of Bonn";
    EXPECT_EQ(s.hurt.grown[0].figures.row, 1U);
    EXPECT_EQ(s.hurt.grown[0].group, "Ulm");
    EXPECT_DOUBLE_EQ(s.hurt.grown[0].figures.growth(), 2);
    EXPECT_EQ(s.hurt.grown.back().figures.row, 33U);
    EXPECT_EQ(s.hurt.grown.back().group, "Bonn");
}

TEST(ReportOfNumbers, NamesNoMoreRowsThanAnyoneReads) {
    ReportInput input = tinyOfNumbers();
    for (run::ImageAnswers& answers : input.record.imageAnswers)
        for (auto* values : {&answers.wanted, &answers.predicted}) {
            const std::vector<float> once = *values;
            values->insert(values->end(), once.begin(), once.end());
        }
    for (run::ImageAnswers& answers : input.record.imageAnswers) answers.groups.resize(68);
    for (run::Evaluation& e : input.record.evaluations) {
        const auto& of = input.record.imageAnswers[e.step == StepIndex{1} ? 0 : 1];
        e.numbers = run::numberErrorsOf(of.wanted, of.predicted);
    }
    EXPECT_EQ(summarise(input).hurt.grown.size(), mostRowsNamed);
}

TEST(ReportOfNumbers, ShowsTheNumbersOfReportJsonAndNoOthers) {
    const ReportInput input = tinyOfNumbers();
    const test::XmlCheck xml(pageOfNumbers(input));
    EXPECT_EQ(xml.problem(), "");
    const Json json = jsonOfNumbers(input);
    int compared = 0;
    for (const auto& data : xml.elements("data")) {
        const std::string place = data.attribute("data-field");
        EXPECT_DOUBLE_EQ(json.at(Json::json_pointer(place)).get<double>(), std::stod(data.attribute("value")))
            << place;
        ++compared;
    }
    EXPECT_GT(compared, 100);
    EXPECT_EQ(json["who_is_hurt"]["groups_by_grown_rmse"][0]["name"], "Ulm");
    EXPECT_DOUBLE_EQ(json["who_is_hurt"]["groups_by_grown_rmse"][0]["rmse"], std::sqrt(5.0));
    EXPECT_TRUE(json["who_is_hurt"]["groups_by_grown_rmse"][1]["rmse_change_low"].is_null());
    EXPECT_EQ(json["who_is_hurt"]["rows"]["error_grew_most"][0]["row"], 1);
    EXPECT_EQ(json["who_is_hurt"]["rows"]["error_grew_most"][16]["group"], "Bonn");
}

TEST(ReportOfNumbers, SaysWhichGroupsAreHurt) {
    const std::string page = pageOfNumbers(tinyOfNumbers());
    EXPECT_THAT(page, HasSubstr("Groups by grown RMSE"));
    EXPECT_THAT(page, HasSubstr("Of 1 of 2 groups, the whole interval of the change of RMSE lies above zero, "
                                "first: <strong>Ulm</strong>."));
    EXPECT_THAT(page, HasSubstr("1 of them have too few samples for an interval: fewer than 30."));
    EXPECT_THAT(page, HasSubstr("kWh"));
    EXPECT_THAT(page, Not(HasSubstr("nan")));
}

TEST(ReportOfNumbers, WithoutGroupsHasNoWordOfThem) {
    ReportInput input = tinyOfNumbers();
    input.record.header.dataset.groupNames.clear();
    for (run::ImageAnswers& answers : input.record.imageAnswers) answers.groups.clear();
    const std::string page = pageOfNumbers(input);
    EXPECT_THAT(page, Not(HasSubstr("Groups by grown RMSE")));
    EXPECT_THAT(page, Not(HasSubstr("[0]"))) << "no mark of an origin that is not there";
    EXPECT_THAT(page, HasSubstr("error grew most"));
    EXPECT_TRUE(jsonOfNumbers(input)["who_is_hurt"]["rows"]["error_grew_most"][0]["group"].is_null());
}

TEST(ReportOfNumbers, SpeaksOfNeitherAccuracyNorImages) {
    const ReportInput input = tinyOfNumbers();
    for (const std::string& text : {pageOfNumbers(input), metricsCsv(input, summarise(input))}) {
        EXPECT_THAT(text, Not(HasSubstr("accuracy")));
        EXPECT_THAT(text, Not(HasSubstr("Accuracy")));
    }
    // The names of tables and fields, and how pages are drawn, stay what they are.
    std::string page = pageOfNumbers(input);
    for (const std::string kept : {"image_answers", "trained_images", "images_per_second", "image-rendering",
                                   "train_images", "validation_images", "test_images"})
        for (auto at = page.find(kept); at != std::string::npos; at = page.find(kept))
            page.erase(at, kept.size());
    EXPECT_THAT(page, Not(HasSubstr("image")));
    EXPECT_THAT(page, Not(HasSubstr("Image")));
}

}  // namespace
}  // namespace prunescope::report
