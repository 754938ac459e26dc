#include "ui/live/run_queue.h"

#include "ui/support/fake_run_model.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QTemporaryDir>
#include <memory>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Stage = RunModel::Stage;

class RunQueueTest : public testing::Test {
protected:
    static run::RunConfig seeded(std::int64_t seed) {
        run::RunConfig config;
        config.seed = seed;
        return config;
    }
    static std::vector<std::int64_t> seedsOf(const std::vector<run::RunConfig>& runs) {
        std::vector<std::int64_t> seeds;
        for (const run::RunConfig& config : runs) seeds.push_back(config.seed);
        return seeds;
    }
    std::vector<std::int64_t> waiting() const { return seedsOf(queue->waiting()); }
    std::vector<std::int64_t> started() const { return seedsOf(run.started); }
    void becomesLive() {
        run.stageNow = Stage::running;
        emit run.runChanged();
    }
    void ends(Stage stage) {
        run.stageNow = stage;
        emit run.runEnded();
        QCoreApplication::processEvents();
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    FakeRunModel run;
    std::unique_ptr<RunQueue> queue = std::make_unique<RunQueue>(run, settings, nullptr);
};

TEST_F(RunQueueTest, TheFirstStartsAtOnceAndTheOthersOneAfterTheOther) {
    queue->add({seeded(1), seeded(2), seeded(3)});
    EXPECT_THAT(started(), ElementsAre(1));
    becomesLive();
    EXPECT_THAT(waiting(), ElementsAre(2, 3));
    ends(Stage::finished);
    EXPECT_THAT(started(), ElementsAre(1, 2));
    becomesLive();
    ends(Stage::failed);
    EXPECT_THAT(started(), ElementsAre(1, 2, 3))
        << "what failed is recorded, and the others are still wanted";
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(RunQueueTest, WaitsForTheRunThatIsLive) {
    becomesLive();
    queue->add({seeded(1)});
    EXPECT_THAT(started(), IsEmpty());
    EXPECT_FALSE(queue->standsStill());
    ends(Stage::finished);
    EXPECT_THAT(started(), ElementsAre(1));
}

TEST_F(RunQueueTest, WhatIsStartedNowGoesBeforeWhatWaits) {
    becomesLive();
    queue->add({seeded(1)});
    ends(Stage::stopped);
    queue->addBefore({seeded(2), seeded(3)});
    EXPECT_THAT(started(), ElementsAre(2));
    EXPECT_THAT(waiting(), ElementsAre(3, 1));
}

TEST_F(RunQueueTest, AfterAStopByHandItStandsStill) {
    becomesLive();
    queue->add({seeded(1)});
    ends(Stage::stopped);
    EXPECT_THAT(started(), IsEmpty());
    EXPECT_TRUE(queue->standsStill());
    queue->goOn();
    EXPECT_THAT(started(), ElementsAre(1));
    EXPECT_FALSE(queue->standsStill());
}

TEST_F(RunQueueTest, AfterOneThatCannotStartItStandsStill) {
    queue->add({seeded(1), seeded(2)});
    emit run.startFailed(Text("dataset"), Text("is not there"));
    EXPECT_TRUE(queue->standsStill());
    EXPECT_THAT(waiting(), ElementsAre(2));
    QCoreApplication::processEvents();
    EXPECT_THAT(started(), ElementsAre(1));
}

TEST_F(RunQueueTest, AStartByHandThatFailsDoesNotHoldIt) {
    becomesLive();
    queue->add({seeded(1)});
    emit run.startFailed({}, Text("a run is going on"));
    EXPECT_FALSE(queue->standsStill());
}

TEST_F(RunQueueTest, RunsChangePlacesAndLeave) {
    becomesLive();
    queue->add({seeded(1), seeded(2), seeded(3)});
    queue->move(0, true);
    EXPECT_THAT(waiting(), ElementsAre(1, 2, 3));
    queue->move(2, true);
    EXPECT_THAT(waiting(), ElementsAre(1, 3, 2));
    queue->move(0, false);
    EXPECT_THAT(waiting(), ElementsAre(3, 1, 2));
    queue->move(2, false);
    queue->remove(1);
    queue->remove(9);
    EXPECT_THAT(waiting(), ElementsAre(3, 2));
}

TEST_F(RunQueueTest, IsRememberedAndThenStandsStill) {
    becomesLive();
    queue->add({seeded(1), seeded(2)});
    run.stageNow = Stage::none;
    queue = std::make_unique<RunQueue>(run, settings, nullptr);
    EXPECT_THAT(waiting(), ElementsAre(1, 2));
    EXPECT_TRUE(queue->standsStill());
    EXPECT_THAT(started(), IsEmpty());
}

TEST_F(RunQueueTest, WhatCannotBeReadIsLeftOut) {
    becomesLive();
    queue->add({seeded(1)});
    QStringList texts = settings.value(QStringLiteral("queue")).toStringList();
    texts.prepend(QStringLiteral("{\"seed\": \"many\"}"));
    texts.append(QStringLiteral("not JSON"));
    settings.setValue(QStringLiteral("queue"), texts);
    queue = std::make_unique<RunQueue>(run, settings, nullptr);
    EXPECT_THAT(waiting(), ElementsAre(1));
}

}  // namespace
}  // namespace prunescope::ui
