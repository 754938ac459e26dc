#include "ui/training/training_page.h"

#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/drawn.h"
#include "ui/support/empty_state.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <QXYSeries>
#include <map>

namespace prunescope::ui {
namespace {

class TrainingPageTest : public testing::Test {
protected:
    void showRun() {
        run::RunHeader header;
        header.totalSteps = 100;
        header.config.epochs = 10;
        header.network.layers = {{.name = "fc1", .kind = "dense", .weights = 10, .prunable = LayerIndex{0}}};
        run.headerNow = header;
        run.historyNow = view::RunHistory(1, 0, run::attentionMeasures());
        run.stageNow = RunModel::Stage::running;
        emit run.stageChanged();
        emit run.runChanged();
    }

    void train(int from, int to) {
        for (int step = from; step <= to; ++step) {
            run.historyNow.append(
                run::MetricSample{.step = StepIndex{step}, .epoch = step / 10.0, .loss = 1, .accuracy = 0.5});
        }
        emit run.historyGrew();
    }
    /// Those that are chosen.
    std::vector<ChartPanel*> panels() const {
        std::vector<ChartPanel*> shown;
        for (ChartPanel* panel : page.findChildren<ChartPanel*>()) {
            if (!panel->isHidden()) shown.push_back(panel);
        }
        return shown;
    }
    void choose(const char* box, const QString& text) {
        auto* combo = page.findChild<QComboBox*>(QLatin1String(box));
        combo->setCurrentText(text);
        emit combo->activated(combo->currentIndex());
    }
    /// Names of the series in a chart's table of numbers.
    std::map<QByteArray, int> valuesIn(const char* chart) {
        std::map<QByteArray, int> counts;
        QString error;
        const QString path = folder.filePath(QStringLiteral("values.csv"));
        auto* panel = page.findChild<ChartPanel*>(QLatin1String(chart));
        if (panel == nullptr || !panel->exportTo(path, error)) return counts;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return counts;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
            const QByteArray& line = lines[i];
            ++counts[line.mid(1, line.lastIndexOf('"') - 1)];
        }
        return counts;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    TrainingPage page{PageContext{run, theme, settings}};
};

TEST_F(TrainingPageTest, WithoutARunItSaysWhatToDoAndOffersIt) {
    auto* stack = page.findChild<QStackedWidget*>();
    ASSERT_NE(stack, nullptr);
    EXPECT_NE(qobject_cast<EmptyState*>(stack->currentWidget()), nullptr);
    QSignalSpy asked(&page, &TrainingPage::startRequested);
    page.findChild<QPushButton*>(QStringLiteral("emptyStateButton"))->click();
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(TrainingPageTest, ARunTakesThePlaceOfTheEmptyPageAndGrows) {
    showRun();
    auto* stack = page.findChild<QStackedWidget*>();
    EXPECT_EQ(qobject_cast<EmptyState*>(stack->currentWidget()), nullptr);
    EXPECT_EQ(page.findChildren<ChartPanel*>().size(), 4);
    page.resize(900, 600);
    page.show();
    for (int step = 1; step <= 50; ++step) {
        run.historyNow.append(
            run::MetricSample{.step = StepIndex{step}, .epoch = step / 10.0, .loss = 1, .accuracy = 0.5});
        emit run.historyGrew();
    }
    QTest::qWait(300);
    // The accuracy chart's raw curve holds one value for every step, recorded as it came.
    QString error;
    const QString path = folder.filePath(QStringLiteral("accuracy.csv"));
    ASSERT_TRUE(page.findChildren<ChartPanel*>().front()->exportTo(path, error)) << error.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 1 + 2 * 50) << "raw and smoothed";
}

TEST_F(TrainingPageTest, WhatIsAheadIsPlannedOnlyWhileTheRunTrains) {
    showRun();
    train(1, 50);
    page.show();
    EXPECT_GT(valuesIn("sparsityChart")["ahead"], 10);
    EXPECT_EQ(valuesIn("sparsityChart")["achieved"], 50);
    run.stageNow = RunModel::Stage::stopped;
    emit run.stageChanged();
    EXPECT_EQ(valuesIn("sparsityChart")["ahead"], 0);
    EXPECT_EQ(valuesIn("sparsityChart")["achieved"], 50);
}

TEST_F(TrainingPageTest, EveryFigureOfALayerIsShownOnDemand) {
    showRun();
    run.historyNow.append(std::vector<run::LayerStatistic>{
        {.step = StepIndex{16}, .layer = LayerIndex{0}, .weights = 10, .kept = 5, .cut = 4, .revived = 1}});
    emit run.historyGrew();
    const auto shown = [this] {
        const auto* panel = page.findChild<ChartPanel*>(QStringLiteral("layersChart"));
        return panel->series().back().curve->at(0);
    };
    EXPECT_EQ(valuesIn("layersChart")["fc1"], 1);
    EXPECT_EQ(valuesIn("layersChart")["floor fc1"], 1) << "what the method says of a layer stands first";
    choose("layerFigure", QStringLiteral("Sparsity"));
    EXPECT_FLOAT_EQ(static_cast<float>(shown()), 0.5F);
    EXPECT_EQ(valuesIn("layersChart")["floor fc1"], 0);
    choose("layerFigure", QStringLiteral("Churn"));
    EXPECT_FLOAT_EQ(static_cast<float>(shown()), 0.5F) << "5 of 10 weights";
    EXPECT_EQ(valuesIn("churnChart")["revived"], 1);
}

TEST_F(TrainingPageTest, TheSizeOfUpdatesIsOfferedOnceItIsRecorded) {
    showRun();
    page.show();
    const auto* figures = page.findChild<QComboBox*>(QStringLiteral("layerFigure"));
    run.historyNow.append(std::vector<run::LayerStatistic>{
        {.step = StepIndex{16}, .layer = LayerIndex{0}, .weights = 10, .kept = 5, .updateRatio = 0}});
    emit run.historyGrew();
    EXPECT_EQ(figures->findText(QStringLiteral("Update")), -1);
    run.historyNow.append(std::vector<run::LayerStatistic>{
        {.step = StepIndex{32}, .layer = LayerIndex{0}, .weights = 10, .kept = 5, .updateRatio = 0.25}});
    emit run.historyGrew();
    choose("layerFigure", QStringLiteral("Update"));
    const auto* panel = page.findChild<ChartPanel*>(QStringLiteral("layersChart"));
    EXPECT_EQ(panel->series().back().curve->at(1), 0.25);
}

TEST_F(TrainingPageTest, OfAMethodWithoutFiguresTheSparsityOfItsLayersIsShown) {
    showRun();
    run.historyNow = view::RunHistory(1, 0, {});
    emit run.runChanged();
    const auto* figures = page.findChild<QComboBox*>(QStringLiteral("layerFigure"));
    EXPECT_EQ(figures->currentText(), QStringLiteral("Sparsity"));
    EXPECT_EQ(figures->findText(QStringLiteral("Attention")), -1);
}

TEST_F(TrainingPageTest, MacroF1IsShownWhereItIsMeasured) {
    showRun();
    page.show();
    train(1, 20);
    // F1 of the classes: 2 x 9 / (2 x 9 + 1) and 0.
    run.historyNow.append(
        run::Evaluation{.step = StepIndex{20}, .epoch = 2, .classes = 2, .confusion = {9, 0, 1, 0}});
    EXPECT_NEAR(run.historyNow.validation().macroF1.at(0), 0.5 * 18 / 19, 1e-6);
    emit run.historyGrew();
    EXPECT_EQ(valuesIn("measureChart").count("train"), 1U);
    choose("measure", QStringLiteral("Macro F1"));
    const auto values = valuesIn("measureChart");
    EXPECT_EQ(values.count("train"), 0U) << "batches have none";
    EXPECT_EQ(values.at("validation"), 1);
}

TEST_F(TrainingPageTest, LossTakesThePlaceOfAccuracy) {
    showRun();
    train(1, 3);
    run.historyNow.append(run::Evaluation{
        .step = StepIndex{3}, .split = run::Split::validation, .loss = 2.5, .classes = 1, .confusion = {4}});
    page.findChild<QComboBox*>(QStringLiteral("measure"))->setCurrentText(QStringLiteral("Loss"));
    EXPECT_EQ(valuesIn("measureChart")["validation"], 1);
    QFile file(folder.filePath(QStringLiteral("values.csv")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("\"validation\",3,0,0,0,2.5\n"));
}

TEST_F(TrainingPageTest, AMarkOnAnyChartOpensItsEvent) {
    showRun();
    train(1, 100);
    run::AuditEvent start;
    start.sequence = 1;
    start.kind = "started";
    run::AuditEvent phase;
    phase.sequence = 5;
    phase.step = StepIndex{50};
    phase.epoch = 5;
    phase.kind = "phase_changed";
    run.eventsNow = {start, phase};
    emit run.eventsGrew();
    page.resize(900, 600);
    page.show();
    QTest::qWait(500);
    QSignalSpy opened(&run, &RunModel::eventActivated);
    for (ChartPanel* panel : panels()) {
        auto* view = panel->findChild<ChartView*>();
        ASSERT_NE(view, nullptr);
        const QPoint mark(static_cast<int>(view->pixelOf(5)), view->height() / 2);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, mark);
        ASSERT_EQ(opened.count(), 1) << panel->objectName().toStdString();
        EXPECT_EQ(opened.takeFirst().at(0).toLongLong(), 5);
    }
}

TEST_F(TrainingPageTest, AZoomEndsWithItsRun) {
    showRun();
    train(1, 100);
    page.resize(900, 600);
    page.show();
    auto* whole = page.findChild<QPushButton*>(QStringLiteral("resetZoom"));
    const auto drawn = [&] {
        int points = 0;
        for (const ChartPanel* panel : panels()) {
            for (const QAbstractSeries* s : panel->findChild<ChartView*>()->chart()->series())
                points += static_cast<int>(static_cast<const QXYSeries*>(s)->points().size());
        }
        return points;
    };
    ChartView* view = page.findChild<ChartPanel*>()->findChild<ChartView*>();
    QTest::qWait(500);
    for (int i = 0; i < 5; ++i) {
        const QPoint right(view->width() - 20, view->height() / 2);
        QWheelEvent wheel(right, view->viewport()->mapToGlobal(right), {}, {0, 240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view->viewport(), &wheel);
    }
    ASSERT_TRUE(whole->isEnabled());
    showRun();
    train(1, 7);
    EXPECT_FALSE(whole->isEnabled());
    EXPECT_TRUE(QTest::qWaitFor([&] { return drawn() > 7; }, 5000));
}

TEST_F(TrainingPageTest, FollowingKeepsTheNewestStepsInSight) {
    showRun();
    train(1, 40);
    page.resize(900, 600);
    page.show();
    auto* follow = page.findChild<QPushButton*>(QStringLiteral("followRun"));
    ASSERT_TRUE(follow->isEnabled());
    follow->click();
    EXPECT_TRUE(follow->isChecked());
    auto* view = page.findChild<ChartPanel*>()->findChild<ChartView*>();
    QTest::qWait(400);
    EXPECT_NEAR(view->xAt(1e6), 4, 0.1);
    EXPECT_NEAR(view->xAt(-1e6), 3, 0.1);
    train(41, 80);
    QTest::qWait(400);
    EXPECT_NEAR(view->xAt(1e6), 8, 0.1);
    EXPECT_NEAR(view->xAt(-1e6), 7, 0.1);
    page.findChild<QPushButton*>(QStringLiteral("resetZoom"))->click();
    EXPECT_FALSE(follow->isChecked());
    run.stageNow = RunModel::Stage::finished;
    emit run.stageChanged();
    EXPECT_FALSE(follow->isEnabled());
}

TEST_F(TrainingPageTest, OfARunThatCannotBeReadNothingIsInvented) {
    showRun();
    run.stageNow = RunModel::Stage::finished;
    emit run.stageChanged();
    page.resize(900, 600);
    page.show();
    QTest::qWait(500);
    for (const ChartPanel* panel : panels()) {
        EXPECT_TRUE(panel->findChild<QWidget*>(QStringLiteral("chartNothing"))->isVisible());
        for (const PaintedText& painted : paintedTexts(*panel->findChild<ChartView*>()->viewport()))
            ADD_FAILURE() << panel->objectName().toStdString() << ": " << painted.text.toStdString();
    }
}

TEST_F(TrainingPageTest, AFailureHasAMarkAndAWordInEveryChart) {
    showRun();
    train(1, 100);
    run::AuditEvent failed;
    failed.sequence = 9;
    failed.step = StepIndex{60};
    failed.epoch = 6;
    failed.kind = "failed";
    failed.note = std::string("the loss is not a number");
    run.eventsNow = {failed};
    emit run.eventsGrew();
    page.resize(900, 600);
    page.show();
    QTest::qWait(700);
    const char* const names[] = {"measureChart", "sparsityChart"};
    for (const char* name : names) {
        QStringList written;
        auto* view = page.findChild<ChartPanel*>(QLatin1String(name))->findChild<ChartView*>();
        for (const PaintedText& painted : paintedTexts(*view->viewport())) written << painted.text;
        EXPECT_TRUE(written.contains(QStringLiteral("The run failed"))) << name;
    }
}

TEST_F(TrainingPageTest, EveryNameOfALegendIsFoundInItsPlot) {
    showRun();
    for (int step = 1; step <= 100; ++step) {
        run.historyNow.append(run::MetricSample{.step = StepIndex{step},
                                                .epoch = step / 10.0,
                                                .loss = 2.0 / step,
                                                .accuracy = 0.9 - 0.5 / step,
                                                .targetSparsity = 0.006 * step,
                                                .sparsity = 0.005 * step});
        run.historyNow.append(std::vector<run::LayerStatistic>{{.step = StepIndex{step},
                                                                .layer = LayerIndex{0},
                                                                .weights = 10,
                                                                .kept = 10 - step / 20,
                                                                .cut = 10 + step % 5,
                                                                .revived = step % 7,
                                                                .ofMethod = {0.8, 1, 0.4, 1}}});
        if (step % 10 != 0) continue;
        for (const auto split : {run::Split::validation, run::Split::test}) {
            const std::int64_t right = (split == run::Split::test ? 80 : 84) + step / 20;
            run.historyNow.append(run::Evaluation{.step = StepIndex{step},
                                                  .epoch = step / 10.0,
                                                  .split = split,
                                                  .loss = split == run::Split::test ? 0.5 : 0.3,
                                                  .classes = 2,
                                                  .confusion = {right, 100 - right, 0, 0}});
        }
    }
    page.findChild<QAction*>(QStringLiteral("churnChartShown"))->setChecked(true);
    page.resize(1100, 800);
    page.show();
    for (const bool loss : {false, true}) {
        page.findChild<QComboBox*>(QStringLiteral("measure"))->setCurrentIndex(loss ? 1 : 0);
        QTest::qWait(700);
        for (ChartPanel* panel : panels()) {
            for (const test::Medium medium : test::media) {
                const test::Picture picture = test::pictureOf(*panel, medium);
                for (const ChartSeries& s : panel->series()) {
                    if (!s.inLegend || s.curve->empty()) continue;
                    EXPECT_GE(test::pixelsOf(s.colour, picture.image, picture.plot), 10)
                        << s.label.toStdString() << " of " << panel->objectName().toStdString() << " in "
                        << test::nameOf(medium) << (loss ? ", loss" : ", accuracy");
                }
            }
        }
    }
    const auto* sparsity = page.findChild<ChartPanel*>(QStringLiteral("sparsityChart"));
    EXPECT_EQ(sparsity->findChild<ChartLegend*>()->entries().front().label, QStringLiteral("achieved"));
}

TEST_F(TrainingPageTest, OneCrosshairStandsOnAllCharts) {
    showRun();
    train(1, 100);
    page.resize(900, 600);
    page.show();
    QTest::qWait(500);
    std::vector<ChartView*> views;
    for (const ChartPanel* panel : panels()) views.push_back(panel->findChild<ChartView*>());
    ASSERT_EQ(views.size(), 3U);
    QTest::keyClick(views[0], Qt::Key_Plus);
    QTest::qWait(500);
    for (const ChartView* view : views) {
        EXPECT_NEAR(view->xAt(0), 5 - 5 / 1.5, 0.05) << "zoomed like the first";
    }
    EXPECT_TRUE(page.findChild<QPushButton*>(QStringLiteral("resetZoom"))->isEnabled());
    page.findChild<QPushButton*>(QStringLiteral("resetZoom"))->click();
    QTest::qWait(500);
    for (const ChartView* view : views) EXPECT_EQ(view->xAt(0), 0);
}

TEST_F(TrainingPageTest, WhatIsChosenIsRemembered) {
    page.findChild<QComboBox*>(QStringLiteral("timeUnit"))->setCurrentIndex(0);
    page.findChild<QSlider*>(QStringLiteral("smoothing"))->setValue(42);
    page.findChild<QCheckBox*>(QStringLiteral("logarithmic"))->setChecked(true);
    page.findChild<QAction*>(QStringLiteral("churnChartShown"))->setChecked(true);
    page.findChild<QAction*>(QStringLiteral("sparsityChartShown"))->setChecked(false);
    choose("layerForm", QStringLiteral("Strip"));
    choose("layerFigure", QStringLiteral("Churn"));
    page.findChild<ChartPanel*>(QStringLiteral("churnChart"))->setFromZero(true);
    const TrainingPage again{PageContext{run, theme, settings}};
    EXPECT_EQ(again.findChild<QComboBox*>(QStringLiteral("timeUnit"))->currentIndex(), 0);
    EXPECT_EQ(again.findChild<QSlider*>(QStringLiteral("smoothing"))->value(), 42);
    EXPECT_TRUE(again.findChild<QCheckBox*>(QStringLiteral("logarithmic"))->isChecked());
    EXPECT_FALSE(again.findChild<ChartPanel*>(QStringLiteral("churnChart"))->isHidden());
    EXPECT_TRUE(again.findChild<ChartPanel*>(QStringLiteral("sparsityChart"))->isHidden());
    EXPECT_EQ(again.findChild<QComboBox*>(QStringLiteral("layerForm"))->currentText(),
              QStringLiteral("Strip"));
    EXPECT_EQ(again.findChild<QComboBox*>(QStringLiteral("layerFigure"))->currentText(),
              QStringLiteral("Churn"));
    EXPECT_TRUE(settings.value(QStringLiteral("training/churnChartFromZero")).toBool());
}

TEST_F(TrainingPageTest, AFallOfAccuracyHasAMarkAsSoonAsItIsMeasured) {
    showRun();
    run.headerNow->dataset.validationImages = 10000;
    page.resize(1000, 700);
    page.show();
    const auto measure = [&](int step, std::int64_t right) {
        run.historyNow.append(run::Evaluation{.step = StepIndex{step},
                                              .epoch = step / 10.0,
                                              .classes = 2,
                                              .confusion = {right, 10000 - right, 0, 0}});
    };
    const QSignalSpy activated(&run, &RunModel::eventActivated);
    const auto openNextMark = [&] {
        QTest::qWait(50);
        auto* view = panels().front()->findChild<ChartView*>();
        QTest::keyClick(view, Qt::Key_PageDown);
        QTest::keyClick(view, Qt::Key_Return);
    };
    for (const int step : {10, 20, 30}) measure(step, 9000);
    train(1, 30);
    openNextMark();
    EXPECT_EQ(activated.count(), 0);
    measure(40, 8000);
    train(31, 40);
    openNextMark();
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].toLongLong(), -3) << "the third measurement was the last before the fall";
}

}  // namespace
}  // namespace prunescope::ui
