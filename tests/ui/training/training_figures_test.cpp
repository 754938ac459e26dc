// What the charts of the training page show, as its tools say.
#include "ui/charts/chart_legend.h"
#include "ui/training/training_page_fixture.h"

#include <gtest/gtest.h>

namespace prunescope::ui {
namespace {

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

TEST_F(TrainingPageTest, TheLegendHasTheStrengthOfEveryLayerBesideItsAttention) {
    showRun();
    page.show();
    const auto* panel = page.findChild<ChartPanel*>(QStringLiteral("layersChart"));
    const auto entry = [panel] { return panel->findChild<ChartLegend*>()->entries().front(); };
    EXPECT_EQ(entry().name(), QStringLiteral("fc1")) << "nothing is known yet";
    run.snapshotNow->strengths = {1.5};
    emit run.snapshotChanged();
    EXPECT_EQ(entry().name(), QStringLiteral("fc1 · z 1.50"));
    run.snapshotNow->strengths = {0.8};
    emit run.snapshotChanged();
    EXPECT_EQ(entry().name(), QStringLiteral("fc1 · z 0.80")) << "somebody set it";
    EXPECT_EQ(panel->series().back().endLabel, QStringLiteral("fc1"));
    choose("layerFigure", QStringLiteral("Sparsity"));
    EXPECT_EQ(entry().name(), QStringLiteral("fc1"));
    choose("layerFigure", QStringLiteral("Attention"));
    EXPECT_EQ(entry().name(), QStringLiteral("fc1 · z 0.80"));
}

/// Nobody changed them, so no event tells of them.
TEST_F(TrainingPageTest, OfAnOpenedRunTheStrengthsAreThoseOfTheLastChoiceOfMasks) {
    showRun();
    ASSERT_EQ(run.historyNow.measures().back().key, "z");
    run.historyNow.append(std::vector<run::LayerStatistic>{{.step = StepIndex{16},
                                                            .layer = LayerIndex{0},
                                                            .weights = 10,
                                                            .kept = 5,
                                                            .ofMethod = {0.8, 0.9, 0.5, 2}}});
    run.stageNow = RunModel::Stage::finished;
    emit run.runChanged();
    const auto* panel = page.findChild<ChartPanel*>(QStringLiteral("layersChart"));
    EXPECT_EQ(panel->findChild<ChartLegend*>()->entries().front().name(), QStringLiteral("fc1 · z 2.00"));
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
    EXPECT_NEAR(run.historyNow.validation().quality[1].at(0), 0.5 * 18 / 19, 1e-6);
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

}  // namespace
}  // namespace prunescope::ui
