// Falls of validation accuracy: found, told on the page, in report.json and in events.csv.

#include "report/csv.h"
#include "report/document.h"
#include "report/summary_json.h"
#include "report/tiny_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace prunescope::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::int64_t images = 10'000;

/// Measured on 10,000 images at steps 0, 1, 2 … of the tiny run: so many right answers each.
ReportInput measured(const std::vector<std::int64_t>& right) {
    ReportInput input{"tiny", test::tinyRecord()};
    run::RunRecord& record = input.record;
    record.header.dataset.validationImages = images;
    std::erase_if(record.evaluations, [](const auto& e) { return e.split == run::Split::validation; });
    for (std::size_t i = 0; i < right.size(); ++i) {
        const auto step = static_cast<std::int64_t>(i);
        record.evaluations.push_back({StepIndex{step},
                                      static_cast<double>(step) / 2,
                                      run::Split::validation,
                                      step < 3 ? 0 : 0.5,
                                      0.4,
                                      2,
                                      {right[i], images - right[i], 0, 0}});
    }
    return input;
}

/// From 90 % at step 2 to 80 % at step 3, when layer a lost 5 of its 10 weights and got one back.
ReportInput fallen() {
    ReportInput input = measured({9000, 9000, 9000, 8000});
    input.record.events = {{1, StepIndex{0}, 0, 1'000'000, "started", "program"},
                           {2, StepIndex{1}, 0.5, 1'000'100, "first_cut", "schedule"},
                           {3, StepIndex{2}, 1, 1'000'200, "schedule_edited", "user"},
                           {4, StepIndex{2}, 1, 1'000'200, "paused", "user"},
                           {5, StepIndex{2}, 1, 1'000'200, "refused", "user"},
                           {6, StepIndex{3}, 1.5, 1'000'300, "attention_set", "user"},
                           {7, StepIndex{4}, 2, 1'000'450, "finished", "program"}};
    return input;
}

std::string wordsOf(const Phrase& phrase) {
    return said(phrase, Language(),
                {[](const std::string& words) { return words; },
                 [](const Phrase& /*phrase*/, std::string content) { return content; }});
}

/// The blocks below the heading on falls.
struct FallsPart {
    explicit FallsPart(const ReportInput& input) {
        bool below = false;
        for (const Chapter& chapter : documentOf(input, summarise(input), "").chapters) {
            if (chapter.id != "course") continue;
            for (const Block& block : chapter.blocks) {
                if (const auto* heading = std::get_if<Heading>(&block))
                    below = wordsOf(heading->text) == "Falls of validation accuracy";
                const auto* paragraph = std::get_if<Paragraph>(&block);
                if (below && paragraph != nullptr) said.push_back(wordsOf(paragraph->text));
                if (const auto* found = std::get_if<Table>(&block)) table = *found;
            }
        }
    }
    std::vector<std::string> row(std::size_t i) const {
        std::vector<std::string> words;
        for (const Phrase& cell : table->rows.at(i).cells) words.push_back(wordsOf(cell));
        return words;
    }

    std::vector<std::string> said;
    std::optional<Table> table;
};

nlohmann::json jsonOf(const ReportInput& input) {
    return nlohmann::json::parse(reportJson(input, summarise(input))).at("validation_falls");
}

TEST(Falls, AreTheFiguresComputedByHand) {
    const FallsSummary falls = summarise(fallen()).falls;
    EXPECT_TRUE(falls.known());
    EXPECT_EQ(falls.found, 1);
    ASSERT_THAT(falls.falls, SizeIs(1));
    const Fall& fall = falls.falls[0];
    EXPECT_EQ(fall.before.step.value, 2) << "the last of equals";
    EXPECT_EQ(fall.after.step.value, 3);
    EXPECT_DOUBLE_EQ(fall.before.accuracy, 0.9);
    EXPECT_DOUBLE_EQ(fall.after.accuracy, 0.8);
    EXPECT_DOUBLE_EQ(fall.after.sparsity, 0.5);
    // Nothing had changed before: three standard errors of the difference.
    EXPECT_NEAR(fall.limit, 3 * std::sqrt(2 * 0.85 * 0.15 / images), 1e-9);
    ASSERT_THAT(fall.layers, SizeIs(1)) << "layer b got back as much as it lost";
    EXPECT_EQ(fall.layers[0].name, "a");
    EXPECT_EQ(fall.layers[0].cut, 5);
    EXPECT_EQ(fall.layers[0].revived, 1);
    EXPECT_DOUBLE_EQ(fall.layers[0].share, 0.4);
    EXPECT_THAT(fall.events, ElementsAre(2)) << "neither the pause and the refusal, nor what came later";
}

TEST(Falls, StandInATableOfTheChapterOnTheCourse) {
    const FallsPart part(fallen());
    ASSERT_TRUE(part.table);
    ASSERT_THAT(part.table->rows, SizeIs(1));
    EXPECT_THAT(part.row(0),
                ElementsAre("1 to 1.50", "2 to 3", "90.00\u00A0%", "80.00\u00A0%", "\u221210.00 points",
                            "50.00\u00A0%", "a 40.0\u00A0%", "schedule edited (event 3)"));
    ASSERT_THAT(part.said, SizeIs(1));
    EXPECT_THAT(part.said[0], HasSubstr("larger than 3 standard errors of the difference and than 4 times"));
}

TEST(Falls, NameTheLastThreeEventsInFront) {
    ReportInput input = fallen();
    auto& events = input.record.events;
    for (std::int64_t number = 8; number <= 10; ++number)
        events.insert(events.begin() + 3, {number, StepIndex{2}, 1, 1'000'200, "frozen", "user"});
    EXPECT_EQ(FallsPart(input).row(0).back(), "frozen (event 10); frozen (event 9); frozen (event 8)");
}

TEST(Falls, OfNoLayerAndAfterNothingHaveADash) {
    ReportInput input = fallen();
    input.record.events.clear();
    input.record.layerStatistics.clear();
    const std::vector<std::string> row = FallsPart(input).row(0);
    EXPECT_EQ(row[6], "–");
    EXPECT_EQ(row[7], "–");
}

TEST(Falls, AreSaidToBeNoneByTheirRule) {
    // One point: less than the 1.30 points of three standard errors.
    const FallsPart part(measured({9000, 9000, 9000, 8900}));
    EXPECT_FALSE(part.table);
    ASSERT_THAT(part.said, SizeIs(1));
    EXPECT_THAT(part.said[0],
                HasSubstr("No fall of validation accuracy was found in 4 measurements: none was larger than "
                          "3 standard errors of the difference and than 4 times the usual change between "
                          "neighbouring measurements (estimated"));
    EXPECT_EQ(jsonOf(measured({9000, 9000, 9000, 8900})).at("found"), 0);
}

TEST(Falls, CannotBeToldFromTooFewMeasurements) {
    const ReportInput input = measured({9000, 9000, 8000});
    const FallsPart part(input);
    EXPECT_FALSE(part.table);
    EXPECT_THAT(part.said,
                ElementsAre("Whether validation accuracy fell cannot be told: that takes 4 measurements, and "
                            "the record has 3."));
    EXPECT_TRUE(jsonOf(input).at("found").is_null());
    EXPECT_EQ(jsonOf(input).at("measurements"), 3);
}

TEST(Falls, CannotBeToldWithoutTheNumberOfImages) {
    ReportInput input = fallen();
    input.record.header.dataset.validationImages = 0;
    const FallsPart part(input);
    ASSERT_THAT(part.said, SizeIs(1));
    EXPECT_THAT(part.said[0], HasSubstr("does not say on how many samples"));
    EXPECT_TRUE(jsonOf(input).at("found").is_null());
}

TEST(Falls, OfDamagedMeasurementsAreNone) {
    ReportInput input = fallen();
    input.record.evaluations.back().confusion.pop_back();
    EXPECT_EQ(summarise(input).falls.measurements, 3);
}

TEST(Falls, AreInReportJsonWithTheRule) {
    const nlohmann::json json = jsonOf(fallen());
    EXPECT_EQ(json.at("rule"),
              (nlohmann::json{{"standard_errors", 3.0}, {"usual_changes", 4.0}, {"fewest_measurements", 4}}));
    EXPECT_EQ(json.at("measurements"), 4);
    EXPECT_EQ(json.at("found"), 1);
    ASSERT_EQ(json.at("list").size(), 1U);
    const nlohmann::json& fall = json.at("list")[0];
    EXPECT_DOUBLE_EQ(fall.at("before").at("accuracy"), 0.9);
    EXPECT_EQ(fall.at("before").at("step"), 2);
    EXPECT_DOUBLE_EQ(fall.at("after").at("accuracy"), 0.8);
    EXPECT_DOUBLE_EQ(fall.at("after").at("epoch"), 1.5);
    EXPECT_NEAR(fall.at("largest_usual_fall").get<double>(), 0.0151, 5e-5);
    EXPECT_EQ(fall.at("layers_that_lost_most"),
              (nlohmann::json::array(
                  {{{"name", "a"}, {"cut_weights", 5}, {"revived_weights", 1}, {"lost_share", 0.4}}})));
    EXPECT_EQ(fall.at("events_in_front"), nlohmann::json::array({3}));
}

TEST(Falls, StandAmongTheEventsOfTheTableWithATimeOfTheirOwn) {
    const ReportInput input = fallen();
    const std::string csv = eventsCsv(input, summarise(input));
    const std::string row =
        "-3,3,1.5,1000300,1970-01-01 00:16:40 UTC,accuracy_fell,program,,,,Validation accuracy fell from "
        "90.00\u00A0% at epoch 1.00 to 80.00\u00A0% at epoch 1.50; up to 1.51 points would be chance or "
        "usual "
        "here. Lost most of their weights meanwhile: a 40.0\u00A0%.,,\r\n";
    EXPECT_THAT(csv, HasSubstr(row + "6,3,1.5,")) << "measured before what was done at that step";
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 7 + 1);
    EXPECT_THAT(eventsCsv(input, {}), Not(HasSubstr("accuracy_fell")));
}

/// Every tenth of the measurements falls, and the next is as high as before.
TEST(Falls, AreKeptUpToAHundred) {
    std::vector<std::int64_t> right(1010, 9000);
    for (std::size_t i = 9; i < right.size(); i += 10) right[i] = 8000;
    const ReportInput input = measured(right);
    const FallsSummary falls = summarise(input).falls;
    EXPECT_EQ(falls.found, 101);
    EXPECT_THAT(falls.falls, SizeIs(mostFalls));
    EXPECT_THAT(FallsPart(input).said.front(), "The first 100 of 101 falls are shown.");
}

}  // namespace
}  // namespace prunescope::report
