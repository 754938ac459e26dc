// What will really become of the sparsity, over all the ways in which a ramp can fail to reach its target.

#include "run/outlook.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::run {
namespace {

/// Linear from 0 to 0.8 over steps 0 to 800 of 1000, frozen from 900 on.
SparsitySchedule ramp() {
    return {.shape = ScheduleShape::linear,
            .initial = 0,
            .target = 0.8,
            .start = StepIndex{0},
            .end = StepIndex{800},
            .freeze = StepIndex{900}};
}

Outlook outlook(const SparsitySchedule& schedule, const MaskState& now) {
    return {schedule, now, StepIndex{1000}};
}

TEST(Outlook, OfARunThatGoesAsPlannedIsItsSchedule) {
    const Outlook ahead = outlook(ramp(), {StepIndex{400}, Phase::exploration, 0.4});
    EXPECT_DOUBLE_EQ(ahead.at(StepIndex{600}), 0.6);
    EXPECT_DOUBLE_EQ(ahead.atEnd(), 0.8);
    EXPECT_FALSE(ahead.isFrozen());
    EXPECT_FALSE(ahead.misses(1000));
    EXPECT_DOUBLE_EQ(ahead.shortfall(), 0);
}

TEST(Outlook, AFrozenMaskStaysAsItIs) {
    SparsitySchedule schedule = ramp();
    schedule.freeze = StepIndex{400};
    const Outlook ahead = outlook(schedule, {StepIndex{500}, Phase::exploitation, 0.3999});
    EXPECT_TRUE(ahead.isFrozen());
    EXPECT_DOUBLE_EQ(ahead.at(StepIndex{700}), 0.3999);
    EXPECT_DOUBLE_EQ(ahead.atEnd(), 0.3999);
    EXPECT_TRUE(ahead.misses(1000));
    EXPECT_DOUBLE_EQ(ahead.target(), 0.8);
    EXPECT_NEAR(ahead.shortfall(), 0.4001, 1e-12);
}

TEST(Outlook, AFreezeThatWasJustAskedForChoosesTheMasksOnceMore) {
    SparsitySchedule schedule = ramp();
    schedule.freeze = StepIndex{404};
    // The masks are those of step 400, four steps ago.
    const Outlook ahead = outlook(schedule, {StepIndex{404}, Phase::exploration, 0.4});
    EXPECT_DOUBLE_EQ(ahead.atEnd(), 0.404);
}

TEST(Outlook, AMaskThatWillFreezeBeforeTheRampEndsStaysFromThereOn) {
    SparsitySchedule schedule = ramp();
    schedule.freeze = StepIndex{600};
    const Outlook ahead = outlook(schedule, {StepIndex{100}, Phase::exploration, 0.1});
    EXPECT_DOUBLE_EQ(ahead.at(StepIndex{500}), 0.5);
    EXPECT_DOUBLE_EQ(ahead.at(StepIndex{601}), 0.6);
    EXPECT_DOUBLE_EQ(ahead.atEnd(), 0.6);
}

TEST(Outlook, ARampThatEndsAfterTheRunIsNotFinished) {
    SparsitySchedule schedule = ramp();
    schedule.end = StepIndex{2000};
    schedule.freeze = neverFrozen;
    EXPECT_DOUBLE_EQ(outlook(schedule, {StepIndex{100}, Phase::exploration, 0.04}).atEnd(), 0.4);
}

TEST(Outlook, AMaskThatIsLetGoFollowsTheRampAgain) {
    const Outlook ahead = outlook(ramp(), {StepIndex{600}, Phase::exploitation, 0.4});
    EXPECT_FALSE(ahead.isFrozen());
    EXPECT_DOUBLE_EQ(ahead.at(StepIndex{600}), 0.6) << "it jumps to where the ramp is by then";
    EXPECT_DOUBLE_EQ(ahead.atEnd(), 0.8);
}

TEST(Outlook, ARampThatAGuardHoldsIsMeasuredByWhatWasAskedFor) {
    SparsitySchedule held = ramp();
    held.target = 0.4;
    held.end = StepIndex{400};
    const Outlook ahead(held, {StepIndex{400}, Phase::exploration, 0.4}, StepIndex{1000}, 0.8);
    EXPECT_TRUE(ahead.isHeld());
    EXPECT_TRUE(ahead.misses(1000));
    EXPECT_DOUBLE_EQ(ahead.target(), 0.8);
    EXPECT_DOUBLE_EQ(ahead.atEnd(), 0.4);
}

TEST(Outlook, RoundingToWholeWeightsIsNoMiss) {
    SparsitySchedule schedule = ramp();
    schedule.freeze = StepIndex{800};
    // floor(0.8 x 14) = 11 of 14 weights.
    const Outlook ahead = outlook(schedule, {StepIndex{950}, Phase::exploitation, 11.0 / 14});
    EXPECT_FALSE(ahead.misses(14));
    EXPECT_TRUE(ahead.misses(1400));
}

TEST(Outlook, OfUnknownSparsityMissesItsTarget) {
    SparsitySchedule schedule = ramp();
    schedule.freeze = StepIndex{0};
    EXPECT_TRUE(outlook(schedule, {StepIndex{5}, Phase::exploitation, std::nan("")}).misses(10));
}

TEST(Reaches, IsAQuestionOfWholeWeights) {
    EXPECT_TRUE(reaches(0.95, 408975, 430500));
    EXPECT_TRUE(reaches(0.57, 245385, 430500)) << "floor(p N) of the decimal product";
    EXPECT_FALSE(reaches(0.57, 245384, 430500)) << "that of the binary one is a weight below it";
    EXPECT_FALSE(reaches(0.57, 245386, 430500));
    EXPECT_FALSE(reaches(0.95, 285000, 430500));
    EXPECT_TRUE(reaches(0, 0, 430500));
    EXPECT_TRUE(reaches(0.5, 7, 14));
    EXPECT_FALSE(reaches(0.5, 6, 14));
}

}  // namespace
}  // namespace prunescope::run
