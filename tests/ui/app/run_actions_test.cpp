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
                                         Expected{Stage::finished, true, false, false, false, false},
                                         Expected{Stage::stopped, true, false, false, false, false},
                                         Expected{Stage::failed, true, false, false, false, false},
                                         Expected{Stage::interrupted, true, false, false, false, false}));

class RunActionsTest : public testing::Test {
protected:
    void beIn(Stage stage) {
        run.stageNow = stage;
        emit run.stageChanged();
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
    run.snapshotNow->schedule.freeze = StepIndex{100};
    run.snapshotNow->step = StepIndex{10};
    beIn(Stage::running);
    EXPECT_EQ(actions.freeze->text(), QStringLiteral("Freeze"));
    actions.freeze->trigger();
    EXPECT_TRUE(lastIs<session::Freeze>());
    run.snapshotNow->phase = run::Phase::exploitation;
    emit run.snapshotChanged();
    EXPECT_EQ(actions.freeze->text(), QStringLiteral("Unfreeze"));
    actions.freeze->trigger();
    EXPECT_TRUE(lastIs<session::Unfreeze>());
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
    run.answerNow = {.accepted = false, .refusal = "the run has ended", .step = StepIndex{3}};
    QSignalSpy refused(&actions, &RunActions::refused);
    actions.pause->trigger();
    ASSERT_EQ(refused.count(), 1);
    EXPECT_EQ(refused.front().front().toString(), QStringLiteral("the run has ended"));
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
