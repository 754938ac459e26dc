// A report that lacks a part of the record never takes the place of one that is there.

#include "workspace/run_report.h"

#include "base/error.h"
#include "store/example_run.h"
#include "store/measurement_file.h"
#include "support/example_measurement.h"
#include "support/temporary_folder.h"
#include "workspace/opened_run.h"

#include <gmock/gmock.h>

namespace prunescope::workspace {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class RunReportTest : public testing::Test {
protected:
    RunReportTest() { record("run"); }

    store::RunFolder record(const std::string& name) const {
        std::filesystem::create_directory(folder / name);
        test::recordExample(store::RunFolder(folder / name), 40);
        return store::RunFolder(folder / name);
    }
    void damage(const std::string& name) const {
        test::tamper(folder / name / "run.db", "UPDATE samples SET phase = 7 WHERE step = 3");
    }

    test::TemporaryFolder folder;
    store::RunFolder run{folder / "run"};
};

TEST_F(RunReportTest, OfAWholeRecordIsWrittenWhereItIsWanted) {
    const report::ReportInput input = readReportInput(run);
    EXPECT_THAT(input.problems, IsEmpty());
    EXPECT_EQ(input.runId, "run");
    for (int again = 0; again < 2; ++again) EXPECT_EQ(writeReport(input, run.report()), run.report());
    EXPECT_TRUE(exists(run.report() / "index.html"));
}

TEST_F(RunReportTest, ThatIsIncompleteGoesBesideWhatIsThere) {
    writeReport(readReportInput(run), run.report());
    const std::string whole = test::readBytes(run.report() / "index.html");
    damage("run");
    const report::ReportInput input = readReportInput(run);
    ASSERT_EQ(input.problems.size(), 1U);
    EXPECT_EQ(writeReport(input, run.report()), run.path() / "report-incomplete");
    EXPECT_EQ(writeReport(input, run.report()), run.path() / "report-incomplete-2");
    EXPECT_EQ(test::readBytes(run.report() / "index.html"), whole);
}

TEST_F(RunReportTest, ThatIsIncompleteIsWrittenWhereNothingIs) {
    damage("run");
    const report::ReportInput input = readReportInput(run);
    std::filesystem::create_directory(folder / "empty");
    EXPECT_EQ(writeReport(input, folder / "empty"), folder / "empty");
    EXPECT_EQ(reportPlace(input, folder / "new"), folder / "new");
}

TEST_F(RunReportTest, HasTheNewestMeasurementOfTheRunsSpeed) {
    EXPECT_FALSE(readReportInput(run).speed);
    run::Measurement measurement = test::exampleMeasurement();
    store::storeMeasurement(run, measurement);
    measurement.batch = 7;
    store::storeMeasurement(run, measurement);
    const report::ReportInput input = readReportInput(run);
    ASSERT_TRUE(input.speed);
    EXPECT_EQ(input.speed->batch, 7);
    EXPECT_THAT(input.problems, IsEmpty());
}

TEST_F(RunReportTest, AMeasurementThatCannotBeReadMakesItIncomplete) {
    test::writeBytes(run.measurements(), "{");
    const report::ReportInput input = readReportInput(run);
    EXPECT_FALSE(input.speed);
    ASSERT_EQ(input.problems.size(), 1U);
    EXPECT_THAT(input.problems.front().english(), HasSubstr("measurement.json: is not valid JSON"));
}

TEST_F(RunReportTest, AFileKeepsItsExtension) {
    report::ReportInput input{.runId = "run", .record = {}, .problems = {Text("lost")}};
    test::writeBytes(folder / "run.v2.pdf", "a whole report");
    EXPECT_EQ(reportPlace(input, folder / "run.v2.pdf"), folder / "run.v2-incomplete.pdf");
    std::filesystem::create_symlink("nowhere", folder / "run.v2-incomplete.pdf");
    EXPECT_EQ(reportPlace(input, folder / "run.v2.pdf"), folder / "run.v2-incomplete-2.pdf");
    input.problems.clear();
    EXPECT_EQ(reportPlace(input, folder / "run.v2.pdf"), folder / "run.v2.pdf");
}

TEST_F(RunReportTest, AReferenceThatIsDamagedMakesItIncomplete) {
    const store::RunFolder other = record("other");
    damage("other");
    report::ReportInput input = readReportInput(run);
    addReference(input, other);
    ASSERT_TRUE(input.reference);
    EXPECT_EQ(input.reference->id, "other");
    ASSERT_EQ(input.problems.size(), 1U);
    EXPECT_THAT(input.problems.front().english(), HasSubstr("reference run"));
    EXPECT_THROW(addReference(input, store::RunFolder(folder / "none")), Error);
}

TEST_F(RunReportTest, ARunThatIsRecordedNowSaysSo) {
    EXPECT_FALSE(openRun(run).recorded);
    std::filesystem::create_directory(folder / "live");
    const store::RunFolder live(folder / "live");
    store::RunRecorder recorder(live);
    recorder.begin(test::exampleHeader());
    EXPECT_TRUE(openRun(live).recorded);
    recorder.finish(test::exampleOutcome());
    EXPECT_FALSE(openRun(live).recorded) << "its folder is held, but it has ended";
}

TEST_F(RunReportTest, ARunHasOneNameWhicheverWayItsFolderIsNamed) {
    std::filesystem::create_directory_symlink(run.path(), folder / "link");
    for (const auto& path :
         {run.path(), run.path() / "", run.path() / ".", run.path() / ".." / "run", folder / "link"})
        EXPECT_EQ(openRun(store::RunFolder(path)).id, "run") << path;
}

}  // namespace
}  // namespace prunescope::workspace
