#include "ui/audit/audit_text.h"

#include "run/record_json.h"
#include "session/command.h"

#include <gmock/gmock.h>

#include <set>

namespace prunescope::ui {
namespace {

run::AuditEvent eventOf(const std::string& before, const std::string& after,
                        const std::string& kind = session::event::scheduleEdited) {
    return {1, StepIndex{4}, 0.1, 0, kind, "user", "", before, after};
}

std::string change(const std::string& before, const std::string& after,
                   const std::string& kind = session::event::scheduleEdited) {
    return AuditText::change(eventOf(before, after, kind), {"conv1", "conv2", "fc1"}).toStdString();
}

TEST(AuditText, NamesEveryKindThatASessionRecords) {
    namespace e = session::event;
    EXPECT_THAT(
        AuditText::kinds(),
        testing::UnorderedElementsAre(e::started, e::paused, e::resumed, e::stepped, e::stopRequested,
                                      e::scheduleEdited, e::attentionSet, e::frozen, e::unfrozen, e::moved,
                                      e::refused, e::phaseChanged, e::firstCut, e::masksFinished,
                                      e::batchNormRecalibrated, e::collapseSuspected, e::divergenceSuspected,
                                      e::diverged, e::endedAtChance, e::finished, e::stopped, e::failed));
    std::set<QString> titles;
    for (const std::string& kind : AuditText::kinds()) titles.insert(AuditText::title(kind));
    EXPECT_EQ(titles.size(), AuditText::kinds().size());
    EXPECT_EQ(AuditText::title("schedule_edited"), QStringLiteral("Schedule edited"));
}

TEST(AuditText, AKindOfANewerVersionIsGivenAsWords) {
    EXPECT_EQ(AuditText::title("weights_moved"), QStringLiteral("Weights moved"));
    EXPECT_EQ(AuditText::title(""), QString());
}

TEST(AuditText, TellsWhatAnEditOfTheScheduleChanged) {
    run::SparsitySchedule schedule{
        run::ScheduleShape::cubic, 0, 0.95, StepIndex{430}, StepIndex{4000}, StepIndex{4800}};
    const std::string before = run::scheduleToJsonText(schedule);
    schedule.target = 0.9;
    schedule.end = StepIndex{5160};
    schedule.freeze = run::neverFrozen;
    EXPECT_EQ(change(before, run::scheduleToJsonText(schedule)),
              "target 95 % → 90 %; end step 4,000 → step 5,160; freeze step 4,800 → never");
}

TEST(AuditText, SharesShowAsManyDigitsAsTheyHave) {
    EXPECT_EQ(change(R"({"target":0.57})", R"({"target":0.570001})"), "target 57 % → 57.0001 %");
}

TEST(AuditText, NamesTheLayerWhoseStrengthChanged) {
    const char* set = session::event::attentionSet;
    EXPECT_EQ(change(R"({"z":[1,1,1]})", R"({"z":[1,0.8,1]})", set), "z of conv2 1 → 0.8");
    EXPECT_EQ(change(R"({"z":[1,1,1]})", R"({"z":[0.5,0.5,0.5]})", set), "z of all layers 1 → 0.5");
    EXPECT_EQ(change(R"({"z":[1,1,1,1]})", R"({"z":[1,1,1,2]})", set), "z of layer 4 1 → 2");
}

TEST(AuditText, ADrawnCurveWithOtherPointsIsAChange) {
    EXPECT_EQ(change(R"({"knots":[[0,0],[1,0.9]]})", R"({"knots":[[0,0.1],[1,0.9]]})"),
              "drawn curve 2 points → 2 points (other values)");
}

TEST(AuditText, ARefusalTellsWhatWasAskedFor) {
    EXPECT_EQ(change(R"({"end":5160})", R"({"end":100})", session::event::refused),
              "asked for: end step 5,160 → step 100");
}

TEST(AuditText, ARefusalKeepsTheReasonOfThePersonBesideWhy) {
    run::AuditEvent event = eventOf(R"({"end":5160})", R"({"end":100,"request":"x","refusal":"too late"})",
                                    session::event::refused);
    event.reason = "to be quick";
    EXPECT_EQ(AuditText::reason(event), QStringLiteral("to be quick; refused: too late"));
    EXPECT_EQ(AuditText::change(event, {}), QStringLiteral("asked for: end step 5,160 → step 100"));
    event.after = R"({"request":"paused","refusal":"the run is paused already"})";
    event.before.clear();
    event.reason.clear();
    EXPECT_EQ(AuditText::reason(event), QStringLiteral("refused: the run is paused already"));
    EXPECT_EQ(AuditText::change(event, {}), QString());
}

TEST(AuditText, TellsWhatWasMeasuredBeforeAndAfterAChange) {
    view::RunHistory history(1, 0);
    for (const std::int64_t step : {2, 4, 6}) {
        run::Evaluation evaluation;
        evaluation.step = StepIndex{step};
        evaluation.epoch = static_cast<double>(step) / 2;
        evaluation.classes = 2;
        evaluation.confusion = {step, 10 - step, 0, 10};
        history.append(evaluation);
    }
    // At step 4, which was measured before the change took hold.
    const run::AuditEvent edit = eventOf("{}", R"({"target":0.9})");
    EXPECT_EQ(AuditText::effect(edit, history.validation()),
              QStringLiteral("Validation accuracy: 70.00 % (epoch 2.00) before, 80.00 % (epoch 3.00) after"));
    run::AuditEvent last = edit;
    last.step = StepIndex{6};
    EXPECT_TRUE(
        AuditText::effect(last, history.validation()).endsWith(QLatin1String("not measured yet after")));
    last.step = StepIndex{1};
    EXPECT_TRUE(AuditText::effect(last, history.validation()).contains(QLatin1String("not measured before")));
    EXPECT_EQ(AuditText::effect(eventOf("", R"({"phase":"exploitation"})", session::event::phaseChanged),
                                history.validation()),
              QString());
    EXPECT_EQ(AuditText::effect(eventOf("{}", "{}", session::event::refused), history.validation()),
              QString());
}

TEST(AuditText, AKeyThatComesOrGoesIsTold) {
    EXPECT_EQ(change("", R"({"phase":"exploitation","sparsity":0.95})", session::event::phaseChanged),
              "phase exploitation; sparsity 95 %");
    EXPECT_EQ(change(R"({"odd":1.5})", R"({})"), "odd 1.5 → –");
}

TEST(AuditText, WhatIsNoJsonObjectIsShownAsItStands) {
    EXPECT_EQ(change("abc", R"({"target":0.9})"), R"(abc → {"target":0.9})");
    EXPECT_EQ(change("", "[1]"), "[1]");
    EXPECT_EQ(change("", ""), "");
    EXPECT_EQ(AuditText::pretty("{broken"), QStringLiteral("{broken"));
    EXPECT_EQ(AuditText::pretty(R"({"a":1})"), QStringLiteral("{\n  \"a\": 1\n}"));
}

}  // namespace
}  // namespace prunescope::ui
