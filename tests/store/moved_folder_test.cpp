// What a recorder does when its folder is renamed, removed or tampered with in mid-run.

#include "store/recording_trouble.h"

namespace prunescope::store {
namespace {

TEST_F(RecordingTrouble, ARenamedFolderGetsWhatFollows) {
    start();
    fs::rename(folder_.path(), workspace() / "elsewhere");
    recordMore(100);
    recorder_->flush();
    EXPECT_FALSE(inTrouble());
    EXPECT_EQ(recorder_->folder(), workspace() / "elsewhere");
    recordMore(100);
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, workspace() / "elsewhere/final.weights");
    EXPECT_TRUE(saved.trouble.empty());
    recorder_->finish(test::exampleOutcome());
    EXPECT_NE(recorder_->note().english().find((workspace() / "elsewhere").string()), std::string::npos);
    expectWhole(workspace() / "elsewhere");
    EXPECT_EQ(test::readBytes(workspace() / "elsewhere/final.weights"), "weights");
    EXPECT_FALSE(fs::exists(folder_.path())) << "nothing is made where it was";
}

TEST_F(RecordingTrouble, ARenamedFolderIsKnownFromAnImpostor) {
    start();
    fs::rename(folder_.path(), workspace() / "elsewhere");
    fs::create_directory(folder_.path());
    test::writeBytes(folder_.database(), "mine");
    test::writeBytes(folder_.databaseLog(), "mine");
    recordMore(100);
    EXPECT_EQ(recorder_->saveWeights("weights").path, workspace() / "elsewhere/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(workspace() / "elsewhere");
    EXPECT_EQ(test::readBytes(folder_.database()), "mine");
    EXPECT_EQ(test::readBytes(folder_.databaseLog()), "mine");
}

TEST_F(RecordingTrouble, AFolderAboveMayBeRenamedToo) {
    start();
    fs::rename(workspace(), temporary_ / "archive");
    recordMore(100);
    EXPECT_EQ(recorder_->saveWeights("weights").path, temporary_ / "archive/run/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(temporary_ / "archive/run");
}

TEST_F(RecordingTrouble, ARemovedFolderIsNoticedAndTheRunSavedBesideIt) {
    start();
    fs::remove_all(folder_.path());
    ASSERT_TRUE(eventually([&] { return inTrouble(); })) << "even when nothing is recorded";
    EXPECT_NE(recorder_->trouble()->reason.english().find("was removed"), std::string::npos);
    recordMore(100);
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, workspace() / "run-saved/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(workspace() / "run-saved");
}

TEST_F(RecordingTrouble, AFolderWhoseWorkspaceWasRemovedIsSavedAmongTheUsersOwn) {
    start();
    fs::remove_all(workspace());
    recordMore(100);
    const auto saved = recorder_->saveWeights("weights");
    EXPECT_EQ(saved.path, temporary_ / "state/prunescope/run-saved/final.weights");
    recorder_->finish(test::exampleOutcome());
    expectWhole(temporary_ / "state/prunescope/run-saved");
    EXPECT_FALSE(fs::exists(workspace()));
}

TEST_F(RecordingTrouble, AFileInThePlaceOfTheFolderIsLeftAlone) {
    start();
    fs::remove_all(folder_.path());
    test::writeBytes(folder_.path(), "mine");
    recordMore(100);
    recorder_->saveWeights("weights");
    recorder_->finish(test::exampleOutcome());
    EXPECT_EQ(test::readBytes(folder_.path()), "mine");
    expectWhole(workspace() / "run-saved");
}

TEST_F(RecordingTrouble, ADatabaseThatWasRemovedOrReplacedIsSavedWithAllItHeld) {
    for (const bool replaced : {false, true}) {
        steps_ = 0;
        recorder_.reset();
        fs::remove_all(workspace());
        start();
        fs::remove(folder_.database());
        if (replaced) test::writeBytes(folder_.database(), "mine");
        recordMore(100);
        ASSERT_TRUE(eventually([&] { return inTrouble(); }));
        recorder_->finish(test::exampleOutcome());
        expectWhole(workspace() / "run-saved");
        EXPECT_EQ(fs::exists(folder_.database()), replaced);
    }
}

TEST_F(RecordingTrouble, SQLitesOwnFilesMayBeRemovedOrCutShort) {
    using Harm = std::function<void(const RunFolder&)>;
    const auto index = [](const RunFolder& folder) { return folder.path() / "run.db-shm"; };
    const std::vector<Harm> harms{
        [&](const RunFolder& folder) { fs::resize_file(index(folder), 0); },
        [&](const RunFolder& folder) { fs::resize_file(index(folder), 100); },
        [&](const RunFolder& folder) { fs::remove(index(folder)); },
        [&](const RunFolder& folder) { fs::remove(folder.databaseLog()); },
        [&](const RunFolder& folder) {
            fs::remove(index(folder));
            fs::remove(folder.databaseLog());
        },
    };
    for (std::size_t i = 0; i < harms.size(); ++i) {
        SCOPED_TRACE(i);
        steps_ = 0;
        recorder_.reset();
        fs::remove_all(workspace());
        // No try of its own falls between the harm and the test's.
        RecorderOptions slow = hasty;
        slow.commitInterval = 1h;
        start(slow);
        harms[i](folder_);
        recordMore(100);
        recorder_->flush();
        recordMore(100);
        recorder_->flush();
        recorder_->finish(test::exampleOutcome());
        expectWhole(folder_.path());
    }
}

}  // namespace
}  // namespace prunescope::store
