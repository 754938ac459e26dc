// What becomes of edits: applied, refused, undone; and what the page says of its layers.

#include "schedule_page_fixture.h"

namespace prunescope::ui {
namespace {

TEST_F(SchedulePageTest, ARefusalByTheRunSpringsBackAndSaysWhy) {
    showRun(RunModel::Stage::running);
    type("endField", 2);
    refuse("the ramp would end at step 200, but the run is at step 250");
    page_.applyDraft();
    ASSERT_EQ(asked<EditSchedule>().size(), 1U);
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_EQ(find<QDoubleSpinBox>("endField").value(), 7);
    EXPECT_TRUE(message().isVisible());
    EXPECT_TRUE(message().text().contains(QLatin1String("the ramp would end at step 200")));
    EXPECT_FALSE(page_.history().canUndo());
}

TEST_F(SchedulePageTest, UndoSubmitsTheFormerScheduleAndRedoTheLaterOne) {
    showRun(RunModel::Stage::running);
    QSignalSpy undoable(&page_.history(), &EditHistory::canUndoChanged);
    type("targetField", 80);
    find<QLineEdit>("reasonField").setText(QStringLiteral("gentler"));
    const SparsitySchedule mine = page_.currentDraft();
    page_.applyDraft();
    ASSERT_FALSE(undoable.isEmpty());
    EXPECT_TRUE(page_.history().canUndo());
    EXPECT_TRUE(undoable.back()[0].toBool());

    page_.history().undo();
    ASSERT_EQ(asked<EditSchedule>().size(), 2U);
    EXPECT_EQ(asked<EditSchedule>()[1].schedule, planned());
    EXPECT_EQ(lastNote(), "undo: gentler");
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_FALSE(page_.history().canUndo());

    ASSERT_TRUE(page_.history().canRedo());
    page_.history().redo();
    ASSERT_EQ(asked<EditSchedule>().size(), 3U);
    EXPECT_EQ(asked<EditSchedule>()[2].schedule, mine);
    EXPECT_EQ(lastNote(), "redo: gentler");
    EXPECT_EQ(page_.currentDraft(), mine);
}

TEST_F(SchedulePageTest, UndoLeavesAloneWhatHasBeenChangedOtherwiseSince) {
    showRun(RunModel::Stage::running);
    type("targetField", 80);
    page_.applyDraft();
    run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
    run_.snapshotNow->step = StepIndex{260};
    run_.snapshotNow->schedule.target = 0.8;
    run_.snapshotNow->schedule.freeze = StepIndex{260};  // by the toolbar
    emit run_.snapshotChanged();

    page_.history().undo();
    SparsitySchedule expected = planned();
    expected.freeze = StepIndex{260};
    ASSERT_EQ(asked<EditSchedule>().size(), 2U);
    EXPECT_EQ(asked<EditSchedule>()[1].schedule, expected);
}

TEST_F(SchedulePageTest, ShowsTheScheduleThatTheRunFollowsWhoeverChangedIt) {
    showRun(RunModel::Stage::running);
    type("targetField", 80);
    page_.applyDraft();
    EXPECT_EQ(page_.currentDraft().target, 0.8);
    run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
    run_.snapshotNow->step = StepIndex{260};
    run_.snapshotNow->schedule.target = 0.7;
    emit run_.snapshotChanged();
    EXPECT_EQ(page_.currentDraft().target, 0.7);
}

TEST_F(SchedulePageTest, StrengthsAreSetForOneLayerOrForAllAndUndone) {
    showRun(RunModel::Stage::running);
    EXPECT_THAT(page_.currentStrengths(), ElementsAre(1, 1));
    type("strength1", 2.5);
    page_.applyDraft();
    auto sent = asked<SetAttention>();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].layer, LayerIndex{1});
    EXPECT_EQ(sent[0].strength, 2.5);
    EXPECT_TRUE(asked<EditSchedule>().empty());

    type("strengthAll", 3);
    page_.applyDraft();
    sent = asked<SetAttention>();
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_EQ(sent[1].layer, std::nullopt);
    EXPECT_EQ(sent[1].strength, 3);

    page_.history().undo();
    sent = asked<SetAttention>();
    ASSERT_EQ(sent.size(), 4U);
    EXPECT_EQ(sent[2].strength, 1);
    EXPECT_EQ(sent[3].strength, 2.5);
    EXPECT_THAT(page_.currentStrengths(), ElementsAre(1, 2.5));
}

TEST_F(SchedulePageTest, EscapeInOneLayersFieldLeavesTheDraftOfTheOthers) {
    showRun(RunModel::Stage::running);
    type("strength1", 2.5);
    QTest::keyClick(&find<QDoubleSpinBox>("strength0"), Qt::Key_Escape);
    EXPECT_EQ(find<QDoubleSpinBox>("strength1").value(), 2.5);
    EXPECT_EQ(page_.findChild<AttentionModel*>()->draft()[1], 2.5);
}

TEST_F(SchedulePageTest, TheTableSaysWhichLayersRunOnTheirKeptWeightsAlone) {
    showRun(RunModel::Stage::running);
    run_.snapshotNow->runsSparse = {false, true};
    emit run_.snapshotChanged();
    const QAbstractItemModel& model = *find<QTableView>("attentionTable").model();
    const auto said = [&](int row) {
        return model.index(row, AttentionModel::layerColumn).data(Qt::ToolTipRole).toString();
    };
    EXPECT_TRUE(said(0).contains(QStringLiteral("Runs dense"))) << said(0).toStdString();
    EXPECT_TRUE(said(1).contains(QStringLiteral("Runs sparse"))) << said(1).toStdString();
}

TEST_F(SchedulePageTest, StrengthsFollowTheRun) {
    showRun(RunModel::Stage::running);
    run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
    run_.snapshotNow->strengths = {0.5, 2};
    emit run_.snapshotChanged();
    EXPECT_THAT(page_.currentStrengths(), ElementsAre(0.5, 2));
}

}  // namespace
}  // namespace prunescope::ui
