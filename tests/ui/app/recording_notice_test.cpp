#include "ui/app/recording_notice.h"

#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QPushButton>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class RecordingNoticeTest : public testing::Test {
protected:
    QPushButton* elsewhere() const {
        return notice.findChild<QPushButton*>(QStringLiteral("saveElsewhereButton"));
    }
    void train(Stage stage) {
        run.headerNow.emplace();
        run.stageNow = stage;
        emit run.runChanged();
    }
    void setTrouble(std::optional<run::RecordingTrouble> trouble) {
        run.snapshotNow->trouble = std::move(trouble);
        emit run.snapshotChanged();
    }
    bool says(const char* words) const { return notice.text().contains(QLatin1String(words)); }

    FakeRunModel run;
    Theme theme;
    RecordingNotice notice{run, theme};
    const run::RecordingTrouble fullDisk{.sinceMs = 1'795'493'730'000,
                                         .waiting = 12345,
                                         .full = false,
                                         .reason = std::string("run.db: the disk is full.")};
};

TEST_F(RecordingNoticeTest, IsThereWhileWhatIsRecordedDoesNotReachTheDisk) {
    train(Stage::running);
    EXPECT_TRUE(notice.isHidden());
    setTrouble(fullDisk);
    EXPECT_FALSE(notice.isHidden());
    EXPECT_FALSE(elsewhere()->isHidden());
    EXPECT_TRUE(says("Not recorded since 2026-11-24")) << notice.text().toStdString();
    EXPECT_TRUE(says("12,345"));
    EXPECT_TRUE(says("run.db: the disk is full."));
    setTrouble({});
    EXPECT_TRUE(notice.isHidden());
}

TEST_F(RecordingNoticeTest, SaysThatTheRunStandsWhenThereIsNoRoom) {
    train(Stage::paused);
    run.snapshotNow->paused = true;
    setTrouble(fullDisk);
    EXPECT_FALSE(says("Paused")) << "the user has paused it";
    run.snapshotNow->pauseReason = session::PauseReason::recording;
    setTrouble(fullDisk);
    EXPECT_TRUE(says("Paused: not recorded since"));
    EXPECT_TRUE(says("goes on by itself"));
}

TEST_F(RecordingNoticeTest, SavesTheRunElsewhereAndSaysWhyNot) {
    train(Stage::running);
    setTrouble(fullDisk);
    run.answerNow = {.accepted = false, .refusal = Text("it is read-only"), .step = StepIndex{1}};
    notice.saveBelow("/somewhere");
    ASSERT_EQ(run.submitted.size(), 1U);
    const auto* action = std::get_if<session::SaveElsewhere>(&run.submitted.front().action);
    ASSERT_NE(action, nullptr);
    EXPECT_EQ(action->parent, "/somewhere");
    EXPECT_TRUE(says("It could not be saved there: it is read-only")) << notice.text().toStdString();
    run.answerNow.accepted = true;
    notice.saveBelow("/somewhere");
    EXPECT_FALSE(says("could not be saved there"));
}

TEST_F(RecordingNoticeTest, SaysAtTheEndWhereTheFilesAre) {
    train(Stage::running);
    setTrouble(fullDisk);
    run.failureNow = Text::of("The run was moved: its folder is {} now.", "/b");
    run.stageNow = Stage::finished;
    emit run.stageChanged();
    EXPECT_EQ(notice.text(), QStringLiteral("The run was moved: its folder is /b now."));
    EXPECT_TRUE(elsewhere()->isHidden());
    run.failureNow = {};
    emit run.runChanged();
    EXPECT_TRUE(notice.isHidden());
}

}  // namespace
}  // namespace prunescope::ui
