#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/drawn.h"
#include "ui/curve/live_draft.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/language.h"
#include "ui/support/theme.h"
#include "ui/training/training_page.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

/// The training page's column of charts as it is looked at: what fits, what many layers look like.
namespace prunescope::ui {
namespace {

/// What the page has of a window of 1280x720 between its bars and beside the left pane.
constexpr QSize roomInSmallWindow{860, 590};

class TrainingColumnTest : public testing::Test {
protected:
    void showRun(std::int32_t layers) {
        run::RunHeader header;
        header.totalSteps = 1000;
        header.config.epochs = 10;
        for (std::int32_t l = 0; l < layers; ++l) {
            header.network.layers.push_back({.name = "stage1.block" + std::to_string(l) + ".conv1",
                                             .kind = "convolution",
                                             .weights = 100,
                                             .prunable = LayerIndex{l}});
        }
        run.headerNow = header;
        run.historyNow = view::RunHistory(static_cast<std::size_t>(layers), 0, run::attentionMeasures());
        run.stageNow = RunModel::Stage::running;
        emit run.stageChanged();
        emit run.runChanged();
    }

    void train(int from, int to) {
        for (int step = from; step <= to; ++step) {
            run.historyNow.append(run::MetricSample{.step = StepIndex{step},
                                                    .epoch = step / 100.0,
                                                    .loss = 1,
                                                    .accuracy = 0.9 - 20.0 / (step + 40),
                                                    .sparsity = step / 2000.0});
            if (step % 10 == 0) run.historyNow.append(statistics(step));
            if (step % 100 != 0) continue;
            for (const auto split : {run::Split::validation, run::Split::test})
                run.historyNow.append(run::Evaluation{.step = StepIndex{step},
                                                      .epoch = step / 100.0,
                                                      .split = split,
                                                      .loss = 0.5,
                                                      .classes = 2,
                                                      .confusion = {80, 20, 0, 0}});
        }
        emit run.historyGrew();
    }
    std::vector<run::LayerStatistic> statistics(int step) const {
        std::vector<run::LayerStatistic> all;
        const auto layers = static_cast<std::int32_t>(run.historyNow.layers().size());
        for (std::int32_t l = 0; l < layers; ++l) {
            const double share = 0.25 + 0.5 * l / layers;
            all.push_back({.step = StepIndex{step},
                           .layer = LayerIndex{l},
                           .weights = 100,
                           .kept = 100 - step / 20,
                           .cut = 2,
                           .ofMethod = {share, 1, 0.2, 1}});
        }
        return all;
    }

    void showPage(QSize size = roomInSmallWindow) {
        page.resize(size);
        page.show();
        QTest::qWait(600);
    }
    ChartPanel& panel(const char* name) { return *page.findChild<ChartPanel*>(QLatin1String(name)); }
    QRectF plotOf(const char* name) { return test::viewOf(panel(name)).chart()->plotArea(); }
    QStringList writtenIn(const char* name) {
        QStringList texts;
        for (const PaintedText& painted : paintedTexts(*test::viewOf(panel(name)).viewport()))
            texts << painted.text;
        return texts;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    LiveDraft draft{run};
    TrainingPage page{WindowContext{{run, theme, settings}, draft}};
};

TEST_F(TrainingColumnTest, WithoutARunNothingBreaks) {
    showPage();
    EXPECT_FALSE(panel("measureChart").isVisible());
}

TEST_F(TrainingColumnTest, InASmallWindowTheChartsOfTheStartFitWithoutScrolling) {
    showRun(4);
    train(1, 500);
    showPage();
    auto* column = page.findChild<QScrollArea*>(QStringLiteral("chartColumn"));
    EXPECT_EQ(column->verticalScrollBar()->maximum(), 0);
    EXPECT_LE(page.minimumSizeHint().width(), roomInSmallWindow.width());
    int bottom = 0;
    for (const char* name : {"measureChart", "sparsityChart", "layersChart"}) {
        const ChartPanel& chart = panel(name);
        ASSERT_TRUE(chart.isVisible()) << name;
        EXPECT_GT(chart.y(), bottom - 1) << "under one another";
        bottom = chart.y() + chart.height();
        EXPECT_GE(plotOf(name).height(), 40) << name;
    }
    EXPECT_GT(panel("measureChart").height(), panel("sparsityChart").height()) << "by importance";
    EXPECT_FALSE(panel("churnChart").isVisible());
}

TEST_F(TrainingColumnTest, PlotsStandUnderOneAnotherWithOneTimeAxis) {
    for (const std::int32_t layers : {4, 60}) {
        showRun(layers);
        train(1, 500);
        showPage();
        for (const char* name : {"sparsityChart", "layersChart"}) {
            EXPECT_NEAR(plotOf(name).left(), plotOf("measureChart").left(), 1) << layers << name;
            EXPECT_NEAR(plotOf(name).right(), plotOf("measureChart").right(), 1) << layers << name;
        }
        EXPECT_TRUE(writtenIn("layersChart").contains(QStringLiteral("epochs")));
        EXPECT_FALSE(writtenIn("measureChart").contains(QStringLiteral("epochs")));
        EXPECT_FALSE(writtenIn("sparsityChart").contains(QStringLiteral("epochs")));
    }
}

TEST_F(TrainingColumnTest, AChartThatIsChosenComesAndIsScrolledToAndTheLowestHasTheTime) {
    showRun(4);
    train(1, 500);
    showPage();
    page.findChild<QAction*>(QStringLiteral("churnChartShown"))->setChecked(true);
    QTest::qWait(400);
    EXPECT_TRUE(panel("churnChart").isVisible());
    EXPECT_TRUE(writtenIn("churnChart").contains(QStringLiteral("epochs")));
    EXPECT_FALSE(writtenIn("layersChart").contains(QStringLiteral("epochs")));
    for (const char* name : {"measureChart", "sparsityChart", "layersChart", "churnChart"})
        EXPECT_GE(panel(name).height(), panel(name).minimumHeight());
}

TEST_F(TrainingColumnTest, OneChartAlwaysStays) {
    showRun(4);
    for (const char* name : {"measureChart", "sparsityChart"})
        page.findChild<QAction*>(QLatin1String(name) + QStringLiteral("Shown"))->setChecked(false);
    EXPECT_FALSE(page.findChild<QAction*>(QStringLiteral("layersChartShown"))->isEnabled());
    page.findChild<QAction*>(QStringLiteral("measureChartShown"))->setChecked(true);
    EXPECT_TRUE(page.findChild<QAction*>(QStringLiteral("layersChartShown"))->isEnabled());
}

TEST_F(TrainingColumnTest, UpToTwelveLayersAreLinesAndMoreAreAStrip) {
    showRun(12);
    train(1, 200);
    showPage();
    EXPECT_TRUE(panel("layersChart").findChild<ChartLegend*>()->isVisible());
    showRun(13);
    train(1, 200);
    QTest::qWait(400);
    EXPECT_FALSE(panel("layersChart").findChild<ChartLegend*>()->isVisible());
    auto* form = page.findChild<QComboBox*>(QStringLiteral("layerForm"));
    form->setCurrentIndex(1);
    emit form->activated(1);
    EXPECT_TRUE(panel("layersChart").findChild<ChartLegend*>()->isVisible()) << "lines, by hand";
}

TEST_F(TrainingColumnTest, SixtyLayersAreToldByColourInBothThemes) {
    showRun(60);
    train(1, 500);
    showPage();
    for (const Theme::Choice choice : {Theme::Choice::light, Theme::Choice::dark}) {
        theme.choose(choice);
        QTest::qWait(500);
        const QImage image = panel("layersChart").grab().toImage();
        const QPoint origin = test::viewOf(panel("layersChart")).mapTo(&panel("layersChart"), QPoint());
        const QRectF plot = plotOf("layersChart");
        const auto pixel = [&](int row, double epoch) {
            const double x = test::viewOf(panel("layersChart")).pixelOf(epoch);
            const double y = plot.top() + (row + 0.5) * plot.height() / 60;
            return image.pixelColor(origin + QPoint(static_cast<int>(x), static_cast<int>(y)));
        };
        // Attention from 0.25 of the first layer to almost 0.75 of the last, on a scale from 0 to 1.
        EXPECT_EQ(pixel(0, 3), theme.shade(std::round(255 * 0.25) / 255));
        EXPECT_EQ(pixel(30, 3), theme.shade(std::round(255 * 0.5) / 255));
        EXPECT_EQ(pixel(30, 8), theme.surface()) << "not yet trained";
    }
}

TEST_F(TrainingColumnTest, TheCrosshairReadsEveryChartAtOnce) {
    showRun(60);
    train(1, 500);
    showPage();
    ChartView& view = test::viewOf(panel("measureChart"));
    const QPointF at(view.pixelOf(3), view.height() / 2.0);
    QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &move);
    for (const char* name : {"measureChart", "sparsityChart", "layersChart"}) {
        const auto* place = panel(name).findChild<QLabel*>(QStringLiteral("chartPlace"));
        EXPECT_THAT(place->text().toStdString(), testing::HasSubstr("epoch 3.0")) << name;
    }
}

TEST_F(TrainingColumnTest, LinesOfAccuracyAreNamedAtTheirEnds) {
    showRun(4);
    train(1, 500);
    showPage();
    EXPECT_TRUE(writtenIn("measureChart").contains(QStringLiteral("test")));
    EXPECT_FALSE(writtenIn("sparsityChart").contains(QStringLiteral("achieved")));
}

TEST_F(TrainingColumnTest, AnotherLanguageComesAtOnce) {
    showRun(60);
    train(1, 300);
    showPage();
    Language language;
    language.choose(QStringLiteral("ja"));
    QTest::qWait(500);
    EXPECT_TRUE(writtenIn("layersChart").contains(QStringLiteral("エポック")));
    EXPECT_EQ(page.findChild<QAction*>(QStringLiteral("layersChartShown"))->text(), QStringLiteral("層"));
    EXPECT_EQ(page.findChild<QComboBox*>(QStringLiteral("layerForm"))->itemText(2), QStringLiteral("帯"));
    auto* column = page.findChild<QScrollArea*>(QStringLiteral("chartColumn"));
    EXPECT_EQ(column->verticalScrollBar()->maximum(), 0);
    language.choose(QStringLiteral("en"));
}

}  // namespace
}  // namespace prunescope::ui
