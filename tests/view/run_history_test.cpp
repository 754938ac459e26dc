#include "view/run_history.h"

#include "view/min_max.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <random>

namespace prunescope::view {
namespace {

using testing::ElementsAre;

Timeline steps(std::int64_t count) {
    Timeline times;
    for (std::int64_t i = 1; i <= count; ++i) {
        const auto t = static_cast<double>(i);
        times.append({.step = i, .epoch = t / 10, .wallSeconds = t / 5, .processSeconds = t / 6});
    }
    return times;
}

TEST(Timeline, FindsMomentsInEveryUnit) {
    const Timeline times = steps(100);
    EXPECT_EQ(times.firstAtOrAfter(TimeUnit::step, 41.5), 41U);
    EXPECT_EQ(times.firstAtOrAfter(TimeUnit::epoch, 10.0), 99U);
    EXPECT_EQ(times.firstAtOrAfter(TimeUnit::wallSeconds, 1000), 100U);
    EXPECT_EQ(times.momentOf(7).epoch, 0.7);
    EXPECT_EQ(times.momentOf(0).epoch, 0) << "before the first step";
    EXPECT_EQ(times.momentOf(1000).step, 100);
}

TEST(Timeline, AClockThatIsSetBackDoesNotRunBackwards) {
    Timeline times;
    times.append({.step = 1, .epoch = 0.1, .wallSeconds = 50, .processSeconds = 1});
    times.append({.step = 2, .epoch = 0.2, .wallSeconds = 3, .processSeconds = 2});
    EXPECT_EQ(times.at(TimeUnit::wallSeconds, 1), 50);
    EXPECT_EQ(times.at(TimeUnit::processSeconds, 1), 2);
}

/// The definition, value by value.
std::pair<double, double> slowRange(const Curve& curve, std::size_t begin, std::size_t end) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t i = begin; i < end; ++i) {
        if (!std::isfinite(curve.at(i))) continue;
        low = std::min(low, curve.at(i));
        high = std::max(high, curve.at(i));
    }
    return {low, high};
}

TEST(Curve, TheRangeOfAnyPartIsThatOfItsValues) {
    std::mt19937 random(7);
    std::normal_distribution<double> noise;
    Curve curve;
    for (int i = 0; i < 5000; ++i) curve.append(i % 97 == 0 ? std::nan("") : noise(random));
    std::uniform_int_distribution<std::size_t> place(0, curve.size());
    for (int trial = 0; trial < 2000; ++trial) {
        const std::size_t a = place(random);
        const std::size_t b = place(random);
        const auto [begin, end] = std::minmax(a, b);
        if (end - begin < 2) continue;
        EXPECT_EQ(curve.range(begin, end), slowRange(curve, begin, end)) << begin << " to " << end;
    }
    EXPECT_TRUE(std::isnan(curve.range(0, 1).first)) << "a part without a finite value has no range";
}

TEST(Curve, AShortPartComesBackWholeWithItsNeighbours) {
    const Timeline times = steps(100);
    Curve curve;
    for (int i = 1; i <= 100; ++i) curve.append(i);
    const auto points = curve.thinned(times, TimeUnit::step, 10, 12, 50);
    EXPECT_THAT(points, ElementsAre(Point{9, 9}, Point{10, 10}, Point{11, 11}, Point{12, 12}, Point{13, 13}));
}

/// Flat parts, gaps and repeated values included; NaN compares equal to NaN.
TEST(Curve, IsThinnedToWhatMinMaxThinnedLeaves) {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> level(-3, 3);
    std::size_t thinnedTrials = 0;
    for (const std::int64_t count : {5, 64, 700, 4096, 20'000}) {
        const Timeline times = steps(count);
        Curve curve;
        std::vector<Point> points;
        for (std::int64_t i = 1; i <= count; ++i) {
            const bool gap = i / 40 % 7 == 3 || level(random) == 3;
            curve.append(gap ? std::nan("") : i / 90 % 3 == 0 ? 1 : level(random));
            points.push_back({static_cast<double>(i), curve.at(curve.size() - 1)});
        }
        for (const std::size_t columns : {1U, 8U, 64U, 512U}) {
            for (const std::int64_t width : {std::int64_t{1}, 1 + count / 512, 1 + count / 64}) {
                // Columns of whole steps, so that both agree where one ends.
                const double from = static_cast<double>(count / 5);
                const double to = from + static_cast<double>(width) * static_cast<double>(columns);
                auto got = curve.thinned(times, TimeUnit::step, from, to, columns);
                if (!got.empty() && got.front().x < from) got.erase(got.begin());
                if (!got.empty() && got.back().x > to) got.pop_back();
                const auto expected = minMaxThinned(points, from, to, columns);
                ASSERT_EQ(got.size(), expected.size()) << count << " values in " << columns << " columns";
                if (expected.size() < points.size() / 3) ++thinnedTrials;
                for (std::size_t i = 0; i < got.size(); ++i) {
                    EXPECT_EQ(got[i].x, expected[i].x);
                    EXPECT_TRUE(got[i].y == expected[i].y ||
                                (std::isnan(got[i].y) && std::isnan(expected[i].y)));
                }
            }
        }
    }
    EXPECT_GT(thinnedTrials, 10U);
}

double queryMs(const Timeline& times, const Curve& curve) {
    double best = std::numeric_limits<double>::infinity();
    for (int trial = 0; trial < 5; ++trial) {
        const auto start = std::chrono::steady_clock::now();
        const double to = static_cast<double>(times.size());
        EXPECT_GT(curve.thinned(times, TimeUnit::step, 0, to, 1000).size(), 1000U);
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

/// A hundred times as many values may not cost a hundred times as much: the picture decides.
TEST(Curve, APictureCostsAsMuchAsItHasColumns) {
    std::mt19937 random(3);
    std::normal_distribution<double> noise;
    Curve small;
    Curve large;
    for (int i = 0; i < 10'000; ++i) small.append(noise(random));
    for (int i = 0; i < 1'000'000; ++i) large.append(noise(random));
    const double smallMs = queryMs(steps(10'000), small);
    const double largeMs = queryMs(steps(1'000'000), large);
    EXPECT_LT(largeMs, 20 * smallMs + 0.5);
    EXPECT_LT(largeMs, 16) << "or a chart of a long run stutters";
}

TEST(Curve, ThinningNeverHidesASpike) {
    constexpr std::int64_t count = 1'000'000;
    const Timeline times = steps(count);
    Curve curve;
    for (std::int64_t i = 0; i < count; ++i) curve.append(i == 777'777 ? 1000 : i == 333'333 ? -1000 : 0);
    const auto points = curve.thinned(times, TimeUnit::epoch, 0, 100'000, 400);
    EXPECT_LE(points.size(), 2 * 400U + 2);
    double low = 0;
    double high = 0;
    for (const Point& p : points) {
        low = std::min(low, p.y);
        high = std::max(high, p.y);
    }
    EXPECT_EQ(low, -1000);
    EXPECT_EQ(high, 1000);
    EXPECT_TRUE(std::is_sorted(points.begin(), points.end(),
                               [](const Point& a, const Point& b) { return a.x < b.x; }));
}

/// By hand, s = 0.5: 1 -> 0.5 / 0.5; 3 -> 1.75 / 0.75; NaN passes; 2 -> 1.875 / 0.875.
TEST(SmoothedCurve, IsTheDebiasedMovingAverageAndPassesNaN) {
    Curve raw;
    SmoothedCurve smooth(0.5);
    raw.append(1);
    smooth.follow(raw);
    for (const double y : {3.0, std::nan(""), 2.0}) raw.append(y);
    smooth.follow(raw);
    ASSERT_EQ(smooth.curve().size(), 4U);
    EXPECT_FLOAT_EQ(static_cast<float>(smooth.curve().at(0)), 1);
    EXPECT_FLOAT_EQ(static_cast<float>(smooth.curve().at(1)), 1.75F / 0.75F);
    EXPECT_TRUE(std::isnan(smooth.curve().at(2)));
    EXPECT_FLOAT_EQ(static_cast<float>(smooth.curve().at(3)), 1.875F / 0.875F);
}

TEST(SmoothedCurve, TakesInALongCurveInParts) {
    Curve raw;
    for (int i = 0; i < 100; ++i) raw.append(i % 7);
    SmoothedCurve whole(0.9);
    SmoothedCurve parts(0.9);
    EXPECT_TRUE(whole.follow(raw));
    EXPECT_FALSE(parts.follow(raw, 60));
    EXPECT_EQ(parts.curve().size(), 60U);
    EXPECT_TRUE(parts.follow(raw, 60));
    ASSERT_EQ(parts.curve().size(), 100U);
    for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(parts.curve().at(i), whole.curve().at(i));
}

TEST(RunHistory, MaskUpdatesStandAtTheMomentOfTheirStep) {
    RunHistory history(2, 1000);
    for (int i = 1; i <= 4; ++i) {
        history.append(run::MetricSample{.step = StepIndex{i},
                                         .epoch = i / 4.0,
                                         .wallMs = 1000 + 500 * i,
                                         .processMs = 400.0 * i,
                                         .loss = 1.0 / i});
    }
    history.append(std::vector<run::LayerStatistic>{
        {.step = StepIndex{4}, .layer = LayerIndex{1}, .weights = 10, .kept = 4, .cut = 5, .revived = 1},
        {.step = StepIndex{4}, .layer = LayerIndex{0}, .weights = 10, .kept = 9, .cut = 1, .revived = 0}});
    EXPECT_EQ(history.steps().at(TimeUnit::wallSeconds, 3), 2);
    ASSERT_EQ(history.updates().size(), 1U);
    EXPECT_EQ(history.updates().at(TimeUnit::epoch, 0), 1.0);
    EXPECT_FLOAT_EQ(static_cast<float>(history.layers()[1].sparsity.at(0)), 0.6F);
    EXPECT_FLOAT_EQ(static_cast<float>(history.layers()[0].sparsity.at(0)), 0.1F);
    EXPECT_EQ(history.cut().at(0), 6);
    EXPECT_EQ(history.revived().at(0), 1);
    EXPECT_FLOAT_EQ(static_cast<float>(history.layers()[1].churn.at(0)), 0.6F) << "6 of 10 weights changed";
    EXPECT_FLOAT_EQ(static_cast<float>(history.layers()[0].churn.at(0)), 0.1F);
}

TEST(RunHistory, ALayerThatIsLeftOutRepeatsItsLastButNotItsChurn) {
    RunHistory history(2, 0);
    history.append(std::vector<run::LayerStatistic>{
        {.step = StepIndex{16}, .layer = LayerIndex{0}, .weights = 10, .kept = 5, .cut = 5},
        {.step = StepIndex{16}, .layer = LayerIndex{1}, .weights = 10, .kept = 5, .cut = 5}});
    history.append(std::vector<run::LayerStatistic>{
        {.step = StepIndex{32}, .layer = LayerIndex{0}, .weights = 10, .kept = 4, .cut = 1}});
    EXPECT_FLOAT_EQ(static_cast<float>(history.layers()[1].sparsity.at(1)), 0.5F);
    EXPECT_EQ(history.layers()[1].cut.at(1), 0);
}

TEST(RunHistory, KeepsTheTwoMomentsOfAStepApart) {
    run::RunRecord record;
    record.header.network.layers = {{.name = "fc", .kind = "dense", .prunable = LayerIndex{0}}};
    // Masks were chosen once more after step 8.
    for (const std::int64_t cut : {3, 2})
        record.layerStatistics.push_back({.step = StepIndex{8}, .layer = LayerIndex{0}, .cut = cut});
    const RunHistory history(record);
    ASSERT_EQ(history.cut().size(), 2U);
    EXPECT_EQ(history.cut().at(0), 3);
    EXPECT_EQ(history.cut().at(1), 2);
}

}  // namespace
}  // namespace prunescope::view
