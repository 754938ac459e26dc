#include "ui/training/result_card.h"

#include "run/event_kinds.h"
#include "support/demo_run.h"
#include "support/temporary_folder.h"
#include "support/write_record.h"
#include "ui/support/contrast.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/format.h"
#include "ui/support/language.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// The last test evaluation, of ten images of each of ten classes.
void setRightAnswers(run::RunRecord& record, std::int64_t right) {
    for (auto e = record.evaluations.rbegin(); e != record.evaluations.rend(); ++e) {
        if (e->split != run::Split::test) continue;
        e->confusion.assign(100, 0);
        for (std::size_t k = 0; k < 10; ++k) e->confusion[11 * k] = 10;
        for (std::size_t k = 0; k < static_cast<std::size_t>(100 - right); ++k) {
            --e->confusion[11 * (k % 10)];
            ++e->confusion[11 * (k % 10) + (k % 10 < 9 ? 1 : -1)];
        }
        return;
    }
}

run::RunRecord recordOf(const prunescope::test::DemoOptions& options, std::int64_t right) {
    run::RunRecord record = prunescope::test::demoRun(options);
    setRightAnswers(record, right);
    return record;
}

constexpr prunescope::test::DemoOptions asPlanned{.epochs = 3, .stepsPerEpoch = 100, .edits = false};

class ResultCardTest : public testing::Test {
protected:
    ResultCardTest() {
        card.retranslate();
        card.resize(900, card.sizeHint().height());
        card.show();
    }
    /// The run, as it is opened from its folder.
    void open(const run::RunRecord& record, RunModel::Stage stage) {
        prunescope::test::writeRecord(workspace.path() / "this", record);
        run.folderNow = store::RunFolder(workspace.path() / "this");
        run.headerNow = record.header;
        run.stageNow = stage;
        emit run.runChanged();
        emit run.stageChanged();
    }
    bool waitFor(const char* name, const QString& text) {
        return QTest::qWaitFor([&] { return said(name).contains(text); }, 20'000);
    }
    QString said(const char* name) const { return card.findChild<QLabel*>(QLatin1String(name))->text(); }
    QString accuracy() const { return said("resultFigure0"); }
    QString sparsity() const { return said("resultFigure1"); }
    QString size() const { return said("resultFigure2"); }
    QString cost() const { return said("resultFigure3"); }
    QString sentence() const { return said("resultSentence"); }
    std::vector<QPushButton*> buttons() const {
        return {card.findChild<QPushButton*>(QStringLiteral("resultExplain")),
                card.findChild<QPushButton*>(QStringLiteral("resultMeasure")),
                card.findChild<QPushButton*>(QStringLiteral("resultReport")),
                card.findChild<QPushButton*>(QStringLiteral("resultAgain"))};
    }

    prunescope::test::TemporaryFolder workspace;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    ResultCard card{PageContext{run, theme, settings}, nullptr};
};

TEST_F(ResultCardTest, AFinishedRunHasItsFiguresAndThatItWentAsPlanned) {
    open(recordOf(asPlanned, 90), RunModel::Stage::finished);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("Finished as planned.")));
    // Wilson interval of 90 right answers in 100: 0.8256 to 0.9448.
    EXPECT_EQ(accuracy(), percentText(0.9) + QStringLiteral(" (82.56 to 94.48)"));
    EXPECT_EQ(sparsity(), percentText(0.95) + QStringLiteral(" → ") + percentText(0.95));
    EXPECT_THAT(size().toStdString(), testing::EndsWith(" of " + bytesText(4.0 * 431'080).toStdString()));
    EXPECT_EQ(cost(), QStringLiteral("–")) << "there is no dense run to compare with";
    for (const QPushButton* button : buttons()) EXPECT_TRUE(button->isVisible());
}

TEST_F(ResultCardTest, BesideADenseRunOfTheSameExperimentTheCostIsKnown) {
    prunescope::test::DemoOptions dense = asPlanned;
    dense.dense = true;
    prunescope::test::writeRecord(workspace.path() / "dense", recordOf(dense, 91));
    open(recordOf(asPlanned, 90), RunModel::Stage::finished);
    EXPECT_TRUE(waitFor("resultFigure3", QStringLiteral("1.00 points"))) << cost().toStdString();
    EXPECT_TRUE(cost().startsWith(QChar(0x2212))) << "a loss";
}

TEST_F(ResultCardTest, ADenseRunWithAnotherSeedSaysNothingOfTheCost) {
    prunescope::test::DemoOptions dense = asPlanned;
    dense.dense = true;
    dense.seed = 2;
    prunescope::test::writeRecord(workspace.path() / "dense", recordOf(dense, 91));
    open(recordOf(asPlanned, 90), RunModel::Stage::finished);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("Finished as planned.")));
    EXPECT_EQ(cost(), QStringLiteral("–"));
}

TEST_F(ResultCardTest, WhatDiffersFromThePlanStandsInWords) {
    run::RunRecord record = recordOf(asPlanned, 90);
    run::AuditEvent frozen;
    frozen.sequence = static_cast<std::int64_t>(record.events.size()) + 1;
    frozen.step = StepIndex{150};
    frozen.kind = run::event::frozen;
    frozen.who = "ana";
    record.events.push_back(frozen);
    open(record, RunModel::Stage::finished);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("differs from the plan")));
    EXPECT_THAT(sentence().toStdString(), HasSubstr("Deviations: 1."));
    EXPECT_THAT(card.findChild<QLabel*>(QStringLiteral("resultSentence"))->toolTip().toStdString(),
                HasSubstr("mask frozen by ana at step 150"));
}

TEST_F(ResultCardTest, AFailedRunSaysWhy) {
    run::RunRecord record = prunescope::test::killedAt(recordOf(asPlanned, 90), 120);
    record.outcome = {.state = run::RunState::failed,
                      .message = Text::of("there is not enough memory"),
                      .step = StepIndex{120},
                      .epoch = 1.2};
    run.failureNow = record.outcome.message;
    open(record, RunModel::Stage::failed);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("Failed at step 120")));
    EXPECT_THAT(sentence().toStdString(), HasSubstr("there is not enough memory"));
}

TEST_F(ResultCardTest, ARunThatNothingCanBeReadOfSaysSoWithDashes) {
    run.headerNow = prunescope::test::demo::header(asPlanned);
    run.folderNow = store::RunFolder(workspace.path() / "nowhere");
    run.stageNow = RunModel::Stage::finished;
    emit run.runChanged();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !sentence().isEmpty(); }, 10'000));
    for (const QString& value : {accuracy(), sparsity(), size(), cost()})
        EXPECT_EQ(value, QStringLiteral("–"));
}

TEST_F(ResultCardTest, WhileARunGoesOnItsRowHasLiveFiguresAndTheSameHeight) {
    run.headerNow = prunescope::test::demo::header(asPlanned);
    auto now = std::make_shared<session::Snapshot>();
    now->step = StepIndex{150};
    now->totalSteps = 300;
    now->epoch = 1.5;
    now->secondsLeft = 100;
    now->sparsity = 0.5;
    now->schedule = run.headerNow->schedule;
    run.snapshotNow = now;
    run.stageNow = RunModel::Stage::running;
    emit run.runChanged();
    EXPECT_EQ(accuracy(), QStringLiteral("–")) << "not measured yet";
    EXPECT_THAT(sparsity().toStdString(), StartsWith(percentText(0.5).toStdString() + " → "));
    EXPECT_EQ(said("resultFigure2"), QStringLiteral("1.50 of 3"));
    EXPECT_EQ(said("resultFigure3"), durationText(100));
    for (const QPushButton* button : buttons()) EXPECT_FALSE(button->isVisible());
    const int live = card.sizeHint().height();
    const int place = card.findChild<QLabel*>(QStringLiteral("resultSentence"))->width();
    open(recordOf(asPlanned, 90), RunModel::Stage::finished);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("Finished as planned.")));
    EXPECT_EQ(card.sizeHint().height(), live);
    EXPECT_EQ(card.findChild<QLabel*>(QStringLiteral("resultSentence"))->width(), place);
}

TEST_F(ResultCardTest, AFrozenRunSaysWhereItWillEnd) {
    run.headerNow = prunescope::test::demo::header(asPlanned);
    auto now = std::make_shared<session::Snapshot>();
    now->step = StepIndex{150};
    now->totalSteps = 300;
    now->phase = run::Phase::exploitation;
    now->sparsity = 0.6621;
    now->schedule = run.headerNow->schedule;
    now->schedule.freeze = StepIndex{100};
    run.snapshotNow = now;
    run.stageNow = RunModel::Stage::running;
    emit run.runChanged();
    EXPECT_THAT(sentence().toStdString(), StartsWith("Frozen: will end at "));
    EXPECT_EQ(sparsity(), percentText(0.6621) + QStringLiteral(" → ") + percentText(0.6621));
}

TEST_F(ResultCardTest, ItsButtonsAskForWhatComesNext) {
    open(recordOf(asPlanned, 90), RunModel::Stage::finished);
    QSignalSpy explain(&card, &ResultCard::explainRequested);
    QSignalSpy measure(&card, &ResultCard::measureRequested);
    QSignalSpy report(&card, &ResultCard::reportRequested);
    QSignalSpy again(&card, &ResultCard::runAgainRequested);
    for (QPushButton* button : buttons()) button->click();
    ASSERT_EQ(again.count(), 1);
    EXPECT_EQ(again.at(0).at(0).value<run::RunConfig>().epochs, 3) << "with the settings of this run";
    EXPECT_EQ(explain.count(), 1);
    EXPECT_EQ(measure.count(), 1);
    EXPECT_EQ(report.count(), 1);
}

TEST_F(ResultCardTest, SpeaksTheWindowsLanguage) {
    open(recordOf(asPlanned, 90), RunModel::Stage::finished);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("Finished as planned.")));
    Language language;
    language.choose(QStringLiteral("ja"));
    card.retranslate();
    EXPECT_EQ(buttons()[2]->text(), QStringLiteral("レポート"));
    EXPECT_FALSE(sentence().contains(QStringLiteral("Finished")));
    language.choose(QStringLiteral("en"));
}

TEST_F(ResultCardTest, AWarningCanBeReadInBothThemes) {
    open(recordOf({.epochs = 3, .stepsPerEpoch = 100, .edits = true}, 90), RunModel::Stage::finished);
    ASSERT_TRUE(waitFor("resultSentence", QStringLiteral("differs from the plan")));
    const auto* label = card.findChild<QLabel*>(QStringLiteral("resultSentence"));
    for (const Theme::Choice choice : {Theme::Choice::light, Theme::Choice::dark}) {
        theme.choose(choice);
        const QColor written = label->palette().color(QPalette::WindowText);
        EXPECT_EQ(written, theme.warning());
        EXPECT_GE(contrast(written, theme.window()), 4.5);
    }
}

}  // namespace
}  // namespace prunescope::ui
