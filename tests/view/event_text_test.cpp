#include "view/event_text.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

using run::AttentionStrengths;
using run::SparsitySchedule;

run::AuditEvent event(run::EventValues before, run::EventValues after, std::string kind = "schedule_edited") {
    return {.sequence = 1,
            .kind = std::move(kind),
            .who = "ana@lab",
            .before = std::move(before),
            .after = std::move(after)};
}

std::string change(run::EventValues before, run::EventValues after, std::string kind = "schedule_edited") {
    return changeText(event(std::move(before), std::move(after), std::move(kind)), {"conv1", "conv2", "fc1"})
        .english();
}

const SparsitySchedule plan{
    run::ScheduleShape::cubic, 0, 0.95, StepIndex{430}, StepIndex{4000}, StepIndex{4800}};

TEST(ChangeText, TellsWhatAnEditOfTheScheduleChanged) {
    SparsitySchedule edited = plan;
    edited.target = 0.9;
    edited.end = StepIndex{5160};
    edited.freeze = run::neverFrozen;
    EXPECT_EQ(change(plan, edited),
              "target 95\u00A0% \u2192 90\u00A0%; end step 4,000 \u2192 step 5,160; freeze step 4,800 \u2192 "
              "never");
    EXPECT_EQ(change(plan, plan), "no difference");
}

TEST(ChangeText, OfAPlanWithNothingBeforeTellsAll) {
    EXPECT_EQ(change({}, plan, "started"),
              "target 95\u00A0%; shape cubic; start step 430; end step 4,000; freeze "
              "step 4,800");
}

TEST(ChangeText, SharesShowAsManyDigitsAsTheyHave) {
    SparsitySchedule before = plan;
    before.target = 0.57;
    SparsitySchedule after = plan;
    after.target = 0.570001;
    EXPECT_EQ(change(before, after), "target 57\u00A0% \u2192 57.0001\u00A0%");
}

TEST(ChangeText, ADrawnCurveWithOtherPointsIsAChange) {
    SparsitySchedule before = plan;
    before.knots = {{0, 0}, {1, 0.9}};
    SparsitySchedule after = plan;
    after.knots = {{0, 0.1}, {1, 0.9}};
    EXPECT_EQ(change(before, after), "drawn curve 2 points \u2192 2 points (other values)");
}

TEST(ChangeText, NamesTheLayerWhoseStrengthChanged) {
    const auto set = [](std::vector<double> before, std::vector<double> after) {
        return change(AttentionStrengths{std::move(before)}, AttentionStrengths{std::move(after)});
    };
    EXPECT_EQ(set({1, 1, 1}, {1, 0.8, 1}), "z of conv2 1 \u2192 0.8");
    EXPECT_EQ(set({1, 1, 1}, {0.5, 0.5, 0.5}), "z of all layers 1 \u2192 0.5");
    EXPECT_EQ(set({1, 1, 1, 1}, {1, 1, 1, 2}), "z of layer 4 1 \u2192 2");
    EXPECT_EQ(set({1, 1}, {1, 1}), "no difference");
    EXPECT_EQ(set({1, 1}, {1}), "{\"z\":[1.0,1.0]} \u2192 {\"z\":[1.0]}") << "not of the same network";
}

TEST(ChangeText, TellsOfPhasesAndPlaces) {
    EXPECT_EQ(change({}, run::EnteredPhase{run::Phase::exploitation, 0.95}),
              "phase exploitation; sparsity 95.00\u00A0%");
    EXPECT_EQ(change({}, run::EnteredPhase{run::Phase::exploration, 0.0006480836237}),
              "phase exploration; sparsity 0.06\u00A0%")
        << "measured, not asked for";
    EXPECT_EQ(change(run::RecordingPlace{"/a"}, run::RecordingPlace{"/b"}), "folder /a \u2192 /b");
}

TEST(ChangeText, ARefusalTellsWhatWasAskedFor) {
    SparsitySchedule asked = plan;
    asked.end = StepIndex{100};
    EXPECT_EQ(change(plan, asked, "refused"), "asked for: end step 4,000 \u2192 step 100");
    EXPECT_TRUE(changeText(event({}, {}, "refused"), {}).empty()) << "a request to pause has no values";
}

TEST(ChangeText, ValuesThatAreNotKnownAreShownAsTheyStand) {
    const run::OtherValues odd{R"({"odd":1.5})"};
    EXPECT_EQ(change(odd, {}), "{\"odd\":1.5} \u2192 \u2013");
    EXPECT_EQ(change({}, odd), R"({"odd":1.5})");
    EXPECT_EQ(change(odd, odd), "no difference");
    EXPECT_EQ(change(odd, run::RecordingPlace{"/b"}), "{\"odd\":1.5} \u2192 {\"folder\":\"/b\"}");
}

TEST(SaidText, PutsThePersonTheProgramAndTheRefusalOneAfterTheOther) {
    run::AuditEvent e = event({}, {}, "refused");
    EXPECT_TRUE(saidText(e).empty());
    e.refusal = run::Refusal{"paused", Text::of("the run is paused already")};
    EXPECT_EQ(saidText(e).english(), "refused: the run is paused already");
    e.reason = "to be sure";
    e.note = Text::of("undo: {}", "freeze");
    EXPECT_EQ(saidText(e).english(), "to be sure; undo: freeze; refused: the run is paused already");
}

}  // namespace
}  // namespace prunescope::view
