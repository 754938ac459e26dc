#include "ui/experiment/run_series.h"

#include <gmock/gmock.h>

#include <string>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

TEST(WrittenSeeds, AreListsAndRangesInTheOrderTheyAreWritten) {
    EXPECT_THAT(writtenSeeds(QString()), Optional(IsEmpty()));
    EXPECT_THAT(writtenSeeds(QStringLiteral("2, 3")), Optional(ElementsAre(2, 3)));
    EXPECT_THAT(writtenSeeds(QStringLiteral(" 7 2-4;3 ")), Optional(ElementsAre(7, 2, 3, 4)));
    EXPECT_THAT(writtenSeeds(QStringLiteral("0、1")), Optional(ElementsAre(0, 1)));
    EXPECT_THAT(writtenSeeds(QStringLiteral("9000000000000000")),
                Optional(ElementsAre(9'000'000'000'000'000)));
}

TEST(WrittenSeeds, WhatIsNoListIsRefused) {
    for (const char* text : {"a", "1.5", "-3", "2-", "-", "5-2", "1-2-3", "9000000000000001",
                             "99999999999999999999", "1-101", "1-60,101-160"})
        EXPECT_EQ(writtenSeeds(QString::fromLatin1(text)), std::nullopt) << text;
}

std::vector<std::string> told(const std::vector<run::RunConfig>& runs) {
    std::vector<std::string> texts;
    for (const run::RunConfig& config : runs)
        texts.push_back(config.method + " " + std::to_string(config.seed));
    return texts;
}

run::RunConfig experiment() {
    run::RunConfig config;
    config.seed = 4;
    config.methodOptions = {{"z", 2.0}};
    config.epochs = 9;
    return config;
}

TEST(RunSeries, OfOneSeedIsTheExperimentItself) {
    EXPECT_THAT(told(runsOf(experiment(), {})), ElementsAre("map 4"));
    EXPECT_THAT(told(runsOf(experiment(), {.moreSeeds = {4}, .denseTwin = false})), ElementsAre("map 4"));
}

TEST(RunSeries, HasARunForEachSeedAndThenTheDenseOnes) {
    const auto runs = runsOf(experiment(), {.moreSeeds = {5, 6}, .denseTwin = true});
    EXPECT_THAT(told(runs), ElementsAre("map 4", "map 5", "map 6", "dense 4", "dense 5", "dense 6"));
    EXPECT_EQ(runs[1].methodOptions, experiment().methodOptions);
    EXPECT_TRUE(runs[3].methodOptions.empty()) << "options of a method are its own";
    EXPECT_EQ(runs[5].epochs, 9);
}

TEST(RunSeries, ADenseExperimentIsItsOwnTwin) {
    run::RunConfig dense = experiment();
    dense.method = "dense";
    EXPECT_THAT(told(runsOf(dense, {.moreSeeds = {5}, .denseTwin = true})),
                ElementsAre("dense 4", "dense 5"));
}

}  // namespace
}  // namespace prunescope::ui
