// Freezing by hand and letting go, as a live run does it and as its record tells of it.

#include "base/person.h"
#include "run/audit_events.h"
#include "session/outlook.h"
#include "session/tiny_session.h"

#include <algorithm>

namespace prunescope::session {
namespace {

class FreezeTest : public TinySession {
protected:
    /// Takes steps until that many are done; the run stays paused.
    static void stepTo(Session& live, std::int64_t step) {
        while (live.snapshot()->step.value < step) {
            const std::int64_t before = live.snapshot()->step.value;
            ASSERT_TRUE(ask(live, Step{}).accepted);
            // The next command is decided after the step.
            ask(live, WatchWeights{});
            ASSERT_GT(live.snapshot()->step.value, before);
        }
    }
    static double endOf(const Session& live) { return outlookOf(*live.snapshot()).atEnd(); }
    const run::AuditEvent& eventOf(const char* kind) const {
        const auto& events = sink_.kept().events;
        const auto found = std::find_if(events.rbegin(), events.rend(),
                                        [&](const run::AuditEvent& e) { return e.kind == kind; });
        EXPECT_NE(found, events.rend()) << kind;
        return *found;
    }
    void stop(Session& live) {
        live.submit({.action = Stop{}}).get();
        live.wait();
    }

    MemorySink sink_;
};

TEST_F(FreezeTest, ARunThatIsFrozenEarlyEndsWhereTheOutlookSaid) {
    const auto live = start(sink_, true);
    stepTo(*live, 20);
    EXPECT_FALSE(outlookOf(*live->snapshot()).misses(12704));
    const double promised = outlookIfFrozen(*live->snapshot()).atEnd();
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    EXPECT_DOUBLE_EQ(endOf(*live), promised);
    stepTo(*live, 21);
    const double frozen = live->snapshot()->sparsity;
    EXPECT_NEAR(frozen, promised, 1e-4) << "whole weights";
    EXPECT_DOUBLE_EQ(endOf(*live), frozen);
    EXPECT_TRUE(outlookOf(*live->snapshot()).misses(sink_.kept().header.network.prunableWeights()));
    ask(*live, Resume{});
    EXPECT_EQ(live->wait().state, run::RunState::finished);
    EXPECT_EQ(sink_.kept().samples.back().sparsity, frozen);
    EXPECT_DOUBLE_EQ(sink_.kept().samples.back().targetSparsity, promised) << "nothing more was asked for";
}

TEST_F(FreezeTest, UnfreezingBringsBackTheFreezeThatWasPlanned) {
    const auto live = start(sink_, true);
    const StepIndex planned = live->snapshot()->schedule.freeze;
    stepTo(*live, 10);
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    EXPECT_EQ(live->snapshot()->schedule.freeze, StepIndex{10});
    stepTo(*live, 14);
    ASSERT_TRUE(ask(*live, Unfreeze{}).accepted);
    EXPECT_EQ(live->snapshot()->schedule.freeze, planned);
    ask(*live, Resume{});
    EXPECT_EQ(live->wait().state, run::RunState::finished);
    const auto& samples = sink_.kept().samples;
    EXPECT_EQ(samples[static_cast<std::size_t>(planned.value)].phase, run::Phase::exploitation);
    EXPECT_EQ(samples[static_cast<std::size_t>(planned.value) - 1].phase, run::Phase::exploration);
    EXPECT_NEAR(samples.back().sparsity, 0.95, 1e-3);
}

TEST_F(FreezeTest, APlannedFreezeThatHasPassedDoesNotComeBack) {
    const auto live = start(sink_, true);
    const StepIndex planned = live->snapshot()->schedule.freeze;
    stepTo(*live, planned.value - 2);
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    stepTo(*live, planned.value + 1);
    ASSERT_TRUE(ask(*live, Unfreeze{}).accepted);
    EXPECT_EQ(live->snapshot()->schedule.freeze, run::neverFrozen);
    stop(*live);
}

TEST_F(FreezeTest, AnEditOfTheFreezePointTakesTheOldOnesPlace) {
    const auto live = start(sink_, true);
    stepTo(*live, 10);
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    run::SparsitySchedule next = live->snapshot()->schedule;
    next.freeze = run::neverFrozen;
    ASSERT_TRUE(ask(*live, EditSchedule{next}).accepted);
    EXPECT_FALSE(ask(*live, Unfreeze{}).accepted) << "it moves already";
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    ASSERT_TRUE(ask(*live, Unfreeze{}).accepted);
    EXPECT_EQ(live->snapshot()->schedule.freeze, run::neverFrozen);
    stop(*live);
}

TEST_F(FreezeTest, TheRecordTellsOfBothWithThePersonAndTheSchedule) {
    const auto live = start(sink_, true);
    stepTo(*live, 10);
    ASSERT_TRUE(live->submit({.action = Freeze{}, .reason = "enough"}).get().accepted);
    ASSERT_TRUE(ask(*live, Unfreeze{}).accepted);
    stop(*live);
    const run::AuditEvent& frozen = eventOf(event::frozen);
    EXPECT_EQ(frozen.who, personHere());
    EXPECT_NE(frozen.who.find('@'), std::string::npos) << frozen.who;
    EXPECT_EQ(frozen.reason, "enough");
    const auto before = std::get<run::SparsitySchedule>(frozen.before);
    EXPECT_EQ(std::get<run::SparsitySchedule>(frozen.after).freeze, StepIndex{10});
    EXPECT_EQ(std::get<run::SparsitySchedule>(eventOf(event::unfrozen).after).freeze, before.freeze);
}

TEST_F(FreezeTest, TheNetworkIsMeasuredBeforeTheFirstCutAlsoWhereThatComesWithTheThaw) {
    const auto live = start(sink_, true);
    stepTo(*live, 3);
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    stepTo(*live, 30);
    ASSERT_EQ(live->snapshot()->sparsity, 0);
    ASSERT_TRUE(ask(*live, Unfreeze{}).accepted);
    stepTo(*live, 31);
    ASSERT_GT(live->snapshot()->sparsity, 0) << "the ramp began long ago";
    stop(*live);
    EXPECT_EQ(eventOf(event::firstCut).step, StepIndex{30});
    const auto& evaluations = sink_.kept().evaluations;
    EXPECT_TRUE(std::any_of(evaluations.begin(), evaluations.end(), [](const run::Evaluation& e) {
        return e.split == run::Split::test && e.step == StepIndex{30} && e.sparsity == 0;
    }));
}

TEST_F(FreezeTest, TheNetworkIsMeasuredBeforeTheFirstCutAlsoWhereThatComesAfterTheLastStep) {
    const auto live = start(sink_, true);
    const StepIndex start = live->snapshot()->schedule.start;
    // The ramp has begun, and the next masks are not due yet.
    stepTo(*live, start.value + 1);
    ASSERT_EQ(live->snapshot()->sparsity, 0);
    stop(*live);
    ASSERT_GT(sink_.kept().maskUpdates.back().sparsity, 0);
    EXPECT_EQ(eventOf(event::firstCut).step, StepIndex{start.value + 1});
    std::vector<double> sparsities;
    for (const run::Evaluation& e : sink_.kept().evaluations) {
        if (e.split == run::Split::test && e.step.value == start.value + 1) sparsities.push_back(e.sparsity);
    }
    ASSERT_EQ(sparsities.size(), 2U);
    EXPECT_EQ(sparsities.front(), 0);
    EXPECT_EQ(sparsities.back(), sink_.kept().maskUpdates.back().sparsity);
    ASSERT_EQ(sink_.kept().imageAnswers.size(), 2U) << "both are of the same step";
    EXPECT_EQ(sink_.kept().imageAnswers.front().sparsity, 0);
    EXPECT_EQ(sink_.kept().imageAnswers.back().sparsity, sparsities.back());
}

TEST_F(FreezeTest, ARefusalKeepsWhatWasWantedTheReasonAndWhy) {
    const auto live = start(sink_, true);
    stepTo(*live, 10);
    ASSERT_TRUE(ask(*live, Freeze{}).accepted);
    EXPECT_FALSE(live->submit({.action = Freeze{}, .who = "bo@desk", .reason = "to be sure"}).get().accepted);
    EXPECT_FALSE(ask(*live, SetAttention{LayerIndex{7}, 3}).accepted);
    EXPECT_FALSE(ask(*live, SetAttention{std::nullopt, -1}).accepted);
    stop(*live);
    const auto& events = sink_.kept().events;
    std::vector<run::AuditEvent> refused;
    for (const auto& e : events) {
        if (run::isRefusal(e)) refused.push_back(e);
    }
    ASSERT_EQ(refused.size(), 3U);
    EXPECT_EQ(refused[0].who, "bo@desk");
    EXPECT_EQ(refused[0].reason, "to be sure");
    ASSERT_TRUE(refused[0].refusal && refused[1].refusal && refused[2].refusal);
    EXPECT_EQ(refused[0].refusal->why.english(), "the mask is frozen already");
    EXPECT_EQ(refused[0].refusal->request, event::frozen);
    EXPECT_EQ(std::get<run::SparsitySchedule>(refused[0].after).freeze, StepIndex{10});
    EXPECT_EQ(refused[1].reason, "");
    EXPECT_NE(refused[1].refusal->why.english().find("7"), std::string::npos);
    EXPECT_EQ(refused[1].refusal->request, event::attentionSet);
    EXPECT_EQ(std::get<run::AttentionStrengths>(refused[2].after).z, std::vector<double>(2, -1));
}

TEST_F(FreezeTest, TheTargetThatWasAskedForIsToldBesideTheSchedule) {
    const auto live = start(sink_, true);
    EXPECT_EQ(live->snapshot()->askedTarget, 0.95);
    run::SparsitySchedule next = live->snapshot()->schedule;
    next.target = 0.8;
    ASSERT_TRUE(ask(*live, EditSchedule{next}).accepted);
    EXPECT_EQ(live->snapshot()->askedTarget, 0.8);
    stop(*live);
}

}  // namespace
}  // namespace prunescope::session
