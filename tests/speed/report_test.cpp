// What a benchmark says about figures it is given: theory by hand, percentiles, roof, verdict.

#include "speed/report.h"

#include "base/error.h"
#include "speed/other_load.h"
#include "speed/report_json.h"
#include "speed/report_text.h"
#include "speed/workload.h"

#include <gmock/gmock.h>

#include <numeric>
#include <stdexcept>

namespace prunescope::speed {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A convolution of 100 weights on 4 pixels, a batch norm, a dense layer of 50 weights and 5 biases.
run::NetworkDescription tinyNetwork() {
    return {.name = "tiny",
            .layers = {{.name = "conv",
                        .kind = "convolution",
                        .weightShape = {10, 10, 1, 1},
                        .parameters = 100,
                        .weights = 100,
                        .macs = 400,
                        .outputShape = {10, 2, 2},
                        .prunable = LayerIndex{0}},
                       {.name = "bn", .kind = "batch norm", .parameters = 20, .outputShape = {10, 2, 2}},
                       {.name = "fc",
                        .kind = "dense",
                        .weightShape = {5, 10},
                        .parameters = 55,
                        .weights = 50,
                        .macs = 50,
                        .outputShape = {5, 1, 1},
                        .prunable = LayerIndex{1}}}};
}

TEST(Theory, FollowsFromTheKeptWeights) {
    const Theory t = theoryOf(tinyNetwork(), {10, 20}, 40);
    EXPECT_DOUBLE_EQ(t.sparsity, 0.8);
    EXPECT_DOUBLE_EQ(t.macs, 450);
    EXPECT_DOUBLE_EQ(t.macsLeft, 40 + 20);
    EXPECT_DOUBLE_EQ(t.stepMacs, 2 * 400 + 3 * 50);
    EXPECT_DOUBLE_EQ(t.explorationMacs, (40 + 400) + (2 * 20 + 50));
    EXPECT_DOUBLE_EQ(t.exploitationMacs, 2 * 40 + 3 * 20);
    EXPECT_EQ(t.denseBytes, 4 * 175);
    EXPECT_EQ(t.storedBytes, (8 * 10 + 4 * 11) + 4 * 20 + (8 * 20 + 4 * 6) + 4 * 5);
    EXPECT_DOUBLE_EQ(t.edgeBytes, 4 * (40 + 5)) << "what lies between may stay in a cache";
    EXPECT_DOUBLE_EQ(t.bytesMoved(2), 2 * 180 + 408);
    EXPECT_DOUBLE_EQ(t.speedup(), 7.5);
    EXPECT_DOUBLE_EQ(t.intensity(2), 2 * 120 / 768.0);
}

TEST(Theory, OfADenseNetworkPromisesNothing) {
    const Theory t = theoryOf(tinyNetwork(), {100, 50}, 40);
    EXPECT_DOUBLE_EQ(t.speedup(), 1);
    EXPECT_DOUBLE_EQ(t.explorationSpeedup(), 1);
    EXPECT_DOUBLE_EQ(t.exploitationSpeedup(), 1);
    EXPECT_EQ(t.storedBytes, t.denseBytes);
}

TEST(Latency, TakesPercentilesByNearestRank) {
    std::vector<double> times(200);
    std::iota(times.rbegin(), times.rend(), 1);
    const Latency latency = latencyOf(times);
    EXPECT_EQ(latency.median, 100);
    EXPECT_EQ(latency.p95, 190);
    EXPECT_EQ(latency.p99, 198);
    EXPECT_EQ(latency.samples, 200);
    EXPECT_EQ(latencyOf({7}).p99, 7);
    EXPECT_THROW(latencyOf({}), std::logic_error);
}

/// A figure of ten rounds, half of which lie within 2 % of it on either side.
Quartiles steady(double median) {
    return {.lower = 0.98 * median, .median = median, .upper = 1.02 * median, .rounds = 10};
}

/// A report in which everything is `speedup` times as fast as dense.
Report reportOf(double speedup) {
    const Latency one{.median = 100, .p95 = 110, .p99 = 120, .samples = 50};
    Report report{.request = {.model = "tiny", .sparsities = {0.8}, .threads = 2, .batch = 10},
                  .machine = {.name = "made up",
                              .instructionSet = "none",
                              .cores = 4,
                              .fmaGflopsPerCore = 10,
                              .fmaGflops = 35,
                              .bandwidths = {{.bytes = 1, .gbS = 20}}},
                  .dense = {.stepMs = steady(8), .inferMs = steady(2), .batch1 = one}};
    report.results.push_back({.sparsity = 0.8,
                              .theory = theoryOf(tinyNetwork(), {10, 20}, 40),
                              .explorationMs = steady(8 / speedup),
                              .exploitationMs = steady(8 / speedup),
                              .inferMs = steady(2 / speedup),
                              .batch1 = {100 / speedup, 110, 120, 50},
                              .gains = {.exploration = steady(speedup),
                                        .exploitation = steady(speedup),
                                        .batch = steady(speedup),
                                        .oneImage = steady(speedup)}});
    return report;
}

TEST(Report, HasARoofFromThePeakOfItsThreadsOrFromMemory) {
    Report report = reportOf(1);
    EXPECT_DOUBLE_EQ(report.machine.peakGflops(2), 20);
    EXPECT_DOUBLE_EQ(report.machine.peakGflops(4), 35);
    EXPECT_DOUBLE_EQ(report.roofGflops(report.results[0]), report.results[0].theory.intensity(10) * 20);
    EXPECT_TRUE(report.boundByMemory(report.results[0]));
    report.machine.bandwidths.back().gbS = 1e6;
    EXPECT_DOUBLE_EQ(report.roofGflops(report.results[0]), 20);
    EXPECT_FALSE(report.boundByMemory(report.results[0]));
}

TEST(Report, SaysWhatPruningBought) {
    EXPECT_THAT(verdict(reportOf(3)),
                AllOf(HasSubstr("pruning bought speed"), HasSubstr("tiny at 80 %"), HasSubstr("3.00 times"),
                      HasSubstr("7.5 times"), HasSubstr("58 % of its bytes"), Not(HasSubstr("because"))));
}

TEST(Report, SaysWhyPruningBoughtNothing) {
    EXPECT_THAT(verdict(reportOf(1)),
                AllOf(HasSubstr("bought no speed"), HasSubstr("the time did not follow the arithmetic")));
    Report starved = reportOf(1);
    starved.machine.bandwidths.back().gbS = 1.2e-3;
    EXPECT_THAT(verdict(starved), HasSubstr("memory, not arithmetic"));
    Report mild = reportOf(1);
    mild.results[0].theory = theoryOf(tinyNetwork(), {90, 40}, 40);
    EXPECT_THAT(verdict(mild), HasSubstr("most of the multiply-accumulates are left"));
    Report unpruned = reportOf(1);
    unpruned.results[0].sparsity = 0;
    EXPECT_THAT(verdict(unpruned), HasSubstr("nothing was pruned"));
}

TEST(Machine, MovesNoFewBytesSlowerThanAsMeasuredForFewer) {
    Machine machine;
    machine.bandwidths = {{.bytes = 100, .gbS = 90}, {.bytes = 1000, .gbS = 50}, {.bytes = 5000, .gbS = 20}};
    EXPECT_EQ(machine.bandwidthFor(10), 90) << "less than the smallest size";
    EXPECT_EQ(machine.bandwidthFor(999), 90) << "may stay where 100 bytes stay";
    EXPECT_EQ(machine.bandwidthFor(1000), 50);
    EXPECT_EQ(machine.bandwidthFor(1e9), 20);
    EXPECT_EQ(machine.memoryGbS(), 20);
    EXPECT_EQ(Machine{}.memoryGbS(), 0);
}

TEST(Quartiles, InterpolateBetweenOrderStatistics) {
    const Quartiles q = quartilesOf({4, 1, 3, 2});
    EXPECT_DOUBLE_EQ(q.lower, 1.75);
    EXPECT_DOUBLE_EQ(q.median, 2.5);
    EXPECT_DOUBLE_EQ(q.upper, 3.25);
    EXPECT_EQ(q.rounds, 4U);
    EXPECT_DOUBLE_EQ(q.spread(), 1.5 / 2.5);
    EXPECT_EQ(quartilesOf({}).rounds, 0U);
    EXPECT_EQ(quartilesOf({7}).upper, 7);
}

TEST(Quartiles, OfRatiosForgetWhatDisturbsAWholeRound) {
    const Quartiles q = quartilesOfRatios({10, 20, 90, 10}, {5, 10, 45});
    EXPECT_EQ(q.lower, 2);
    EXPECT_EQ(q.upper, 2);
    EXPECT_EQ(q.rounds, 3U) << "the last round has no partner";
}

TEST(OtherLoad, IsWhatNeitherIdlesNorBelongsToThisProcess) {
    const auto before = parseProcessorTicks("cpu  100 0 50 800 50 0 0 0 0 0");
    const auto after = parseProcessorTicks("cpu  150 0 60 1300 60 0 0 30 7 0");
    ASSERT_TRUE(before && after);
    EXPECT_EQ(before->all, 1000);
    EXPECT_EQ(before->busy, 150);
    EXPECT_EQ(after->busy - before->busy, 50 + 10 + 30)
        << "waiting for a disk is no work, a neighbour's time is";
    ProcessorTicks later = *after;
    later.own = 60;
    EXPECT_DOUBLE_EQ(otherLoad(*before, later).value(), 30.0 / 600);
    EXPECT_FALSE(otherLoad(*before, *before)) << "no time has passed";
    later.own = 1000;
    EXPECT_EQ(otherLoad(*before, later), 0) << "two clocks of one machine may differ by a tick";
    EXPECT_FALSE(parseProcessorTicks("intr 1 2 3"));
    EXPECT_FALSE(parseProcessorTicks("cpu  1 2 x"));
}

/// What the verdict of such a report says.
TEST(Report, ConcludesNothingFromFiguresInDoubt) {
    const auto isNoConclusion = [](const char* why) {
        return AllOf(HasSubstr("no conclusion"), HasSubstr(why), Not(HasSubstr("bought")));
    };
    Report busy = reportOf(3);
    busy.otherLoad = 0.35;
    EXPECT_EQ(busy.doubt(), Doubt::busy);
    EXPECT_THAT(verdict(busy), isNoConclusion("took 35 %"));
    busy.otherLoad = 0.02;
    EXPECT_EQ(busy.doubt(), Doubt::none);

    Report unsteady = reportOf(3);
    unsteady.results[0].gains.oneImage.upper *= 1.2;
    EXPECT_EQ(unsteady.doubt(), Doubt::unsteady);
    EXPECT_THAT(verdict(unsteady), isNoConclusion("changes by 24 %"));

    Report few = reportOf(3);
    few.results[0].inferMs.rounds = 3;
    EXPECT_THAT(verdict(few), isNoConclusion("3 rounds"));

    Report impossible = reportOf(3);
    impossible.machine.bandwidths.back().gbS = 1e-3;
    ASSERT_NE(impossible.aboveRoof(), nullptr);
    EXPECT_EQ(impossible.doubt(), Doubt::aboveRoof);
    EXPECT_THAT(verdict(impossible), isNoConclusion("at 80 % is"));
    EXPECT_EQ(reportJson(impossible)["doubt"], "above_roof");
}

TEST(Report, GivesTheSameFiguresAsJsonAndAsText) {
    const Report report = reportOf(2);
    const auto json = reportJson(report)["results"][0];
    EXPECT_EQ(json["train_images_per_second"], 2500);
    EXPECT_EQ(json["measured_speedup_train"], 2);
    EXPECT_EQ(json["measured_speedup_infer"], 2);
    EXPECT_DOUBLE_EQ(json["gflops"]["inference"]["real"].get<double>(), 2 * 60 * 10 / 1e6);
    EXPECT_THAT(reportText(report), AllOf(HasSubstr("2500"), HasSubstr("2.00 x"), HasSubstr("7.50 x"),
                                          HasSubstr("408"), HasSubstr("made up")));
}

/// The loads are what a run does: masks at the asked sparsity at once, frozen on demand, thawed again.
TEST(Load, MovesBetweenSparsitiesAndPhases) {
    const Request request{.model = "mlp:20", .batch = 4};
    TrainingLoad load(request, "map", randomImages(request));
    for (const double sparsity : {0.9, 0.0, 0.5}) {
        EXPECT_NEAR(load.theory(sparsity).sparsity, sparsity, 1e-3);
        load.explore(sparsity);
        EXPECT_TRUE(load.step());
        load.exploit(sparsity);
        load.step();
        EXPECT_NEAR(load.sparsity(), sparsity, 1e-3);
        EXPECT_EQ(load.phase(), run::Phase::exploitation);
    }
    EXPECT_THROW(load.expectSparsity(0.99999), UsageError);
}

}  // namespace
}  // namespace prunescope::speed
