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
    EXPECT_THAT(chapter, AllOf(HasSubstr("One sample takes 0.077 ms dense and 0.038 ms pruned"),
                               HasSubstr("25,000 samples/s dense and 100,000 pruned"),
                               HasSubstr("Pays from a sparsity of: about 52\u00A0% for one sample"),
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

/// Every number of a field that begins so, beside the one in report.json.
int numbersAsInJson(const ReportInput& input, const std::string& field) {
    const auto json = nlohmann::json::parse(reportJson(input, summarise(input)));
    const std::string page = measuredPageOf(input);
    const test::XmlCheck xml(page);
    EXPECT_EQ(xml.problem(), "");
    int numbers = 0;
    for (const auto& data : xml.elements("data")) {
        const std::string place = data.attribute("data-field");
        if (!place.starts_with(field)) continue;
        EXPECT_DOUBLE_EQ(json.at(nlohmann::json::json_pointer(place)).get<double>(),
                         std::stod(data.attribute("value")))
            << place;
        ++numbers;
    }
    return numbers;
}

TEST(SpeedChapter, ShowsWhatCallersWait) {
    ReportInput input = measuredRun();
    const run::CallerWaits dense{
        .medianUs = 80, .p95Us = 90, .p99Us = 100, .imagesPerSecond = 25'000, .images = 5000};
    const run::CallerWaits pruned{
        .medianUs = 40, .p95Us = 45, .p99Us = 50, .imagesPerSecond = 50'000, .images = 9000};
    input.speed->callers = {{.callers = 4, .dense = dense, .pruned = pruned}};
    EXPECT_THAT(speedChapterOf(input),
                AllOf(HasSubstr("Callers at once"), HasSubstr("25,000"), HasSubstr("50,000"),
                      HasSubstr("0.080"), HasSubstr("0.050"), HasSubstr("2.00")));
    // Callers, and of both networks the rate and two percentiles.
    EXPECT_EQ(numbersAsInJson(input, "/speed/callers/"), 1 + 2 * 3);
}

TEST(SpeedChapter, NamesDevicesAsImported) {
    ReportInput input{"tiny", test::tinyRecord()};
    input.devices = {{.wallMs = 1'764'475'200'000,
                      .device = "STM32 <F407>",
                      .network = "net",
                      .runs = 1000,
                      .medianUs = 4200,
                      .p05Us = 4100,
                      .p95Us = 4300,
                      .p99Us = 4400,
                      .leastUs = 4000,
                      .mostUs = 4500,
                      .constantBytes = 34816,
                      .scratchBytes = 9216}};
    EXPECT_THAT(speedChapterOf(input),
                AllOf(HasSubstr("imported, not measured by this program"), HasSubstr("STM32 &lt;F407&gt;"),
                      HasSubstr("34,816"), HasSubstr("2025-11-30 04:00:00 UTC")));
    EXPECT_EQ(numbersAsInJson(input, "/devices/"), 3 + 1 + 2);
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
    EXPECT_LT(chapter.find("Machine busy, other programs took 40\u00A0%"), chapter.find("One sample takes"));
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
