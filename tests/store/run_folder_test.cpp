#include "store/run_folder.h"

#include "base/error.h"
#include "run/config_io.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "store/run_reader.h"
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

TEST(CreateRunFolder, RecordsWhereTheDataIsFromWhereverItWasGiven) {
    const TemporaryFolder temporary;
    run::RunConfig config;
    config.dataDir = "data";
    const RunFolder folder = createRunFolder(temporary.path(), config, 0);
    EXPECT_EQ(run::configFromText(test::readBytes(folder.config()), "").dataDir,
              (std::filesystem::current_path() / "data").string());
    run::RunHeader header = test::exampleHeader();
    header.config.dataDir = "data";
    {
        RunRecorder recorder(folder);
        recorder.begin(header);
    }
    EXPECT_EQ(readRun(folder).record.header.config.dataDir,
              (std::filesystem::current_path() / "data").string());
    config.dataDir.clear();
    EXPECT_EQ(run::configFromText(test::readBytes(createRunFolder(temporary.path(), config, 0).config()), "")
                  .dataDir,
              "")
        << "the usual places stay the usual places";
}

TEST(CreateRunFolder, RefusesAPathThatCannotBeRecorded) {
    const TemporaryFolder temporary;
    run::RunConfig config;
    EXPECT_THROW(createRunFolderAt(temporary / "r\xe9sultats", config), UsageError);
    EXPECT_THROW(createRunFolderAt("", config), UsageError);
    config.dataDir = "/data/\xe9t\xe9";
    try {
        createRunFolder(temporary.path(), config, 0);
        FAIL() << "no error";
    } catch (const UsageError& error) {
        EXPECT_NE(error.problem().english().find("/data/\\xE9t\\xE9"), std::string::npos) << error.what();
    }
    EXPECT_TRUE(std::filesystem::is_empty(temporary.path()));
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

TEST(CreateRunFolderAt, IsNotPutAmongOtherFiles) {
    const TemporaryFolder temporary;
    for (const char* file : {"index.html", "notes.txt", ".git"}) {
        const auto folder = temporary / (std::string("with ") + file);
        std::filesystem::create_directory(folder);
        test::writeBytes(folder / file, "precious");
        EXPECT_THROW(createRunFolderAt(folder, {}), UsageError) << file;
        EXPECT_EQ(
            std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()),
            1);
    }
    EXPECT_THROW(createRunFolderAt("/", {}), UsageError);
}

/// What a kill leaves between the creation of the folder and the first record.
TEST(CreateRunFolderAt, TakesAFolderInWhichNothingWasRecorded) {
    const TemporaryFolder temporary;
    run::RunConfig config;
    const auto retaken = [&](const std::string& name) {
        const RunFolder folder = createRunFolderAt(temporary / name, config);
        test::recordExample(folder, 20);
        return readRun(folder).record.samples.size();
    };
    createRunFolderAt(temporary / "claimed", config);
    EXPECT_EQ(retaken("claimed"), 20U);

    std::filesystem::create_directory(temporary / "by an older program");
    test::writeBytes(temporary / "by an older program/config.json", "");
    EXPECT_EQ(retaken("by an older program"), 20U);

    const RunFolder created = createRunFolderAt(temporary / "created", config);
    test::writeBytes(created.database(), "");
    EXPECT_EQ(retaken("created"), 20U);

    const RunFolder begun = createRunFolderAt(temporary / "begun", config);
    Database(begun.database(), OpenMode::create).execute("PRAGMA journal_mode = WAL");
    config.seed = 5;
    EXPECT_EQ(retaken("begun"), 20U) << "even for another configuration";

    const RunFolder emptyTables = createRunFolderAt(temporary / "tables", config);
    { const RunRecorder recorder(emptyTables); }
    EXPECT_EQ(retaken("tables"), 20U);
}

TEST(CreateRunFolderAt, LeavesWhatMayBeARunAlone) {
    const TemporaryFolder temporary;
    run::RunConfig config;
    createRunFolderAt(temporary / "other", config);
    config.seed = 5;
    EXPECT_THROW(createRunFolderAt(temporary / "other", config), UsageError) << "a configuration of its own";

    const RunFolder folder = createRunFolderAt(temporary / "run", config);
    {
        RunRecorder recorder(folder);
        EXPECT_THROW(createRunFolderAt(folder.path(), config), Error) << "it is going on";
        recorder.begin(test::exampleHeader());
    }
    EXPECT_THROW(createRunFolderAt(folder.path(), config), UsageError);
    EXPECT_EQ(readRun(folder).record.header.totalSteps, 6450);

    const RunFolder logAlone = createRunFolderAt(temporary / "log", config);
    test::writeBytes(logAlone.databaseLog(), "records");
    EXPECT_THROW(createRunFolderAt(logAlone.path(), config), UsageError);
    EXPECT_EQ(test::readBytes(logAlone.databaseLog()), "records");

    const RunFolder damaged = createRunFolderAt(temporary / "damaged", config);
    test::writeBytes(damaged.database(), std::string(5000, 'x'));
    EXPECT_THROW(createRunFolderAt(damaged.path(), config), UsageError);
    EXPECT_EQ(test::readBytes(damaged.database()).size(), 5000U);
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
    EXPECT_EQ(runs[1].sparsity, test::exampleEvaluation(40, run::Split::test).sparsity) << "measured last";
    EXPECT_EQ(runs[1].testAccuracy, 153.0 / 183.0);
    EXPECT_EQ(runs[1].testImages, 183);
    // 100 / 116, 102 / 122 and 104 / 128.
    EXPECT_NEAR(testQuality(runs[1], "macro_f1").value_or(0), 0.836878, 1e-6);
    EXPECT_FALSE(testQuality(runs[1], "rmse"));
    EXPECT_EQ(runs[1].startedMs, test::exampleStartMs);
    // Of 600 weights 60 in 300 rows, of 200 weights 20 in 100 rows, and 4 biases:
    // 8 x 60 + 4 x 301 + 8 x 20 + 4 x 101 + 4 x 4.
    EXPECT_EQ(runs[1].storedBytes, 2264);
    EXPECT_EQ(runs[0].storedBytes, 4 * 804) << "nothing is pruned yet";
    EXPECT_FALSE(runs[2].storedBytes);
    EXPECT_TRUE(runs[1].error.empty());

    EXPECT_EQ(runs[2].id, "broken");
    EXPECT_NE(runs[2].error.english().find("not a database"), std::string::npos) << runs[2].error;
    EXPECT_EQ(runs[2].model, "mlp:300,100") << "config.json can still be read";
}

TEST(ListRuns, NamesARunThatNeverBegan) {
    const TemporaryFolder temporary;
    createRunFolderAt(temporary / "early", {});
    const auto runs = listRuns(temporary.path());
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_NE(runs[0].error.english().find("run.db is missing"), std::string::npos) << runs[0].error;
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
