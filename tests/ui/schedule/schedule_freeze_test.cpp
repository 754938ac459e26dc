// What the page says of a mask that is frozen by hand, and of what an edit does at once.

#include "schedule_page_fixture.h"
#include "ui/schedule/edit_words.h"

#include <cmath>

namespace prunescope::ui {
namespace {

class ScheduleFreezeTest : public SchedulePageTest {
protected:
    /// As the run stands after a freeze at step 250, with 50 % of its 400 weights cut.
    void freeze() {
        run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
        run_.snapshotNow->schedule.freeze = StepIndex{250};
        run_.snapshotNow->step = StepIndex{260};
        run_.snapshotNow->phase = run::Phase::exploitation;
        run_.snapshotNow->layers = {
            {.step = StepIndex{260}, .layer = LayerIndex{0}, .weights = 100, .kept = 90},
            {.step = StepIndex{260}, .layer = LayerIndex{1}, .weights = 300, .kept = 110}};
        emit run_.snapshotChanged();
    }
    QString preview() { return find<QLabel>("previewLabel").text(); }
    QString consequence() { return find<QLabel>("consequenceLabel").text(); }
    QString cell(int row, int column) {
        return page_.findChild<AttentionModel*>()->index(row, column).data().toString();
    }
    QColor colourAt(double step, double sparsity) {
        const QPointF at = curve().positionOf(CurvePoint{step, sparsity});
        return canvas_.grab().toImage().pixelColor(at.toPoint() * canvas_.devicePixelRatioF());
    }
};

TEST_F(ScheduleFreezeTest, AfterAnEarlyFreezeNothingPromisesTheTarget) {
    showRun(RunModel::Stage::running);
    freeze();
    EXPECT_EQ(preview(),
              QStringLiteral("Now 50.00 % (measured)\nFrozen: will end at 50.00 %, 40.00 points below "
                             "the target."));
    EXPECT_EQ(cell(0, AttentionModel::thenColumn), QStringLiteral("10.0 %"));
    EXPECT_EQ(cell(1, AttentionModel::thenColumn), cell(1, AttentionModel::nowColumn));
    QTest::qWait(250);
    EXPECT_TRUE(asked<PreviewMasks>().empty()) << "nothing will be chosen";
}

TEST_F(ScheduleFreezeTest, TheLineAheadIsFlatAtTheFrozenSparsity) {
    showRun(RunModel::Stage::running);
    freeze();
    EXPECT_NE(colourAt(650, 0.5), theme_.accent()) << "the chart has the line of what the run follows";
    type("targetField", 60);
    EXPECT_EQ(colourAt(650, 0.5), theme_.accent());
    EXPECT_NE(colourAt(900, 0.6), theme_.accent());
}

TEST_F(ScheduleFreezeTest, BeforeAFreezeTheTargetIsWhatWillBe) {
    showRun(RunModel::Stage::running);
    EXPECT_FALSE(preview().contains(QLatin1String("target"))) << preview().toStdString();
    type("targetField", 80);
    EXPECT_EQ(colourAt(740, 0.8), theme_.accent());
}

TEST_F(ScheduleFreezeTest, ARampThatEndsAfterTheRunSaysWhereItWillBeCutShort) {
    showRun(RunModel::Stage::running);
    run_.snapshotNow = std::make_shared<session::Snapshot>(*run_.snapshotNow);
    run_.snapshotNow->schedule.shape = run::ScheduleShape::linear;
    run_.snapshotNow->schedule.end = StepIndex{1900};
    run_.snapshotNow->schedule.freeze = run::neverFrozen;
    emit run_.snapshotChanged();
    EXPECT_TRUE(preview().contains(QLatin1String("Will end at 45.00 %, 45.00 points below the target.")))
        << preview().toStdString();
}

TEST_F(ScheduleFreezeTest, NothingIsDrawnOverWhatWasRecorded) {
    showRun(RunModel::Stage::running);
    // Now is step 250, at pixel 140.
    const auto part = [&](int from, int to) {
        return canvas_.grab().toImage().copy(QRect(from, 0, to - from, canvas_.height()));
    };
    const QImage past = part(0, 137);
    const QImage ahead = part(143, canvas_.width());
    type("targetField", 60);
    EXPECT_EQ(part(0, 137), past);
    EXPECT_NE(part(143, canvas_.width()), ahead);
}

TEST_F(ScheduleFreezeTest, AnEditTellsHowManyWeightsItBringsBackAtOnce) {
    showRun(RunModel::Stage::running);
    EXPECT_TRUE(consequence().isEmpty());
    // The ramp of now is behind the masks: at step 250 it asks for 52 %; at a target of 40 % for 23 %.
    type("targetField", 40);
    const double next = run::sparsityAt(page_.currentDraft(), StepIndex{250});
    const auto back = 200 - static_cast<std::int64_t>(std::floor(400 * next));
    ASSERT_GT(back, 0);
    EXPECT_EQ(consequence(), QStringLiteral("Apply brings back %1 weights now.").arg(back));
    page_.revertDraft();
    EXPECT_TRUE(consequence().isEmpty());
    type("startField", 0);
    EXPECT_TRUE(consequence().startsWith(QLatin1String("Apply cuts "))) << consequence().toStdString();
}

TEST_F(ScheduleFreezeTest, FreezingAndLettingGoAreUndoneAndRedoneLikeOtherEdits) {
    showRun(RunModel::Stage::running);
    EditHistory& history = page_.history();
    history.setFrozen(true);
    ASSERT_EQ(asked<session::Freeze>().size(), 1U);
    EXPECT_TRUE(history.canUndo());
    history.undo();
    ASSERT_EQ(asked<session::Unfreeze>().size(), 1U);
    EXPECT_EQ(asked<session::Unfreeze>()[0].freeze, std::nullopt) << "the run knows what was planned";
    EXPECT_EQ(lastNote(), "undo: freeze");
    EXPECT_FALSE(history.canUndo());
    history.redo();
    EXPECT_EQ(asked<session::Freeze>().size(), 2U);
    EXPECT_EQ(lastNote(), "redo: freeze");
    history.setFrozen(false);
    history.undo();
    EXPECT_EQ(asked<session::Freeze>().size(), 3U);
    EXPECT_EQ(lastNote(), "undo: unfreeze");
}

TEST_F(ScheduleFreezeTest, ARefusedFreezeIsSaidAndCannotBeUndone) {
    showRun(RunModel::Stage::running);
    refuse("the mask is frozen already");
    page_.history().setFrozen(true);
    EXPECT_TRUE(message().text().contains(QLatin1String("the mask is frozen already")));
    EXPECT_FALSE(page_.history().canUndo());
}

TEST_F(ScheduleFreezeTest, TheFocusOfAButtonThatIsSwitchedOffGoesToTheHandles) {
    showRun(RunModel::Stage::running);
    double target = 80;
    for (const char* name : {"applyButton", "revertButton"}) {
        type("targetField", target);
        auto& button = find<QPushButton>(name);
        ASSERT_TRUE(button.isEnabled()) << name;
        button.setFocus();
        ASSERT_EQ(page_.window()->focusWidget(), &button) << name;
        button.click();
        EXPECT_FALSE(button.isEnabled()) << name;
        EXPECT_EQ(page_.window()->focusWidget(), &curve()) << name;
        target = 60;
    }
}

TEST_F(ScheduleFreezeTest, AStartBehindTheEndStaysAsItWasTypedUntilTheEndGoesAlong) {
    showRun(RunModel::Stage::running);
    type("startField", 7.5);
    EXPECT_EQ(find<QDoubleSpinBox>("startField").value(), 7.5);
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_FALSE(find<QPushButton>("applyButton").isEnabled());
    EXPECT_TRUE(message().text().contains(QLatin1String("end at epoch 7.00, before it starts at epoch 7.50")))
        << message().text().toStdString();
    auto& move = find<QPushButton>("moveOtherEndButton");
    ASSERT_TRUE(move.isVisible());
    EXPECT_EQ(move.text(), QStringLiteral("Move the end, too"));
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&page_, &language);
    EXPECT_EQ(find<QDoubleSpinBox>("startField").value(), 7.5) << "in another language, too";
    EXPECT_TRUE(move.isVisible());
    move.click();
    // The ramp was 6 epochs long; the run has only 2.5 left.
    EXPECT_EQ(page_.currentDraft().start, StepIndex{750});
    EXPECT_EQ(page_.currentDraft().end, StepIndex{1000});
    EXPECT_EQ(page_.currentDraft().freeze, StepIndex{1000});
    EXPECT_FALSE(move.isVisible());
    EXPECT_TRUE(find<QPushButton>("applyButton").isEnabled());
}

TEST_F(ScheduleFreezeTest, TypingTheEndAfterAStartBehindItMendsBoth) {
    showRun(RunModel::Stage::running);
    type("startField", 7.5);
    type("endField", 8);
    EXPECT_EQ(page_.currentDraft().start, StepIndex{750});
    EXPECT_EQ(page_.currentDraft().end, StepIndex{800});
    type("startField", 9);
    find<QPushButton>("revertButton").click();
    EXPECT_EQ(page_.currentDraft(), planned());
    EXPECT_EQ(find<QDoubleSpinBox>("startField").value(), 1);
}

TEST_F(ScheduleFreezeTest, DraggingSnapsToHalvesOfAPercentAndWithAltToTenths) {
    showRun(RunModel::Stage::running);
    const QPointF from = curve().positionOf(CurveHandle{Kind::target});
    const auto dragTo = [&](double sparsity, Qt::KeyboardModifiers keys) {
        const QPointF way =
            curve().positionOf(CurvePoint{0, sparsity}) - curve().positionOf(CurvePoint{0, 0.9});
        QTest::mousePress(&curve(), Qt::LeftButton, keys, from.toPoint());
        QMouseEvent move(QEvent::MouseMove, (from + way).toPoint(), curve().mapToGlobal(from + way),
                         Qt::LeftButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(&curve(), &move);
        QTest::mouseRelease(&curve(), Qt::LeftButton, keys, (from + way).toPoint());
        const double reached = page_.currentDraft().target;
        page_.revertDraft();
        return reached;
    };
    for (const double wish : {0.71, 0.803, 0.657}) {
        const double reached = dragTo(wish, {});
        EXPECT_NEAR(reached * 200, std::round(reached * 200), 1e-9) << reached;
        EXPECT_NEAR(reached, wish, 0.01);
    }
    const double fine = dragTo(0.657, Qt::AltModifier);
    EXPECT_NEAR(fine * 1000, std::round(fine * 1000), 1e-9);
}

TEST_F(ScheduleFreezeTest, FieldsUnderstandBothDecimalSigns) {
    showRun(RunModel::Stage::running);
    const QLocale former;
    QLocale::setDefault(QLocale(QLocale::German));
    for (const char* text : {"92,5", "92.5"}) {
        auto& field = find<QDoubleSpinBox>("targetField");
        field.setValue(50);
        field.selectAll();
        QTest::keyClicks(&field, QLatin1String(text));
        QTest::keyClick(&field, Qt::Key_Return);
        EXPECT_DOUBLE_EQ(page_.currentDraft().target, 0.925) << text;
        auto& strength = find<QDoubleSpinBox>("strength1");
        strength.selectAll();
        QTest::keyClicks(&strength, QLatin1String(text == std::string("92,5") ? "0,5" : "0.5"));
        QTest::keyClick(&strength, Qt::Key_Return);
        EXPECT_DOUBLE_EQ(page_.currentStrengths()[1], 0.5) << text;
    }
    QLocale::setDefault(former);
}

}  // namespace
}  // namespace prunescope::ui
