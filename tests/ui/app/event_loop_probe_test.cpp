#include "ui/app/event_loop_probe.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace prunescope::ui {
namespace {

QJsonObject reportOf(const EventLoopProbe& probe) {
    return QJsonDocument::fromJson(probe.report()).object();
}

TEST(EventLoopProbe, TellsNothingBeforeTheLoopHasRun) {
    const EventLoopProbe probe;
    const QJsonObject report = reportOf(probe);
    EXPECT_EQ(report[QStringLiteral("events")].toInt(-1), 0);
    EXPECT_EQ(report[QStringLiteral("worst_ms")].toDouble(-1), 0);
}

TEST(EventLoopProbe, FindsThatTheLoopStoodStill) {
    const EventLoopProbe probe;
    QTest::qWait(150);
    const QJsonObject before = reportOf(probe);
    EXPECT_GE(before[QStringLiteral("events")].toInt(), 5);
    constexpr int stillMs = 200;
    QTest::qSleep(stillMs);
    QTest::qWait(100);
    const QJsonObject after = reportOf(probe);
    EXPECT_GT(after[QStringLiteral("events")].toInt(), before[QStringLiteral("events")].toInt());
    // The first event that came while the loop slept waited almost as long.
    EXPECT_GE(after[QStringLiteral("worst_ms")].toDouble(), stillMs - 50);
    EXPECT_LE(after[QStringLiteral("p50_ms")].toDouble(), after[QStringLiteral("p99_ms")].toDouble());
    EXPECT_LE(after[QStringLiteral("p99_ms")].toDouble(), after[QStringLiteral("worst_ms")].toDouble());
}

}  // namespace
}  // namespace prunescope::ui
