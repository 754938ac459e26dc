// How long waiting runs will take, from figures that were measured before.
#include "ui/experiment/queue_forecast.h"

#include "ui/experiment/queue_panel.h"
#include "ui/support/fake_run_model.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

TEST(RoughDurationText, HasNoMoreDigitsThanAnEstimate) {
    EXPECT_EQ(roughDurationText(0.2), QStringLiteral("10 s"));
    EXPECT_EQ(roughDurationText(34), QStringLiteral("30 s"));
    EXPECT_EQ(roughDurationText(58), QStringLiteral("1 min"));
    EXPECT_EQ(roughDurationText(252), QStringLiteral("4 min"));
    EXPECT_EQ(roughDurationText(3580), QStringLiteral("1 h 00 min"));
    EXPECT_EQ(roughDurationText(7440), QStringLiteral("2 h 05 min"));
}

class QueueForecastTest : public testing::Test {
protected:
    QueueForecastTest() {
        run.stageNow = RunModel::Stage::running;
        panel.show();
    }
    /// lenet-5 for 10 epochs of 55,000 images: 2,293,000 x 3 x 55,000 x 10 = 3.78 x 10^12.
    static run::RunConfig tenEpochs() {
        run::RunConfig config;
        config.dataset = "fashion-mnist";
        config.model = "lenet-5";
        config.epochs = 10;
        return config;
    }
    void measuredBefore() {
        settings.setValue(QStringLiteral("estimate/macsPerSecond"), 1e10);
        settings.setValue(QStringLiteral("estimate/images/fashion-mnist"), 60'000);
    }
    void timeLeft(double seconds) {
        run.snapshotNow->secondsLeft = seconds;
        emit run.snapshotChanged();
    }
    std::string end() const {
        return panel.findChild<QLabel*>(QStringLiteral("queueEnd"))->text().toStdString();
    }
    QString line(int row) const {
        return panel.findChild<QListWidget*>(QStringLiteral("queueList"))->item(row)->text();
    }
    bool lineEnds(int row, const QString& text) {
        return QTest::qWaitFor([&] { return line(row).endsWith(text); });
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    FakeRunModel run;
    RunQueue queue{run, settings, nullptr};
    QueuePanel panel{queue, run, settings, nullptr};
};

TEST_F(QueueForecastTest, EachRunHasItsTimeAndAllHaveTheirEnd) {
    measuredBefore();
    timeLeft(120);
    run::RunConfig longer = tenEpochs();
    longer.epochs = 20;
    queue.add({tenEpochs(), longer});
    // 378 s and 757 s; with the 120 s of the live run 1255 s.
    EXPECT_TRUE(lineEnds(0, QStringLiteral("· about 6 min"))) << line(0).toStdString();
    EXPECT_TRUE(lineEnds(1, QStringLiteral("· about 13 min"))) << line(1).toStdString();
    EXPECT_EQ(end(), "All done in about 21 min");
    timeLeft(30);
    EXPECT_EQ(end(), "All done in about 19 min") << "1165 s";
}

TEST_F(QueueForecastTest, WhatWasNeverMeasuredIsADash) {
    timeLeft(120);
    settings.setValue(QStringLiteral("estimate/macsPerSecond"), 1e10);
    queue.add({tenEpochs()});
    QTest::qWait(100);
    EXPECT_TRUE(line(0).endsWith(QStringLiteral("· –"))) << "nobody has counted the images yet";
    EXPECT_EQ(end(), "All done in –");
}

TEST_F(QueueForecastTest, OneUnknownRunLeavesTheEndUnknown) {
    measuredBefore();
    timeLeft(120);
    run::RunConfig refused = tenEpochs();
    refused.model = "mlp:";
    queue.add({tenEpochs(), refused});
    EXPECT_TRUE(lineEnds(0, QStringLiteral("· about 6 min")));
    EXPECT_TRUE(line(1).endsWith(QStringLiteral("· –")));
    EXPECT_EQ(end(), "All done in –");
}

TEST_F(QueueForecastTest, WhileTheLiveRunsRestIsUnknownSoIsTheEnd) {
    measuredBefore();
    queue.add({tenEpochs()});
    EXPECT_TRUE(lineEnds(0, QStringLiteral("· about 6 min")));
    EXPECT_EQ(end(), "All done in –") << "no step was made yet";
    timeLeft(60);
    EXPECT_EQ(end(), "All done in about 7 min");
    run.snapshotNow->ending = true;
    timeLeft(1);
    EXPECT_EQ(end(), "All done in –") << "how long measuring takes is not known";
}

TEST_F(QueueForecastTest, WhatStandsStillHasADurationAndNoEnd) {
    measuredBefore();
    timeLeft(120);
    queue.add({tenEpochs()});
    run.stageNow = RunModel::Stage::stopped;
    emit run.runEnded();
    QCoreApplication::processEvents();
    EXPECT_TRUE(lineEnds(0, QStringLiteral("· about 6 min")));
    EXPECT_EQ(end(), "All together about 6 min") << "the time that the stopped run had left does not count";
}

}  // namespace
}  // namespace prunescope::ui
