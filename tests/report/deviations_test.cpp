// What the report says first: whether the run went as it was planned, and by which events it did not.

#include "report/html.h"
#include "report/report.h"
#include "report/summary.h"
#include "report/tiny_record.h"
#include "run/record_json.h"
#include "support/demo_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::report {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> deviationsOf(const Summary& summary) {
    std::vector<std::string> texts;
    for (const Deviation& deviation : summary.deviations) texts.push_back(deviationText(deviation).english());
    return texts;
}

/// The tiny run, frozen by hand at step 2 with 3 of 14 weights cut, where 7 were planned.
run::RunRecord frozenEarly() {
    run::RunRecord record = test::tinyRecord();
    run::SparsitySchedule frozen = record.header.schedule;
    frozen.freeze = StepIndex{2};
    for (std::size_t i : {2U, 3U}) {
        record.samples[i].phase = run::Phase::exploitation;
        record.samples[i].sparsity = 3.0 / 14;
    }
    for (std::size_t i : {2U, 4U}) record.layerStatistics[i].kept = 8;
    for (std::size_t i : {3U, 5U}) record.layerStatistics[i].kept = 3;
    for (std::size_t i : {2U, 3U, 4U, 5U})
        record.layerStatistics[i].cut = record.layerStatistics[i].revived = 0;
    record.evaluations[2].sparsity = record.evaluations[3].sparsity = 3.0 / 14;
    record.events = {
        {1, StepIndex{0}, 0, 0, "started", "program"},
        {2, StepIndex{2}, 1, 0, "frozen", "ana@lab", "enough", {}, record.header.schedule, frozen},
        {3, StepIndex{4}, 2, 0, "finished", "program"}};
    return record;
}

std::string pageOf(const ReportInput& input) {
    return htmlOf(documentOf(input, summarise(input), ""));
}

TEST(Deviations, ARunAsPlannedHasNone) {
    const Summary s = summarise({"tiny", test::tinyRecord()});
    EXPECT_THAT(deviationsOf(s), IsEmpty());
    EXPECT_EQ(s.stateText.english(), "Finished as planned.");
}

TEST(Deviations, AFreezeByHandIsSaidFirstWithTheMissedTargetAndItsEvent) {
    const ReportInput input{"tiny", frozenEarly()};
    const Summary s = summarise(input);
    EXPECT_THAT(deviationsOf(s),
                ElementsAre("target missed by 28.57 points", "mask frozen by ana@lab at step 2 (event 2)"));
    EXPECT_EQ(s.stateText.english(),
              "Finished; differs from the plan: target missed by 28.57 points, mask frozen by ana@lab at "
              "step 2 (event 2).");
    EXPECT_EQ(
        s.verdict.english(),
        "21.43\u00A0% of 14 prunable weights removed, 50.00\u00A0% requested; test accuracy 80.00\u00A0%.");
    const std::string page = pageOf(input);
    EXPECT_THAT(page, HasSubstr("differs from the plan: target missed by 28.57 points"));
    EXPECT_THAT(page, Not(HasSubstr("as planned.")));
    EXPECT_LT(page.find("differs from the plan"), page.find("class=\"tiles\""));
}

TEST(Deviations, FreezingAndFreeingIsToldThoughTheTargetWasReached) {
    run::RunRecord record = test::tinyRecord();
    const run::SparsitySchedule plan = record.header.schedule;
    record.events.insert(record.events.begin() + 1,
                         {{2, StepIndex{1}, 0.5, 0, "frozen", "user", "", {}, plan, plan},
                          {3, StepIndex{2}, 1, 0, "unfrozen", "user", "", {}, plan, plan}});
    record.events.back().sequence = 4;
    EXPECT_THAT(deviationsOf(summarise({"tiny", record})),
                ElementsAre("mask frozen and freed by hand (events 2, 3)"));
}

TEST(Deviations, ATargetThatSomebodyLoweredIsTheRequestAndIsTold) {
    run::RunRecord record = test::tinyRecord();
    run::SparsitySchedule edited = record.header.schedule;
    record.header.schedule.target = 0.75;
    record.events.insert(
        record.events.begin() + 1,
        {2, StepIndex{1}, 0.5, 0, "schedule_edited", "user", "gentler", {}, record.header.schedule, edited});
    const Summary s = summarise({"tiny", record});
    EXPECT_THAT(deviationsOf(s), ElementsAre("target changed from 75.00\u00A0% to 50.00\u00A0%",
                                             "schedule edited by the user at step 1 (event 2)"));
    EXPECT_THAT(s.verdict.english(), HasSubstr("50.00\u00A0% requested"));
}

TEST(Deviations, ARampThatTheGuardHeldIsMeasuredByThePlan) {
    run::RunRecord record = frozenEarly();
    run::SparsitySchedule held = record.header.schedule;
    held.target = 0.25;
    record.events[1].kind = "collapse_suspected";
    record.events[1].who = "program";
    record.events[1].reason = "";
    record.events[1].note = Text::of("{} is down to its fewest weights", "fc1");
    record.events[1].after = held;
    record.samples[2].phase = run::Phase::exploration;
    const Summary s = summarise({"tiny", record});
    EXPECT_THAT(deviationsOf(s), ElementsAre("collapse suspected and the ramp held at step 2 (event 2)",
                                             "target missed by 28.57 points"));
    EXPECT_THAT(s.verdict.english(), HasSubstr("50.00\u00A0% requested"));
}

TEST(Deviations, GuardsAndFailedRecordingComeInTheFirstSentence) {
    run::RunRecord record = test::tinyRecord();
    record.events.insert(record.events.begin() + 1,
                         {{2, StepIndex{3}, 1.5, 0, "paused", "program", "", std::string("disk")},
                          {3, StepIndex{4}, 2, 0, "ended_at_chance", "program", "", std::string("so")}});
    record.events.back().sequence = 4;
    const Summary s = summarise({"tiny", record});
    EXPECT_THAT(deviationsOf(s),
                ElementsAre("the network answers no better than by guessing, measured at step 4 (event 3)",
                            "recording was interrupted at step 3 (event 2)"));
}

TEST(Deviations, AFreezeThatNoEventExplainsIsFoundInTheSamples) {
    run::RunRecord record = test::tinyRecord();
    record.samples[2].phase = run::Phase::exploitation;
    EXPECT_THAT(deviationsOf(summarise({"tiny", record})),
                ElementsAre("mask frozen at step 2, planned for step 3"));
    for (auto& sample : record.samples) sample.phase = run::Phase::exploration;
    EXPECT_THAT(deviationsOf(summarise({"tiny", record})),
                ElementsAre("mask never frozen, planned for step 3"));
}

TEST(Deviations, WeightsThatTheScheduleDidNotAskForAreAMissOfTheTarget) {
    run::RunRecord record = test::tinyRecord();
    // One weight fewer than floor(p N), in masks and samples alike.
    record.layerStatistics[4].kept = 5;
    EXPECT_THAT(deviationsOf(summarise({"tiny", record})), ElementsAre("target missed by 7.14 points"));
    record.layerStatistics[4].kept = 3;
    EXPECT_THAT(deviationsOf(summarise({"tiny", record})), ElementsAre("target exceeded by 7.14 points"));
}

TEST(Deviations, ManyEventsAreNotAllNamed) {
    run::RunRecord record = test::tinyRecord();
    record.events.pop_back();
    for (std::int64_t i = 2; i < 22; ++i)
        record.events.push_back({.sequence = i,
                                 .step = StepIndex{1},
                                 .kind = "attention_set",
                                 .who = "user",
                                 .after = run::AttentionStrengths{{2}}});
    EXPECT_THAT(deviationsOf(summarise({"tiny", record})),
                ElementsAre("attention strength set 20 times (events 2, 3, 4, 5, 6, 7, 8, 9 and 12 more)"));
}

TEST(Deviations, OfARunThatWasStoppedComeAfterHowItEnded) {
    run::RunRecord record = frozenEarly();
    record.outcome.state = run::RunState::stopped;
    record.outcome.step = StepIndex{3};
    const Summary s = summarise({"tiny", record});
    EXPECT_EQ(s.stateText.english(),
              "Stopped on request at step 4 of 4. This is not a finished run. It differs from the plan: mask "
              "frozen by ana@lab at step 2 (event 2).");
}

TEST(Liveness, ARunThatIsRecordedNowIsNotCutOff) {
    run::RunRecord record = prunescope::test::killedAt(prunescope::test::demoRun(), 2600);
    ReportInput input{"killed", record};
    EXPECT_THAT(summarise(input).stateText.english(),
                HasSubstr("was still going, or its program was killed"));
    input.live = true;
    EXPECT_THAT(summarise(input).stateText.english(), HasSubstr("The run is still going, at step 2,600 of"));
    input.live = false;
    EXPECT_THAT(summarise(input).stateText.english(), HasSubstr("Cut off at step 2,600 of"));
    EXPECT_THAT(pageOf(input), HasSubstr("<strong>State: cut off.</strong>"));
}

TEST(Unreadable, ARecordWithoutItsNetworkIsNoDenseRun) {
    run::RunRecord record = test::tinyRecord();
    record.header.network = {};
    record.layerStatistics.clear();
    record.samples.clear();
    record.outcome = {};
    const ReportInput input{"lost", record, {Text("network of the run: the file is damaged")}};
    const Summary s = summarise(input);
    EXPECT_FALSE(s.readable);
    EXPECT_FALSE(s.dense);
    EXPECT_EQ(s.verdict.english(), "The record of this run cannot be read.");
    EXPECT_TRUE(std::isnan(s.size.sparsityPrunable));
    const std::string page = pageOf(input);
    EXPECT_THAT(page, HasSubstr("<h1>The record of this run cannot be read.</h1>"));
    for (const char* lie : {"none of", "is dense", "0 of 0", "not a number", "nan"})
        EXPECT_THAT(page, Not(HasSubstr(lie))) << lie;
    EXPECT_THAT(page, HasSubstr("\u2013 of 2 epochs trained"));
}

TEST(Unreadable, LostLayerStatisticsLeaveTheSparsityUnknown) {
    run::RunRecord record = test::tinyRecord();
    record.layerStatistics.clear();
    const Summary lost = summarise({"lost", record, {Text("layer_statistics: the file is damaged")}});
    EXPECT_FALSE(lost.readable);
    EXPECT_EQ(lost.verdict.english(), "The record of this run cannot be read.");
    EXPECT_EQ(lost.stateText.english(),
              "Finished; whether as planned cannot be read. It differs from the plan: a part of it could "
              "not be read.");
    EXPECT_TRUE(std::isnan(lost.layers.front().sparsity));
    // Without problems nothing was lost: a run that ended before its first mask update has all its weights.
    record.samples.clear();
    record.outcome = {};
    EXPECT_TRUE(summarise({"young", record}).readable);
}

TEST(Unreadable, DamageElsewhereIsToldButHidesNothing) {
    const Summary s =
        summarise({"tiny", test::tinyRecord(), {Text("events: event 2 was expected and event 3 found")}});
    EXPECT_TRUE(s.readable);
    EXPECT_THAT(s.verdict.english(), HasSubstr("50.00\u00A0%"));
    EXPECT_EQ(s.stateText.english(), "Finished; differs from the plan: a part of it could not be read.");
}

TEST(Unreadable, AShareOfNothingIsADash) {
    run::RunRecord record = test::tinyRecord();
    record.header.dataset.classNames = {"cat", "dog", "unicorn"};
    for (auto& e : record.evaluations) {
        e.classes = 3;
        e.confusion = {4, 0, 0, 2, 4, 0, 0, 0, 0};
    }
    const ReportInput input{"tiny", record};
    const Summary s = summarise(input);
    EXPECT_TRUE(std::isnan(s.result.classes[2].recall));
    EXPECT_TRUE(std::isnan(s.result.classes[2].precision));
    EXPECT_TRUE(std::isnan(s.result.classes[2].f1));
    EXPECT_THAT(pageOf(input), Not(HasSubstr("not a number")));
}

TEST(Refusals, AreToldWithTheReasonAndWhy) {
    run::RunRecord record = test::tinyRecord();
    run::SparsitySchedule asked = record.header.schedule;
    asked.freeze = StepIndex{1};
    record.events.insert(record.events.begin() + 1,
                         {{.sequence = 2,
                           .step = StepIndex{1},
                           .kind = "refused",
                           .who = "ana@lab",
                           .reason = "to be sure",
                           .before = record.header.schedule,
                           .after = asked,
                           .refusal = run::Refusal{"frozen", Text::of("the mask is frozen already")}},
                          {.sequence = 3,
                           .step = StepIndex{1},
                           .kind = "refused",
                           .who = "user",
                           .refusal = run::Refusal{"resumed", std::string("the run is not paused")}}});
    record.events.back().sequence = 4;
    const ReportInput input{"tiny", record};
    EXPECT_THAT(deviationsOf(summarise(input)), IsEmpty());
    const std::string page = pageOf(input);
    EXPECT_THAT(page, HasSubstr("to be sure; refused: the mask is frozen already"));
    EXPECT_THAT(page, HasSubstr("asked for: freeze step 3 \u2192 step 1<"));
    EXPECT_THAT(page, HasSubstr("refused: the run is not paused"));
}

}  // namespace
}  // namespace prunescope::report
