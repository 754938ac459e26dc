#include "ui/training/planned_schedule.h"

#include <gtest/gtest.h>

namespace prunescope::ui {
namespace {

PlannedSchedule::Outlook halfway() {
    run::SparsitySchedule schedule;
    schedule.shape = run::ScheduleShape::linear;
    schedule.target = 0.8;
    schedule.end = StepIndex{1000};
    schedule.freeze = run::neverFrozen;
    return {.schedule = schedule,
            .masks = {StepIndex{500}, run::Phase::exploration, 0.4},
            .totalSteps = 1000,
            .epochs = 10,
            .last = {.step = 500, .epoch = 5, .wallSeconds = 60, .processSeconds = 50}};
}

TEST(PlannedSchedule, GoesFromTheLastStepToTheEndOfTheRun) {
    PlannedSchedule planned;
    planned.plan(halfway());
    ASSERT_FALSE(planned.curve().empty());
    EXPECT_EQ(planned.times().at(0).step, 500);
    EXPECT_FLOAT_EQ(static_cast<float>(planned.curve().at(0)), 0.4F);
    EXPECT_EQ(planned.end().step, 1000);
    EXPECT_DOUBLE_EQ(planned.end().epoch, 10);
    EXPECT_FLOAT_EQ(static_cast<float>(planned.curve().at(planned.curve().size() - 1)), 0.8F);
}

TEST(PlannedSchedule, TellsTimesAheadFromTheSpeedSoFar) {
    PlannedSchedule planned;
    planned.plan(halfway());
    EXPECT_DOUBLE_EQ(planned.end().wallSeconds, 120);
    EXPECT_DOUBLE_EQ(planned.end().processSeconds, 100);
}

TEST(PlannedSchedule, BeforeTheFirstStepItCoversTheWholeRun) {
    auto outlook = halfway();
    outlook.last = {};
    PlannedSchedule planned;
    planned.plan(outlook);
    EXPECT_EQ(planned.times().at(0).step, 0);
    EXPECT_EQ(planned.end().step, 1000);
}

TEST(PlannedSchedule, FollowsAnEditAtOnceAndTrainingWhenItCanBeSeen) {
    PlannedSchedule planned;
    auto outlook = halfway();
    planned.plan(outlook);
    ++outlook.last.step;
    planned.plan(outlook);
    EXPECT_EQ(planned.times().at(0).step, 500) << "a thousandth cannot be seen";
    outlook.schedule.target = 0.5;
    planned.plan(outlook);
    EXPECT_EQ(planned.times().at(0).step, 501);
    EXPECT_FLOAT_EQ(static_cast<float>(planned.curve().at(planned.curve().size() - 1)), 0.5F);
    outlook.last.step = 900;
    planned.plan(outlook);
    EXPECT_EQ(planned.times().at(0).step, 900);
}

TEST(PlannedSchedule, IsFlatOnceTheMaskIsFrozen) {
    PlannedSchedule planned;
    auto outlook = halfway();
    planned.plan(outlook);
    outlook.schedule.freeze = StepIndex{500};
    outlook.masks.phase = run::Phase::exploitation;
    planned.plan(outlook);
    for (std::size_t i = 0; i < planned.curve().size(); ++i)
        ASSERT_FLOAT_EQ(static_cast<float>(planned.curve().at(i)), 0.4F) << i;
    EXPECT_EQ(planned.end().step, 1000);
}

TEST(PlannedSchedule, ClearedItHoldsNothing) {
    PlannedSchedule planned;
    planned.plan(halfway());
    planned.clear();
    EXPECT_TRUE(planned.curve().empty());
    EXPECT_EQ(planned.end().step, 0);
}

}  // namespace
}  // namespace prunescope::ui
