#include "report/html.h"

#include "report/summary_json.h"
#include "report/tiny_record.h"
#include "report/xml_check.h"
#include "support/demo_run.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace prunescope::report {
namespace {

using prunescope::test::demoRun;
using prunescope::test::killedAt;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* hash = "0123456789abcdef";

std::string htmlOf(const ReportInput& input) {
    return htmlOf(documentOf(input, summarise(input), hash));
}

/// Numbers of the charts: coordinates, sizes, paths.
void expectFiniteCharts(const test::XmlCheck& xml) {
    const std::set<std::string> numeric{"d", "x", "y", "cx", "cy", "width", "height", "viewBox"};
    for (const auto& element : xml.elements()) {
        for (const auto& [key, value] : element.attributes) {
            if (!numeric.contains(key)) continue;
            EXPECT_EQ(value.find("nan"), std::string::npos) << value;
            EXPECT_EQ(value.find("inf"), std::string::npos) << value;
        }
    }
}

/// Every `<data value data-field>` equals that field of report.json, and its text tells the same number.
int expectNumbersOfJson(const ReportInput& input, const test::XmlCheck& xml) {
    const nlohmann::json json = nlohmann::json::parse(reportJson(input, summarise(input)));
    int compared = 0;
    for (const auto& data : xml.elements("data")) {
        const std::string place = data.attribute("data-field");
        const double value = std::stod(data.attribute("value"));
        EXPECT_DOUBLE_EQ(json.at(nlohmann::json::json_pointer(place)).get<double>(), value) << place;
        std::string text = data.content;
        text.erase(std::remove(text.begin(), text.end(), ','), text.end());
        const bool whole = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        if (text.ends_with("\u00A0%")) {
            EXPECT_NEAR(std::stod(text), 100 * value, 0.0051) << place;
        } else if (whole) {
            EXPECT_NEAR(std::stod(text), value, 0.51) << place;
        }
        ++compared;
    }
    return compared;
}

void expectSoundPage(const ReportInput& input) {
    const std::string html = htmlOf(input);
    const test::XmlCheck xml(html);
    EXPECT_EQ(xml.problem(), "");
    expectFiniteCharts(xml);
    expectNumbersOfJson(input, xml);
    for (const auto& link : xml.elements("a")) {
        EXPECT_TRUE(xml.ids().contains(link.attribute("href").substr(1)))
            << "nowhere: " << link.attribute("href");
    }
    EXPECT_LT(html.size(), 2'000'000U);
}

TEST(Html, ShowsTheNumbersOfReportJsonAndNoOthers) {
    ReportInput input{"demo", demoRun()};
    input.reference = ReferenceRun{"dense", demoRun({.dense = true})};
    input.weights = WeightsEvidence{"final.weights", 1'724'992, std::string(64, 'b')};
    EXPECT_GT(expectNumbersOfJson(input, test::XmlCheck(htmlOf(input))), 100);
}

TEST(Html, PutsTheVerdictStateAndKeyFiguresOnPageOne) {
    const std::string html = htmlOf({"tiny", test::tinyRecord()});
    const std::string pageOne = html.substr(0, html.find("<section"));
    EXPECT_THAT(
        pageOne,
        HasSubstr("<h1>50.00\u00A0% of 14 prunable weights removed, 50.00\u00A0% requested; test accuracy "
                  "80.00\u00A0%.</h1>"));
    EXPECT_THAT(pageOne, HasSubstr("State: finished."));
    EXPECT_THAT(pageOne, HasSubstr("data-field=\"/result/test_accuracy\">80.00\u00A0%"));
    EXPECT_THAT(pageOne, HasSubstr("data-field=\"/result/test_accuracy_best\">90.00\u00A0%"));
    EXPECT_THAT(pageOne, HasSubstr("data-field=\"/result/sparsity_prunable_requested\">50.00\u00A0%"));
    EXPECT_THAT(pageOne, HasSubstr("<svg"));
}

TEST(Html, ARunThatWasFrozenInItsRampIsNotSaidToHaveBeenAskedForLess) {
    run::RunRecord record = test::tinyRecord();
    record.samples.back().targetSparsity = 0.25;
    const std::string html = htmlOf({"tiny", record});
    const std::string pageOne = html.substr(0, html.find("<section"));
    EXPECT_THAT(
        pageOne,
        HasSubstr("requested <data value=\"0.5\" "
                  "data-field=\"/result/sparsity_prunable_target\">50.00\u00A0%</data>; the schedule "
                  "asked for <data value=\"0.25\" "
                  "data-field=\"/result/sparsity_prunable_requested\">25.00\u00A0%</data> at the last "
                  "step"));
}

TEST(Html, LabelsEveryTileWithItsEvidenceAndOrigin) {
    const std::string html = htmlOf({"demo", demoRun()});
    int tiles = 0;
    for (const auto& div : test::XmlCheck(html).elements("div")) {
        if (div.attribute("class") != "tile") continue;
        EXPECT_THAT(div.content,
                    AnyOf(HasSubstr("measured"), HasSubstr("estimated"), HasSubstr("theoretical")));
        EXPECT_THAT(div.content, HasSubstr("href=\"#origin-"));
        ++tiles;
    }
    EXPECT_EQ(tiles, 9);
}

TEST(Html, ReferencesNothingOutsideItself) {
    const std::string html = htmlOf({"demo", demoRun()});
    const test::XmlCheck xml(html);
    for (const auto& element : xml.elements()) {
        EXPECT_EQ(element.attribute("src"), "");
        const std::string target = element.attribute("href");
        EXPECT_TRUE(target.empty() || target.front() == '#') << target;
    }
    for (auto at = html.find("url("); at != std::string::npos; at = html.find("url(", at + 1)) {
        EXPECT_EQ(html[at + 4], '#');
    }
    EXPECT_THAT(html, Not(HasSubstr("@import")));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(Html, ReadsInOrderForAScreenReader) {
    const std::string html = htmlOf({"demo", demoRun()});
    EXPECT_THAT(html, HasSubstr("lang=\"en\""));
    int level = 0;
    const test::XmlCheck xml(html);
    for (const auto& element : xml.elements()) {
        const bool heading =
            element.name.size() == 2 && element.name[0] == 'h' && std::isdigit(element.name[1]) != 0;
        if (heading) {
            EXPECT_LE(element.name[1] - '0', level + 1) << element.content;
            level = element.name[1] - '0';
        }
        EXPECT_TRUE(element.name != "th" || !element.attribute("scope").empty()) << element.content;
        EXPECT_TRUE(element.name != "svg" || element.attribute("role") == "img");
    }
}

TEST(Html, PrintsTheSumOfReportJsonBesideTheSignatures) {
    const std::string html = htmlOf({"demo", demoRun()});
    const std::string end = html.substr(html.find("<section id=\"signature\""));
    EXPECT_THAT(end, HasSubstr(hash));
    EXPECT_THAT(end, HasSubstr("Prepared by"));
    EXPECT_THAT(end, HasSubstr("Reviewed by"));
    EXPECT_THAT(end, HasSubstr("Date"));
}

TEST(Html, TellsWhoEditedTheScheduleAndWhy) {
    const std::string html = htmlOf({"demo", demoRun()});
    const std::string part = html.substr(html.find("<section id=\"schedule\""));
    EXPECT_THAT(part, HasSubstr("Validation accuracy dips; give the network more time"));
    EXPECT_THAT(part, HasSubstr("end step 4,838 \u2192 step 5,160"));
    EXPECT_THAT(part, HasSubstr("As it stood at the end"));
    EXPECT_THAT(part, HasSubstr("asked for: end step 5,160 \u2192 step 100"));
}

TEST(Html, IsSoundForARunWithoutAnyStep) {
    expectSoundPage({"none", killedAt(demoRun(), -1)});
}

TEST(Html, IsSoundForAnEmptyRecord) {
    expectSoundPage({"", {}});
}

TEST(Html, IsSoundForADenseRun) {
    const ReportInput input{"dense", demoRun({.dense = true})};
    expectSoundPage(input);
    EXPECT_THAT(htmlOf(input), Not(HasSubstr("id=\"schedule\"")));
    EXPECT_THAT(htmlOf(input), Not(HasSubstr("id=\"churn-title\"")));
}

TEST(Html, IsSoundForOneLayerAndForSixty) {
    expectSoundPage({"one", demoRun({.epochs = 2, .stepsPerEpoch = 50, .residualLayers = 1})});
    expectSoundPage({"sixty", demoRun({.epochs = 4, .stepsPerEpoch = 400, .residualLayers = 60})});
}

TEST(Html, MakesAFailureAtTheFirstStepPlain) {
    ReportInput input{"failed", killedAt(demoRun(), 1)};
    input.record.outcome = {run::RunState::failed,
                            std::string("the training diverged <at once>"),
                            StepIndex{1},
                            0.01,
                            5,
                            10,
                            128};
    input.record.samples[0].loss = std::numeric_limits<double>::infinity();
    expectSoundPage(input);
    const std::string html = htmlOf(input);
    EXPECT_THAT(html, HasSubstr("class=\"state alert\"><strong>State: failed.</strong>"));
    EXPECT_THAT(html, HasSubstr("the training diverged &lt;at once&gt;"));
}

TEST(Html, MakesAKilledRunAndADamagedRecordPlain) {
    ReportInput input{"killed", killedAt(demoRun(), 2600), {Text("3 rows of samples could not be read")}};
    expectSoundPage(input);
    const std::string html = htmlOf(input);
    EXPECT_THAT(html, HasSubstr("State: no end recorded."));
    EXPECT_THAT(html, HasSubstr("The record is damaged."));
    EXPECT_THAT(html, HasSubstr("3 rows of samples could not be read"));
}

TEST(Html, IsSoundWhenEverythingIsNotANumber) {
    ReportInput input{"diverged", demoRun({.epochs = 3, .stepsPerEpoch = 100})};
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (auto& s : input.record.samples) s.loss = s.accuracy = s.epoch = s.processMs = nan;
    for (auto& s : input.record.layerStatistics) {
        s.threshold = nan;
        s.ofMethod.fill(nan);
    }
    for (auto& e : input.record.evaluations) e.loss = INFINITY;
    input.record.outcome.processMs = nan;
    const std::string html = htmlOf(input);
    EXPECT_EQ(test::XmlCheck(html).problem(), "");
    expectFiniteCharts(test::XmlCheck(html));
}

TEST(Html, ShowsTheBudgetsOfLayersWhereThereAreAny) {
    ReportInput input{"tiny", test::tinyRecord()};
    EXPECT_THAT(htmlOf(input), Not(HasSubstr("At most")));
    input.record.header.config.pruning.layers = {{"a", 0.625}, {"b", 1}};
    expectSoundPage(input);
    const std::string html = htmlOf(input);
    EXPECT_THAT(html, HasSubstr("At most"));
    EXPECT_THAT(html, HasSubstr("data-field=\"/layers/0/sparsity_budget\""));
    EXPECT_THAT(html, HasSubstr("a 62.50\u00A0%; b 100.00\u00A0%")) << "in the schedule's chapter";
    EXPECT_THAT(html, HasSubstr("{&quot;a&quot;:0.625,&quot;b&quot;:1.0}")) << "among all options";
    EXPECT_THAT(html, HasSubstr("The budgets of layers come before that rule"));
}

TEST(Html, SaysThatAClassIsNeverAnswered) {
    ReportInput input{"tiny", test::tinyRecord()};
    input.record.evaluations.back().confusion = {0, 4, 0, 6};
    expectSoundPage(input);
    EXPECT_THAT(htmlOf(input), HasSubstr("<strong>never</strong>"));
}

TEST(Html, SurvivesHostileNamesAndReasons) {
    ReportInput input{"<script>alert(1)</script>", demoRun({.epochs = 2, .stepsPerEpoch = 60})};
    const std::string hostile =
        "\"><img src=x onerror=alert(1)>'\xFF\x01&amp;]]>\u202E" + std::string(5000, 'w');
    input.record.header.dataset.classNames[3] = hostile;
    input.record.header.dataset.title = hostile;
    input.record.header.dataset.files[0].name = hostile;
    input.record.header.network.name = hostile;
    input.record.header.network.layers[1].name = hostile;
    input.record.header.config.method = hostile;
    input.record.header.config.pruning.scope = hostile;
    input.record.header.config.pruning.layers = {{hostile, 0.5}, {"", 0}};
    input.record.header.config.methodOptions = {{hostile, hostile}};
    input.record.header.provenance.host = hostile;
    for (auto& e : input.record.events) {
        e.kind = e.who = e.reason = hostile;
        e.note = Text(hostile, {hostile});
        e.before = run::OtherValues{run::jsonText(hostile)};
        e.after = run::RecordingPlace{hostile};
        e.refusal = run::Refusal{hostile, hostile};
    }
    input.problems = {hostile};
    expectSoundPage(input);
    EXPECT_THAT(htmlOf(input), Not(HasSubstr("<img")));
    EXPECT_THAT(htmlOf(input), Not(HasSubstr("<script")));
}

TEST(Html, SurvivesADeeplyNestedEvent) {
    ReportInput input{"tiny", test::tinyRecord()};
    // As a reader leaves it.
    input.record.events[0].after = run::OtherValues{run::jsonText(std::string(100'000, '['))};
    expectSoundPage(input);
}

TEST(Html, ShowsOnlyTheFirstOfThousandsOfEvents) {
    ReportInput input{"tiny", test::tinyRecord()};
    for (std::int64_t i = 3; i < 20'000; ++i) {
        input.record.events.push_back(
            {i, StepIndex{1}, 0.5, 0, "attention_set", "user", "", {}, {}, run::AttentionStrengths{{2}}});
    }
    expectSoundPage(input);
    EXPECT_THAT(htmlOf(input), HasSubstr("500 of 19,999 events are shown"));
}

TEST(Html, ListsTheLargestConfusionsOfHundredsOfClasses) {
    ReportInput input{"many", test::tinyRecord()};
    constexpr std::int64_t classes = 300;
    auto& e = input.record.evaluations.back();
    e.classes = classes;
    e.confusion.assign(classes * classes, 1);
    e.confusion[5] = 40;
    input.record.evaluations = {e};
    expectSoundPage(input);
    EXPECT_THAT(htmlOf(input), HasSubstr("The matrix of 300 classes is in report.json."));
}

}  // namespace
}  // namespace prunescope::report
