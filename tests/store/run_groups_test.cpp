#include "store/run_groups.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <string>

namespace prunescope::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RunSummary asked(const run::RunConfig& config) {
    RunSummary run;
    run.config = config;
    return run;
}

std::vector<std::vector<std::size_t>> membersOf(const std::vector<RunSummary>& runs) {
    std::vector<std::vector<std::size_t>> all;
    for (const RunGroup& group : groupsBySeed(runs)) all.push_back(group.members);
    return all;
}

TEST(GroupsBySeed, HoldRunsThatDifferInNothingButTheSeed) {
    run::RunConfig map;
    run::RunConfig mapAgain = map;
    mapAgain.seed = 2;
    mapAgain.threads = 3;
    mapAgain.dataDir = "/elsewhere";
    run::RunConfig gmp = map;
    gmp.method = "gmp";
    run::RunConfig mapThird = map;
    mapThird.seed = 3;
    EXPECT_THAT(membersOf({asked(map), asked(gmp), asked(mapAgain), asked(mapThird)}),
                ElementsAre(ElementsAre(0, 2, 3), ElementsAre(1)));
    EXPECT_THAT(membersOf({}), IsEmpty());
}

TEST(GroupsBySeed, AreTheSameExperimentInEveryOption) {
    const run::RunConfig usual;
    run::RunConfig ownOption = usual;
    ownOption.methodOptions = {{"z", 2.0}};
    run::RunConfig optimizer = usual;
    optimizer.optimizer.options = {{"momentum", 0.5}};
    run::RunConfig knots = usual;
    knots.schedule.knots = {{0, 0}, {1, 0.95}};
    run::RunConfig otherKnots = usual;
    otherKnots.schedule.knots = {{0, 0}, {1, 0.9}};
    run::RunConfig epochs = usual;
    epochs.epochs = 16;
    EXPECT_EQ(membersOf({asked(usual), asked(ownOption), asked(optimizer), asked(knots), asked(otherKnots),
                         asked(epochs)})
                  .size(),
              6U);
}

TEST(GroupsBySeed, OfAnUnknownConfigurationARunIsAlone) {
    EXPECT_THAT(membersOf({RunSummary{}, asked({}), RunSummary{}, asked({})}),
                ElementsAre(ElementsAre(0), ElementsAre(1, 3), ElementsAre(2)));
}

TEST(SpreadOf, IsMeanAndSampleDeviation) {
    // Mean 5; squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; 32 / 7.
    const auto spread = spreadOf({2, 4, 4, 4, 5, 5, 7, 9});
    ASSERT_TRUE(spread);
    EXPECT_DOUBLE_EQ(spread->mean, 5);
    EXPECT_DOUBLE_EQ(spread->deviation.value_or(0), std::sqrt(32.0 / 7));
    EXPECT_EQ(spread->n, 8U);
}

TEST(SpreadOf, OneValueHasNoDeviationAndNoneIsNothing) {
    const auto one = spreadOf({0.845});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->mean, 0.845);
    EXPECT_EQ(one->deviation, std::nullopt);
    EXPECT_EQ(one->n, 1U);
    EXPECT_EQ(spreadOf({}), std::nullopt);
}

TEST(SpreadOf, LeavesOutWhatIsNoNumberAndStandsLargeOnes) {
    const double unknown = std::nan("");
    const auto spread = spreadOf({unknown, 1, std::numeric_limits<double>::infinity(), 3});
    ASSERT_TRUE(spread);
    EXPECT_EQ(spread->mean, 2);
    EXPECT_DOUBLE_EQ(spread->deviation.value_or(0), std::sqrt(2.0));
    EXPECT_EQ(spread->n, 2U);
    EXPECT_EQ(spreadOf({unknown}), std::nullopt);
    EXPECT_EQ(spreadOf({1.5e308, 1.5e308, 1.5e308})->mean, 1.5e308);
}

}  // namespace
}  // namespace prunescope::store
