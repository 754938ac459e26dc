#include "report/csv.h"

#include "report/tiny_record.h"
#include "support/demo_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

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

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
    if (!line.empty() && line.back() == ',') cells.emplace_back();
    return cells;
}

/// The row of a step, by column; no cell in it holds a comma.
std::map<std::string, std::string> rowOf(const std::string& csv, const std::string& step) {
    std::istringstream stream(csv);
    std::vector<std::string> names;
    for (std::string line; std::getline(stream, line);) {
        EXPECT_TRUE(line.ends_with('\r')) << line;
        line.pop_back();
        const auto cells = cellsOf(line);
        if (names.empty()) names = cells;
        EXPECT_EQ(cells.size(), names.size()) << line;
        if (cells.size() != names.size() || cells.front() != step) continue;
        std::map<std::string, std::string> row;
        for (std::size_t c = 0; c < names.size(); ++c) row[names[c]] = cells[c];
        return row;
    }
    return {};
}

TEST(MetricsCsv, HasARowForEveryStepAndTheEvaluationsBesideThem) {
    const ReportInput input{"tiny", test::tinyRecord()};
    const std::string csv = metricsCsv(input, summarise(input));
    EXPECT_EQ(rowsOf(csv), 4);
    EXPECT_NE(csv.find("\r\n1,0.5,1000100,100,1,0.5,0.1,0,0,exploration,"), std::string::npos) << csv;
    auto row = rowOf(csv, "1");
    EXPECT_EQ(row["validation_accuracy"], "");
    EXPECT_EQ(row["test_accuracy"], "0.7");
    EXPECT_EQ(row["test_loss"], "0.4");
    row = rowOf(csv, "3");
    for (const char* empty : {"validation_accuracy", "validation_images", "test_accuracy", "test_ece"})
        EXPECT_EQ(row[empty], "") << empty;
    row = rowOf(csv, "4");
    EXPECT_EQ(row["phase"], "exploitation");
    EXPECT_EQ(row["validation_accuracy"], "0.75");
    EXPECT_EQ(row["validation_loss"], "0.4");
    EXPECT_EQ(row["test_accuracy"], "0.8");
}

TEST(MetricsCsv, HoldsEveryFigureOfAnEvaluation) {
    ReportInput input{"tiny", test::tinyRecord()};
    input.record.evaluations.back().calibrationError = 0.125;
    input.record.evaluations.back().topFiveAccuracy = 0.9375;
    auto row = rowOf(metricsCsv(input, summarise(input)), "4");
    // Of the confusion matrix (4 0 | 2 4): precision 4/6 and 1, recall 1 and 4/6, F1 8/10 and 8/10.
    EXPECT_DOUBLE_EQ(std::stod(row["test_macro_precision"]), 5.0 / 6);
    EXPECT_DOUBLE_EQ(std::stod(row["test_macro_recall"]), 5.0 / 6);
    EXPECT_DOUBLE_EQ(std::stod(row["test_macro_f1"]), 0.8);
    EXPECT_EQ(row["test_images"], "10");
    EXPECT_EQ(row["test_ece"], "0.125");
    EXPECT_EQ(row["test_top5_accuracy"], "0.9375");
    // Of (2 0 | 1 1), where neither of the two others was measured.
    EXPECT_DOUBLE_EQ(std::stod(row["validation_macro_f1"]), (0.8 + 2.0 / 3) / 2);
    EXPECT_EQ(row["validation_ece"], "");
    EXPECT_EQ(row["validation_top5_accuracy"], "");
}

TEST(MetricsCsv, GivesAnEvaluationWithoutASampleARowOfItsOwn) {
    ReportInput input{"tiny", test::tinyRecord()};
    auto untrained = input.record.evaluations.front();
    untrained.step = StepIndex{0};
    untrained.epoch = 0;
    input.record.evaluations.push_back(untrained);
    const std::string csv = metricsCsv(input, summarise(input));
    EXPECT_EQ(rowsOf(csv), 5);
    EXPECT_NE(csv.find("test_images\r\n0,0,,,,,,,0,,"), std::string::npos) << csv;
    EXPECT_EQ(rowOf(csv, "0")["test_accuracy"], "0.7");
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
