#include "report/summary.h"

#include "report/curves.h"
#include "report/tiny_record.h"
#include "support/demo_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <string>

namespace prunescope::report {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> brokenChecks(const Summary& summary) {
    std::vector<std::string> broken;
    for (const Check& check : summary.checks) {
        if (!check.holds) broken.push_back(check.statement.english() + " " + check.detail.english());
    }
    return broken;
}

TEST(Summary, OfATinyRunEqualsTheFiguresComputedByHand) {
    const Summary s = summarise({"tiny", test::tinyRecord()});
    EXPECT_TRUE(s.complete);
    EXPECT_FALSE(s.dense);
    ASSERT_TRUE(s.result.final);
    EXPECT_DOUBLE_EQ(s.result.final->accuracy, 0.8);
    EXPECT_EQ(s.result.final->correct, 8);
    // Both classes: 2 x 4 / (2 x 4 + 2 wrong).
    EXPECT_DOUBLE_EQ(s.result.final->macroF1, 0.8);
    EXPECT_DOUBLE_EQ(s.result.validation->accuracy, 0.75);
    // Wilson at 95 % for 8 of 10.
    EXPECT_NEAR(s.result.intervalLow, 0.4901625, 1e-6);
    EXPECT_NEAR(s.result.intervalHigh, 0.9433178, 1e-6);

    EXPECT_EQ(s.size.parameters, 18);
    EXPECT_EQ(s.size.prunable, 14);
    EXPECT_EQ(s.size.pruned, 7);
    EXPECT_DOUBLE_EQ(s.size.sparsityPrunable, 0.5);
    EXPECT_DOUBLE_EQ(s.size.sparsityAll, 7.0 / 18);
    EXPECT_DOUBLE_EQ(*s.size.requested, 0.5);
    EXPECT_EQ(s.size.denseBytes, 72);
    // a: min(40, 8 x 4 + 4 x 3), b: min(16, 8 x 3 + 4 x 3), and 4 biases.
    EXPECT_EQ(s.size.sparseBytes, 40 + 16 + 16);
    EXPECT_EQ(s.size.macs, 18);
    EXPECT_DOUBLE_EQ(s.size.macsRemaining, 4 + 6);
    EXPECT_EQ(s.size.maskUpdates, 2);
    EXPECT_DOUBLE_EQ(*s.imagesPerSecond, 84 / 0.42);
    EXPECT_THAT(brokenChecks(s), IsEmpty());
    EXPECT_EQ(
        s.verdict.english(),
        "50.00\u00A0% of 14 prunable weights removed, 50.00\u00A0% requested; test accuracy 80.00\u00A0%.");
}

TEST(Summary, SumsWhatEachLayerLostAndRevived) {
    const Summary s = summarise({"tiny", test::tinyRecord()});
    ASSERT_EQ(s.layers.size(), 2U);
    EXPECT_EQ(s.layers[0].cut, 7);
    EXPECT_EQ(s.layers[0].revived, 1);
    EXPECT_EQ(s.layers[0].kept, 4);
    EXPECT_DOUBLE_EQ(s.layers[0].sparsity, 0.6);
    EXPECT_EQ(s.layers[1].cut, 2);
    EXPECT_EQ(s.layers[1].revived, 1);
    EXPECT_DOUBLE_EQ(s.layers[1].sparsity, 0.25);
    EXPECT_EQ(s.size.cut, 9);
    EXPECT_EQ(s.size.revived, 2);
}

TEST(Summary, ComparesEachClassBeforeAndAfter) {
    const Summary s = summarise({"tiny", test::tinyRecord()});
    ASSERT_EQ(s.result.classes.size(), 2U);
    const ClassSummary& cat = s.result.classes[0];
    EXPECT_EQ(cat.name, "cat");
    EXPECT_EQ(cat.images, 4);
    EXPECT_EQ(cat.answers, 6);
    EXPECT_DOUBLE_EQ(*cat.recallBefore, 0.75);
    EXPECT_DOUBLE_EQ(cat.recall, 1);
    EXPECT_DOUBLE_EQ(cat.precision, 4.0 / 6);
    ASSERT_EQ(s.result.largestConfusions.size(), 1U);
    EXPECT_EQ(s.result.largestConfusions[0].images, 2);
}

TEST(Summary, TakesTheLastEvaluationForTheResultAndShowsTheBestBesideIt) {
    const Summary s = summarise({"tiny", test::tinyRecord()});
    EXPECT_EQ(s.result.final->step.value, 4);
    EXPECT_EQ(s.result.best->step.value, 2);
    EXPECT_DOUBLE_EQ(s.result.best->accuracy, 0.9);
    EXPECT_DOUBLE_EQ(s.result.best->sparsity, 3.0 / 14);
}

TEST(Summary, TakesTheLaterOfTwoEvaluationsOfTheLastStep) {
    auto record = test::tinyRecord();
    auto again = record.evaluations.back();
    again.confusion = {4, 0, 3, 3};
    record.evaluations.push_back(again);
    EXPECT_DOUBLE_EQ(summarise({"tiny", record}).result.final->accuracy, 0.7);
}

TEST(Summary, TakesForBeforeTheLastTestEvaluationPriorToTheFirstCut) {
    auto record = test::tinyRecord();
    auto untrained = record.evaluations.front();
    untrained.step = StepIndex{0};
    record.evaluations.insert(record.evaluations.begin(), untrained);
    EXPECT_EQ(summarise({"tiny", record}).result.before->step.value, 1);

    record.evaluations.erase(record.evaluations.begin() + 1);
    const Summary s = summarise({"tiny", record});
    EXPECT_EQ(s.result.before->step.value, 0);
    EXPECT_THAT(english(s.limits), Contains(HasSubstr("untrained network")));
}

TEST(Summary, HasABeforeAlsoWhereTheFirstMasksWereChosenAfterTheLastStep) {
    auto record = test::tinyRecord();
    record.samples.resize(1);
    record.layerStatistics.resize(2);
    for (auto& s : record.layerStatistics) s.step = StepIndex{1};
    // Of the same step: before those masks, and with them.
    record.evaluations.resize(2);
    record.evaluations.back().step = StepIndex{1};
    const Summary s = summarise({"tiny", record});
    ASSERT_TRUE(s.result.before);
    EXPECT_EQ(s.result.before->position, 0U);
    EXPECT_EQ(s.result.final->position, 1U);
}

TEST(CurvesByLayer, KeepTheTwoMomentsOfAStepApart) {
    auto record = test::tinyRecord();
    // Masks were chosen once more after step 4: of the ten weights of the first layer two more are cut.
    auto again = record.layerStatistics[4];
    again.cut = 2;
    record.layerStatistics.push_back(again);
    const Summary s = summarise({"tiny", record});
    const CurvesByLayer curves = curvesByLayer(record, s.layers);
    ASSERT_EQ(curves.cut.size(), 4U) << "steps 2 and 3, and twice step 4";
    EXPECT_EQ(curves.cut[2].y, 0);
    EXPECT_EQ(curves.cut[3].y, 2);
}

TEST(Summary, HasNoBeforeWhenTheFirstEvaluationCameAfterTheFirstCut) {
    auto record = test::tinyRecord();
    record.evaluations.erase(record.evaluations.begin());
    const Summary s = summarise({"tiny", record});
    EXPECT_FALSE(s.result.before);
    EXPECT_FALSE(s.result.classes[0].recallBefore);
    EXPECT_THAT(english(s.limits), Contains(HasSubstr("before the first weight was cut")));
}

TEST(Summary, GivesLayersARequestOnlyWhereTheScopeMakesOne) {
    auto record = test::tinyRecord();
    EXPECT_FALSE(summarise({"tiny", record}).layers[0].requested);
    record.header.config.pruning.scope = "uniform";
    const Summary uniform = summarise({"tiny", record});
    EXPECT_DOUBLE_EQ(*uniform.layers[0].requested, 0.5);
    EXPECT_DOUBLE_EQ(*uniform.layers[1].requested, 0.5);
    // Density in proportion to (2 + 5) / 10 and (2 + 2) / 4: 7 kept weights are shared 7 : 4, so 4.45
    // and 2.55.
    record.header.config.pruning.scope = "erk";
    const Summary erk = summarise({"tiny", record});
    EXPECT_DOUBLE_EQ(*erk.layers[0].requested, 0.6);
    EXPECT_DOUBLE_EQ(*erk.layers[1].requested, 0.25);
}

TEST(Summary, SharesARequestOutAsBudgetsAllow) {
    auto record = test::tinyRecord();
    record.header.config.pruning.scope = "uniform";
    record.header.config.pruning.layers = {{"b", 0}};
    const Summary s = summarise({"tiny", record});
    EXPECT_FALSE(s.layers[0].budget);
    EXPECT_EQ(s.layers[1].budget, 0);
    // Of the 7 that are kept in all, 4 are those of the second layer.
    EXPECT_DOUBLE_EQ(*s.layers[0].requested, 0.7);
    EXPECT_DOUBLE_EQ(*s.layers[1].requested, 0);
}

/// At the end 6 of 10 weights are pruned, and 1 of 4; each layer has three statistics.
TEST(Summary, ChecksEveryCountAgainstTheLayersBudget) {
    auto record = test::tinyRecord();
    const auto checkOf = [&](const std::map<std::string, double>& budgets) {
        record.header.config.pruning.layers = budgets;
        for (const Check& check : summarise({"tiny", record}).checks) {
            if (check.statement.english().find("budget") != std::string::npos)
                return (check.holds ? "holds: " : "broken: ") + check.detail.english();
        }
        return std::string("not made");
    };
    EXPECT_EQ(checkOf({}), "not made");
    EXPECT_EQ(checkOf({{"a", 0.6}, {"b", 0.25}}), "holds: 6 counts compared; above a budget: 0.");
    EXPECT_EQ(checkOf({{"a", 1}}), "holds: 3 counts compared; above a budget: 0.");
    EXPECT_EQ(checkOf({{"a", 0.59}}), "broken: 3 counts compared; above a budget: 2.");
    EXPECT_EQ(checkOf({{"b", 0}}), "broken: 3 counts compared; above a budget: 3.");
    EXPECT_EQ(checkOf({{"gone", 0}}), "holds: 0 counts compared; above a budget: 0.");
}

TEST(Summary, NoticesACountThatTheScheduleDidNotAskFor) {
    auto record = test::tinyRecord();
    record.layerStatistics[1].kept = 4;
    EXPECT_THAT(brokenChecks(summarise({"tiny", record})), Contains(HasSubstr("2 mask updates")).Times(0));
    EXPECT_THAT(brokenChecks(summarise({"tiny", record})), Contains(HasSubstr("unequal: 1")));
}

/// A layer of 100 weights at p = 0.57: 57 are pruned, though the binary product falls short of it.
TEST(Summary, CountsTheDecimalThatWasAskedFor) {
    for (const std::int64_t pruned : {56, 57, 58}) {
        auto record = test::tinyRecord();
        auto& layers = record.header.network.layers;
        layers.pop_back();
        layers[0].weightShape = {10, 10};
        layers[0].weights = 100;
        record.layerStatistics = {{.step = StepIndex{3},
                                   .layer = LayerIndex{0},
                                   .weights = 100,
                                   .kept = 100 - pruned,
                                   .cut = pruned}};
        record.samples[2].targetSparsity = record.samples[3].targetSparsity = 0.57;
        const auto broken = brokenChecks(summarise({"tiny", record}));
        EXPECT_THAT(broken,
                    Contains(HasSubstr("1 mask update compared; unequal: 1")).Times(pruned == 57 ? 0 : 1))
            << pruned;
    }
}

TEST(Summary, NoticesLostSamplesAndEvents) {
    auto record = test::tinyRecord();
    record.samples.erase(record.samples.begin() + 1);
    record.events.erase(record.events.begin());
    const auto broken = brokenChecks(summarise({"tiny", record}));
    EXPECT_THAT(broken, Contains(HasSubstr("3 steps, 1 gap")));
    EXPECT_THAT(broken, Contains(HasSubstr("1 event, 1 gap")));
}

TEST(Summary, TakesTheRequestOfTheLastStepWhenTheMasksWereFinishedThere) {
    auto record = test::tinyRecord();
    record.header.schedule.end = StepIndex{8};
    record.header.schedule.freeze = run::neverFrozen;
    for (auto& s : record.samples) s.phase = run::Phase::exploration;
    record.samples[3].targetSparsity = 0.1875;
    record.events.push_back({3, StepIndex{4}, 2, 0, "masks_finished", "program"});
    const Summary s = summarise({"tiny", record});
    // Linear from 0 to 0.5 over 8 steps, at step 4.
    EXPECT_DOUBLE_EQ(*s.size.requested, 0.25);
    EXPECT_TRUE(s.size.masksFinished);
}

TEST(Summary, FollowsTheEditsOfTheScheduleButNotTheRefusals) {
    auto record = test::tinyRecord();
    run::SparsitySchedule edited = record.header.schedule;
    edited.target = 0.75;
    run::SparsitySchedule refused = edited;
    refused.target = 0.9;
    record.events.push_back({3, StepIndex{1}, 0.5, 0, "schedule_edited", "user", "why", {}, {}, edited});
    record.events.push_back({4, StepIndex{1}, 0.5, 0, "refused", "user", "no", {}, {}, refused});
    const Summary s = summarise({"tiny", record});
    EXPECT_TRUE(s.scheduleEdited);
    EXPECT_DOUBLE_EQ(s.scheduleAtEnd.target, 0.75);
}

TEST(Summary, MarksTheFreezeAndTheUsersEdits) {
    const auto record = prunescope::test::demoRun();
    const Summary s = summarise({"demo", record});
    ASSERT_EQ(s.marks.size(), 3U);
    EXPECT_TRUE(s.marks[0].edit);
    EXPECT_EQ(s.marks[0].label.english(), "edit 4");
    EXPECT_EQ(s.marks[1].label.english(), "edit 7");
    EXPECT_EQ(s.marks[2].label.english(), "frozen");
    EXPECT_EQ(s.marks[2].step, record.header.schedule.freeze);
}

TEST(Summary, MarksWhatTheGuardFound) {
    auto record = test::tinyRecord();
    std::int64_t sequence = 2;
    for (const char* kind : {"collapse_suspected", "divergence_suspected", "diverged", "ended_at_chance"})
        record.events.push_back({++sequence, StepIndex{2}, 1, 0, kind, "program", "", std::string("why")});
    std::vector<std::string> labels;
    for (const auto& mark : summarise({"tiny", record}).marks) labels.push_back(mark.label.english());
    EXPECT_THAT(labels, testing::ElementsAre("guard 3", "guard 4", "guard 5", "guard 6", "frozen"));
}

TEST(Summary, OfADenseRunSpeaksOfNoPruning) {
    const Summary s = summarise({"dense", prunescope::test::demoRun({.dense = true})});
    EXPECT_TRUE(s.dense);
    EXPECT_EQ(s.size.pruned, 0);
    EXPECT_FALSE(s.result.before);
    EXPECT_THAT(s.verdict.english(), HasSubstr("Dense run: none of 430,500"));
    EXPECT_THAT(english(s.limits), Not(Contains(HasSubstr("cost"))));
}

TEST(Summary, OfAKilledRunSaysThatItIsNotFinished) {
    const Summary s = summarise({"killed", prunescope::test::killedAt(prunescope::test::demoRun(), 2600)});
    EXPECT_FALSE(s.complete);
    EXPECT_EQ(s.lastStep, 2600);
    EXPECT_THAT(s.verdict.english(), HasSubstr("Unfinished run: "));
    EXPECT_THAT(s.verdict.english(), HasSubstr("at epoch 6"));
    EXPECT_THAT(s.limits.front().english(), HasSubstr("not a finished run"));
}

TEST(Summary, ComparesWithAReferenceRunAndNamesWhatDiffers) {
    ReportInput input{"run", prunescope::test::demoRun()};
    input.reference = ReferenceRun{"dense", prunescope::test::demoRun({.dense = true, .seed = 2})};
    const Summary s = summarise(input);
    ASSERT_TRUE(s.reference && s.reference->final);
    EXPECT_EQ(s.reference->method, "dense");
    ASSERT_EQ(s.reference->differences.size(), 1U);
    EXPECT_EQ(s.reference->differences[0].english(), "The reference run has seed 2, this one 1.");
}

TEST(Summary, GoesByTheMaskUpdatesWhereTheyAreRecorded) {
    auto record = test::tinyRecord();
    // As chosen for 0.25 and 0.5 of 14 weights, and once more when the last step was done, for 0.5 as well.
    record.maskUpdates = {
        {StepIndex{2}, 0.25, 3.0 / 14}, {StepIndex{3}, 0.5, 0.5}, {StepIndex{4}, 0.52, 0.5}};
    const auto detailOf = [](const Summary& s) {
        const auto check = std::find_if(s.checks.begin(), s.checks.end(), [](const Check& c) {
            return c.statement.english().find("floor(p N)") != std::string::npos;
        });
        return check == s.checks.end() ? "" : check->detail.english();
    };
    Summary s = summarise({"tiny", record});
    EXPECT_EQ(s.size.maskUpdates, 3);
    EXPECT_EQ(s.size.requestedOfMasks, 0.52);
    EXPECT_EQ(detailOf(s), "3 mask updates compared; unequal: 0.");
    record.maskUpdates[1].requested = 0.6;  // floor(0.6 x 14) = 8 of 14, and 7 were pruned
    EXPECT_EQ(detailOf(summarise({"tiny", record})), "3 mask updates compared; unequal: 1.");
    record.layerStatistics.erase(record.layerStatistics.begin() + 2, record.layerStatistics.begin() + 4);
    EXPECT_EQ(detailOf(summarise({"tiny", record})), "2 mask updates compared; unequal: 0.")
        << "what was lost in between leaves the others in their places";
}

TEST(Summary, LeavesOutWhatIsDamagedAndSaysSo) {
    auto record = test::tinyRecord();
    record.evaluations.back().confusion.pop_back();
    record.layerStatistics.back().layer = LayerIndex{99};
    const Summary s = summarise({"tiny", record, {Text("a row was lost")}});
    EXPECT_EQ(s.result.final->step.value, 2);
    ASSERT_EQ(s.problems.size(), 3U);
    EXPECT_EQ(s.problems[0].english(), "a row was lost");
}

TEST(Summary, CountsLossesThatAreNotFinite) {
    auto record = test::tinyRecord();
    record.samples[1].loss = std::numeric_limits<double>::quiet_NaN();
    record.samples[2].loss = std::numeric_limits<double>::infinity();
    record.samples[3].targetSparsity = std::numeric_limits<double>::quiet_NaN();
    const Summary s = summarise({"tiny", record});
    EXPECT_EQ(s.nonFiniteLosses, 2);
    EXPECT_THAT(english(s.limits), Contains(HasSubstr("2 steps")));
}

}  // namespace
}  // namespace prunescope::report
