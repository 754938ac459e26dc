#include "run/audit_events.h"

#include <gtest/gtest.h>

namespace prunescope::run {
namespace {

AuditEvent event(std::int64_t sequence, const char* kind, const char* who, EventValues after = {},
                 EventValues before = {}) {
    return {.sequence = sequence,
            .kind = kind,
            .who = who,
            .before = std::move(before),
            .after = std::move(after)};
}

SparsitySchedule withTarget(double target) {
    SparsitySchedule schedule;
    schedule.target = target;
    return schedule;
}

TEST(AuditEvents, TheScheduleIsThatOfTheLastEventThatWasNotRefused) {
    const std::vector<AuditEvent> events{
        event(1, "schedule_edited", "ana@lab", withTarget(0.7)),
        event(2, "phase_changed", bySchedule, EnteredPhase{Phase::exploitation, 0.7}),
        event(3, "refused", "ana@lab", withTarget(0.9)), event(4, "paused", "ana@lab"),
        event(5, "x", "y", OtherValues{R"("{damaged")"})};
    EXPECT_EQ(scheduleAfter(withTarget(0.5), events).target, 0.7);
    EXPECT_EQ(scheduleAfter(withTarget(0.5), {}).target, 0.5);
    EXPECT_EQ(scheduleAfter(withTarget(0.5), {event(1, "schedule_edited", "ana@lab", withTarget(7))}).target,
              0.5)
        << "no schedule that can be followed";
}

TEST(AuditEvents, WhatAGuardMadeOfTheTargetIsNoRequest) {
    const SparsitySchedule start = withTarget(0.95);
    std::vector<AuditEvent> events{
        event(1, "collapse_suspected", byProgram, withTarget(0.4), withTarget(0.95))};
    EXPECT_EQ(askedTarget(start, events), 0.95);
    EXPECT_EQ(scheduleAfter(start, events).target, 0.4);
    // Somebody bends another part of the schedule that the guard left.
    events.push_back(event(2, "schedule_edited", "ana@lab", withTarget(0.4), withTarget(0.4)));
    EXPECT_EQ(askedTarget(start, events), 0.95);
    events.push_back(event(3, "schedule_edited", "ana@lab", withTarget(0.6), withTarget(0.4)));
    EXPECT_EQ(askedTarget(start, events), 0.6);
}

TEST(AuditEvents, TheStrengthsAreThoseThatWereSetLast) {
    EXPECT_EQ(strengthsAfter({}), std::nullopt);
    const std::vector<AuditEvent> events{event(1, "attention_set", "ana@lab", AttentionStrengths{{1, 2}}),
                                         event(2, "attention_set", "ana@lab", AttentionStrengths{{1, 3}}),
                                         event(3, "refused", "ana@lab", AttentionStrengths{{-1, -1}}),
                                         event(4, "paused", "ana@lab")};
    EXPECT_EQ(strengthsAfter(events), (AttentionStrengths{{1, 3}}));
}

TEST(AuditEvents, AChangeHasValuesAndWasNotRefused) {
    EXPECT_TRUE(isChange(event(1, "schedule_edited", "ana@lab", withTarget(0.7))));
    EXPECT_FALSE(isChange(event(1, "refused", "ana@lab", withTarget(0.7))));
    EXPECT_FALSE(isChange(event(1, "paused", "ana@lab")));
    EXPECT_TRUE(isCommand(event(1, "paused", "ana@lab")));
    EXPECT_FALSE(isCommand(event(1, "paused", byProgram)));
    EXPECT_FALSE(isCommand(event(1, "first_cut", bySchedule)));
}

}  // namespace
}  // namespace prunescope::run
