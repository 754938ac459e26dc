#include "ui/runs/run_differences.h"

#include <gmock/gmock.h>

namespace prunescope::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

store::RunSummary run(const std::string& id, const run::RunConfig& config) {
    store::RunSummary summary;
    summary.id = id;
    summary.config = config;
    return summary;
}

std::vector<std::string> keysOf(const std::vector<store::RunSummary>& runs) {
    std::vector<std::string> keys;
    for (const RunOption& option : differingOptions(runs)) keys.push_back(option.key);
    return keys;
}

std::vector<std::string> namesOf(const std::vector<store::RunSummary>& runs) {
    std::vector<const store::RunSummary*> pointers;
    for (const store::RunSummary& summary : runs) pointers.push_back(&summary);
    std::vector<std::string> names;
    for (const QString& name : legendNames(pointers)) names.push_back(name.toStdString());
    return names;
}

TEST(RunDifferences, AreTheOptionsInWhichRunsDiffer) {
    run::RunConfig one;
    one.methodOptions = {{"z", 0.5}};
    run::RunConfig two = one;
    two.methodOptions = {{"z", 2.0}};
    two.optimizer.learningRate = 0.1;
    two.seed = 7;
    two.threads = 3;
    two.dataDir = "/elsewhere";
    const auto keys = keysOf({run("a", one), run("b", two)});
    EXPECT_THAT(keys, ElementsAre("method.z", "optimizer.learning_rate"))
        << "the seed has a column; threads and folders are no difference of the experiment";
    const auto options = differingOptions({run("a", one), run("b", two)});
    EXPECT_FALSE(options.front().title.empty());
    EXPECT_NE(options.front().title, "z") << "titled as in the form";
    EXPECT_EQ(optionOf(run("b", two), "method.z"), 2.0);
    EXPECT_EQ(optionOf(run("b", two), "optimizer.learning_rate"), 0.1);
}

TEST(RunDifferences, AnOptionThatOneMethodLacksIsUnknownThere) {
    run::RunConfig map;
    map.methodOptions = {{"z", 0.5}};
    run::RunConfig dense;
    dense.method = "dense";
    EXPECT_THAT(keysOf({run("a", map), run("b", dense)}), Contains("method.z"));
    EXPECT_TRUE(optionOf(run("b", dense), "method.z").is_null());
}

TEST(RunDifferences, WhatOneKindOfDataAloneHasIsNoColumnOfItsOwn) {
    run::RunConfig table;
    table.dataset = "table";
    table.dataOptions = {{"label", "species"}};
    run::RunConfig images;
    images.dataset = "fashion-mnist";
    EXPECT_THAT(keysOf({run("a", table), run("b", images)}), testing::Not(Contains("data.label")));
    run::RunConfig other = table;
    other.dataOptions = {{"label", "colour"}};
    EXPECT_THAT(keysOf({run("a", table), run("b", other), run("c", images)}), Contains("data.label"));
}

TEST(RunDifferences, WhatCannotBeReadIsNoDifference) {
    EXPECT_THAT(keysOf({}), IsEmpty());
    store::RunSummary damaged;
    damaged.id = "damaged";
    EXPECT_THAT(keysOf({damaged, run("a", {}), run("b", {})}), IsEmpty());
    EXPECT_TRUE(optionOf(damaged, "seed").is_null());
}

TEST(LegendNames, AUsersNamesStandAsTheyAre) {
    EXPECT_THAT(namesOf({run("seed-1", {}), run("seed-2", {})}), ElementsAre("seed-1", "seed-2"));
    EXPECT_THAT(namesOf({run("<b>best & fast", {})}), ElementsAre("<b>best & fast"));
    EXPECT_THAT(namesOf({}), IsEmpty());
}

TEST(LegendNames, AGivenNameStandsBeforeTheFolders) {
    store::RunSummary named = run("2026-01-01_041530_fashion-mnist_lenet-5_map_95", {});
    named.name = "best";
    const store::RunSummary other = run("2026-01-01_041610_fashion-mnist_lenet-5_gmp_95", {});
    EXPECT_THAT(namesOf({named, other}), ElementsAre("best", "gmp"));
    store::RunSummary twin = run("twin", {});
    twin.name = "best";
    EXPECT_THAT(namesOf({named, twin}), ElementsAre("best (" + named.id + ")", "best (twin)"))
        << "every run has another one";
}

TEST(LegendNames, TheProgramsNamesAreShortenedToWhatDiffers) {
    const std::string map = "2026-01-01_041530_fashion-mnist_lenet-5_map_95";
    const std::string gmp = "2026-01-01_041610_fashion-mnist_lenet-5_gmp_95";
    const std::string later = "2026-01-01_041531_fashion-mnist_lenet-5_map_95";
    const std::string nextDay = "2026-01-02_041530_fashion-mnist_lenet-5_map_95";
    run::RunConfig one;
    run::RunConfig two;
    two.seed = 2;
    EXPECT_THAT(namesOf({run(map, one), run(gmp, one)}), ElementsAre("map", "gmp"));
    EXPECT_THAT(namesOf({run(map, one), run(later, two)}), ElementsAre("seed 1", "seed 2"));
    EXPECT_THAT(namesOf({run(map, one), run(later, one)}), ElementsAre("04:15:30", "04:15:31"));
    EXPECT_THAT(namesOf({run(map, one), run(nextDay, one)}), ElementsAre("2026-01-01", "2026-01-02"));
    EXPECT_THAT(namesOf({run(map, one), run("mine", two)}), ElementsAre(map, "mine"));
}

}  // namespace
}  // namespace prunescope::ui
