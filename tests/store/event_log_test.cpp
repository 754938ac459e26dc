// The events of a run without the rest of its record.

#include "store/example_run.h"
#include "store/run_reader.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace prunescope::store {
namespace {

TEST(EventLog, HasEveryEventAndTheNamesOfTheLayers) {
    const test::TemporaryFolder folder;
    test::recordExample(RunFolder(folder.path()), 20);
    const ReadRun log = readEventLog(RunFolder(folder.path()));
    EXPECT_TRUE(log.problems.empty());
    ASSERT_EQ(log.record.events.size(), 2U);
    EXPECT_EQ(log.record.events[1].reason, test::exampleEvent(2).reason);
    EXPECT_EQ(run::prunableNames(log.record.header.network), (std::vector<std::string>{"fc1", "fc2"}));
    EXPECT_TRUE(log.record.samples.empty());
    EXPECT_TRUE(log.record.layerStatistics.empty());
}

TEST(EventLog, OfWhatIsNoDatabaseThereIsNone) {
    const test::TemporaryFolder folder;
    const RunFolder run(folder.path());
    test::writeBytes(run.database(), std::string(5000, 'x'));
    EXPECT_THROW(readEventLog(run), Error);
}

}  // namespace
}  // namespace prunescope::store
