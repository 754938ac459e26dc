#include "report/report.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "report/summary_json.h"
#include "report/tiny_record.h"
#include "support/demo_run.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <limits>

namespace prunescope::report {
namespace {

using prunescope::test::demoRun;
using prunescope::test::TemporaryFolder;
using ::testing::HasSubstr;

const std::vector<std::string> files{"index.html", "report.json", "metrics.csv", "events.csv", "layers.csv"};

TEST(WriteReport, WritesAFolderThatStandsAlone) {
    const TemporaryFolder folder;
    writeReport({"tiny", test::tinyRecord()}, folder / "a/report");
    std::size_t found = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder / "a/report"))
        ++found;
    EXPECT_EQ(found, files.size());
    for (const auto& name : files)
        EXPECT_TRUE(std::filesystem::exists(folder / ("a/report/" + name))) << name;
}

TEST(WriteReport, GivesTheSameBytesForTheSameInput) {
    const TemporaryFolder folder;
    writeReport({"demo", demoRun()}, folder / "one");
    writeReport({"demo", demoRun()}, folder / "two");
    for (const auto& name : files) {
        EXPECT_EQ(readFile(folder / ("one/" + name), test::mostReportBytes),
                  readFile(folder / ("two/" + name), test::mostReportBytes))
            << name;
    }
}

TEST(WriteReport, PrintsTheSumOfTheReportJsonThatLiesBesideThePage) {
    const TemporaryFolder folder;
    writeReport({"demo", demoRun()}, folder / "r");
    EXPECT_THAT(readFile(folder / "r/index.html", test::mostReportBytes),
                HasSubstr(sha256HexOfFile(folder / "r/report.json")));
}

TEST(WriteReport, FillsReportJson) {
    const TemporaryFolder folder;
    ReportInput input{"tiny", test::tinyRecord(), {Text("one problem")}};
    input.writtenMs = 5;
    writeReport(input, folder.path());
    const auto json = nlohmann::json::parse(readFile(folder / "report.json", test::mostReportBytes));
    EXPECT_EQ(json.at("schema"), 1);
    EXPECT_EQ(json.at("run").at("id"), "tiny");
    EXPECT_EQ(json.at("run").at("report_written_ms"), 5);
    EXPECT_EQ(json.at("state").at("name"), "finished");
    const auto& result = json.at("result");
    EXPECT_DOUBLE_EQ(result.at("test_accuracy"), 0.8);
    EXPECT_DOUBLE_EQ(result.at("test_accuracy_best"), 0.9);
    EXPECT_DOUBLE_EQ(result.at("test_accuracy_before"), 0.7);
    EXPECT_DOUBLE_EQ(result.at("validation_accuracy"), 0.75);
    EXPECT_DOUBLE_EQ(result.at("macro_f1"), 0.8);
    EXPECT_DOUBLE_EQ(result.at("sparsity_prunable"), 0.5);
    EXPECT_DOUBLE_EQ(result.at("sparsity_prunable_requested"), 0.5);
    EXPECT_DOUBLE_EQ(result.at("sparsity_prunable_target"), 0.5);
    EXPECT_DOUBLE_EQ(result.at("sparsity_all"), 7.0 / 18);
    EXPECT_EQ(json.at("layers").size(), 2U);
    EXPECT_EQ(json.at("per_class").size(), 2U);
    EXPECT_EQ(json.at("events").size(), 2U);
    EXPECT_EQ(json.at("confusion").at("rows_true_columns_answered_images"), nlohmann::json({{4, 0}, {2, 4}}));
    EXPECT_EQ(json.at("problems"), nlohmann::json({"one problem"}));
    EXPECT_EQ(json.at("config").at("seed"), 7);
    for (const char* key : {"schedule", "data", "machine", "limits", "origins", "checks", "network"}) {
        EXPECT_TRUE(json.contains(key)) << key;
    }
    EXPECT_EQ(json.at("origins").at("test_accuracy").at("evidence"), "measured");
    EXPECT_EQ(json.at("origins").at("sparse_bytes").at("evidence"), "estimated");
    EXPECT_EQ(json.at("origins").at("macs").at("evidence"), "theoretical");
    EXPECT_EQ(json.at("origins").at("sparsity_requested").at("evidence"), "requested");
}

TEST(ReportJson, HasTheBudgetOfEachLayer) {
    auto record = test::tinyRecord();
    record.header.config.pruning.layers = {{"b", 0.25}};
    const ReportInput input{"tiny", record};
    const auto json = nlohmann::json::parse(reportJson(input, summarise(input)));
    EXPECT_TRUE(json.at("layers")[0].at("sparsity_budget").is_null()) << "automatic";
    EXPECT_DOUBLE_EQ(json.at("layers")[1].at("sparsity_budget"), 0.25);
    EXPECT_EQ(json.at("config").at("pruning").at("layers"), (nlohmann::json{{"b", 0.25}}));
}

TEST(WriteReport, WritesNullForWhatWasNotMeasured) {
    const TemporaryFolder folder;
    writeReport({"none", prunescope::test::killedAt(demoRun(), -1)}, folder.path());
    const auto json = nlohmann::json::parse(readFile(folder / "report.json", test::mostReportBytes));
    EXPECT_TRUE(json.at("result").at("test_accuracy").is_null());
    EXPECT_TRUE(json.at("result").at("sparsity_prunable_requested").is_null());
    EXPECT_TRUE(json.at("confusion").is_null());
    EXPECT_TRUE(json.at("run").at("ended_ms").is_null());
}

/// It is written member by member; read whole and written whole, it must give the same bytes.
TEST(ReportJson, IsLaidOutLikeATreeThatIsWrittenWhole) {
    run::RunRecord hostile = test::tinyRecord();
    run::AuditEvent event = hostile.events.back();
    event.reason = "two\nlines \x01 \xff";
    event.note = Text::of("{} \xfe", "two\nlines");
    event.before = run::OtherValues{R"("no object")"};
    event.after = run::OtherValues{R"({"a":["\n",{}]})"};
    hostile.events.push_back(event);
    hostile.evaluations.front().confusion = {1};
    run::RunRecord empty;
    for (const run::RunRecord& record : {test::tinyRecord(), demoRun(), hostile, empty}) {
        const ReportInput input{"a \"run\"\n", record};
        const std::string text = reportJson(input, summarise(input));
        EXPECT_EQ(nlohmann::json::parse(text).dump(2) + "\n", text);
        EXPECT_EQ(reportJsonSha256(input, summarise(input)), sha256Hex(text));
    }
}

TEST(ReportJson, ComesInPiecesHoweverManyEventsThereAre) {
    ReportInput input{"many", test::tinyRecord()};
    input.record.events.resize(20'000, input.record.events.front());
    std::size_t largest = 0;
    std::size_t all = 0;
    writeReportJson(input, summarise(input), [&](std::string_view piece) {
        largest = std::max(largest, piece.size());
        all += piece.size();
    });
    EXPECT_GT(all, 4'000'000U);
    EXPECT_LT(largest, 100'000U);
}

TEST(WriteReport, SaysWhereItCannotWrite) {
    const TemporaryFolder folder;
    writeFileAtomically(folder / "taken", "a file");
    try {
        writeReport({"tiny", test::tinyRecord()}, folder / "taken");
        FAIL() << "no error";
    } catch (const Error& e) {
        EXPECT_THAT(e.what(), HasSubstr("taken"));
    }
}

TEST(WriteReport, IsQuickAndSmallForAMillionSteps) {
    const TemporaryFolder folder;
    ReportInput input{"long", demoRun({.epochs = 100, .stepsPerEpoch = 10'000})};
    for (std::size_t i = 200'000; i < 250'000; ++i) {
        input.record.samples[i].accuracy = std::numeric_limits<double>::quiet_NaN();
    }
    const auto start = std::chrono::steady_clock::now();
    writeReport(input, folder.path());
    // A few seconds on any machine; sanitizers and shared cores get room.
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
    EXPECT_LT(std::filesystem::file_size(folder / "index.html"), 2'000'000U);
    const std::string metrics = readFile(folder / "metrics.csv", test::mostReportBytes);
    EXPECT_EQ(std::count(metrics.begin(), metrics.end(), '\n'), 1'000'001);
}

}  // namespace
}  // namespace prunescope::report
