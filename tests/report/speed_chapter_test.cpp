// The measured speed of a run in its report.

#include "report/html.h"
#include "report/summary_json.h"
#include "report/tiny_record.h"
#include "report/xml_check.h"
#include "support/example_measurement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace prunescope::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

ReportInput measuredRun() {
    ReportInput input{"tiny", test::tinyRecord()};
    input.speed = prunescope::test::exampleMeasurement();
    return input;
}

/// The page of a run; of its chapter on speed when there is one.
std::string measuredPageOf(const ReportInput& input) {
    return htmlOf(documentOf(input, summarise(input), ""));
}
std::string speedChapterOf(const ReportInput& input) {
    const std::string page = measuredPageOf(input);
    const std::size_t begin = page.find("<section id=\"speed\"");
    return begin == std::string::npos ? "" : page.substr(begin, page.find("</section>", begin) - begin);
}

TEST(SpeedChapter, IsLeftOutWhereNothingWasMeasured) {
    const ReportInput input{"tiny", test::tinyRecord()};
    EXPECT_EQ(speedChapterOf(input), "");
    const auto json = nlohmann::json::parse(reportJson(input, summarise(input)));
    EXPECT_TRUE(json.at("speed").is_null());
    EXPECT_FALSE(json.at("origins").contains("speed"));
}

TEST(SpeedChapter, SetsThePrunedNetworkBesideTheDenseOne) {
    const std::string chapter = speedChapterOf(measuredRun());
    EXPECT_THAT(chapter, AllOf(HasSubstr("One image takes 0.077 ms dense and 0.038 ms pruned"),
                               HasSubstr("25,000 images/s dense and 100,000 pruned"),
                               HasSubstr("Pays from a sparsity of: about 52\u00A0% for one image"),
                               HasSubstr("2025-11-30 04:00:00 UTC"), HasSubstr("Made Up 7")));
}

TEST(SpeedChapter, ShowsTheNumbersOfReportJson) {
    const ReportInput input = measuredRun();
    const auto json = nlohmann::json::parse(reportJson(input, summarise(input)));
    EXPECT_DOUBLE_EQ(json.at("speed").at("pruned_images_per_second"), 100'000);
    const std::string page = measuredPageOf(input);
    const test::XmlCheck xml(page);
    EXPECT_EQ(xml.problem(), "");
    int numbers = 0;
    for (const auto& data : xml.elements("data")) {
        const std::string place = data.attribute("data-field");
        if (!place.starts_with("/speed/")) continue;
        EXPECT_DOUBLE_EQ(json.at(nlohmann::json::json_pointer(place)).get<double>(),
                         std::stod(data.attribute("value")))
            << place;
        ++numbers;
    }
    // Four kinds of work with three figures of three numbers each, two sparsities that pay, two rates, and
    // batch, cores, threads, sparsity and load.
    EXPECT_EQ(numbers, 4 * 9 + 2 + 2 + 5);
}

TEST(SpeedChapter, NamesTheEvidence) {
    const std::string chapter = speedChapterOf(measuredRun());
    EXPECT_THAT(chapter, AllOf(HasSubstr("measured"), HasSubstr("estimated"), HasSubstr("href=\"#origin-")));
}

TEST(SpeedChapter, SaysFirstThatNothingIsConcluded) {
    ReportInput input = measuredRun();
    EXPECT_THAT(speedChapterOf(input), Not(HasSubstr("not conclusive")));
    input.speed->doubt = run::Doubt::busy;
    input.speed->otherLoad = 0.4;
    const std::string chapter = speedChapterOf(input);
    EXPECT_LT(chapter.find("Machine busy, other programs took 40\u00A0%"), chapter.find("One image takes"));
}

TEST(SpeedChapter, ShowsADashForWhatIsNotKnown) {
    ReportInput input = measuredRun();
    input.speed->otherLoad.reset();
    input.speed->processor = "<b>";
    EXPECT_THAT(speedChapterOf(input), AllOf(HasSubstr("\u2013"), Not(HasSubstr("<b>"))));
    input.speed->processor.clear();
    EXPECT_THAT(speedChapterOf(input), HasSubstr("not recorded"));
}

}  // namespace
}  // namespace prunescope::report
