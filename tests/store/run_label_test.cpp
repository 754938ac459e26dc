#include "store/run_label.h"

#include "base/error.h"
#include "store/child_process.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "store/run_recorder.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <string>
#include <vector>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

class RunLabelTest : public testing::Test {
protected:
    RunFolder folderOf(const std::string& name) {
        fs::create_directories(workspace / name);
        return RunFolder(workspace / name);
    }
    /// What the reader says of a file with these bytes; empty when it takes it.
    std::string refusalOf(const std::string& bytes) {
        const RunFolder folder = folderOf("damaged");
        test::writeBytes(folder.label(), bytes);
        try {
            readLabel(folder);
            return "";
        } catch (const Error& error) {
            EXPECT_THAT(error.where().english(), HasSubstr("label.json"));
            EXPECT_THAT(error.mend().english(), testing::Not(IsEmpty()));
            return error.problem().english();
        }
    }

    test::TemporaryFolder temporary;
    fs::path workspace = temporary / "runs";
};

TEST_F(RunLabelTest, IsKeptInAFileOfItsOwnAndEmptyLeavesNone) {
    const RunFolder folder = folderOf("run");
    EXPECT_EQ(readLabel(folder), RunLabel{});
    writeLabel(folder, {.name = "ベースライン é", .reference = true});
    EXPECT_EQ(readLabel(folder), (RunLabel{.name = "ベースライン é", .reference = true}));
    EXPECT_EQ(nlohmann::json::parse(test::readBytes(folder.label()))["name"], "ベースライン é");
    renameRun(folder, "other");
    EXPECT_EQ(readLabel(folder), (RunLabel{.name = "other", .reference = true}));
    setReference(folder, false);
    EXPECT_EQ(readLabel(folder), RunLabel{.name = "other"});
    renameRun(folder, "");
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(RunLabelTest, ANameIsOneCleanLineOfBoundedLength) {
    EXPECT_EQ(cleanName("  two words \t"), "two words");
    EXPECT_EQ(cleanName("   "), "");
    EXPECT_EQ(cleanName("a\nb\x1b[31m"),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD[31m");
    EXPECT_EQ(cleanName("\xff"), "\xEF\xBF\xBD");
    EXPECT_EQ(cleanName(std::string(5000, 'x')), std::string(longestName, 'x'));
    std::string letters;
    for (int i = 0; i < 300; ++i) letters += "枝";
    EXPECT_EQ(cleanName(letters).size(), 3 * longestName) << "whole characters of three bytes each";
}

TEST_F(RunLabelTest, AFileOfSomethingElseIsRefusedWithTheRemedy) {
    EXPECT_THAT(refusalOf("not JSON"), HasSubstr("JSON"));
    EXPECT_NE(refusalOf("{\"name\": \"cut"), "");
    EXPECT_NE(refusalOf(""), "");
    EXPECT_NE(refusalOf("{\"name\": \"\xff\"}"), "") << "not UTF-8";
    EXPECT_THAT(refusalOf("[1, 2]"), HasSubstr("is not an object"));
    EXPECT_THAT(refusalOf("{\"name\": 5}"), HasSubstr("is not a text"));
    EXPECT_THAT(refusalOf("{\"reference\": \"yes\"}"), HasSubstr("is not true or false"));
    EXPECT_NE(refusalOf("{\"name\": \"a\", \"name\": \"b\"}"), "");
    EXPECT_NE(refusalOf(std::string(10'000, '[')), "");
    EXPECT_NE(refusalOf("{\"name\": \"" + std::string(70'000, 'x') + "\"}"), "") << "larger than any label";
    EXPECT_EQ(refusalOf("{\"name\": null, \"of a later version\": [1]}"), "");
}

TEST_F(RunLabelTest, AFileThatIsNoFileIsNotFollowed) {
    const RunFolder folder = folderOf("run");
    test::writeBytes(temporary / "secret", "{\"name\": \"secret\"}");
    fs::create_symlink(temporary / "secret", folder.label());
    EXPECT_THROW(readLabel(folder), Error);
    renameRun(folder, "mine");
    EXPECT_EQ(readLabel(folder).name, "mine");
    EXPECT_EQ(test::readBytes(temporary / "secret"), "{\"name\": \"secret\"}") << "the link is replaced";
    fs::remove(folder.label());
    ASSERT_EQ(::mkfifo(folder.label().c_str(), 0600), 0);
    EXPECT_THROW(readLabel(folder), Error) << "it does not wait for a writer";
}

TEST_F(RunLabelTest, ANameFromAFileIsCleanedToo) {
    const RunFolder folder = folderOf("run");
    test::writeBytes(folder.label(), R"({"name": "  a\u001b\n "})");
    EXPECT_EQ(readLabel(folder).name, "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_F(RunLabelTest, AFolderThatMayNotBeWrittenToKeepsItsLabel) {
    const RunFolder folder = folderOf("run");
    writeLabel(folder, {.name = "before"});
    ::chmod(temporary.path().c_str(), 0755);
    ::chmod(folder.path().c_str(), 0555);
    constexpr uid_t nobody = 65534;
    test::ChildProcess child([&] {
        if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) return 97;
        try {
            renameRun(folder, "after");
            return 1;
        } catch (const Error& error) {
            return error.mend().english() == "Choose a folder that you may write to." ? 0 : 2;
        }
    });
    EXPECT_EQ(child.wait(), 0);
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(readLabel(folder).name, "before");
    EXPECT_THROW(renameRun(RunFolder(workspace / "gone"), "x"), Error);
    EXPECT_FALSE(fs::exists(workspace / "gone"));
}

TEST_F(RunLabelTest, AWorkspaceHasOneReference) {
    const RunFolder a = folderOf("a");
    const RunFolder b = folderOf("b");
    renameRun(a, "first");
    setReference(a, true);
    setReference(RunFolder(b.path().string() + "/"), true);
    EXPECT_EQ(readLabel(a), RunLabel{.name = "first"});
    EXPECT_TRUE(readLabel(b).reference);
    setReference(b, true);
    EXPECT_TRUE(readLabel(b).reference) << "it does not take the mark from itself";
}

TEST_F(RunLabelTest, TheListShowsItOfFinishedAndOfLiveRuns) {
    const RunFolder finished = folderOf("finished");
    test::recordExample(finished, 20);
    const std::string record = test::readBytes(finished.database());
    writeLabel(finished, {.name = "best so far", .reference = true});
    EXPECT_EQ(test::readBytes(finished.database()), record) << "the record is what it was";
    const RunFolder live = folderOf("live");
    RunRecorder recorder(live);
    recorder.begin(test::exampleHeader());
    renameRun(live, "going on");

    EXPECT_EQ(summarizeRun(finished).name, "best so far");
    EXPECT_TRUE(summarizeRun(finished).reference);
    EXPECT_EQ(summarizeRun(live).name, "going on");
    EXPECT_TRUE(summarizeRun(live).live);
    EXPECT_TRUE(summarizeRun(finished).error.empty());
}

TEST_F(RunLabelTest, ADamagedLabelHidesNothingElseOfTheRun) {
    const RunFolder folder = folderOf("run");
    test::recordExample(folder, 20);
    test::writeBytes(folder.label(), "{");
    const RunSummary summary = summarizeRun(folder);
    EXPECT_EQ(summary.name, "");
    EXPECT_EQ(summary.testAccuracy, 153.0 / 183.0);
    EXPECT_THAT(summary.error.english(), HasSubstr("the name of the run cannot be read"));
}

}  // namespace
}  // namespace prunescope::store
