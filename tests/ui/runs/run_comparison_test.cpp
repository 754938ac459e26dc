#include "ui/runs/run_comparison.h"

#include "ui/runs/many_runs.h"
#include "ui/runs/run_names.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RunComparison compared(const std::vector<store::RunSummary>& runs) {
    FamilyColours colours;
    return compareRuns(runs, std::vector<bool>(runs.size(), false), colours);
}

std::vector<std::string> familyNames(const RunComparison& comparison) {
    std::vector<std::string> names;
    for (const RunComparison::Family& family : comparison.families)
        names.push_back(family.name.toStdString());
    return names;
}

TEST(RunComparison, AGroupDiffersInTheSeedAndAFamilyAlsoInTheTarget) {
    const RunComparison comparison = compared(test::fiveRuns());
    ASSERT_EQ(comparison.groups.size(), 3U);
    EXPECT_THAT(comparison.groups[0].members, ElementsAre(0U, 1U));
    EXPECT_EQ(comparison.groupNames[0], QStringLiteral("MAP · 90 %"));
    EXPECT_EQ(comparison.groupNames[2], QStringLiteral("MAP · 95 %"));
    EXPECT_THAT(familyNames(comparison), ElementsAre("MAP", "GMP")) << "those with most runs first";
    EXPECT_EQ(comparison.members[4].family, comparison.members[0].family);
    EXPECT_NE(comparison.members[2].family, comparison.members[0].family);
    EXPECT_EQ(comparison.shortNames(), QStringLiteral("MAP, GMP"));
    EXPECT_THAT(comparison.differences,
                ElementsAre(QStringLiteral("Method"), QStringLiteral("Target sparsity")));
    EXPECT_EQ(comparison.common, QStringLiteral("fashion-mnist · lenet-5"));
}

TEST(RunComparison, OptionsInWhichRunsDifferAreInTheirNames) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    runs[0].config->methodOptions = {{"z", 0.5}};
    runs[1].config->methodOptions = {{"z", 2.0}};
    const RunComparison comparison = compared({runs[0], runs[1]});
    EXPECT_THAT(familyNames(comparison), ElementsAre("Attention strength 0.5", "Attention strength 2"));
}

TEST(RunComparison, WhatOneMethodAloneHasIsNotInTheNames) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    for (store::RunSummary& run : runs) {
        if (run.method == "map") run.config->methodOptions = {{"z", 2.0}};
    }
    EXPECT_THAT(familyNames(compared(runs)), ElementsAre("MAP", "GMP"));
}

TEST(RunComparison, WhatGoesWithAnotherOptionIsNotInTheNames) {
    std::vector<store::RunSummary> runs{test::madeNumberRun({"a", "map"}, 1),
                                        test::madeNumberRun({"b", "gmp"}, 1),
                                        test::madeNumberRun({"c", "map"}, 1)};
    runs[2].config->dataOptions = {{"label", "rent"}, {"unit", "EUR"}};
    EXPECT_THAT(
        familyNames(compared(runs)),
        ElementsAre("MAP · Label column price", "GMP · Label column price", "MAP · Label column rent"));
}

TEST(RunComparison, NothingAndOneRunHaveNames) {
    EXPECT_THAT(compared({}).families, IsEmpty());
    const RunComparison one = compared({test::fiveRuns()[0]});
    EXPECT_THAT(familyNames(one), ElementsAre("lenet-5 · MAP"));
    EXPECT_EQ(one.groupNames[0], QStringLiteral("lenet-5 · MAP · 90 %"));
    EXPECT_THAT(one.differences, IsEmpty());
}

TEST(RunComparison, WhatIsNotKnownOrNotDoneIsNotMeasured) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    runs[0].testAccuracy.reset();
    runs[1].sparsity.reset();
    runs[2].live = true;
    runs[3].config.reset();
    const RunComparison comparison = compared(runs);
    EXPECT_EQ(comparison.measured(), 2U);
    EXPECT_FALSE(comparison.members[2].isMeasured()) << "its figures still change";
    EXPECT_TRUE(comparison.members[3].isMeasured());
    EXPECT_EQ(comparison.groupNames[comparison.members[3].group], QStringLiteral("gmp-90-2"))
        << "of which nothing else is known";
}

TEST(RunComparison, SeesThatRunsAreOfSeveralDataSets) {
    std::vector<store::RunSummary> runs = test::fiveRuns();
    const auto comparable = [&] {
        const RunComparison comparison = compared(runs);
        return RunComparison::areComparable({&comparison.members[0], &comparison.members[1]});
    };
    EXPECT_TRUE(comparable());
    runs[0].config->dataset = runs[0].dataset = "mnist";
    EXPECT_FALSE(comparable());
}

TEST(FamilyColours, NoTwoFamiliesHaveOneColourAndTheRestIsMuted) {
    const Theme theme;
    const RunComparison comparison = compared(test::manyRuns(1000));
    ASSERT_EQ(comparison.families.size(), 10U);
    std::set<QRgb> colours;
    std::size_t muted = 0;
    for (const RunComparison::Family& family : comparison.families) {
        if (!family.slot) ++muted;
        colours.insert(comparison.colour(family, theme).rgb());
    }
    EXPECT_EQ(muted, 4U);
    EXPECT_EQ(colours.size(), 7U) << "six and the muted one";
    EXPECT_EQ(comparison.slotsOfRuns().size(), 600);
}

TEST(FamilyColours, AFamilyKeepsItsColourWhenOthersCome) {
    FamilyColours colours;
    const std::vector<store::RunSummary> runs = test::fiveRuns();
    const auto compare = [&](const std::vector<store::RunSummary>& some) {
        return compareRuns(some, std::vector<bool>(some.size(), false), colours);
    };
    const auto gmp = compare({runs[2], runs[3]}).families[0].slot;
    const RunComparison both = compare(runs);
    EXPECT_EQ(both.families[1].name, QStringLiteral("GMP"));
    EXPECT_EQ(both.families[1].slot, gmp);
    EXPECT_NE(both.families[0].slot, gmp);
}

}  // namespace
}  // namespace prunescope::ui
