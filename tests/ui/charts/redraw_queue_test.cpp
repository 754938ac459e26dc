#include "ui/charts/redraw_queue.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>
#include <array>
#include <memory>

namespace prunescope::ui {
namespace {

TEST(RedrawQueue, ManyRequestsAreOneRedraw) {
    RedrawQueue queue;
    QObject chart;
    int redraws = 0;
    for (int i = 0; i < 100; ++i) queue.request(&chart, [&] { ++redraws; });
    QTest::qWait(4 * RedrawQueue::chartIntervalMs);
    EXPECT_EQ(redraws, 1);
}

TEST(RedrawQueue, AChartThatAlwaysGrowsIsRedrawnAtMostTwelveTimesASecond) {
    RedrawQueue queue;
    QObject chart;
    int redraws = 0;
    QTimer growth;
    QObject::connect(&growth, &QTimer::timeout, [&] { queue.request(&chart, [&] { ++redraws; }); });
    growth.start(5);
    QTest::qWait(1000);
    EXPECT_LE(redraws, 13);
    EXPECT_GE(redraws, 3);
}

TEST(RedrawQueue, WhatOnlyGrowsIsRedrawnFourTimesASecondUnlessAHandMovesIt) {
    RedrawQueue queue;
    QObject chart;
    int redraws = 0;
    QTimer growth;
    QObject::connect(&growth, &QTimer::timeout, [&] {
        queue.request(
            &chart, [&] { ++redraws; }, RedrawQueue::growthIntervalMs);
    });
    growth.start(5);
    QTest::qWait(1100);
    EXPECT_LE(redraws, 6);
    EXPECT_GE(redraws, 2);

    growth.stop();
    QTest::qWait(2 * RedrawQueue::growthIntervalMs);
    redraws = 0;
    queue.request(&chart, [&] { ++redraws; });
    EXPECT_TRUE(QTest::qWaitFor([&] { return redraws == 1; }));
    QElapsedTimer since;
    since.start();
    queue.request(
        &chart, [&] { ++redraws; }, RedrawQueue::growthIntervalMs);
    queue.request(&chart, [&] { ++redraws; });
    queue.request(
        &chart, [&] { ++redraws; }, RedrawQueue::growthIntervalMs);
    EXPECT_TRUE(QTest::qWaitFor([&] { return redraws == 2; }));
    EXPECT_GE(since.elapsed(), RedrawQueue::chartIntervalMs - 30);
    EXPECT_TRUE(queue.isIdle());
}

TEST(RedrawQueue, NoTwoChartsAreRedrawnInOneTurnOfTheEventLoop) {
    RedrawQueue queue;
    std::array<QObject, 4> charts;
    std::array<int, 4> redraws{};
    int inThisTurn = 0;
    int most = 0;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        queue.request(&charts[i], [&, i] {
            ++redraws[i];
            most = std::max(most, ++inThisTurn);
            // Runs after all else that this turn holds.
            QTimer::singleShot(0, [&] { inThisTurn = 0; });
        });
    }
    QTest::qWait(8 * RedrawQueue::chartIntervalMs);
    EXPECT_EQ(redraws, (std::array{1, 1, 1, 1}));
    EXPECT_EQ(most, 1);
}

TEST(RedrawQueue, AChartThatIsGoneIsForgotten) {
    RedrawQueue queue;
    auto chart = std::make_unique<QObject>();
    bool redrawn = false;
    queue.request(chart.get(), [&] { redrawn = true; });
    chart.reset();
    QTest::qWait(2 * RedrawQueue::chartIntervalMs);
    EXPECT_FALSE(redrawn);
}

}  // namespace
}  // namespace prunescope::ui
