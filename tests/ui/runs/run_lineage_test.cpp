#include "ui/runs/run_lineage.h"

#include "ui/runs/many_runs.h"

#include <gtest/gtest.h>

namespace prunescope::ui {
namespace {

store::RunSummary runOf(const std::string& id, char identity, std::int64_t lastStep) {
    store::RunSummary run = test::madeRun({id});
    run.identity = std::string(64, identity);
    run.lastStep = lastStep;
    return run;
}

store::RunSummary branchOf(const std::string& id, char identity, std::int64_t lastStep, char parent,
                           std::int64_t fork, const std::string& hint = "") {
    store::RunSummary run = runOf(id, identity, lastStep);
    run.parent = run::RunParent{std::string(64, parent), hint, StepIndex{fork}, std::string(64, '0')};
    return run;
}

std::vector<std::string> lanes(const std::vector<store::RunSummary>& runs) {
    std::vector<std::string> ids;
    for (const RelatedRun& related : lineageOf(runs).related) ids.push_back(runs[related.run].id);
    return ids;
}

TEST(RunLineage, BranchesStandBelowTheirParentsTheLatestForkFirst) {
    const std::vector<store::RunSummary> runs{runOf("alone", 'e', 10), branchOf("early", 'b', 90, 'a', 20),
                                              branchOf("late", 'c', 120, 'a', 60), runOf("root", 'a', 100),
                                              branchOf("of early", 'd', 50, 'b', 40)};
    EXPECT_EQ(lanes(runs), (std::vector<std::string>{"root", "late", "early", "of early"}));
    const RunLineage lineage = lineageOf(runs);
    EXPECT_EQ(lineage.unrelated, 1U);
    EXPECT_EQ(lineage.lastStep, 120);
    EXPECT_EQ(lineage.related[0].firstStep, 0);
    EXPECT_EQ(lineage.related[1].firstStep, 60);
    EXPECT_EQ(lineage.related[1].parent, std::size_t{0});
    EXPECT_EQ(lineage.related[3].parent, std::size_t{2}) << "its lane";
    for (std::size_t lane = 0; lane < lineage.related.size(); ++lane)
        EXPECT_EQ(lineage.related[lane].lane, lane);
}

TEST(RunLineage, ABranchWhoseParentIsGoneIsDrawnAlone) {
    const std::vector<store::RunSummary> runs{branchOf("branch", 'b', 90, 'a', 20)};
    const RunLineage lineage = lineageOf(runs);
    ASSERT_EQ(lineage.related.size(), 1U);
    EXPECT_FALSE(lineage.related[0].parent);
    EXPECT_TRUE(lineage.related[0].isOrphan(runs[0]));
    EXPECT_EQ(lineage.unrelated, 0U);
}

TEST(RunLineage, OfCopiesTheOneOfThatNameIsTheParent) {
    const std::vector<store::RunSummary> runs{runOf("copy", 'a', 50), runOf("first", 'a', 50),
                                              branchOf("branch", 'b', 90, 'a', 20, "first")};
    EXPECT_EQ(lanes(runs), (std::vector<std::string>{"first", "branch"}));
    EXPECT_EQ(lineageOf(runs).unrelated, 1U) << "the copy";
}

/// Only a record that was made to mislead says so.
TEST(RunLineage, ACircleEnds) {
    const std::vector<store::RunSummary> runs{
        branchOf("a", 'a', 50, 'b', 20), branchOf("b", 'b', 50, 'a', 20), branchOf("self", 'c', 10, 'c', 20)};
    EXPECT_EQ(lineageOf(runs).related.size(), 3U);
    EXPECT_EQ(lineageOf(runs).lastStep, 50);
}

TEST(RunLineage, WithoutBranchesNothingIsDrawn) {
    const RunLineage lineage = lineageOf(test::fiveRuns());
    EXPECT_TRUE(lineage.related.empty());
    EXPECT_EQ(lineage.unrelated, 5U);
}

}  // namespace
}  // namespace prunescope::ui
