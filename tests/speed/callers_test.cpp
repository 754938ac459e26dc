// How callers are counted and their waits gathered. No test looks at how fast anything is.

#include "speed/callers.h"

#include "speed/measure.h"
#include "speed/own_measurement.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace prunescope::speed {
namespace {

TEST(Callers, CountEveryCallOfEveryCaller) {
    std::atomic<int> made{0};
    std::atomic<std::int64_t> calls{0};
    CallerTimes times;
    for (int round = 0; round < 2; ++round)
        times.round(3, 0.005, [&]() -> Ask {
            ++made;
            return [&] { ++calls; };
        });
    EXPECT_EQ(made, 6);
    const run::CallerWaits waits = times.waits();
    EXPECT_EQ(waits.images, calls);
    EXPECT_GE(waits.images, 6) << "every caller asks at least once";
    EXPECT_GT(waits.imagesPerSecond, 0);
    EXPECT_LE(waits.medianUs, waits.p95Us);
    EXPECT_LE(waits.p95Us, waits.p99Us);
}

TEST(Callers, WhatOneThrowsIsThrownOnceAllHaveEnded) {
    CallerTimes times;
    std::atomic<int> made{0};
    const MakeCaller make = [&]() -> Ask {
        if (++made == 2) return [] { throw std::runtime_error("refused"); };
        return [] {};
    };
    EXPECT_THROW(times.round(3, 0.001, make), std::runtime_error);
}

TEST(Callers, OfARunsOwnModelStandInItsMeasurement) {
    const test::TemporaryFolder folder;
    test::writePrunedWeights(folder / "final.weights");
    const Report report = measure({.sparsities = {},
                                   .threads = 1,
                                   .batch = 2,
                                   .secondsPerSparsity = 0.001,
                                   .callers = {1, 3},
                                   .weights = folder / "final.weights"});
    const auto own = ownMeasurement(report, 1);
    ASSERT_TRUE(own);
    ASSERT_EQ(own->callers.size(), 2U);
    EXPECT_EQ(own->callers[0].callers, 1);
    EXPECT_EQ(own->callers[1].callers, 3);
    EXPECT_GE(own->callers[1].dense.images, 3 * 4);
    EXPECT_GT(own->callers[1].speedup(), 0);
}

TEST(Callers, AreRefusedWhereTheyCannotBeMeasured) {
    const auto refused = [](std::vector<std::int64_t> callers, const char* weights) {
        try {
            validate({.callers = std::move(callers), .weights = weights});
        } catch (const UsageError&) {
            return true;
        }
        return false;
    };
    EXPECT_TRUE(refused({1}, "")) << "of no network of a run";
    EXPECT_TRUE(refused({0}, "w"));
    EXPECT_TRUE(refused({2, 2}, "w"));
    EXPECT_TRUE(refused({4, 1}, "w"));
    EXPECT_TRUE(refused({257}, "w"));
    EXPECT_FALSE(refused({1, 2, 256}, "w"));
}

}  // namespace
}  // namespace prunescope::speed
