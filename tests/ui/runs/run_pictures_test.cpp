#include "ui/runs/run_pictures.h"

#include "ui/charts/chart_panel.h"
#include "ui/charts/drawn.h"
#include "ui/charts/parallel_plot.h"
#include "ui/charts/poster.h"
#include "ui/charts/xy_chart.h"
#include "ui/runs/many_runs.h"
#include "ui/runs/run_curves.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/run_scatter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_reader.h"
#include "ui/runs/workspace.h"
#include "ui/support/contrast.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;

class RunPicturesTest : public testing::Test {
protected:
    RunPicturesTest() {
        QObject::connect(&curves, &RunCurves::changed, [this] { pictures->refresh(true); });
        pictures = std::make_unique<RunPictures>(
            theme, settings, model, colours, curves,
            [this] {
                std::vector<int> rows;
                for (int row = hidden; row < model.rowCount(); ++row) rows.push_back(row);
                return rows;
            },
            nullptr);
        pictures->resize(900, 400);
        pictures->show();
    }
    void setRuns(const std::vector<store::RunSummary>& runs) {
        model.setRuns(runs);
        pictures->refresh(true);
    }
    /// Four runs on the disk: two networks, of each two seeds.
    void record() {
        for (const char* network : {"lenet-5", "lenet-300-100"}) {
            for (const std::int64_t seed : {1, 2}) {
                test::recordRun(folder / "runs", {.name = network + std::to_string(seed),
                                                  .model = network,
                                                  .sparsity = seed == 1 ? 0.5 : 0.7,
                                                  .seed = seed});
            }
        }
        setRuns(store::listRuns(folder / "runs"));
        for (int row = 0; row < model.rowCount(); ++row) model.setTicked(row, true);
        pictures->refresh(true);
    }
    template <class Widget>
    Widget& find(const char* name) const {
        return *pictures->findChild<Widget*>(QLatin1String(name));
    }
    QString hint() const {
        return find<QLabel>("runsHint").isVisible() ? find<QLabel>("runsHint").text() : QString();
    }
    RunOverlay& overlay() const { return find<RunOverlay>("runsOverlay"); }
    /// What is said somewhere in the pictures.
    bool says(const QString& words) const {
        for (const QLabel* label : pictures->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) return true;
        }
        return false;
    }

    test::TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    RunColours colours;
    RunsModel model{theme, colours};
    FakeRunModel run;
    RunsReader reader;
    RunCurves curves{run, model, colours, reader, nullptr};
    int hidden = 0;  ///< rows that the table does not show
    std::unique_ptr<RunPictures> pictures;
};

TEST_F(RunPicturesTest, EveryPictureSaysWhenThereIsNothingToSee) {
    for (const auto tab : {RunPictures::curvesTab, RunPictures::scatterTab, RunPictures::parallelTab,
                           RunPictures::differencesTab}) {
        pictures->setTab(tab);
        EXPECT_FALSE(hint().isEmpty()) << tab;
        EXPECT_FALSE(find<QPushButton>("saveRunsPicture").isEnabled());
        EXPECT_FALSE(find<QPushButton>("copyRunsPicture").isEnabled());
        EXPECT_FALSE(find<QPushButton>("saveRunsFigures").isEnabled());
    }
    setRuns({test::fiveRuns()[0]});
    EXPECT_FALSE(hint().isEmpty()) << "one run differs from none";
    pictures->setTab(RunPictures::parallelTab);
    EXPECT_TRUE(hint().isEmpty()) << "it is a line";
    pictures->setTab(RunPictures::scatterTab);
    EXPECT_TRUE(hint().isEmpty()) << "and a point";
    pictures->setTab(RunPictures::curvesTab);
    EXPECT_FALSE(hint().isEmpty()) << "but not ticked";
}

TEST_F(RunPicturesTest, TheScatterHasTheRunsThatTheTableShows) {
    setRuns(test::fiveRuns());
    pictures->setTab(RunPictures::scatterTab);
    EXPECT_TRUE(says(QStringLiteral("Measured runs that the table shows: 5 of 5")));
    hidden = 3;
    pictures->refresh(true);
    EXPECT_TRUE(says(QStringLiteral("Measured runs that the table shows: 2 of 2")));
}

TEST_F(RunPicturesTest, TheScatterLiesOverWhatWasChosen) {
    auto runs = test::fiveRuns();
    // Of the 90 % runs one is measured, of the others the one at 95 %.
    test::measure(runs[0], 0.02, 2.5);
    test::measure(runs[4], 0.01, 4);
    setRuns(runs);
    pictures->setTab(RunPictures::scatterTab);
    auto& box = find<QComboBox>("scatterAxis");
    EXPECT_TRUE(box.isVisible());
    EXPECT_FALSE(box.accessibleName().isEmpty());
    EXPECT_FALSE(says(QStringLiteral("Left out")));
    box.setCurrentIndex(static_cast<int>(ScatterAxis::oneImage));
    EXPECT_TRUE(says(QStringLiteral("Measured runs that the table shows: 2 of 5")));
    EXPECT_TRUE(says(QStringLiteral("Left out, since their speed was not measured: 3.")));
    EXPECT_TRUE(says(QStringLiteral("No two groups of runs take the same time")));
    EXPECT_EQ(find<XyChart>("runsScatter").plot().xAxis().kind, view::AxisKind::plain);
    test::measure(runs[1], 0.02, 2.5);
    setRuns(runs);
    EXPECT_TRUE(says(QStringLiteral("since their speed was not measured: 2.")))
        << "one was measured meanwhile";
    RunScatter again(theme, settings);
    EXPECT_EQ(again.axis(), ScatterAxis::oneImage) << "it is remembered";
    pictures->setTab(RunPictures::parallelTab);
    EXPECT_FALSE(box.isVisible());
}

TEST_F(RunPicturesTest, LegendColoursAreInsideThePlotInBothThemes) {
    setRuns(test::fiveRuns());
    pictures->setTab(RunPictures::scatterTab);
    pictures->resize(900, 500);
    auto& chart = find<XyChart>("runsScatter");
    for (const Theme::Choice choice : {Theme::Choice::light, Theme::Choice::dark}) {
        theme.choose(choice);
        const QRect plot(chart.plot().pos(), chart.plot().size());
        const QImage picture = chart.grab().toImage();
        int entries = 0;
        for (const XySeries& series : chart.plot().series()) {
            if (series.legend.isEmpty()) continue;
            EXPECT_GE(test::pixelsOf(series.colour, picture, plot), 10) << series.legend.toStdString();
            ++entries;
        }
        EXPECT_EQ(entries, 3) << "two methods and the front";
    }
}

TEST_F(RunPicturesTest, AThemeThatChangesWhileAnotherPictureIsSeenIsTheirsToo) {
    setRuns(test::fiveRuns());
    theme.choose(Theme::Choice::light);
    pictures->setTab(RunPictures::scatterTab);
    pictures->setTab(RunPictures::parallelTab);
    theme.choose(Theme::Choice::dark);
    pictures->setTab(RunPictures::scatterTab);
    for (const XySeries& series : find<XyChart>("runsScatter").plot().series()) {
        if (series.line != Qt::NoPen) continue;
        EXPECT_TRUE(series.colour == theme.category(0) || series.colour == theme.category(1));
    }
    const QImage picture = find<XyChart>("runsScatter").grab().toImage();
    EXPECT_EQ(picture.pixelColor(2, 2), theme.surface());
}

TEST_F(RunPicturesTest, APointThatIsClickedChoosesItsRun) {
    setRuns(test::fiveRuns());
    pictures->setTab(RunPictures::scatterTab);
    QSignalSpy chosen(pictures.get(), &RunPictures::runChosen);
    auto* plot = pictures->findChild<XyPlot*>();
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_GE(model.rowOf(chosen[0][0].toString()), 0);
}

TEST_F(RunPicturesTest, GroupsThatMeetAreComparedOnceTheTestSetIsKnown) {
    record();
    pictures->setTab(RunPictures::scatterTab);
    // Both means lie at 60 %, and every run has the same accuracy.
    EXPECT_TRUE(QTest::qWaitFor([&] { return says(QStringLiteral("cannot be told apart from")); }));
    EXPECT_TRUE(says(QStringLiteral("At 60.00\u00A0% sparsity")));
}

TEST_F(RunPicturesTest, TickedGroupsOfSeveralSeedsAreDrawnAsTheirMeans) {
    record();
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlay().groups().size() == 2; }));
    EXPECT_TRUE(overlay().runs().empty());
    EXPECT_EQ(overlay().groups()[0].histories.size(), 2U);
    EXPECT_NE(overlay().groups()[0].colour, overlay().groups()[1].colour);
    EXPECT_NE(overlay().groups()[0].label, overlay().groups()[1].label);
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool first = model.run(row).model == overlay().groups()[0].label.toStdString();
        EXPECT_EQ(model.colour(row), overlay().groups()[first ? 0 : 1].colour) << "in the table, too";
    }
    const auto& panel = find<ChartPanel>("runsSparsityChart");
    ASSERT_EQ(panel.series().size(), 2U);
    EXPECT_NEAR(panel.series()[0].curve->at(1), 0.6, 1e-6);
    // Of 0.5 and 0.7 the deviation is the square root of 0.02.
    EXPECT_NEAR(panel.series()[0].high->at(1), 0.6 + std::sqrt(0.02), 1e-6);
    auto& box = find<QCheckBox>("runsMeans");
    EXPECT_TRUE(box.isVisible());
    box.setChecked(false);
    EXPECT_EQ(overlay().runs().size(), 4U);
    EXPECT_TRUE(overlay().groups().empty());
    EXPECT_TRUE(box.isVisible()) << "the way back";
}

TEST_F(RunPicturesTest, SeedsOfOneGroupAreDrawnOneByOne) {
    record();
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlay().groups().size() == 2; }));
    for (int row = 0; row < model.rowCount(); ++row) model.setTicked(row, model.run(row).model == "lenet-5");
    pictures->refresh(true);
    EXPECT_EQ(overlay().runs().size(), 2U);
    EXPECT_FALSE(find<QCheckBox>("runsMeans").isVisible());
    EXPECT_NE(overlay().runs()[0].colour, overlay().runs()[1].colour);
}

TEST_F(RunPicturesTest, BandsAndNamesOfTheMeansAreDrawn) {
    record();
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlay().groups().size() == 2; }));
    auto& panel = find<ChartPanel>("runsSparsityChart");
    pictures->resize(1200, 600);
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel.grab().toImage().width() > 400; }));
    QTest::qWait(3 * RedrawQueue::chartIntervalMs);
    const QImage picture = panel.grab().toImage();
    const QRect plot = test::plotOf(panel);
    // Two bands of equal extent lie over each other: each is seen through the other.
    const QColor lower = mixed(theme.surface(), overlay().groups()[0].colour, 0.18);
    const QColor both = mixed(lower, overlay().groups()[1].colour, 0.18);
    EXPECT_GT(test::pixelsOf(both, picture, plot), 1000);
    EXPECT_LT(test::pixelsOf(both, picture, {plot.left(), plot.top() + 2, plot.width(), 4}), 10)
        << "the axis holds all of the band";
    int beside = 0;
    for (int y = plot.top(); y < plot.bottom(); ++y) {
        for (int x = plot.right() + 4; x < picture.width(); ++x)
            beside += contrast(picture.pixelColor(x, y), theme.surface()) > 3 ? 1 : 0;
    }
    EXPECT_GT(beside, 100) << "the names of the curves";
}

TEST_F(RunPicturesTest, WhatIsSeenIsSavedWithATitleOnALightGround) {
    record();
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlay().groups().size() == 2; }));
    theme.choose(Theme::Choice::dark);
    const Theme light;
    for (const auto tab : {RunPictures::curvesTab, RunPictures::scatterTab, RunPictures::parallelTab}) {
        pictures->setTab(tab);
        const QString path = QString::fromStdString((folder / "a.png").string());
        QString error;
        ASSERT_TRUE(pictures->savePicture(path, error)) << error.toStdString();
        const QImage saved(path);
        EXPECT_EQ(saved.size(), posterPixels);
        EXPECT_EQ(saved.pixelColor(3, 3), light.surface());
        EXPECT_GT(test::pixelsOf(light.text(), saved, {0, 0, 1600, 80}), 200) << "a title";
        EXPECT_GT(test::pixelsOf(light.category(0), saved, {0, 100, 1600, 800}), 50) << tab;
        pictures->copyPicture();
        EXPECT_EQ(QGuiApplication::clipboard()->image().size(), posterPixels);
    }
    EXPECT_TRUE(theme.isDark());
}

TEST_F(RunPicturesTest, WhatIsSeenIsSavedAsNumbers) {
    record();
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlay().groups().size() == 2; }));
    const auto saved = [&](RunPictures::Tab tab) {
        pictures->setTab(tab);
        const QString path = QString::fromStdString((folder / "a.csv").string());
        QString error;
        EXPECT_TRUE(pictures->saveFigures(path, error)) << error.toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().toStdString();
    };
    EXPECT_THAT(saved(RunPictures::curvesTab), HasSubstr("series,step,epoch"));
    EXPECT_THAT(saved(RunPictures::scatterTab), HasSubstr("lenet-5,1,0.5,0.83606"));
    EXPECT_THAT(saved(RunPictures::parallelTab),
                HasSubstr("run,Network,Sparsity,Test accuracy,Test macro F1\r\n"));
}

TEST_F(RunPicturesTest, AThousandRunsAreShown) {
    setRuns(test::manyRuns(1000));
    for (const auto tab : {RunPictures::scatterTab, RunPictures::parallelTab}) {
        pictures->setTab(tab);
        pictures->grab();
    }
    EXPECT_EQ(find<ParallelPlot>("runsParallel").lines().size(), 1000U);
    EXPECT_EQ(find<ParallelPlot>("runsParallel").axes().size(), 4U)
        << "target, attention strength, sparsity and accuracy";
}

TEST_F(RunPicturesTest, ThePicturesAreReachedByTheKeyboard) {
    setRuns(test::fiveRuns());
    auto& tabs = find<QTabBar>("runsPictureTabs");
    EXPECT_EQ(tabs.focusPolicy() & Qt::TabFocus, Qt::TabFocus);
    QTest::keyClick(&tabs, Qt::Key_Right);
    EXPECT_EQ(pictures->tab(), RunPictures::scatterTab);
    QTest::keyClick(&tabs, Qt::Key_Right);
    EXPECT_EQ(pictures->tab(), RunPictures::parallelTab);
    EXPECT_FALSE(find<ParallelPlot>("runsParallel").accessibleName().isEmpty());
    QTest::keyClick(&tabs, Qt::Key_Right);
    EXPECT_EQ(pictures->tab(), RunPictures::differencesTab);
}

}  // namespace
}  // namespace prunescope::ui
