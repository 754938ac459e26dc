#include "store/run_groups.h"

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace prunescope::store
