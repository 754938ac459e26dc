// What of a report is kept with a run, and from which sparsity on pruning pays.

#include "speed/own_measurement.h"

#include <gtest/gtest.h>

namespace prunescope::speed {
namespace {

/// Ten rounds, half of them within 2 % of the median on either side.
Quartiles tenRounds(double median) {
    return {.lower = 0.98 * median, .median = median, .upper = 1.02 * median, .rounds = 10};
}

/// Everything `speedup` times as fast as dense.
Result resultAt(double sparsity, double speedup, bool own = false) {
    return {.sparsity = sparsity,
            .own = own,
            .theory = {.sparsity = sparsity, .macs = 1e6, .macsLeft = 1e5, .edgeBytes = 1e4},
            .explorationMs = tenRounds(8 / speedup),
            .exploitationMs = tenRounds(6 / speedup),
            .inferMs = tenRounds(2 / speedup),
            .oneImageMs = tenRounds(0.1 / speedup),
            .gains = {.exploration = tenRounds(speedup),
                      .exploitation = tenRounds(speedup),
                      .batch = tenRounds(speedup),
                      .oneImage = tenRounds(speedup)}};
}

Report reportWith(std::vector<Result> results) {
    return {.request = {.model = "tiny", .threads = 2, .batch = 10},
            .machine = {.name = "made up",
                        .instructionSet = "none",
                        .cores = 4,
                        .fmaGflopsPerCore = 1000,
                        .fmaGflops = 4000,
                        .bandwidths = {{.bytes = 1, .gbS = 1000}}},
            .dense = {.stepMs = tenRounds(8), .inferMs = tenRounds(2), .oneImageMs = tenRounds(0.1)},
            .results = std::move(results),
            .otherLoad = 0.02};
}

TEST(OwnMeasurement, IsWhatTheReportSaysOfTheOwnModel) {
    const auto m = ownMeasurement(reportWith({resultAt(0.95, 2, true), resultAt(0.5, 1.5)}), 77);
    ASSERT_TRUE(m);
    EXPECT_EQ(m->wallMs, 77);
    EXPECT_EQ(m->processor, "made up");
    EXPECT_EQ(m->instructionSet, "none");
    EXPECT_EQ(m->cores, 4);
    EXPECT_EQ(m->threads, 2);
    EXPECT_EQ(m->batch, 10);
    EXPECT_DOUBLE_EQ(m->sparsity, 0.95);
    EXPECT_DOUBLE_EQ(m->oneImage.denseMs.median, 0.1);
    EXPECT_DOUBLE_EQ(m->oneImage.prunedMs.median, 0.05);
    EXPECT_DOUBLE_EQ(m->inference.denseMs.median, 2);
    EXPECT_DOUBLE_EQ(m->inference.prunedMs.median, 1);
    EXPECT_DOUBLE_EQ(m->exploration.denseMs.median, 8);
    EXPECT_DOUBLE_EQ(m->exploration.prunedMs.median, 4);
    EXPECT_DOUBLE_EQ(m->exploitation.prunedMs.median, 3);
    EXPECT_DOUBLE_EQ(m->exploitation.speedup.upper, 2.04);
    EXPECT_EQ(m->doubt, Doubt::none);
    EXPECT_EQ(m->otherLoad, 0.02);
    EXPECT_DOUBLE_EQ(m->imagesPerSecond(1), 10'000);
    EXPECT_NEAR(m->spread(), 0.04, 1e-12);
}

TEST(OwnMeasurement, IsNoneOfANetworkThatIsNobodys) {
    EXPECT_FALSE(ownMeasurement(reportWith({resultAt(0.95, 2)}), 0));
    EXPECT_FALSE(ownMeasurement(reportWith({}), 0));
}

TEST(OwnMeasurement, KeepsTheDoubt) {
    Report report = reportWith({resultAt(0.95, 2, true)});
    report.runBeside = true;
    EXPECT_EQ(ownMeasurement(report, 0)->doubt, Doubt::runBeside);
    report.runBeside = false;
    report.otherLoad = 0.5;
    EXPECT_EQ(ownMeasurement(report, 0)->doubt, Doubt::busy);
}

/// Of one image; the other kinds of work are as fast.
std::optional<run::BreakEven> breakEven(const std::vector<Result>& results) {
    return ownMeasurement(reportWith(results), 0)->oneImage.breakEven;
}

TEST(BreakEven, LiesWhereTheLowerQuartilePassesOne) {
    // Lower quartiles: 0.882 at 40 %, 1.078 at 60 %, 1.96 at 95 %. 0.4 + 0.2 x 0.118 / 0.196
    const auto between = breakEven({resultAt(0.95, 2, true), resultAt(0.6, 1.1), resultAt(0.4, 0.9)});
    ASSERT_TRUE(between);
    EXPECT_NEAR(between->sparsity, 0.5204, 1e-4);
    EXPECT_FALSE(between->orBelow);
}

TEST(BreakEven, IsTakenAboveTheLastSparsityThatDidNotPay) {
    const auto late =
        breakEven({resultAt(0.95, 2, true), resultAt(0.9, 0.9), resultAt(0.8, 1.5), resultAt(0.5, 0.9)});
    ASSERT_TRUE(late);
    EXPECT_GT(late->sparsity, 0.9);
    EXPECT_LT(late->sparsity, 0.95);
}

TEST(BreakEven, IsTheLowestSparsityOrLessWhereAllPaid) {
    const auto low = breakEven({resultAt(0.95, 2, true), resultAt(0.5, 1.2), resultAt(0, 1)});
    ASSERT_TRUE(low);
    EXPECT_DOUBLE_EQ(low->sparsity, 0.5) << "0 is no sparsity that could pay";
    EXPECT_TRUE(low->orBelow);
}

TEST(BreakEven, IsNotKnownFromOneSparsityOrWhereNothingPaid) {
    EXPECT_FALSE(breakEven({resultAt(0.95, 2, true)}));
    EXPECT_FALSE(breakEven({resultAt(0.95, 2, true), resultAt(0, 1)}));
    EXPECT_FALSE(breakEven({resultAt(0.95, 1.01, true), resultAt(0.5, 2)}))
        << "a quarter of the rounds at 95 % was slower";
}

}  // namespace
}  // namespace prunescope::speed
