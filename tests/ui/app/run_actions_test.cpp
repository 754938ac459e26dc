#include "ui/app/run_actions.h"

#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

struct Expected {
    Stage stage;
    bool start, pause, step, stop, freeze;
};

class RunActionsIn : public testing::TestWithParam<Expected> {};

TEST_P(RunActionsIn, OnlyWhatMakesSenseIsEnabled) {
    FakeRunModel run;
    Theme theme;
    const RunActions actions(run, theme, nullptr);
    const Expected& expected = GetParam();
    run.stageNow = expected.stage;
    emit run.stageChanged();
    EXPECT_EQ(actions.start->isEnabled(), expected.start);
    EXPECT_EQ(actions.pause->isEnabled(), expected.pause);
    EXPECT_EQ(actions.step->isEnabled(), expected.step);
    EXPECT_EQ(actions.stop->isEnabled(), expected.stop);
    EXPECT_EQ(actions.freeze->isEnabled(), expected.freeze);
}

INSTANTIATE_TEST_SUITE_P(EveryStage, RunActionsIn,
                         testing::Values(Expected{Stage::none, true, false, false, false, false},
                                         Expected{Stage::loading, false, false, false, false, false},
                                         Expected{Stage::running, false, true, false, true, true},
                                         Expected{Stage::paused, false, true, true, true, true},
                                         Expected{Stage::ending, false, false, false, false, false},
                                         Expected{Stage::finished, true, false, false, false, false},
                                         Expected{Stage::stopped, true, false, false, false, false},
                                         Expected{Stage::failed, true, false, false, false, false},
                                         Expected{Stage::interrupted, true, false, false, false, false}));

TEST(RunActionsOfAnEndedRun, PauseGoesOnWithOneThatCan) {
    FakeRunModel run;
    Theme theme;
    const RunActions actions(run, theme, nullptr);
    EXPECT_EQ(actions.pause->text(), QStringLiteral("Pause"));
    run.stageNow = Stage::interrupted;
    run.canGoOnNow = true;
    emit run.stageChanged();
    EXPECT_TRUE(actions.pause->isEnabled());
    EXPECT_EQ(actions.pause->text(), QStringLiteral("Resume"));
    actions.pause->trigger();
    EXPECT_EQ(run.wentOn, 1);
    EXPECT_TRUE(run.submitted.empty());
}

class RunActionsTest : public testing::Test {
protected:
    void beIn(Stage stage) {
        run.stageNow = stage;
        emit run.stageChanged();
    }
    /// Linear from 0 to 80 % over steps 0 to 800 of 1000, frozen from 950 on; at step 400.
    void takeRamp() {
        run.headerNow.emplace();
        run.snapshotNow->totalSteps = 1000;
        run.snapshotNow->step = StepIndex{400};
        run.snapshotNow->sparsity = 0.4;
        run.snapshotNow->schedule = {.shape = run::ScheduleShape::linear,
                                     .initial = 0,
                                     .target = 0.8,
                                     .start = StepIndex{0},
                                     .end = StepIndex{800},
                                     .freeze = StepIndex{950}};
    }
    template <class Action>
    bool lastIs() const {
        return !run.submitted.empty() && std::holds_alternative<Action>(run.submitted.back().action);
    }

    FakeRunModel run;
    Theme theme;
    RunActions actions{run, theme, nullptr};
};

TEST_F(RunActionsTest, AnInvalidExperimentCannotBeStarted) {
    actions.setStartBlocker(QStringLiteral("the target is above 1"));
    EXPECT_FALSE(actions.start->isEnabled());
    actions.setStartBlocker({});
    EXPECT_TRUE(actions.start->isEnabled());
}

TEST_F(RunActionsTest, PausePausesAndThenGoesOn) {
    beIn(Stage::running);
    EXPECT_EQ(actions.pause->text(), QStringLiteral("Pause"));
    actions.pause->trigger();
    EXPECT_TRUE(lastIs<session::Pause>());
    beIn(Stage::paused);
    EXPECT_EQ(actions.pause->text(), QStringLiteral("Resume"));
    actions.pause->trigger();
    EXPECT_TRUE(lastIs<session::Resume>());
    EXPECT_EQ(run.submitted.size(), 2U);
}

TEST_F(RunActionsTest, FreezeFreezesAndThenLetsGo) {
    takeRamp();
    beIn(Stage::running);
    QSignalSpy wanted(&actions, &RunActions::freezeWanted);
    actions.freeze->trigger();
    run.snapshotNow->schedule.freeze = StepIndex{10};
    run.snapshotNow->phase = run::Phase::exploitation;
    emit run.snapshotChanged();
    EXPECT_EQ(actions.freeze->text(), QStringLiteral("Unfreeze"));
    actions.freeze->trigger();
    ASSERT_EQ(wanted.count(), 2);
    EXPECT_TRUE(wanted[0][0].toBool());
    EXPECT_FALSE(wanted[1][0].toBool());
    EXPECT_TRUE(run.submitted.empty()) << "the history of edits sends it, so that it can be undone";
}

TEST_F(RunActionsTest, FreezeSaysAtWhichSparsityTheRunWouldEnd) {
    EXPECT_EQ(actions.freeze->text(), QStringLiteral("Freeze"));
    takeRamp();
    beIn(Stage::running);
    EXPECT_EQ(actions.freeze->text(), QStringLiteral("Freeze now, at 40.0 % (target 80.0 %)"));
    EXPECT_EQ(actions.freeze->iconText(), QStringLiteral("Freeze at 40 %"));
    run.snapshotNow->step = StepIndex{900};
    emit run.snapshotChanged();
    EXPECT_EQ(actions.freeze->text(), QStringLiteral("Freeze now, at the target of 80.0 %"));
    EXPECT_EQ(actions.freeze->iconText(), QStringLiteral("Freeze"));
}

TEST_F(RunActionsTest, StepAndStopAreSentOnce) {
    beIn(Stage::paused);
    actions.step->trigger();
    EXPECT_TRUE(lastIs<session::Step>());
    actions.stop->trigger();
    EXPECT_TRUE(lastIs<session::Stop>());
    EXPECT_EQ(run.submitted.size(), 2U);
}

TEST_F(RunActionsTest, ARefusalIsToldInTheEnginesWords) {
    beIn(Stage::running);
    run.answerNow = {.accepted = false, .refusal = Text("the run has ended"), .step = StepIndex{3}};
    QSignalSpy refused(&actions, &RunActions::refused);
    actions.pause->trigger();
    ASSERT_EQ(refused.count(), 1);
    EXPECT_EQ(refused.front().front().value<Text>().english(), "the run has ended");
}

TEST_F(RunActionsTest, EveryActionHasAnIconATextAKeyAndAnExplanation) {
    for (const QAction* action : actions.all()) {
        const std::string name = action->objectName().toStdString();
        EXPECT_FALSE(action->icon().isNull()) << name;
        EXPECT_FALSE(action->text().isEmpty()) << name;
        EXPECT_FALSE(action->shortcut().isEmpty()) << name;
        EXPECT_GT(action->toolTip().size(), 20) << name;
    }
}

}  // namespace
}  // namespace prunescope::ui
