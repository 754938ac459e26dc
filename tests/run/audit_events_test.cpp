#include "run/audit_events.h"

#include "run/record_json.h"

#include <gtest/gtest.h>

namespace prunescope::run {
namespace {

AuditEvent event(std::int64_t sequence, const char* kind, const char* who, std::string after = "",
                 std::string before = "") {
    AuditEvent e;
    e.sequence = sequence;
    e.kind = kind;
    e.who = who;
    e.before = std::move(before);
    e.after = std::move(after);
    return e;
}

std::string withTarget(double target) {
    SparsitySchedule schedule;
    schedule.target = target;
    return scheduleToJsonText(schedule);
}

TEST(AuditEvents, ARefusalKeepsTheWishTheReasonAndWhy) {
    AuditEvent e =
        event(1, "refused", "ana@lab", refusedValues(withTarget(0.9), "schedule_edited", "too late"));
    e.reason = "to be quick";
    EXPECT_TRUE(isRefusal(e));
    EXPECT_EQ(refusalOf(e), "too late");
    EXPECT_EQ(reasonOf(e), "to be quick");
    EXPECT_EQ(scheduleIn(e.after)->target, 0.9);
    EXPECT_TRUE(isRefusalNote("refusal"));
    EXPECT_TRUE(isRefusalNote("request"));
    EXPECT_FALSE(isRefusalNote("target"));
}

TEST(AuditEvents, ARefusalOfWhatHasNoValuesNamesTheRequest) {
    const nlohmann::json values =
        jsonFromText(refusedValues("", "paused", "the run is paused already"), "test");
    EXPECT_EQ(values, (nlohmann::json{{"request", "paused"}, {"refusal", "the run is paused already"}}));
}

TEST(AuditEvents, OlderRecordsHaveTheRefusalAsTheirReason) {
    AuditEvent e = event(1, "refused", "user", withTarget(0.9));
    e.reason = "the mask is frozen already";
    EXPECT_EQ(refusalOf(e), "the mask is frozen already");
    EXPECT_EQ(reasonOf(e), "");
    e.after = "{damaged";
    EXPECT_EQ(refusalOf(e), "the mask is frozen already");
}

TEST(AuditEvents, OnlyARefusalIsOne) {
    AuditEvent e = event(1, "schedule_edited", "ana@lab", refusedValues(withTarget(0.9), "x", "y"));
    e.reason = "mine";
    EXPECT_EQ(refusalOf(e), "");
    EXPECT_EQ(reasonOf(e), "mine");
}

TEST(AuditEvents, TheScheduleIsThatOfTheLastEventThatWasNotRefused) {
    SparsitySchedule start;
    start.target = 0.5;
    const std::vector<AuditEvent> events{event(1, "schedule_edited", "ana@lab", withTarget(0.7)),
                                         event(2, "phase_changed", "schedule", R"({"phase":"exploitation"})"),
                                         event(3, "refused", "ana@lab", withTarget(0.9)),
                                         event(4, "paused", "ana@lab"), event(5, "x", "y", "{damaged")};
    EXPECT_EQ(scheduleAfter(start, events).target, 0.7);
    EXPECT_EQ(scheduleAfter(start, {}).target, 0.5);
}

TEST(AuditEvents, WhatAGuardMadeOfTheTargetIsNoRequest) {
    SparsitySchedule start;
    start.target = 0.95;
    std::vector<AuditEvent> events{
        event(1, "collapse_suspected", "program", withTarget(0.4), withTarget(0.95))};
    EXPECT_EQ(askedTarget(start, events), 0.95);
    EXPECT_EQ(scheduleAfter(start, events).target, 0.4);
    // Somebody bends another part of the schedule that the guard left.
    events.push_back(event(2, "schedule_edited", "ana@lab", withTarget(0.4), withTarget(0.4)));
    EXPECT_EQ(askedTarget(start, events), 0.95);
    events.push_back(event(3, "schedule_edited", "ana@lab", withTarget(0.6), withTarget(0.4)));
    EXPECT_EQ(askedTarget(start, events), 0.6);
}

}  // namespace
}  // namespace prunescope::run
