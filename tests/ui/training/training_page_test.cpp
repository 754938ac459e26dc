#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/drawn.h"
#include "ui/support/empty_state.h"
#include "ui/training/training_page_fixture.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QTest>
#include <QWheelEvent>
#include <QXYSeries>

namespace prunescope::ui {
namespace {

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

TEST_F(TrainingPageTest, WhatIsChosenIsRemembered) {
    page.findChild<QComboBox*>(QStringLiteral("timeUnit"))->setCurrentIndex(0);
    page.findChild<QSlider*>(QStringLiteral("smoothing"))->setValue(42);
    page.findChild<QCheckBox*>(QStringLiteral("logarithmic"))->setChecked(true);
    page.findChild<QAction*>(QStringLiteral("churnChartShown"))->setChecked(true);
    page.findChild<QAction*>(QStringLiteral("sparsityChartShown"))->setChecked(false);
    choose("layerForm", QStringLiteral("Strip"));
    choose("layerFigure", QStringLiteral("Churn"));
    page.findChild<ChartPanel*>(QStringLiteral("churnChart"))->setFromZero(true);
    const TrainingPage again{WindowContext{{run, theme, settings}, draft}};
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

}  // namespace
}  // namespace prunescope::ui
