// What hands can do to a schedule, in numbers worked out by hand.

#include "ui/curve/schedule_draft.h"

#include <gmock/gmock.h>

namespace prunescope::ui {
namespace {

using run::ScheduleKnot;
using run::ScheduleShape;
using run::SparsitySchedule;
using testing::ElementsAre;
using testing::HasSubstr;
using Kind = CurveHandle::Kind;

/// 15 epochs of 100 steps.
constexpr RunAxis axis{1500, 15};

SparsitySchedule ramp() {
    return {.shape = ScheduleShape::linear,
            .initial = 0.1,
            .target = 0.9,
            .start = StepIndex{100},
            .end = StepIndex{500},
            .freeze = StepIndex{1200}};
}

SparsitySchedule drawn() {
    SparsitySchedule s = ramp();
    s.shape = ScheduleShape::drawn;
    s.knots = {{0, 0.1}, {0.5, 0.7}, {1, 0.9}};
    return s;
}

TEST(RunAxis, TellsStepsAsEpochsAndBack) {
    EXPECT_DOUBLE_EQ(axis.epochOf(150), 1.5);
    EXPECT_EQ(axis.stepOf(1.5), StepIndex{150});
    EXPECT_EQ(axis.stepOf(1.504), StepIndex{150});
    EXPECT_EQ(axis.stepOf(1.506), StepIndex{151});
    EXPECT_EQ(axis.stepOf(99), StepIndex{1500});
}

TEST(Handles, MoveOnlyWhatTheyStandFor) {
    SparsitySchedule expected = ramp();
    expected.start = StepIndex{130};
    EXPECT_EQ(placed(ramp(), {Kind::start}, {130.4, 0.5}, axis), expected);

    expected = ramp();
    expected.end = StepIndex{700};
    EXPECT_EQ(placed(ramp(), {Kind::end}, {700, 0.5}, axis), expected);

    expected = ramp();
    expected.freeze = StepIndex{1500};
    EXPECT_EQ(placed(ramp(), {Kind::freeze}, {2000, 0.5}, axis), expected);

    expected = ramp();
    expected.target = 0.5;
    EXPECT_EQ(placed(ramp(), {Kind::target}, {700, 0.5}, axis), expected);
}

TEST(Handles, GoByStepsAndByTenthsOfAPercent) {
    EXPECT_EQ(moved(ramp(), {Kind::start}, 1, 0, axis).start, StepIndex{101});
    EXPECT_EQ(moved(ramp(), {Kind::end}, -10, 0, axis).end, StepIndex{490});
    EXPECT_EQ(moved(ramp(), {Kind::target}, 0, 1, axis).target, 0.901);
    EXPECT_EQ(moved(ramp(), {Kind::target}, 0, -10, axis).target, 0.89);
    // Directions that mean nothing to a handle change nothing.
    EXPECT_EQ(moved(ramp(), {Kind::target}, 5, 0, axis), ramp());
    EXPECT_EQ(moved(ramp(), {Kind::freeze}, 0, 5, axis), ramp());
}

TEST(Handles, AMaskThatIsNeverFrozenHasItsHandleAtTheEnd) {
    SparsitySchedule s = ramp();
    s.freeze = run::neverFrozen;
    EXPECT_EQ(pointOf(s, {Kind::freeze}, axis).step, 1500);
    EXPECT_EQ(moved(s, {Kind::freeze}, -1, 0, axis).freeze, StepIndex{1499});
}

TEST(Levels, StretchADrawnCurve) {
    // 0.7 lies at three quarters between 0.1 and 0.9; so it does between 0.2 and 0.6: 0.5.
    const SparsitySchedule s = withLevels(drawn(), 0.2, 0.6);
    ASSERT_EQ(s.knots.size(), 3U);
    EXPECT_EQ(s.knots[0].sparsity, 0.2);
    EXPECT_NEAR(s.knots[1].sparsity, 0.5, 1e-12);
    EXPECT_EQ(s.knots[2].sparsity, 0.6);
    EXPECT_EQ(run::scheduleProblem(s).english(), "");
}

TEST(Shape, ADrawnCurveStartsOnTheCurveThatWas) {
    // Linear from 0.1 to 0.9: quarters are 0.2 apart.
    const SparsitySchedule s = withShape(ramp(), ScheduleShape::drawn);
    ASSERT_EQ(s.knots.size(), 5U);
    for (std::size_t k = 0; k < 5; ++k) {
        EXPECT_DOUBLE_EQ(s.knots[k].position, 0.25 * static_cast<double>(k));
        EXPECT_NEAR(s.knots[k].sparsity, 0.1 + 0.2 * static_cast<double>(k), 1e-12);
    }
    EXPECT_EQ(run::scheduleProblem(s).english(), "");
}

TEST(Shape, EveryShapeCanBecomeEveryOther) {
    for (int from = 0; from < 6; ++from) {
        for (int to = 0; to < 6; ++to) {
            const auto first = withShape(ramp(), static_cast<ScheduleShape>(from));
            const auto second = withShape(first, static_cast<ScheduleShape>(to));
            EXPECT_EQ(run::scheduleProblem(second).english(), "") << from << " to " << to;
            EXPECT_EQ(second.knots.empty(), second.shape != ScheduleShape::drawn);
        }
    }
}

TEST(Knots, AreAddedBetweenTheirNeighbours) {
    // Step 200 is a quarter of the ramp from 100 to 500; 0.95 is above the next knot's 0.7.
    const auto made = withKnot(drawn(), {200, 0.95});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->second, (CurveHandle{Kind::knot, 1}));
    EXPECT_THAT(made->first.knots, ElementsAre(ScheduleKnot{0, 0.1}, ScheduleKnot{0.25, 0.7},
                                               ScheduleKnot{0.5, 0.7}, ScheduleKnot{1, 0.9}));
}

TEST(Knots, AreNotAddedOutsideTheRampOrOnAnother) {
    EXPECT_FALSE(withKnot(drawn(), {50, 0.3}));
    EXPECT_FALSE(withKnot(drawn(), {600, 0.3}));
    EXPECT_FALSE(withKnot(drawn(), {300, 0.3}));
    EXPECT_FALSE(withKnot(ramp(), {200, 0.3}));
}

TEST(Knots, AreDraggedNoFartherThanTheirNeighbours) {
    const SparsitySchedule s = placed(drawn(), {Kind::knot, 1}, {9999, 0.05}, axis);
    EXPECT_LT(s.knots[1].position, 1);
    EXPECT_EQ(s.knots[1].sparsity, 0.1);
    EXPECT_EQ(run::scheduleProblem(s).english(), "");
}

TEST(Knots, InnerOnesCanBeRemoved) {
    EXPECT_EQ(withoutKnot(drawn(), 1).knots.size(), 2U);
    EXPECT_EQ(withoutKnot(drawn(), 0), drawn());
    EXPECT_EQ(withoutKnot(drawn(), 2), drawn());
}

TEST(ScheduleDraft, FollowsTheRunUntilItIsChanged) {
    ScheduleDraft draft;
    draft.setApplied(ramp());
    EXPECT_FALSE(draft.isChanged());
    EXPECT_EQ(draft.draft(), ramp());

    const SparsitySchedule mine = withLevels(ramp(), 0.1, 0.8);
    EXPECT_TRUE(draft.propose(mine));
    SparsitySchedule theirs = ramp();
    theirs.freeze = StepIndex{900};
    draft.setApplied(theirs);
    EXPECT_EQ(draft.draft(), mine);
    EXPECT_EQ(draft.applied(), theirs);

    draft.revert();
    EXPECT_EQ(draft.draft(), theirs);
}

TEST(ScheduleDraft, SpringsBackFromWhatCannotBeFollowed) {
    ScheduleDraft draft;
    draft.setApplied(ramp());
    SparsitySchedule backwards = ramp();
    backwards.start = StepIndex{600};
    draft.tryOut(backwards);
    EXPECT_EQ(draft.shown(), backwards);
    EXPECT_FALSE(draft.settle());
    EXPECT_EQ(draft.shown(), ramp());
    EXPECT_THAT(draft.problem().english(), HasSubstr("before it starts at 600"));
    EXPECT_FALSE(draft.isChanged());
}

}  // namespace
}  // namespace prunescope::ui
