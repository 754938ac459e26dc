// Which group each test sample is of: from lines, from a list by name, from names that a column has.

#include "data/sample_groups.h"

#include "data/idx_fixtures.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;

template <class Action>
std::string groupProblem(const Action& action) {
    const Error error = errorOf(action);
    EXPECT_EQ(error.where().english(), "groups.csv");
    EXPECT_FALSE(error.mend().empty());
    return error.problem().english();
}

TEST(SampleGroups, AreTheLinesOfATextInTheOrderOfTheirNames) {
    const SampleGroups groups = groupsFromLines("Ulm\n  Bonn\r\nUlm\n\n", 3, "groups.csv");
    EXPECT_THAT(groups.names, ElementsAre("Bonn", "Ulm"));
    EXPECT_THAT(groups.ofTest, ElementsAre(1, 0, 1));
    EXPECT_EQ(groupProblem([] { groupsFromLines("a\nb", 3, "groups.csv"); }),
              "line 2: expected 3 names, one for each test sample, found 2");
    EXPECT_THAT(groupProblem([] { groupsFromLines("a\n\nb", 3, "groups.csv"); }),
                HasSubstr("line 2: expected the name of a group"));
    EXPECT_THAT(groupProblem([] { groupsFromLines("a\n\x1b[2J", 2, "groups.csv"); }),
                HasSubstr("line 2: expected the name of a group"));
}

TEST(SampleGroups, OfSamplesByNameMayStandInAnyOrderWithOthersAmongThem) {
    const std::string text = "test/cat/1.png,line 2\ntest/a,b.png , line 1\nother.png,line 9\n";
    const SampleGroups groups = groupsBySample(text, {"test/a,b.png", "test/cat/1.png"}, "groups.csv");
    EXPECT_THAT(groups.names, ElementsAre("line 1", "line 2"));
    EXPECT_THAT(groups.ofTest, ElementsAre(0, 1));
    const auto problem = [](const std::string& csv) {
        return groupProblem([&] { groupsBySample(csv, {"a.png"}, "groups.csv"); });
    };
    EXPECT_EQ(problem("b.png,x\n"), "the test sample 'a.png' has no group there");
    EXPECT_EQ(problem("a.png,x\na.png,y\n"), "line 2: 'a.png' stands in line 1, too");
    EXPECT_EQ(problem("a.png x\n"),
              "line 1: expected a sample and its group with a comma between them, found 'a.png x'");
    EXPECT_THAT(problem("a.png,\n"), HasSubstr("line 1: expected the name of a group"));
}

TEST(SampleGroups, MayNotBeMoreThanATableCanShow) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < mostGroups; ++i) names.push_back(fmt::format("g{}", i));
    const auto groupsOf = [&] {
        return groupsFromNames({names.begin(), names.end()}, "groups.csv", Text::of("Take another."));
    };
    EXPECT_EQ(groupsOf().names.size(), mostGroups);
    names.emplace_back("one more");
    EXPECT_EQ(groupProblem(groupsOf), "expected at most 1000 groups, found more");
}

}  // namespace
}  // namespace prunescope::data
