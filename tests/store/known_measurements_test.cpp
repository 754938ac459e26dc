// The measurements of the runs of a workspace: one that is there, none, and one that is damaged. What has not
// changed is not read again.

#include "store/known_measurements.h"

#include "store/measurement_file.h"
#include "support/example_measurement.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class KnownMeasurementsTest : public testing::Test {
protected:
    KnownMeasurementsTest() {
        for (const char* name : {"measured", "never", "damaged"}) {
            RunSummary run;
            run.id = name;
            run.folder = temporary / name;
            fs::create_directories(run.folder);
            runs.push_back(run);
        }
        storeMeasurement(RunFolder(runs[0].folder), test::exampleMeasurement());
        test::writeBytes(file(2), "{");
    }
    fs::path file(std::size_t run) const { return RunFolder(runs[run].folder).measurements(); }
    /// Other bytes, of which neither the size nor the time tells.
    void changeUnseen(std::size_t run) const {
        const auto time = fs::last_write_time(file(run));
        test::writeBytes(file(run), std::string(fs::file_size(file(run)), ' '));
        fs::last_write_time(file(run), time);
    }

    test::TemporaryFolder temporary;
    std::vector<RunSummary> runs;
    KnownMeasurements known;
};

TEST_F(KnownMeasurementsTest, OneOfThreeIsMeasured) {
    known.addTo(runs);
    ASSERT_NE(runs[0].measurement, nullptr);
    EXPECT_EQ(oneImageMs(runs[0]), 0.0384);
    EXPECT_EQ(oneImageSpeedup(runs[0]), 2.0);
    EXPECT_TRUE(runs[0].measurementProblem.empty());
    EXPECT_EQ(runs[1].measurement, nullptr);
    EXPECT_TRUE(runs[1].measurementProblem.empty());
    EXPECT_FALSE(oneImageMs(runs[1]));
    EXPECT_EQ(runs[2].measurement, nullptr);
    EXPECT_THAT(runs[2].measurementProblem.english(), HasSubstr("JSON"));
    EXPECT_FALSE(oneImageSpeedup(runs[2]));
}

TEST_F(KnownMeasurementsTest, WhatHasNotChangedIsNotReadAgain) {
    known.addTo(runs);
    const auto before = runs[0].measurement;
    changeUnseen(0);
    known.addTo(runs);
    EXPECT_EQ(runs[0].measurement, before);
    storeMeasurement(RunFolder(runs[1].folder), test::exampleMeasurement());
    known.addTo(runs);
    EXPECT_NE(runs[1].measurement, nullptr) << "a run that was measured meanwhile";
    fs::remove(file(2));
    runs[2].measurementProblem = {};
    known.addTo(runs);
    EXPECT_TRUE(runs[2].measurementProblem.empty());
}

TEST_F(KnownMeasurementsTest, ALinkAndAFolderAreNoMeasurement) {
    fs::create_symlink(file(0), file(1));
    fs::remove(file(2));
    fs::create_directory(file(2));
    known.addTo(runs);
    for (const std::size_t run : {1U, 2U}) {
        EXPECT_EQ(runs[run].measurement, nullptr);
        EXPECT_FALSE(runs[run].measurementProblem.empty());
    }
}

}  // namespace
}  // namespace prunescope::store
