#include "store/run_filter.h"

#include "store/run_list.h"
#include "support/example_measurement.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>

namespace prunescope::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RunSummary example() {
    RunSummary run;
    run.id = "2026-11-24_041530_fashion-mnist_lenet-5_map_95";
    run.dataset = "fashion-mnist";
    run.model = "lenet-5";
    run.method = "map";
    run.targetSparsity = 0.95;
    run.epochs = 15;
    run.sparsity = 0.8999;
    run.testAccuracy = 0.8452;
    run.state = run::RunState::finished;
    run.config.emplace();
    run.config->seed = 12;
    return run;
}

bool meets(const std::string& text, const RunSummary& run = example()) {
    const RunFilter filter = parseRunFilter(text);
    EXPECT_THAT(filter.words, IsEmpty()) << text;
    EXPECT_TRUE(filter.problem.empty()) << text << ": " << filter.problem;
    return filter.meetsConditions(run, "best Baseline");
}

std::string problemOf(const std::string& text) {
    const RunFilter filter = parseRunFilter(text);
    EXPECT_TRUE(filter.meetsConditions(example(), "")) << text << ": it hides nothing";
    return filter.problem.english();
}

TEST(RunFilter, LooksForATextInAField) {
    EXPECT_TRUE(meets("method:map"));
    EXPECT_TRUE(meets("Method:MA")) << "a part of it, in either case";
    EXPECT_FALSE(meets("method:gmp"));
    EXPECT_TRUE(meets("network:lenet"));
    EXPECT_TRUE(meets("data:fashion"));
    EXPECT_TRUE(meets("name:base"));
    EXPECT_TRUE(meets("name:\"best base\""));
    EXPECT_TRUE(meets("name:041530")) << "the folder has a name, too";
    EXPECT_TRUE(meets("method=map"));
    EXPECT_FALSE(meets("method=ma")) << "all of it";
    EXPECT_TRUE(meets("method!=gmp"));
    EXPECT_FALSE(meets("method!=map"));
}

TEST(RunFilter, ComparesNumbersAndSharesAsTheyAreTyped) {
    EXPECT_TRUE(meets("sparsity>0.8"));
    EXPECT_FALSE(meets("sparsity>0.9"));
    for (const char* same : {"accuracy>=84.52%", "accuracy >= 84.52 %", "accuracy>=0.8452",
                             "accuracy>=0,8452", "accuracy>=84.52", "accuracy<=84,52 %"})
        EXPECT_TRUE(meets(same)) << same;
    EXPECT_FALSE(meets("accuracy>84.52 %"));
    EXPECT_FALSE(meets("accuracy<84.52 %"));
    EXPECT_TRUE(meets("sparsity:90%")) << "0.8999, as a table shows it";
    EXPECT_FALSE(meets("sparsity:89%"));
    EXPECT_TRUE(meets("target=95%"));
    EXPECT_TRUE(meets("seed:12"));
    EXPECT_FALSE(meets("seed:1"));
    EXPECT_TRUE(meets("seed!=1"));
    EXPECT_TRUE(meets("epochs>10"));
}

TEST(RunFilter, EveryConditionCountsAndAMinusTurnsOneRound) {
    EXPECT_TRUE(meets("method:map sparsity>80 % seed:12"));
    EXPECT_FALSE(meets("method:map sparsity>80 % seed:1"));
    EXPECT_FALSE(meets("-method:map"));
    EXPECT_TRUE(meets("-method:gmp -seed:1"));
}

TEST(RunFilter, KnowsHowARunStands) {
    RunSummary run = example();
    EXPECT_TRUE(meets("state:finished", run));
    EXPECT_TRUE(meets("state:fin", run));
    EXPECT_FALSE(meets("state:stopped", run));
    run.state = run::RunState::running;
    EXPECT_TRUE(meets("state:\"cut off\"", run));
    EXPECT_TRUE(meets("state:interrupted", run)) << "the window's word for it";
    run.live = true;
    EXPECT_TRUE(meets("state:running", run));
    EXPECT_TRUE(meets("state=recording", run));
    EXPECT_TRUE(meets("state:unreadable", RunSummary{}));
}

TEST(RunFilter, AsksForWhatWasMeasuredOfSpeedAndSize) {
    RunSummary run = example();
    for (const char* unknown : {"ms<2", "ms>0", "speedup>1.5", "bytes<1000000"})
        EXPECT_FALSE(meets(unknown, run)) << unknown;
    // 0.0384 ms instead of 0.0768.
    run.measurement = std::make_shared<const run::Measurement>(test::exampleMeasurement());
    run.storedBytes = 2264;
    EXPECT_TRUE(meets("ms<0.04", run));
    EXPECT_FALSE(meets("ms<0.038", run));
    EXPECT_TRUE(meets("speedup>1.5", run));
    EXPECT_FALSE(meets("speedup>2", run));
    EXPECT_TRUE(meets("bytes=2264", run));
    run::Measurement dense = test::exampleMeasurement();
    dense.sparsity = 0;
    run.measurement = std::make_shared<const run::Measurement>(dense);
    EXPECT_FALSE(meets("speedup>0", run)) << "no weight is pruned";
    EXPECT_TRUE(meets("ms>0.07", run));
}

TEST(RunFilter, WhatIsUnknownMeetsNothing) {
    const RunSummary unknown;
    EXPECT_FALSE(meets("sparsity>0", unknown));
    EXPECT_FALSE(meets("sparsity<1", unknown));
    EXPECT_FALSE(meets("sparsity!=1", unknown));
    EXPECT_FALSE(meets("seed:0", unknown));
    EXPECT_FALSE(meets("method:map", unknown));
    EXPECT_TRUE(meets("-seed:1", unknown));
}

TEST(RunFilter, EverythingElseIsWords) {
    const RunFilter filter = parseRunFilter("  lenet \"two words\" -5 seed:12 04:15:30 0.9 \"open");
    EXPECT_THAT(filter.words, ElementsAre("lenet", "two words", "-5", "04:15:30", "0.9", "open"));
    EXPECT_EQ(filter.conditions.size(), 1U);
    EXPECT_TRUE(filter.problem.empty());
    EXPECT_THAT(parseRunFilter("accuracy>80 %x").words, ElementsAre("%x")) << "no sign of the condition";
    EXPECT_THAT(parseRunFilter("").words, IsEmpty());
    EXPECT_THAT(parseRunFilter(" \"\" ").words, IsEmpty());
}

TEST(RunFilter, AnUnknownFieldIsAWordAndIsSaid) {
    const RunFilter filter = parseRunFilter("mlp:300,100 method:map");
    EXPECT_THAT(filter.words, ElementsAre("mlp:300,100"));
    EXPECT_EQ(filter.conditions.size(), 1U);
    EXPECT_EQ(filter.problem.english(), "there is no field 'mlp': 'mlp:300,100' is looked for as a text");
}

TEST(RunFilter, HalfAConditionIsPassedOverAndSaid) {
    EXPECT_THAT(problemOf("sparsity>"), HasSubstr("half a condition"));
    EXPECT_THAT(problemOf("sparsity > "), HasSubstr("half a condition"));
    EXPECT_THAT(problemOf("-method:"), HasSubstr("'-method:' is half a condition"));
    EXPECT_THAT(problemOf("name:\"\""), HasSubstr("half a condition"));
    EXPECT_THAT(problemOf("sparsity>much"), HasSubstr("'much' is not a number"));
    EXPECT_THAT(problemOf("sparsity>nan"), HasSubstr("is not a number"));
    EXPECT_THAT(problemOf("epochs>1,000"), HasSubstr("is not a number")) << "a thousand, or one?";
    EXPECT_THAT(problemOf("method>map"), HasSubstr("method is a text"));
    EXPECT_THAT(problemOf("state:burning"), HasSubstr("finished"));
}

TEST(RunFilter, NamesItsFields) {
    EXPECT_THAT(runFilterFields(),
                ElementsAre("name", "method", "network", "data", "state", "sparsity", "target", "accuracy",
                            "rmse", "mae", "r2", "seed", "epochs", "ms", "speedup", "bytes"));
}

}  // namespace
}  // namespace prunescope::store
