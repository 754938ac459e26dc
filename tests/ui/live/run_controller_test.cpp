#include "ui/live/run_controller.h"

#include "data/idx_fixtures.h"
#include "store/run_list.h"
#include "support/small_run.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class RunControllerTest : public testing::Test {
protected:
    RunControllerTest() { test::writeTinyMnist(data.path().toStdString()); }

    /// Of seconds.
    run::RunConfig smallRun(std::int64_t epochs = 1) const {
        return test::smallRun(data.path().toStdString(), "mlp:16", epochs);
    }
    bool waitFor(const std::function<bool()>& happened, int ms = 120'000) {
        return QTest::qWaitFor(happened, ms);
    }
    bool waitForStage(Stage stage) {
        return waitFor([&] { return controller.stage() == stage; });
    }
    session::CommandResult ask(session::Action action) {
        std::optional<session::CommandResult> answer;
        controller.submit({.action = std::move(action)}, nullptr,
                          [&](const session::CommandResult& r) { answer = r; });
        EXPECT_TRUE(waitFor([&] { return answer.has_value(); }));
        return answer.value_or(session::CommandResult{});
    }

    QTemporaryDir data;
    QTemporaryDir workspace;
    session::SystemClock clock;
    RunController controller{clock, workspace.path().toStdString()};
};

TEST_F(RunControllerTest, NothingIsShownBeforeARun) {
    EXPECT_EQ(controller.stage(), Stage::none);
    EXPECT_FALSE(controller.hasRun());
    EXPECT_NE(controller.snapshot(), nullptr);
    std::optional<session::CommandResult> answer;
    controller.submit({.action = session::Pause{}}, nullptr, [&](const auto& r) { answer = r; });
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->accepted);
}

TEST_F(RunControllerTest, ARunIsShownWholeAndReadsBackTheSame) {
    controller.start(smallRun());
    EXPECT_EQ(controller.stage(), Stage::loading);
    ASSERT_TRUE(waitForStage(Stage::finished));
    ASSERT_TRUE(controller.hasRun());
    const auto steps = static_cast<std::size_t>(controller.header()->totalSteps);
    EXPECT_EQ(controller.history().steps().size(), steps);
    EXPECT_EQ(controller.snapshot()->step.value, controller.header()->totalSteps);
    EXPECT_EQ(controller.events().back().kind, session::event::finished);
    EXPECT_THAT(controller.layerNames(), testing::ElementsAre("fc1", "fc2"));

    RunController other(clock, workspace.path().toStdString());
    other.open(controller.folder()->path());
    ASSERT_TRUE(waitFor([&] { return other.stage() == Stage::finished; }));
    EXPECT_EQ(other.runId(), controller.runId());
    EXPECT_EQ(other.history().steps().size(), steps);
    EXPECT_EQ(other.history().updates().size(), controller.history().updates().size());
    EXPECT_EQ(other.history().test().main().size(), controller.history().test().main().size());
    EXPECT_EQ(other.events().size(), controller.events().size());
    EXPECT_EQ(other.snapshot()->sparsity, controller.snapshot()->sparsity);
    EXPECT_EQ(other.snapshot()->schedule, controller.snapshot()->schedule);
}

TEST_F(RunControllerTest, AStoppedRunGoesOnToItsEnd) {
    controller.start(smallRun(3000));
    ASSERT_TRUE(waitFor([&] { return controller.isLive() && controller.snapshot()->step.value > 20; }));
    EXPECT_FALSE(controller.canGoOn()) << "it is going on";
    EXPECT_TRUE(ask(session::Stop{}).accepted);
    ASSERT_TRUE(waitForStage(Stage::stopped));
    const std::filesystem::path folder = controller.folder()->path();
    const std::int64_t stoppedAt = controller.snapshot()->step.value;

    RunController other(clock, workspace.path().toStdString());
    other.open(folder);
    ASSERT_TRUE(waitFor([&] { return other.stage() == Stage::stopped; }));
    ASSERT_TRUE(other.canGoOn());
    other.goOn();
    ASSERT_TRUE(waitFor([&] { return other.isLive() && other.snapshot()->step.value > stoppedAt; }));
    EXPECT_EQ(other.folder()->path(), folder);
    EXPECT_GE(other.history().steps().size(), static_cast<std::size_t>(stoppedAt))
        << "what was recorded before";
    other.submit({.action = session::Stop{}}, nullptr, {});
    ASSERT_TRUE(waitFor([&] { return other.stage() == Stage::stopped; }));
    EXPECT_EQ(other.history().steps().size(), static_cast<std::size_t>(other.snapshot()->step.value));
}

TEST_F(RunControllerTest, AFinishedRunIsTrainedLonger) {
    controller.start(smallRun());
    EXPECT_FALSE(controller.canTrainLonger()) << "it is being prepared";
    ASSERT_TRUE(waitForStage(Stage::finished));
    ASSERT_TRUE(controller.canTrainLonger());
    const std::int64_t steps = controller.header()->totalSteps;
    controller.trainLonger(3);
    ASSERT_TRUE(waitFor([&] {
        return controller.stage() == Stage::finished && controller.snapshot()->step.value == 3 * steps;
    }));
    EXPECT_EQ(controller.header()->config.epochs, 3);
    EXPECT_EQ(controller.header()->totalSteps, 3 * steps);
    EXPECT_EQ(controller.history().steps().size(), static_cast<std::size_t>(3 * steps));
    const QSignalSpy failed(&controller, &RunModel::goOnFailed);
    controller.trainLonger(3);
    ASSERT_TRUE(waitFor([&] { return !failed.isEmpty(); })) << "no more than it has";
    EXPECT_EQ(controller.stage(), Stage::finished);
}

TEST_F(RunControllerTest, ABranchBeginsWhereItsParentWas) {
    controller.start(smallRun(3000));
    ASSERT_TRUE(waitFor([&] { return controller.isLive() && controller.snapshot()->step.value > 20; }));
    ask(session::Stop{});
    ASSERT_TRUE(waitForStage(Stage::stopped));
    const BranchOrigin origin{controller.folder()->path(), controller.snapshot()->step};
    run::RunConfig config = controller.header()->config;
    config.optimizer.learningRate /= 2;
    controller.startBranch(origin, config);
    ASSERT_TRUE(waitFor([&] {
        return controller.isLive() && controller.snapshot()->step.value > origin.step.value &&
               controller.header()->parent;
    }));
    EXPECT_NE(controller.folder()->path(), origin.folder);
    EXPECT_EQ(controller.header()->parent->step, origin.step);
    ask(session::Stop{});
    ASSERT_TRUE(waitForStage(Stage::stopped));
    const QSignalSpy failed(&controller, &RunModel::startFailed);
    config.seed += 1;
    controller.startBranch(origin, config);
    ASSERT_TRUE(waitFor([&] { return !failed.isEmpty(); }));
    EXPECT_EQ(failed.first().first().value<Text>().english(), "seed");
}

TEST_F(RunControllerTest, WhatCannotGoOnSaysWhyAndStays) {
    controller.start(smallRun());
    ASSERT_TRUE(waitForStage(Stage::finished));
    EXPECT_FALSE(controller.canGoOn()) << "it has come to its end";
    controller.start(smallRun(3000));
    ASSERT_TRUE(waitFor([&] { return controller.isLive() && controller.snapshot()->step.value > 20; }));
    ask(session::Stop{});
    ASSERT_TRUE(waitForStage(Stage::stopped));
    ASSERT_TRUE(controller.canGoOn());
    const QSignalSpy failed(&controller, &RunModel::goOnFailed);
    test::writeBytes(std::filesystem::path(data.path().toStdString()) / "t10k-labels-idx1-ubyte", "damaged");
    controller.goOn();
    ASSERT_TRUE(waitFor([&] { return !failed.isEmpty(); }));
    EXPECT_EQ(controller.stage(), Stage::stopped);
    EXPECT_TRUE(controller.canGoOn());
}

TEST_F(RunControllerTest, CommandsAreAnsweredAndShown) {
    controller.start(smallRun(1'000'000));
    ASSERT_TRUE(waitForStage(Stage::running));
    EXPECT_TRUE(ask(session::Pause{}).accepted);
    ASSERT_TRUE(waitForStage(Stage::paused));
    EXPECT_FALSE(ask(session::Pause{}).accepted);
    const StepIndex before = controller.snapshot()->step;
    EXPECT_TRUE(ask(session::Step{}).accepted);
    EXPECT_TRUE(waitFor([&] { return controller.snapshot()->step.value == before.value + 1; }));
    std::shared_ptr<const session::MaskPreview> preview;
    controller.ask(session::PreviewMasks{0.5}, nullptr,
                   [&](const session::Answered<session::MaskPreview>& answer) { preview = answer.content; });
    ASSERT_TRUE(waitFor([&] { return preview != nullptr; }));
    std::int64_t kept = 0;
    for (const std::int64_t k : preview->kept) kept += k;
    const std::int64_t weights = controller.header()->network.prunableWeights();
    EXPECT_EQ(kept, weights - weights / 2);
    EXPECT_TRUE(ask(session::Stop{}).accepted);
    EXPECT_TRUE(waitForStage(Stage::stopped));
}

TEST_F(RunControllerTest, WhoHearsAnAnswerFindsItsEffectInTheSnapshot) {
    controller.start(smallRun(1'000'000));
    ASSERT_TRUE(waitForStage(Stage::running));
    int answers = 0;
    int missing = 0;
    for (int k = 1; k <= 50; ++k) {
        controller.submit({.action = session::SetAttention{std::nullopt, 1.0 + k}}, nullptr,
                          [&, k](const session::CommandResult& result) {
                              ++answers;
                              const auto snapshot = controller.snapshot();
                              // Of several answered at once, the latest counts.
                              if (!result.accepted || snapshot->strengths.front() < 1.0 + k) ++missing;
                          });
        if (k % 5 == 0) QTest::qWait(20);
    }
    ASSERT_TRUE(waitFor([&] { return answers == 50; }));
    EXPECT_EQ(missing, 0);
    controller.stopAndWait();
}

TEST_F(RunControllerTest, OneRunAtATime) {
    controller.start(smallRun(1'000'000));
    QSignalSpy refused(&controller, &RunController::startFailed);
    controller.start(smallRun());
    EXPECT_EQ(refused.count(), 1);
    ASSERT_TRUE(waitForStage(Stage::running));
    QSignalSpy notOpened(&controller, &RunController::openFailed);
    controller.open(workspace.path().toStdString());
    EXPECT_EQ(notOpened.count(), 1);
    EXPECT_EQ(controller.stage(), Stage::running);
    controller.stopAndWait();
    EXPECT_EQ(controller.stage(), Stage::stopped);
}

TEST_F(RunControllerTest, WhatCannotStartSaysWhyAndLeavesNothingBehind) {
    run::RunConfig config = smallRun();
    config.model = "resnet-21";
    QSignalSpy failed(&controller, &RunController::startFailed);
    controller.start(config);
    ASSERT_TRUE(waitFor([&] { return failed.count() > 0; }));
    EXPECT_THAT(failed.front().back().value<Text>().english(), testing::HasSubstr("resnet-21"));
    EXPECT_EQ(controller.stage(), Stage::none);
    EXPECT_TRUE(std::filesystem::is_empty(workspace.path().toStdString()));
}

TEST_F(RunControllerTest, AFolderWithoutARunIsRefused) {
    QSignalSpy failed(&controller, &RunController::openFailed);
    controller.open(workspace.path().toStdString());
    ASSERT_TRUE(waitFor([&] { return failed.count() > 0; }));
    EXPECT_EQ(controller.stage(), Stage::none);
}

TEST_F(RunControllerTest, WhatIsOnDisplayStaysWhenTheNextCannotBeHad) {
    controller.start(smallRun());
    ASSERT_TRUE(waitForStage(Stage::finished));
    const QString id = controller.runId();
    const std::size_t steps = controller.history().steps().size();
    const auto stays = [&] {
        EXPECT_EQ(controller.stage(), Stage::finished);
        EXPECT_EQ(controller.runId(), id);
        EXPECT_EQ(controller.history().steps().size(), steps);
        EXPECT_FALSE(controller.events().empty());
    };
    QSignalSpy changed(&controller, &RunModel::runChanged);
    QSignalSpy notOpened(&controller, &RunController::openFailed);
    controller.open(workspace.path().toStdString());
    EXPECT_TRUE(controller.hasRun()) << "while the other is being read";
    ASSERT_TRUE(waitFor([&] { return notOpened.count() > 0; }));
    stays();
    run::RunConfig config = smallRun();
    config.dataDir = "/no/such/folder";
    QSignalSpy notStarted(&controller, &RunController::startFailed);
    controller.start(config);
    EXPECT_TRUE(controller.hasRun());
    ASSERT_TRUE(waitFor([&] { return notStarted.count() > 0; }));
    stays();
    EXPECT_EQ(changed.count(), 0);
}

TEST_F(RunControllerTest, ARunThatIsOpenedShowsWhatItShowedAtItsEnd) {
    run::RunConfig config = smallRun();
    // The ramp goes on to the end: masks are chosen once more after the last step.
    config.schedule.end = config.schedule.freeze = 1;
    controller.start(config);
    ASSERT_TRUE(waitForStage(Stage::finished));
    const auto live = controller.snapshot();
    ASSERT_NE(live->sparsity, live->sample->sparsity);
    RunController other(clock, workspace.path().toStdString());
    other.open(controller.folder()->path());
    ASSERT_TRUE(waitFor([&] { return other.stage() == Stage::finished; }));
    const auto opened = other.snapshot();
    EXPECT_EQ(opened->sparsity, live->sparsity);
    EXPECT_EQ(opened->requestedSparsity, live->requestedSparsity);
    EXPECT_EQ(opened->step, live->step);
    ASSERT_EQ(opened->layers.size(), live->layers.size());
    for (std::size_t l = 0; l < live->layers.size(); ++l)
        EXPECT_EQ(opened->layers[l].kept, live->layers[l].kept);
    EXPECT_EQ(store::summarizeRun(*controller.folder()).sparsity, live->sparsity);
}

TEST_F(RunControllerTest, WhoeverHearsOfARunSeesItsStageAndTheOtherWayRound) {
    controller.start(smallRun());
    ASSERT_TRUE(waitForStage(Stage::finished));
    RunController other(clock, workspace.path().toStdString());
    QStringList heard;
    QObject::connect(&other, &RunModel::runChanged, [&] {
        heard << QStringLiteral("run");
        EXPECT_EQ(other.stage(), Stage::finished);
    });
    QObject::connect(&other, &RunModel::stageChanged, [&] {
        if (other.stage() == Stage::loading) return;
        heard << QStringLiteral("stage");
        EXPECT_TRUE(other.hasRun());
    });
    other.open(controller.folder()->path());
    ASSERT_TRUE(waitFor([&] { return heard.size() == 2; }));
    EXPECT_EQ(heard, (QStringList{QStringLiteral("run"), QStringLiteral("stage")}));
}

TEST_F(RunControllerTest, ARunThatAnotherRecordsIsNotCutOff) {
    controller.start(smallRun(1'000'000));
    ASSERT_TRUE(waitFor([&] { return controller.history().steps().size() > 5; }));
    RunController other(clock, workspace.path().toStdString());
    ASSERT_TRUE(waitFor([&] {
        if (other.stage() == Stage::none) other.open(controller.folder()->path());
        return other.stage() == Stage::interrupted;
    }));
    EXPECT_TRUE(other.isRecordedElsewhere());
    controller.stopAndWait();
    other.open(controller.folder()->path());
    ASSERT_TRUE(waitFor([&] { return other.stage() == Stage::stopped; }));
    EXPECT_FALSE(other.isRecordedElsewhere());
}

TEST_F(RunControllerTest, ClosingInMidRunKeepsTheRun) {
    std::filesystem::path folder;
    {
        RunController closing(clock, workspace.path().toStdString());
        closing.start(smallRun(1'000'000));
        ASSERT_TRUE(waitFor([&] { return closing.history().steps().size() > 5; }));
        folder = closing.folder()->path();
    }
    controller.open(folder);
    ASSERT_TRUE(waitForStage(Stage::stopped));
    EXPECT_GT(controller.history().steps().size(), 5U);
}

}  // namespace
}  // namespace prunescope::ui
