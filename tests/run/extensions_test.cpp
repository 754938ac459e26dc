// A run that was asked for more epochs is as long as its events say, and was started as its header says.

#include "run/extensions.h"

#include "run/event_kinds.h"

#include <gtest/gtest.h>

namespace prunescope::run {
namespace {

AuditEvent extendedBy(StepIndex from, TrainingLength before, TrainingLength after) {
    return {.step = from, .kind = event::extended, .before = before, .after = after};
}

RunHeader ofFiveEpochs() {
    RunHeader header;
    header.config.epochs = 5;
    header.totalSteps = 50;
    return header;
}

TEST(Extensions, LengthenTheRunOneAfterAnother) {
    RunHeader header = ofFiveEpochs();
    applyExtensions(header, {extendedBy(StepIndex{50}, {5, 50}, {8, 80}),
                             {.step = StepIndex{60}, .kind = event::paused},
                             extendedBy(StepIndex{63}, {8, 80}, {9, 90})});
    EXPECT_EQ(header.config.epochs, 9);
    EXPECT_EQ(header.totalSteps, 90);
    ASSERT_EQ(header.extensions.size(), 2U);
    EXPECT_EQ(header.extensions[1], (Extension{StepIndex{63}, {8, 80}, {9, 90}}));
    EXPECT_EQ(configAsStarted(header).epochs, 5);
}

TEST(Extensions, OneThatDoesNotGoOnFromTheLengthBeforeIsNone) {
    RunHeader header = ofFiveEpochs();
    applyExtensions(header, {extendedBy(StepIndex{50}, {4, 40}, {8, 80}),
                             extendedBy(StepIndex{50}, {5, 50}, {5, 50}),
                             extendedBy(StepIndex{50}, {5, 50}, {8, 81}),
                             extendedBy(StepIndex{50}, {5, 50}, {2'000'000, 20'000'000}),
                             {.kind = event::extended}});
    EXPECT_EQ(header.config.epochs, 5);
    EXPECT_EQ(header.totalSteps, 50);
    EXPECT_TRUE(header.extensions.empty());
    EXPECT_EQ(configAsStarted(header).epochs, 5);
}

TEST(Extensions, AHostileLengthOverflowsNothing) {
    RunHeader header = ofFiveEpochs();
    header.config.epochs = 1;
    header.totalSteps = std::int64_t{1} << 62U;
    applyExtensions(header,
                    {extendedBy(StepIndex{}, {1, header.totalSteps}, {1'000'000, header.totalSteps - 1})});
    EXPECT_TRUE(header.extensions.empty());
}

TEST(Lineage, AParentIsReadAsItWasWritten) {
    const RunParent parent{std::string(64, 'a'), "first", StepIndex{120}, std::string(64, '0')};
    EXPECT_EQ(parentFromJson(parentToJson(parent)), parent);
    EXPECT_EQ(eventValuesFromJson(parentToJson(parent)), EventValues(parent));
    EXPECT_EQ(eventValuesFromJson({{"epochs", 5}, {"steps", 50}}), EventValues(TrainingLength{5, 50}));
}

TEST(Lineage, WhatIsNoParentIsRefusedByName) {
    const auto placeOf = [](nlohmann::json json) -> std::string {
        try {
            parentFromJson(json);
        } catch (const Error& e) {
            return e.where().english();
        }
        return "";
    };
    nlohmann::json json = parentToJson({std::string(64, 'a'), "first", StepIndex{}, std::string(64, '0')});
    json["parent_run"] = "../../etc";
    EXPECT_EQ(placeOf(json), "parent.parent_run");
    json["parent_run"] = std::string(64, 'b');
    json["parent_step"] = -1;
    EXPECT_EQ(placeOf(json), "parent.parent_step");
    json["parent_step"] = 1;
    json["state_sha256"] = 3;
    EXPECT_EQ(placeOf(json), "parent.state_sha256");
    EXPECT_EQ(placeOf(nlohmann::json::array()), "parent");
}

}  // namespace
}  // namespace prunescope::run
