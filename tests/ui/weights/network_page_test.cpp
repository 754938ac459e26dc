#include "ui/weights/network_page.h"

#include "nn/models.h"
#include "ui/network/network_view.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"
#include "ui/weights/network_layers.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace prunescope::ui {
namespace {

run::RunHeader smallNetwork() {
    run::RunHeader header;
    header.network.name = "small";
    header.network.layers = {{.name = "conv1",
                              .kind = "convolution",
                              .weightShape = {6, 1, 5, 5},
                              .parameters = 156,
                              .weights = 150,
                              .prunable = LayerIndex{0}},
                             {.name = "relu1", .kind = "relu", .outputShape = {6, 24, 24}},
                             {.name = "fc1",
                              .kind = "dense",
                              .weightShape = {10, 40},
                              .parameters = 410,
                              .weights = 400,
                              .prunable = LayerIndex{1}}};
    return header;
}

class NetworkPageTest : public testing::Test {
protected:
    NetworkPageTest() : page({run, theme, settings}) { page.resize(240, 400); }
    void showRun() {
        run.headerNow = smallNetwork();
        run.historyNow = view::RunHistory(*run.headerNow);
        run.stageNow = RunModel::Stage::running;
        emit run.runChanged();
        page.show();
    }
    void update(std::int64_t keptOfConv, std::int64_t keptOfFc) {
        run.historyNow.append(std::vector<run::LayerStatistic>{
            {.step = StepIndex{++step}, .layer = LayerIndex{0}, .weights = 150, .kept = keptOfConv},
            {.step = StepIndex{step}, .layer = LayerIndex{1}, .weights = 400, .kept = keptOfFc}});
        emit run.historyGrew();
    }
    QListView& map() { return *page.findChild<QListView*>(QStringLiteral("networkMap")); }
    QString said(int row) { return map().model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }

    std::int64_t step = 0;
    FakeRunModel run;
    Theme theme;
    QSettings settings{QStringLiteral("prunescope-tests"), QStringLiteral("network")};
    NetworkPage page;
};

TEST_F(NetworkPageTest, SaysOfEachLayerWhatItIsAndHowMuchIsPruned) {
    showRun();
    const QAbstractItemModelTester tester(map().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(map().model()->rowCount(), 3);
    EXPECT_EQ(said(0), QStringLiteral("conv1: convolution, 150 weights (6 × 1 × 5 × 5)"))
        << "not measured yet";
    EXPECT_EQ(said(1), QStringLiteral("relu1: relu, gives 6 × 24 × 24"));
    update(120, 40);
    EXPECT_EQ(said(0), QStringLiteral("conv1: convolution, 150 weights (6 × 1 × 5 × 5), 20.0 % pruned"));
    EXPECT_EQ(said(2), QStringLiteral("fc1: dense, 400 weights (10 × 40), 90.0 % pruned"));
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("networkSum"))->text(),
              QStringLiteral("small: 566 parameters, 550 of them prunable weights"));
}

TEST_F(NetworkPageTest, ChoosesTheLayerThatIsShownAndFollowsOneChosenElsewhere) {
    showRun();
    EXPECT_EQ(map().currentIndex().row(), 0);
    const QSignalSpy activated(&run, &RunModel::layerActivated);
    QTest::keyClick(&map(), Qt::Key_Down);
    EXPECT_EQ(map().currentIndex().row(), 2) << "a layer without weights is passed over";
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].value<LayerIndex>(), LayerIndex{1});
    run.activateLayer(LayerIndex{0});
    EXPECT_EQ(map().currentIndex().row(), 0);
    EXPECT_EQ(activated.count(), 2) << "what is followed is not announced once more";
    run.activateLayer(LayerIndex{9});
    EXPECT_EQ(map().currentIndex().row(), 0);
}

TEST_F(NetworkPageTest, DrawsTheKeptPartOfEachLayer) {
    showRun();
    update(120, 40);
    const auto accentIn = [&](int row) {
        const QImage picture = map().viewport()->grab().toImage();
        const QRect place = map().visualRect(map().model()->index(row, 0));
        int columns = 0;
        for (int x = place.left() + 24; x < place.right(); ++x)
            columns += picture.pixelColor(x, place.bottom() - 6) == theme.accent() ? 1 : 0;
        return columns;
    };
    const int ofConv = accentIn(0);
    const int ofFc = accentIn(2);
    EXPECT_GT(ofFc, 0);
    EXPECT_NEAR(static_cast<double>(ofConv) / ofFc, 8, 0.5) << "80 % and 10 % are kept";
}

TEST_F(NetworkPageTest, IsEmptyWithoutARun) {
    page.show();
    EXPECT_EQ(map().model()->rowCount(), 0);
    showRun();
    run.headerNow.reset();
    emit run.runChanged();
    EXPECT_EQ(map().model()->rowCount(), 0);
}

TEST_F(NetworkPageTest, ItsGraphAndItsListShowTheSameLayer) {
    settings.remove(QStringLiteral("explain/networkAsGraph"));
    showRun();
    auto* form = page.findChild<QToolButton*>(QStringLiteral("networkForm"));
    EXPECT_FALSE(form->isEnabled()) << "this program builds no such network";
    EXPECT_TRUE(map().isVisible());
    run.headerNow->dataset.imageShape = {1, 28, 28};
    run.headerNow->dataset.classNames = {"a", "b"};
    run.headerNow->network =
        nn::graphOf({.name = run.headerNow->config.model, .input = {1, 28, 28}, .classes = 2}).describe();
    run.historyNow = view::RunHistory(*run.headerNow);
    emit run.runChanged();
    ASSERT_TRUE(form->isEnabled());
    form->click();
    auto* graph = page.findChild<NetworkView*>(QStringLiteral("networkGraph"));
    ASSERT_TRUE(graph->isVisible());
    run.activateLayer(LayerIndex{2});
    EXPECT_EQ(graph->chosen(), LayerIndex{2});
    EXPECT_EQ(map().currentIndex().row(), 2);
    QSignalSpy activated(&run, &RunModel::layerActivated);
    emit graph->layerChosen(LayerIndex{1});
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(map().currentIndex().row(), 1);
    form->click();
    EXPECT_TRUE(map().isVisible());
    settings.remove(QStringLiteral("explain/networkAsGraph"));
}

}  // namespace
}  // namespace prunescope::ui
