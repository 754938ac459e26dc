#include "run/audit_event.h"

#include "base/error.h"
#include "run/recorded_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prunescope::run {
namespace {

EventValues afterWriting(const EventValues& values) {
    return eventValuesFromJson(eventValuesToJson(values));
}

TEST(EventValues, ComeBackAsTheyWereWritten) {
    SparsitySchedule schedule{ScheduleShape::drawn, 0.1, 0.9, StepIndex{3}, StepIndex{90}, {},
                              {{0, 0.1}, {1, 0.9}}};
    schedule.freeze = neverFrozen;
    for (const EventValues& values :
         {EventValues{}, EventValues{schedule}, EventValues{AttentionStrengths{{1, 0.1 + 0.2}}},
          EventValues{EnteredPhase{Phase::exploitation, 0.75}}, EventValues{RecordingPlace{"/a \"b\""}},
          EventValues{OtherValues{R"({"odd":1.5})"}}}) {
        EXPECT_EQ(afterWriting(values), values) << eventValuesText(values);
    }
}

TEST(EventValues, ALayerWithoutStrengthIsNull) {
    const EventValues values = AttentionStrengths{{1, std::numeric_limits<double>::quiet_NaN()}};
    EXPECT_EQ(eventValuesText(values), R"({"z":[1.0,null]})");
    EXPECT_TRUE(std::isnan(std::get<AttentionStrengths>(afterWriting(values)).z[1]));
}

TEST(EventValues, WhatThisVersionWouldNotWriteTheSameIsKeptAsItStands) {
    for (const char* json : {R"({"target":0.9})", R"({"shape":"round"})", R"({"z":[1,"x"]})", R"({"z":2})",
                             R"({"folder":"a","since":3})", R"({"phase":"sleep","sparsity":0})",
                             R"({"phase":"exploitation"})", "[1]", "7", R"("text")"}) {
        const EventValues values = eventValuesFromJson(nlohmann::json::parse(json));
        ASSERT_TRUE(std::holds_alternative<OtherValues>(values)) << json;
        EXPECT_EQ(eventValuesText(values), json);
    }
}

TEST(RecordedText, KeepsASentenceAndItsValues) {
    const Text text = Text::of("{}: {}", "fc1", Text::of("has {} weights", 7));
    const std::string recorded = recordedText(text);
    EXPECT_EQ(recorded, R"({"id":"{}: {}","values":["fc1",{"id":"has {} weights","values":["7"]}]})");
    EXPECT_EQ(textFromRecord(recorded, "note"), text);
    EXPECT_EQ(recordedText({}), "");
    EXPECT_TRUE(textFromRecord("", "note").empty());
    EXPECT_EQ(recordedText(std::string("ana's words")), R"("ana's words")");
    EXPECT_FALSE(textFromRecord(R"("ana's words")", "note").isSentence());
}

TEST(RecordedText, RefusesWhatIsNone) {
    for (const char* bad :
         {"{", "7", "[]", R"({"id":3})", R"({"id":"a","values":"b"})", R"({"id":"a","values":[null]})"}) {
        EXPECT_THROW(textFromRecord(bad, "note"), Error) << bad;
    }
    std::string deep = R"("x")";
    for (int i = 0; i < 100; ++i) deep = R"({"id":"{}","values":[)" + deep + "]}";
    EXPECT_THROW(textFromRecord(deep, "note"), Error);
    std::string wide = R"({"id":"{}","values":["x")";
    for (int i = 0; i < 1000; ++i) wide += R"(,"x")";
    EXPECT_THROW(textFromRecord(wide + "]}", "note"), Error);
}

}  // namespace
}  // namespace prunescope::run
