#include "store/run_folder.h"

#include "base/error.h"
#include "run/config_io.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace prunescope::store {
namespace {

using test::TemporaryFolder;

TEST(RunName, SaysWhenAndWhatInWordsThatSort) {
    run::RunConfig config;
    EXPECT_EQ(runName(config, test::exampleStartMs), "2026-11-24_041530_fashion-mnist_lenet-5_map_95");
    config.schedule.target = 0.975;
    config.model = "mlp:300,100";
    EXPECT_EQ(runName(config, 0), "1970-01-01_000000_fashion-mnist_mlp-300-100_map_97.5");
}

TEST(RunName, HoldsNothingThatLeavesTheWorkspace) {
    run::RunConfig config;
    config.dataset = "../../etc/\n\xff";
    config.model = std::string(5000, 'A');
    const std::string name = runName(config, -5);
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_"), std::string::npos) << name;
    EXPECT_LT(name.size(), 150U);
    EXPECT_EQ(name.substr(0, 4), "1970");
}

TEST(CreateRunFolder, WritesTheConfigurationWhereItReadsBack) {
    const TemporaryFolder temporary;
    run::RunConfig config;
    config.seed = 5;
    const RunFolder folder = createRunFolder(temporary / "work/space", config, test::exampleStartMs);
    const std::string text = test::readBytes(folder.config());
    EXPECT_EQ(run::configFromText(text, "config.json").seed, 5);
    EXPECT_NE(text.find("\n    \"seed\": 5"), std::string::npos) << text;
}

TEST(CreateRunFolder, KeepsAConfigurationWithAPathThatIsNotUtf8) {
    const TemporaryFolder temporary;
    run::RunConfig config;
    config.dataDir = "/data/\xe9t\xe9";
    const RunFolder folder = createRunFolder(temporary.path(), config, 0);
    EXPECT_EQ(run::configFromText(test::readBytes(folder.config()), "").dataDir,
              "/data/\xef\xbf\xbdt\xef\xbf\xbd");
}

TEST(CreateRunFolder, NumbersRunsOfTheSameName) {
    const TemporaryFolder temporary;
    const run::RunConfig config;
    const std::string name = runName(config, 0);
    EXPECT_EQ(createRunFolder(temporary.path(), config, 0).path().filename(), name);
    EXPECT_EQ(createRunFolder(temporary.path(), config, 0).path().filename(), name + "-2");
    EXPECT_EQ(createRunFolder(temporary.path(), config, 0).path().filename(), name + "-3");
}

TEST(CreateRunFolder, GivesEveryCallerAFolderOfItsOwn) {
    const TemporaryFolder temporary;
    std::vector<std::string> names(40);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (std::size_t i = t; i < names.size(); i += 4) {
                    names[i] = createRunFolder(temporary.path(), {}, 0).path().string();
                }
            });
        }
    }
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST(CreateRunFolderAt, UsesExactlyTheNamedFolder) {
    const TemporaryFolder temporary;
    std::filesystem::create_directory(temporary / "there");
    EXPECT_EQ(createRunFolderAt(temporary / "there", {}).path(), temporary / "there");
    EXPECT_TRUE(std::filesystem::exists(createRunFolderAt(temporary / "a/b/c", {}).config()));
}

TEST(CreateRunFolderAt, NeverOverwritesARun) {
    const TemporaryFolder temporary;
    for (const char* file : {"config.json", "run.db", "final.weights"}) {
        const auto folder = temporary / (std::string("with ") + file);
        std::filesystem::create_directory(folder);
        test::writeBytes(folder / file, "precious");
        EXPECT_THROW(createRunFolderAt(folder, {}), UsageError) << file;
        EXPECT_EQ(test::readBytes(folder / file), "precious");
    }
}

TEST(CreateRunFolder, ExplainsAFolderThatCannotBe) {
    const TemporaryFolder temporary;
    test::writeBytes(temporary / "file", "");
    EXPECT_THROW(createRunFolder(temporary / "file/below", {}, 0), Error);
    EXPECT_THROW(createRunFolderAt(temporary / "file/below", {}), Error);
    EXPECT_THROW(createRunFolderAt(temporary / "file", {}), Error);
}

TEST(ListRuns, ShowsWhatIsKnownOfEachRunNewestFirst) {
    const TemporaryFolder temporary;
    const run::RunHeader header = test::exampleHeader();
    const RunFolder finished = createRunFolder(temporary.path(), header.config, test::exampleStartMs);
    test::recordExample(finished, 40);

    const RunFolder newer = createRunFolderAt(temporary / "newer", header.config);
    RunRecorder recorder(newer);
    run::RunHeader later = header;
    later.provenance.startedMs += 1000;
    recorder.begin(later);

    std::filesystem::create_directory(temporary / "no run");
    const RunFolder broken = createRunFolderAt(temporary / "broken", header.config);
    test::writeBytes(broken.database(), std::string(5000, 'x'));

    const auto runs = listRuns(temporary.path());
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].id, "newer");
    EXPECT_EQ(runs[0].state, run::RunState::running);
    EXPECT_TRUE(runs[0].live);
    EXPECT_FALSE(runs[0].testAccuracy.has_value());

    EXPECT_EQ(runs[1].id, finished.path().filename());
    EXPECT_EQ(runs[1].dataset, "fashion-mnist");
    EXPECT_EQ(runs[1].model, "mlp:300,100");
    EXPECT_EQ(runs[1].method, "map");
    EXPECT_EQ(runs[1].targetSparsity, 0.975);
    EXPECT_EQ(runs[1].epochs, 15);
    EXPECT_EQ(runs[1].state, run::RunState::stopped);
    EXPECT_FALSE(runs[1].live);
    EXPECT_EQ(runs[1].epochsDone, test::exampleSample(40).epoch);
    EXPECT_EQ(runs[1].sparsity, test::exampleSample(40).sparsity);
    EXPECT_EQ(runs[1].testAccuracy, 153.0 / 183.0);
    EXPECT_EQ(runs[1].startedMs, test::exampleStartMs);
    EXPECT_EQ(runs[1].error, "");

    EXPECT_EQ(runs[2].id, "broken");
    EXPECT_NE(runs[2].error.find("not a database"), std::string::npos) << runs[2].error;
    EXPECT_EQ(runs[2].model, "mlp:300,100") << "config.json can still be read";
}

TEST(ListRuns, NamesARunThatNeverBegan) {
    const TemporaryFolder temporary;
    createRunFolderAt(temporary / "early", {});
    const auto runs = listRuns(temporary.path());
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_NE(runs[0].error.find("run.db is missing"), std::string::npos) << runs[0].error;
}

TEST(ListRuns, ExplainsAWorkspaceThatIsNotThere) {
    const TemporaryFolder temporary;
    EXPECT_TRUE(listRuns(temporary.path()).empty());
    EXPECT_THROW(listRuns(temporary / "none"), Error);
}

TEST(SummarizeRun, NamesAFolderWithASlashAtItsEnd) {
    const TemporaryFolder temporary;
    EXPECT_EQ(summarizeRun(RunFolder(temporary.path().string() + "/run/")).id, "run");
}

}  // namespace
}  // namespace prunescope::store
