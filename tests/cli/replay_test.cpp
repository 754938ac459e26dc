// `verify --replay` on the command line: a plain verdict, JSON, and exit statuses.

#include "cli/cli_fixture.h"
#include "store/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace prunescope::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class CliReplay : public CliFixture {
protected:
    Answer verify(const std::vector<std::string>& options) const {
        std::vector<std::string> words{"verify", path("run")};
        words.insert(words.end(), options.begin(), options.end());
        return runCli(words);
    }
};

TEST_F(CliReplay, AnHonestRunHoldsAsAWholeAndInWindows) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    const Answer whole = verify({"--replay"});
    EXPECT_EQ(whole.status, 0) << whole.output << whole.error;
    EXPECT_THAT(whole.output, HasSubstr("all on record came out bit by bit"));
    const Answer windows = verify({"--replay-windows", "1", "--json"});
    EXPECT_EQ(windows.status, 0) << windows.output << windows.error;
    const Json first = Json::parse(windows.output)["replay"];
    EXPECT_EQ(first["holds"], true);
    EXPECT_EQ(first["windows"].size(), 1U);
    const std::string dice = std::to_string(first["dice"].get<std::int64_t>());
    const Answer again = verify({"--replay-windows", "1", "--dice", dice, "--json"});
    EXPECT_EQ(Json::parse(again.output)["replay"]["windows"], first["windows"]);
    EXPECT_THAT(verify({"--replay-windows", "1"}).output, HasSubstr("windows drawn by --dice "));
}

TEST_F(CliReplay, AChangedLossIsNamedWithStepExpectedAndFound) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    store::Database(folder_ / "run/run.db", store::OpenMode::modify)
        .execute("UPDATE samples SET loss = 0.25 WHERE step = 5");
    const Answer words = verify({"--replay"});
    EXPECT_EQ(words.status, 1);
    EXPECT_THAT(words.output,
                HasSubstr("replay: does NOT hold: step 5, samples: loss is 0.25 on record, and "));
    const Json difference = Json::parse(verify({"--replay", "--json"}).output)["replay"]["difference"];
    EXPECT_EQ(difference["step"], 5);
    EXPECT_EQ(difference["table"], "samples");
    EXPECT_EQ(difference["field"], "loss");
    EXPECT_EQ(difference["expected"], "0.25");
}

/// Another program may compute other bits: that it does is no sign of tampering.
TEST_F(CliReplay, WhatAnotherProgramRecordedIsNotAccused) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    store::Database(folder_ / "run/run.db", store::OpenMode::modify)
        .execute(
            "UPDATE samples SET loss = 0.25 WHERE step = 5; UPDATE run_header SET provenance = "
            "json_set(provenance, '$.compiler', 'another')");
    const Answer words = verify({"--replay"});
    EXPECT_EQ(words.status, 1);
    EXPECT_THAT(words.output, HasSubstr("this machine's bits differ, which says nothing of the record"));
    EXPECT_EQ(Json::parse(verify({"--replay", "--json"}).output)["replay"]["same_program"], false);
}

TEST_F(CliReplay, DataThatAreNotThereAndWrongRequestsAreSaid) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    EXPECT_EQ(verify({"--replay-windows", "0"}).status, 2);
    EXPECT_EQ(verify({"--dice", "3"}).status, 2);
    EXPECT_EQ(verify({"--replay", "--replay-windows", "3"}).status, 2);
    std::filesystem::remove(folder_ / "train-labels-idx1-ubyte");
    const Answer missing = verify({"--replay"});
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.output, HasSubstr("train-labels-idx1-ubyte"));
}

}  // namespace
}  // namespace prunescope::test
