#include "report/csv.h"

#include "report/tiny_record.h"
#include "support/demo_run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace prunescope::report {
namespace {

std::int64_t rowsOf(const std::string& csv) {
    return std::count(csv.begin(), csv.end(), '\n') - 1;
}

TEST(CsvText, QuotesWhatRfc4180AsksFor) {
    EXPECT_EQ(csvText("plain"), "plain");
    EXPECT_EQ(csvText("a, b"), "\"a, b\"");
    EXPECT_EQ(csvText("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(csvText("two\nlines"), "\"two\nlines\"");
}

TEST(CsvText, DisarmsFormulas) {
    EXPECT_EQ(csvText("=1+1"), "'=1+1");
    EXPECT_EQ(csvText("+1"), "'+1");
    EXPECT_EQ(csvText("-1"), "'-1");
    EXPECT_EQ(csvText("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csvText("  =1"), "'  =1");
    EXPECT_EQ(csvText("\t=1"), "'\t=1");
    EXPECT_EQ(csvText("＝1"), "'＝1");
    EXPECT_EQ(csvText("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
    EXPECT_EQ(csvText("1-1"), "1-1");
}

TEST(CsvText, ReplacesBytesThatAreNotUtf8) {
    EXPECT_EQ(csvText("a\xFF"), "a\uFFFD");
}

TEST(MetricsCsv, HasARowForEveryStepAndTheEvaluationsBesideThem) {
    const ReportInput input{"tiny", test::tinyRecord()};
    const std::string csv = metricsCsv(input, summarise(input));
    EXPECT_EQ(rowsOf(csv), 4);
    EXPECT_NE(csv.find("\r\n1,0.5,1000100,100,1,0.5,0.1,0,0,exploration,,,0.7,0.4\r\n"), std::string::npos)
        << csv;
    EXPECT_NE(csv.find("\r\n3,1.5,1000300,300,1,0.5,0.1,0.5,0.5,exploration,,,,\r\n"), std::string::npos)
        << csv;
    EXPECT_NE(csv.find("\r\n4,2,1000400,400,1,0.5,0.1,0.5,0.5,exploitation,0.75,0.4,0.8,0.4\r\n"),
              std::string::npos);
}

TEST(MetricsCsv, GivesAnEvaluationWithoutASampleARowOfItsOwn) {
    ReportInput input{"tiny", test::tinyRecord()};
    auto untrained = input.record.evaluations.front();
    untrained.step = StepIndex{0};
    untrained.epoch = 0;
    input.record.evaluations.push_back(untrained);
    const std::string csv = metricsCsv(input, summarise(input));
    EXPECT_EQ(rowsOf(csv), 5);
    EXPECT_NE(csv.find("test_loss\r\n0,0,,,,,,,0,,,,0.7,0.4\r\n1,"), std::string::npos) << csv;
}

TEST(EventsCsv, HoldsEveryEventWithItsReason) {
    ReportInput input{"tiny", test::tinyRecord()};
    input.record.events.push_back({.sequence = 3,
                                   .step = StepIndex{2},
                                   .epoch = 1,
                                   .kind = "refused",
                                   .who = "user",
                                   .reason = "=cmd|' /C calc'!A0",
                                   .note = Text::of("undo: {}", "it"),
                                   .before = run::OtherValues{R"({"a":1})"},
                                   .refusal = run::Refusal{"edit", Text::of("too late, by {}", 2)}});
    const std::string csv = eventsCsv(input, summarise(input));
    EXPECT_EQ(rowsOf(csv), 3);
    EXPECT_NE(
        csv.find("3,2,1,0,1970-01-01 00:00:00 UTC,refused,user,'=cmd|' /C calc'!A0,\"{\"\"a\"\":1}\",,undo: "
                 "it,edit,\"too late, by 2\"\r\n"),
        std::string::npos)
        << csv;
}

TEST(LayersCsv, HoldsEveryStatistic) {
    const ReportInput input{"demo", prunescope::test::demoRun()};
    EXPECT_EQ(rowsOf(layersCsv(input, summarise(input))),
              static_cast<std::int64_t>(input.record.layerStatistics.size()));
}

}  // namespace
}  // namespace prunescope::report
