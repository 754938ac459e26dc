#include "run/schedule.h"

#include "base/error.h"

#include <gmock/gmock.h>

#include <cmath>

namespace prunescope::run {
namespace {

using testing::HasSubstr;

SparsitySchedule ramp(ScheduleShape shape) {
    return {.shape = shape,
            .initial = 0.2,
            .target = 0.8,
            .start = StepIndex{100},
            .end = StepIndex{200},
            .freeze = StepIndex{250}};
}

TEST(Schedule, KeepsTheInitialSparsityBeforeAndTheTargetAfterTheRamp) {
    for (std::size_t s = 0; s < 5; ++s) {
        const SparsitySchedule schedule = ramp(static_cast<ScheduleShape>(s));
        EXPECT_EQ(sparsityAt(schedule, StepIndex{99}), 0.2);
        EXPECT_EQ(sparsityAt(schedule, StepIndex{200}), 0.8);
        EXPECT_EQ(sparsityAt(schedule, StepIndex{100000}), 0.8);
    }
}

TEST(Schedule, FollowsEachShapeByHandHalfWay) {
    const auto half = [](ScheduleShape shape) { return sparsityAt(ramp(shape), StepIndex{150}); };
    EXPECT_NEAR(half(ScheduleShape::cubic), 0.8 - 0.6 / 8, 1e-12);
    EXPECT_NEAR(half(ScheduleShape::linear), 0.5, 1e-12);
    EXPECT_NEAR(half(ScheduleShape::cosine), 0.5, 1e-12);
    EXPECT_NEAR(half(ScheduleShape::exponential), 0.8 - 0.6 * (1.0 / 32 - 1.0 / 1024) / (1 - 1.0 / 1024),
                1e-12);
    EXPECT_EQ(half(ScheduleShape::constant), 0.8);
}

TEST(Schedule, NeverFallsAndNeverLeavesItsRange) {
    for (std::size_t s = 0; s < 6; ++s) {
        SparsitySchedule schedule = ramp(static_cast<ScheduleShape>(s));
        schedule.knots = {{0, 0.2}, {0.1, 0.2}, {0.15, 0.7}, {0.9, 0.7}, {1, 0.8}};
        double last = 0;
        for (std::int64_t step = 90; step < 220; ++step) {
            const double p = sparsityAt(schedule, StepIndex{step});
            EXPECT_GE(p, last - 1e-12) << scheduleShapeName(schedule.shape) << " at " << step;
            EXPECT_LE(p, 0.8);
            last = p;
        }
    }
}

TEST(Schedule, ADrawnCurvePassesThroughItsKnots) {
    SparsitySchedule schedule = ramp(ScheduleShape::drawn);
    schedule.knots = {{0, 0.2}, {0.25, 0.3}, {0.5, 0.75}, {1, 0.8}};
    EXPECT_EQ(scheduleProblem(schedule).english(), "");
    EXPECT_NEAR(sparsityAt(schedule, StepIndex{125}), 0.3, 1e-12);
    EXPECT_NEAR(sparsityAt(schedule, StepIndex{150}), 0.75, 1e-12);
}

TEST(Schedule, SaysWhatCannotBeFollowed) {
    const auto problem = [](auto&& change) {
        SparsitySchedule schedule = ramp(ScheduleShape::cubic);
        change(schedule);
        return scheduleProblem(schedule).english();
    };
    EXPECT_EQ(problem([](auto&) {}), "");
    EXPECT_THAT(problem([](auto& s) { s.target = 1; }), HasSubstr("target sparsity 1"));
    EXPECT_THAT(problem([](auto& s) { s.target = std::nan(""); }), HasSubstr("target sparsity nan"));
    EXPECT_THAT(problem([](auto& s) { s.initial = -0.1; }), HasSubstr("initial"));
    EXPECT_THAT(problem([](auto& s) { s.target = 0.1; }), HasSubstr("below the initial"));
    EXPECT_THAT(problem([](auto& s) { s.end = StepIndex{50}; }), HasSubstr("before it starts"));
    EXPECT_THAT(problem([](auto& s) { s.start = StepIndex{-1}; }), HasSubstr("step 0"));
    EXPECT_THAT(problem([](auto& s) { s.shape = ScheduleShape::drawn; }), HasSubstr("two knots"));
    EXPECT_THAT(problem([](auto& s) {
                    s.shape = ScheduleShape::drawn;
                    s.knots = {{0, 0.2}, {0.5, 0.9}, {1, 0.8}};
                }),
                HasSubstr("must not fall"));
    EXPECT_THAT(problem([](auto& s) {
                    s.shape = ScheduleShape::drawn;
                    s.knots = {{0, 0.2}, {0.5, 0.3}, {0.5, 0.4}, {1, 0.8}};
                }),
                HasSubstr("must rise"));
}

TEST(Schedule, KnowsItsShapesByName) {
    for (const auto& name : scheduleShapeNames())
        EXPECT_EQ(scheduleShapeName(scheduleShapeFromName(name)), name);
    EXPECT_THROW(scheduleShapeFromName("cubik"), UsageError);
}

}  // namespace
}  // namespace prunescope::run
