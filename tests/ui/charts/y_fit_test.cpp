#include "ui/charts/y_fit.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::ui {
namespace {

QList<QPointF> values(int count, double low, double high) {
    QList<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.append({static_cast<double>(i), low + (high - low) * (i % 10) / 9});
    return points;
}

TEST(YFit, HoldsEverythingWhenAskedTo) {
    YFit fit(YFit::Kind::everything);
    QList<QPointF> spiked = values(100, 2, 3);
    spiked[50].setY(1e6);
    fit.add(spiked, 0, false);
    EXPECT_EQ(fit.extent().low, 2);
    EXPECT_EQ(fit.extent().high, 1e6);
}

TEST(YFit, ASpikeDoesNotFlattenTheOthers) {
    YFit fit(YFit::Kind::robust);
    QList<QPointF> spiked = values(100, 2, 3);
    spiked[50].setY(1e6);
    fit.add(spiked, 0, false);
    EXPECT_EQ(fit.extent().low, 2);
    EXPECT_LT(fit.extent().high, 5);
}

TEST(YFit, ASpikeAmongEqualValuesIsAllThereIsToSee) {
    YFit fit(YFit::Kind::robust);
    QList<QPointF> zeros = values(100, 0, 0);
    zeros[50].setY(1e6);
    fit.add(zeros, 0, false);
    EXPECT_EQ(fit.extent().high, 1e6);
}

TEST(YFit, WhatWasMeasuredOnManyImagesCountsAlways) {
    YFit fit(YFit::Kind::settled);
    fit.add(values(100, 80, 85), 0, false);
    fit.add({{50, 10}}, 0, true);
    EXPECT_EQ(fit.extent().low, 10) << "a collapse must be seen";
}

TEST(YFit, TheFirstEpochCountsOnlyWhileThereIsNoOther) {
    for (const bool each : {false, true}) {
        QList<QPointF> rising = values(100, 80, 85);
        for (int i = 0; i < 30; ++i) rising[i].setY(i);
        YFit begun(YFit::Kind::settled);
        begun.add(rising.first(25), 30, each);
        EXPECT_EQ(begun.extent().low, 0);
        YFit settled(YFit::Kind::settled);
        settled.add(rising, 30, each);
        EXPECT_EQ(settled.extent().low, 80);
        EXPECT_EQ(settled.extent().high, 85);
    }
}

TEST(YFit, WithoutValuesThereIsNoExtent) {
    for (const auto kind : {YFit::Kind::everything, YFit::Kind::robust, YFit::Kind::settled}) {
        YFit fit(kind);
        fit.add({}, HUGE_VAL, false);
        EXPECT_GT(fit.extent().low, fit.extent().high);
    }
}

}  // namespace
}  // namespace prunescope::ui
