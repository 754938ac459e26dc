#include "view/schedule_formula.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

run::SparsitySchedule scheduleOf(run::ScheduleShape shape) {
    return {.shape = shape,
            .initial = 0.25,
            .target = 0.9,
            .start = StepIndex{30},
            .end = StepIndex{258},
            .freeze = StepIndex{300}};
}

std::string formulaOf(run::ScheduleShape shape) {
    return scheduleFormula(scheduleOf(shape)).english();
}

TEST(ScheduleFormula, HasTheNumbersOfTheRunInTheFormOfItsShape) {
    using run::ScheduleShape;
    const std::string x = ", x = (t − 30) / (258 − 30)";
    EXPECT_EQ(formulaOf(ScheduleShape::cubic), "p(t) = 0.9 + (0.25 − 0.9) (1 − x)³" + x);
    EXPECT_EQ(formulaOf(ScheduleShape::linear), "p(t) = 0.9 + (0.25 − 0.9) (1 − x)" + x);
    EXPECT_EQ(formulaOf(ScheduleShape::cosine), "p(t) = 0.9 + (0.25 − 0.9) (1 + cos πx) / 2" + x);
    EXPECT_EQ(formulaOf(ScheduleShape::exponential),
              "p(t) = 0.9 + (0.25 − 0.9) (2^(−10x) − 2^(−10)) / (1 − 2^(−10))" + x);
    EXPECT_EQ(formulaOf(ScheduleShape::constant), "p(t) = 0.9 from step 30 on, 0.25 before it");
}

TEST(ScheduleFormula, OfADrawnCurveNamesWhatGoesThroughItsKnots) {
    run::SparsitySchedule drawn = scheduleOf(run::ScheduleShape::drawn);
    drawn.knots = {{0, 0.25}, {0.5, 0.8}, {1, 0.9}};
    EXPECT_EQ(scheduleFormula(drawn).english(),
              "p(t) = monotone cubic (Fritsch & Carlson 1980) through the 3 knots at x = (t − 30) / (258 − "
              "30)");
}

TEST(ScheduleFormula, WithoutARampIsAStep) {
    run::SparsitySchedule schedule = scheduleOf(run::ScheduleShape::cubic);
    schedule.end = schedule.start;
    EXPECT_EQ(scheduleFormula(schedule).english(), "p(t) = 0.9 from step 30 on, 0.25 before it");
}

}  // namespace
}  // namespace prunescope::view
