// The schedule page on a run that is put together by hand.

#include "schedule_page_fixture.h"

namespace prunescope::ui {
namespace {

TEST_F(SchedulePageTest, SaysThatADenseRunHasNothingToSchedule) {
    showRun(RunModel::Stage::running, "dense");
    EXPECT_FALSE(curve().isVisible());
    QString shown;
    for (const QLabel* label : page_.findChildren<QLabel*>()) {
        if (label->isVisible()) shown += label->text();
    }
    EXPECT_TRUE(shown.contains(QLatin1String("Nothing to schedule"))) << shown.toStdString();
    EXPECT_FALSE(find<QPushButton>("emptyStateButton").isVisible());
}

TEST_F(SchedulePageTest, ARunThatHasEndedCanOnlyBeRead) {
    showRun(RunModel::Stage::finished);
    EXPECT_FALSE(curve().isVisible()) << "there is nothing to take hold of";
    EXPECT_TRUE(find<QLabel>("scheduleNotice").isVisible());
    EXPECT_EQ(find<QDoubleSpinBox>("targetField").value(), 90);
    EXPECT_FALSE(find<QDoubleSpinBox>("targetField").isEnabled());
    EXPECT_FALSE(find<QPushButton>("applyButton").isVisible());
    page_.applyDraft();
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_TRUE(run_.submitted.empty());
}

TEST_F(SchedulePageTest, DraggingTheTargetAndApplyingSubmitsExactlyThatSchedule) {
    showRun(RunModel::Stage::running);
    drag({Kind::target}, {0, 0.6});
    const SparsitySchedule draft = page_.currentDraft();
    EXPECT_NEAR(draft.target, 0.6, 0.025) << "both ends of the way are whole pixels";
    SparsitySchedule expected = planned();
    expected.target = draft.target;
    EXPECT_EQ(draft, expected);
    EXPECT_TRUE(asked<EditSchedule>().empty());

    find<QLineEdit>("reasonField").setText(QStringLiteral("gentler"));
    QTest::mouseClick(&find<QPushButton>("applyButton"), Qt::LeftButton);
    ASSERT_EQ(asked<EditSchedule>().size(), 1U);
    EXPECT_EQ(asked<EditSchedule>()[0].schedule, draft);
    EXPECT_EQ(lastReason(), "gentler");
    EXPECT_FALSE(find<QPushButton>("applyButton").isEnabled());
    EXPECT_TRUE(find<QLineEdit>("reasonField").text().isEmpty());
}

TEST_F(SchedulePageTest, TheTipOfTheShapeHasTheFormulaWithTheNumbersOfTheDraft) {
    showRun(RunModel::Stage::running);
    const auto tip = [this] { return find<QComboBox>("shapeCombo").toolTip(); };
    EXPECT_TRUE(
        tip().endsWith(QStringLiteral("p(t) = 0.9 + (0 − 0.9) (1 − x)³, x = (t − 100) / (700 − 100)")))
        << tip().toStdString();
    drag({Kind::target}, {0, 0.6});
    const std::string target = fmt::format("{}", page_.currentDraft().target);
    EXPECT_NE(target, "0.9");
    EXPECT_THAT(tip().toStdString(), testing::HasSubstr("p(t) = " + target + " + (0 − " + target + ")"));
}

TEST_F(SchedulePageTest, DraggingTheEndMovesItAlongTheEpochs) {
    showRun(RunModel::Stage::running);
    drag({Kind::end}, {500, 0.2});
    EXPECT_NEAR(static_cast<double>(page_.currentDraft().end.value), 500, 5);
    EXPECT_EQ(page_.currentDraft().target, 0.9);
    EXPECT_NEAR(find<QDoubleSpinBox>("endField").value(), 5, 0.05);
}

TEST_F(SchedulePageTest, AnImpossibleDragSpringsBackWithTheReason) {
    showRun(RunModel::Stage::running);
    drag({Kind::start}, {900, 0});
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_EQ(find<QDoubleSpinBox>("startField").value(), 1);
    EXPECT_TRUE(message().text().contains(QLatin1String("end at epoch 7.00, before it starts at epoch 9")))
        << message().text().toStdString();
    EXPECT_FALSE(find<QPushButton>("applyButton").isEnabled());
}

TEST_F(SchedulePageTest, EscapeEndsADragAndThenGivesUpTheDraft) {
    showRun(RunModel::Stage::running);
    type("targetField", 80);
    const QPoint from = curve().positionOf(CurveHandle{Kind::target}).toPoint();
    QTest::mousePress(&curve(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&curve(), from + QPoint(0, 60));
    QTest::keyClick(&curve(), Qt::Key_Escape);
    QTest::mouseRelease(&curve(), Qt::LeftButton, {}, from + QPoint(0, 60));
    EXPECT_EQ(page_.currentDraft().target, 0.8);
    QTest::keyClick(&curve(), Qt::Key_Escape);
    EXPECT_EQ(page_.currentDraft(), planned());
}

TEST_F(SchedulePageTest, ArrowKeysMoveTheSelectedHandleByOneStepAndWithShiftByTen) {
    showRun(RunModel::Stage::running);
    curve().select({Kind::start});
    QTest::keyClick(&curve(), Qt::Key_Right);
    EXPECT_EQ(page_.currentDraft().start, StepIndex{101});
    QTest::keyClick(&curve(), Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(page_.currentDraft().start, StepIndex{91});
    curve().select({Kind::target});
    QTest::keyClick(&curve(), Qt::Key_Up);
    EXPECT_EQ(page_.currentDraft().target, 0.901);
    // One Enter more, in the field for the reason: a stray one changes nothing.
    QTest::keyClick(&curve(), Qt::Key_Return);
    EXPECT_TRUE(asked<EditSchedule>().empty());
    EXPECT_TRUE(message().text().contains(QString::fromUtf8("target +0.10 points, start −0.09 epochs")))
        << message().text().toStdString();
    QTest::keyClick(&find<QLineEdit>("reasonField"), Qt::Key_Return);
    ASSERT_EQ(asked<EditSchedule>().size(), 1U);
    EXPECT_EQ(asked<EditSchedule>()[0].schedule, page_.currentDraft());
}

TEST_F(SchedulePageTest, TabVisitsTheHandlesAndThenLeavesTheCurve) {
    showRun(RunModel::Stage::running);
    QApplication::setActiveWindow(&window_);
    find<QLineEdit>("reasonField").setFocus();
    curve().setFocus(Qt::TabFocusReason);
    std::vector<Kind> visited{curve().selected().kind};
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&curve(), Qt::Key_Tab);
        visited.push_back(curve().selected().kind);
    }
    EXPECT_THAT(visited, ElementsAre(Kind::start, Kind::end, Kind::target, Kind::freeze));
    ASSERT_TRUE(curve().hasFocus());
    QTest::keyClick(&curve(), Qt::Key_Tab);
    EXPECT_FALSE(curve().hasFocus());
}

TEST_F(SchedulePageTest, FieldsChangeTheDraftAndFollowIt) {
    showRun(RunModel::Stage::running);
    type("endField", 6.5);
    type("targetField", 95);
    find<QCheckBox>("freezeCheck").setChecked(false);
    SparsitySchedule expected = planned();
    expected.end = StepIndex{650};
    expected.target = 0.95;
    expected.freeze = run::neverFrozen;
    EXPECT_EQ(page_.currentDraft(), expected);
    find<QPushButton>("revertButton").click();
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_EQ(find<QDoubleSpinBox>("endField").value(), 7);
    EXPECT_TRUE(find<QCheckBox>("freezeCheck").isChecked());
}

TEST_F(SchedulePageTest, ADrawnCurveGainsKnotsByClicksAndLosesThemByDelete) {
    showRun(RunModel::Stage::running);
    auto& shape = find<QComboBox>("shapeCombo");
    shape.setCurrentIndex(5);
    emit shape.activated(5);
    ASSERT_EQ(page_.currentDraft().knots.size(), 5U);
    const auto onItsLine = [&](std::int64_t step) {
        const double sparsity = run::sparsityAt(page_.currentDraft(), StepIndex{step});
        return curve().positionOf(CurvePoint{static_cast<double>(step), sparsity}).toPoint();
    };
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, onItsLine(325) - QPoint(0, 20));
    EXPECT_EQ(page_.currentDraft().knots.size(), 5U) << "beside the line";
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, onItsLine(200));
    EXPECT_EQ(page_.currentDraft().knots.size(), 5U) << "left of now";
    QTest::mouseClick(&curve(), Qt::LeftButton, {}, onItsLine(325));
    ASSERT_EQ(page_.currentDraft().knots.size(), 6U);
    EXPECT_EQ(curve().selected(), (CurveHandle{Kind::knot, 2}));
    EXPECT_NEAR(page_.currentDraft().knots[2].position, 0.375, 0.01);
    QTest::keyClick(&curve(), Qt::Key_Delete);
    EXPECT_EQ(page_.currentDraft().knots.size(), 5U);
    EXPECT_EQ(run::scheduleProblem(page_.currentDraft()).english(), "");
}

TEST_F(SchedulePageTest, AsksOnceForAPreviewOfTheDraftAndShowsItsAnswer) {
    showRun(RunModel::Stage::running);
    type("targetField", 70);
    type("targetField", 75);
    QTest::qWait(300);
    ASSERT_EQ(asked<PreviewMasks>().size(), 1U);
    EXPECT_EQ(asked<PreviewMasks>()[0].sparsity, 0.75);

    run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
    // 80 of 100 and 20 of 300 kept: 20 %, 93.3 %, and 300 of 400 cut are 75 %.
    run_.answerLast<PreviewMasks>({.sparsity = 0.75, .step = StepIndex{250}, .kept = {80, 20}});
    run_.snapshotNow->layers = {
        {.step = StepIndex{250}, .layer = LayerIndex{0}, .weights = 100, .kept = 90},
        {.step = StepIndex{250}, .layer = LayerIndex{1}, .weights = 300, .kept = 110}};
    emit run_.snapshotChanged();
    const auto& model = *page_.findChild<AttentionModel*>();
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    EXPECT_EQ(cell(0, AttentionModel::nowColumn), QStringLiteral("10.0 %"));
    EXPECT_EQ(cell(0, AttentionModel::thenColumn), QStringLiteral("20.0 %"));
    EXPECT_EQ(cell(1, AttentionModel::thenColumn), QStringLiteral("93.3 %"));
    const QString summary = find<QLabel>("previewLabel").text();
    EXPECT_TRUE(summary.contains(QLatin1String("50.00 %"))) << summary.toStdString();
    EXPECT_TRUE(summary.contains(QLatin1String("75.00 %"))) << summary.toStdString();
}

TEST_F(SchedulePageTest, AHiddenPageAsksForNothingAndCatchesUp) {
    showRun(RunModel::Stage::running);
    page_.hide();
    run_.submitted.clear();
    run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
    run_.snapshotNow->schedule.target = 0.5;
    emit run_.snapshotChanged();
    QTest::qWait(250);
    EXPECT_TRUE(run_.submitted.empty());
    EXPECT_EQ(find<QDoubleSpinBox>("targetField").value(), 90);
    page_.show();
    EXPECT_EQ(find<QDoubleSpinBox>("targetField").value(), 50);
}

TEST_F(SchedulePageTest, ItsTableIsAProperModel) {
    auto& model = *page_.findChild<AttentionModel*>();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    showRun(RunModel::Stage::running);
    ASSERT_EQ(model.rowCount(), 2);
    const QModelIndex strength = model.index(1, AttentionModel::strengthColumn);
    EXPECT_TRUE(model.setData(strength, 4.0, Qt::EditRole));
    EXPECT_FALSE(model.setData(strength, 0.0, Qt::EditRole));
    EXPECT_FALSE(model.setData(model.index(0, AttentionModel::nowColumn), 4.0, Qt::EditRole));
    EXPECT_THAT(page_.currentStrengths(), ElementsAre(1, 4));
}

}  // namespace
}  // namespace prunescope::ui
