#include "ui/app/status_line.h"

#include "ui/support/fake_run_model.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <cmath>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class StatusLineTest : public testing::Test {
protected:
    StatusLineTest() { line.show(); }

    QString text(const char* name) const {
        return line.findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    bool shows(const char* name) const {
        return line.findChild<QLabel*>(QString::fromLatin1(name))->isVisible();
    }
    void show(Stage stage) {
        run.stageNow = stage;
        emit run.stageChanged();
    }
    void takeRun() {
        run.headerNow.emplace();
        run.headerNow->config.epochs = 15;
        session::Snapshot& s = *run.snapshotNow;
        s.imagesPerSecond = 14210.7;
        s.epoch = 9;
        s.secondsLeft = 38;
        s.sparsity = 0.8132;
        s.schedule.target = 0.95;
        s.phase = run::Phase::exploration;
    }

    FakeRunModel run;
    StatusLine line{run};
};

TEST_F(StatusLineTest, WithoutARunItSaysOnlyThat) {
    EXPECT_EQ(text("statusStage"), QStringLiteral("No run"));
    for (const char* name :
         {"statusSpeed", "statusEpoch", "statusTimeLeft", "statusSparsity", "statusPhase"}) {
        EXPECT_FALSE(shows(name)) << name;
    }
}

TEST_F(StatusLineTest, ALiveRunIsToldInFigures) {
    takeRun();
    show(Stage::running);
    EXPECT_EQ(text("statusStage"), QStringLiteral("Running"));
    EXPECT_EQ(text("statusSpeed"), QStringLiteral("14,210 samples/s (measured)"));
    EXPECT_EQ(text("statusEpoch"), QStringLiteral("epoch 9.00 of 15"));
    EXPECT_EQ(text("statusTimeLeft"), QStringLiteral("38 s left (estimated)"));
    EXPECT_EQ(text("statusSparsity"), QStringLiteral("sparsity 81.32 % of 95.00 % (measured)"));
    EXPECT_EQ(text("statusPhase"), QStringLiteral("exploration"));
    EXPECT_TRUE(shows("statusTimeLeft"));
    run.snapshotNow->phase = run::Phase::exploitation;
    run.snapshotNow->epoch = 12.5;
    emit run.snapshotChanged();
    EXPECT_EQ(text("statusPhase"), QStringLiteral("exploitation"));
    EXPECT_EQ(text("statusEpoch"), QStringLiteral("epoch 12.50 of 15"));
}

TEST_F(StatusLineTest, ASpeedThatNobodyMeasuredIsNotMentionedOfARunThatHasEnded) {
    takeRun();
    run.snapshotNow->imagesPerSecond = 0;
    show(Stage::interrupted);
    EXPECT_FALSE(shows("statusSpeed"));
    show(Stage::running);
    EXPECT_TRUE(shows("statusSpeed")) << "its place is kept until it is known";
}

TEST_F(StatusLineTest, ARunThatWasFrozenEarlyIsNotPromisedItsTarget) {
    takeRun();
    session::Snapshot& s = *run.snapshotNow;
    s.totalSteps = 1000;
    s.step = StepIndex{500};
    s.sparsity = 0.6621;
    s.schedule.end = StepIndex{800};
    s.schedule.freeze = StepIndex{500};
    s.phase = run::Phase::exploitation;
    show(Stage::running);
    EXPECT_EQ(text("statusSparsity"),
              QStringLiteral("sparsity 66.21 % (measured), will end at 66.21 %, not 95.00 %"));
    // Once it has ended there is nothing to come, and the target stands as what was asked for.
    run::MetricSample sample;
    sample.step = StepIndex{1};
    run.historyNow.append(sample);
    show(Stage::finished);
    EXPECT_EQ(text("statusSparsity"), QStringLiteral("sparsity 66.21 % of 95.00 % (measured)"));
}

TEST_F(StatusLineTest, WhatCouldNotBeReadIsADash) {
    takeRun();
    run.snapshotNow->sparsity = std::nan("");
    run.snapshotNow->epoch = std::nan("");
    show(Stage::interrupted);
    EXPECT_EQ(text("statusSparsity"), QStringLiteral("sparsity – of 95.00 % (measured)"));
    EXPECT_EQ(text("statusEpoch"), QStringLiteral("epoch – of 15"));
}

TEST_F(StatusLineTest, ARunThatHasEndedHasNoTimeLeft) {
    takeRun();
    for (const auto& [stage, name] :
         std::initializer_list<std::pair<Stage, const char*>>{{Stage::finished, "Finished"},
                                                              {Stage::stopped, "Stopped"},
                                                              {Stage::failed, "Failed"},
                                                              {Stage::interrupted, "Cut off"}}) {
        show(stage);
        EXPECT_EQ(text("statusStage"), QLatin1String(name));
        EXPECT_FALSE(shows("statusTimeLeft")) << name;
        EXPECT_TRUE(shows("statusSparsity")) << name;
    }
}

TEST_F(StatusLineTest, LoadingAndPausedAreTold) {
    show(Stage::loading);
    EXPECT_EQ(text("statusStage"), QStringLiteral("Loading"));
    takeRun();
    show(Stage::paused);
    EXPECT_EQ(text("statusStage"), QStringLiteral("Paused"));
}

TEST_F(StatusLineTest, ARunThatIsOnlyMeasuredAnyMoreSaysSo) {
    takeRun();
    show(Stage::ending);
    EXPECT_EQ(text("statusStage"), QStringLiteral("Measuring the end"));
    EXPECT_FALSE(shows("statusTimeLeft"));
    EXPECT_TRUE(shows("statusSparsity"));
}

}  // namespace
}  // namespace prunescope::ui
