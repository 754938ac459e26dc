// A run from its configuration to its folder; several in one process. Run under ThreadSanitizer too.

#include "workspace/recorded_run.h"

#include "base/error.h"
#include "data/idx_fixtures.h"
#include "store/example_run.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "workspace/opened_run.h"

#include <gtest/gtest.h>

#include <optional>

namespace prunescope::workspace {
namespace {

class RecordedRunTest : public testing::Test {
protected:
    RecordedRunTest() {
        test::writeTinyMnist(folder.path());
        config = test::smallRun(folder.path(), "mlp:16", 10);
        config.threads = 2;
    }

    std::unique_ptr<RecordedRun> start(const RunPlace& place) const {
        return std::make_unique<RecordedRun>(prepareRun(train::ResolvedConfig(config)), place, clock, false);
    }
    std::unique_ptr<RecordedRun> startAt(const std::string& name) const {
        return start({.workspace = {}, .exactly = folder / name});
    }
    std::string weightsOf(const std::string& name) const {
        return test::readBytes(folder / name / "final.weights");
    }

    test::TemporaryFolder folder;
    run::RunConfig config;
    session::SystemClock clock;
};

TEST_F(RecordedRunTest, HandsOutAllThatItsFolderHolds) {
    run::RecordBatch seen;
    store::RunFolder where{{}};
    {
        const auto live = start({.workspace = folder / "runs"});
        for (bool ended = false; !ended;) {
            ended = live->session().waitFor(1);
            run::RecordBatch next = live->drain();
            next.prepend(std::move(seen));
            seen = std::move(next);
        }
        where = live->folder();
    }
    EXPECT_EQ(where.path().parent_path(), folder / "runs");
    const OpenedRun opened = openRun(where);
    EXPECT_TRUE(opened.problems.empty());
    EXPECT_EQ(opened.record.outcome.state, run::RunState::finished);
    EXPECT_EQ(seen.samples.size(), opened.record.samples.size());
    EXPECT_EQ(seen.layerStatistics.size(), opened.record.layerStatistics.size());
    EXPECT_EQ(seen.maskUpdates, opened.record.maskUpdates);
    EXPECT_EQ(seen.evaluations.size(), opened.record.evaluations.size());
    EXPECT_EQ(seen.events.size(), opened.record.events.size());
    EXPECT_EQ(seen.header->config.methodOptions, opened.record.header.config.methodOptions);
    EXPECT_FALSE(test::readBytes(where.weights()).empty());
}

TEST_F(RecordedRunTest, ThreeInOneProcessTrainToTheBitsOfOneAlone) {
    startAt("alone")->session().wait();
    std::vector<std::unique_ptr<RecordedRun>> together;
    for (const char* name : {"first", "second", "third"}) {
        // The number of threads does not matter either.
        config.threads = 1 + static_cast<std::int64_t>(together.size());
        together.push_back(startAt(name));
    }
    for (const auto& live : together) EXPECT_EQ(live->session().wait().state, run::RunState::finished);
    together.clear();
    const std::string alone = weightsOf("alone");
    ASSERT_FALSE(alone.empty());
    for (const char* name : {"first", "second", "third"}) EXPECT_EQ(weightsOf(name), alone) << name;
}

TEST_F(RecordedRunTest, TakesNoFolderThatHoldsSomething) {
    std::filesystem::create_directory(folder / "taken");
    test::writeBytes(folder / "taken" / "letter.txt", "dear");
    EXPECT_THROW(startAt("taken"), UsageError);
    EXPECT_EQ(test::readBytes(folder / "taken" / "letter.txt"), "dear");
}

TEST_F(RecordedRunTest, IsNotPreparedFromDataThatIsNotThere) {
    config.dataDir = (folder / "nothing").string();
    EXPECT_THROW(prepareRun(train::ResolvedConfig(config)), Error);
}

}  // namespace
}  // namespace prunescope::workspace
