// The weights page on a run that is put together by hand.

#include "model/weights_file.h"
#include "support/temporary_folder.h"
#include "ui/weights/histogram_view.h"
#include "ui/weights/weights_page_fixture.h"

#include <QComboBox>
#include <QSignalSpy>

namespace prunescope::ui {
namespace {

TEST_F(WeightsPageTest, OffersToStartWhenThereIsNoRun) {
    page_.show();
    QSignalSpy started(&page_, &WeightsPage::startRequested);
    auto* button = find<QWidget>("emptyStateButton");
    ASSERT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(started.count(), 1);
}

TEST_F(WeightsPageTest, AsksForNothingWhileHiddenAndSendsPicturesHomeWhenItHides) {
    showNetwork(RunModel::Stage::running);
    EXPECT_TRUE(run_.submitted.empty());
    page_.show();
    ASSERT_FALSE(asked<WatchWeights>().empty());
    EXPECT_GT(asked<WatchWeights>().back().tile.rows, 0);
    page_.hide();
    EXPECT_EQ(asked<WatchWeights>().back().tile.rows, 0) << "an empty request ends the pictures";
    const std::size_t before = run_.submitted.size();
    emit run_.snapshotChanged();
    emit run_.stageChanged();
    QTest::keyClick(&picture(), Qt::Key_Plus);
    EXPECT_EQ(run_.submitted.size(), before);
}

TEST_F(WeightsPageTest, ListsTheLayersAndTheArrangementsThatFitThem) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    auto* layers = find<QComboBox>("layerCombo");
    auto* arrangements = find<QComboBox>("arrangementCombo");
    ASSERT_EQ(layers->count(), 2);
    EXPECT_EQ(layers->itemText(1), QLatin1String("fc1"));
    EXPECT_EQ(arrangements->count(), 2) << "kernels and matrix";
    EXPECT_EQ(page_.arrangement(), view::Arrangement::kernels);
    EXPECT_EQ(asked<WatchWeights>().back().tile.arrangement, view::Arrangement::kernels);
    layers->setCurrentIndex(1);
    EXPECT_EQ(arrangements->count(), 1);
    EXPECT_EQ(asked<WatchWeights>().back().layer, LayerIndex{1});
    EXPECT_EQ(asked<WatchWeights>().back().tile.columns, 20) << "all of it is in sight";
}

TEST_F(WeightsPageTest, TellsKeptFromPrunedAndPositiveFromNegativeInThePicture) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    answer(StepIndex{4});
    const QImage image = picture().grab().toImage();
    const double cell = picture().cellSize();
    const double top = (picture().height() - 8 * cell) / 2;
    const double left = (picture().width() - 20 * cell) / 2;
    const auto colourOf = [&](int row, int column) {
        return image.pixelColor(static_cast<int>(left + (column + 0.5) * cell),
                                static_cast<int>(top + (row + 0.5) * cell));
    };
    EXPECT_EQ(picture().weightUnder({left + 3.5 * cell, top + 7.5 * cell}), 7 * 20 + 3);
    const QColor positive = colourOf(7, 18);
    const QColor negative = colourOf(7, 19);
    EXPECT_GT(positive.red(), positive.blue() + 60) << "orange";
    EXPECT_GT(negative.blue(), negative.red() + 60) << "blue";
    const QColor pruned = colourOf(1, 1);
    EXPECT_LT(std::abs(pruned.red() - pruned.blue()), 30) << "ground or hatch: no hue";
    EXPECT_GT(colourOf(4, 2).lightness(), positive.lightness()) << "smaller |w| is paler";
}

TEST_F(WeightsPageTest, FlashesOnceWhatTheMasksChanged) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    const std::vector<std::uint8_t> allKept(160, 1);
    const auto flashes = [this] { return picture().isFlashing(); };
    const auto isStill = [this] { return !picture().isFlashing(); };
    send(StepIndex{4}, allKept);
    EXPECT_FALSE(QTest::qWaitFor(flashes, 250)) << "the first picture is nothing new";
    send(StepIndex{8}, allKept);
    EXPECT_TRUE(QTest::qWaitFor(flashes, 5000));
    EXPECT_TRUE(QTest::qWaitFor(isStill, 5000));
    send(StepIndex{8}, allKept);
    EXPECT_FALSE(QTest::qWaitFor(flashes, 250)) << "the same update again";
}

TEST_F(WeightsPageTest, ZoomsAndPansByKeyboardAndAsksForTheTileInSight) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    answer(StepIndex{4});
    const double whole = picture().cellSize();
    for (int k = 0; k < 3; ++k) QTest::keyClick(&picture(), Qt::Key_Plus);
    EXPECT_GT(picture().cellSize(), whole);
    const auto middle = picture().weightUnder(picture().rect().center());
    QTest::keyClick(&picture(), Qt::Key_Left);
    EXPECT_LT(picture().weightUnder(picture().rect().center()), middle);
    QTest::keyClick(&picture(), Qt::Key_0);
    EXPECT_DOUBLE_EQ(picture().cellSize(), whole);
    EXPECT_EQ(asked<WatchWeights>().back().tile.columns, 20);
}

TEST_F(WeightsPageTest, KeepsOneRequestUnderWayAndThenSendsTheLast) {
    FakeRunModel slow;
    slow.answersWatching = false;
    slow.headerNow.emplace();
    slow.stageNow = RunModel::Stage::running;
    WeightFeed feed(slow);
    feed.setActive(true);
    for (const std::int64_t rows : {10, 20, 30}) feed.want({LayerIndex{0}, {.rows = rows, .columns = 5}});
    ASSERT_EQ(slow.asked.size(), 1U);
    slow.answerLast<WatchWeights>({});
    ASSERT_EQ(slow.asked.size(), 2U);
    EXPECT_EQ(slow.askedOf<WatchWeights>().back().tile.rows, 30);
}

TEST_F(WeightsPageTest, NamesOfLayersAreShownAsTheyStand) {
    showNetwork(RunModel::Stage::running);
    run_.headerNow->network.layers[0].name = "<b>conv & more";
    emit run_.runChanged();
    page_.show();
    EXPECT_EQ(find<QComboBox>("layerCombo")->itemText(0), QLatin1String("<b>conv & more"));
    page_.showLayer(LayerIndex{0});
    answer(StepIndex{4});
    QTest::keyClick(&picture(), Qt::Key_0);
    for (int x = 0; x < picture().width(); x += 5) {
        if (picture().weightUnder({x + 0.0, picture().height() / 2.0}))
            QTest::mouseMove(&picture(), {x, picture().height() / 2});
    }
    EXPECT_TRUE(find<QLabel>("weightDetail")->text().contains(QLatin1String("&lt;b&gt;conv &amp; more")))
        << find<QLabel>("weightDetail")->text().toStdString();
}

TEST_F(WeightsPageTest, PictureAndHistogramAreToldInWords) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    answer(StepIndex{4});
    EXPECT_TRUE(picture().accessibleDescription().contains(QLatin1String("160 weights")));
    EXPECT_TRUE(
        find<HistogramView>("magnitudeHistogram")->accessibleDescription().contains(QLatin1String("80")))
        << "the threshold";
}

TEST_F(WeightsPageTest, ShowsWhyARequestWasRefused) {
    showNetwork(RunModel::Stage::running);
    run_.answersWatching = false;
    page_.show();
    run_.refuseLast<WatchWeights>(Text::of("a picture has at most {0} x {0} cells", 4096));
    bool found = false;
    for (const QLabel* label : page_.findChildren<QLabel*>())
        found = found || (label->isVisible() && label->text().contains(QLatin1String("4096")));
    EXPECT_TRUE(found);
}

TEST_F(WeightsPageTest, ShowsTheWeightsThatARunLeft) {
    test::TemporaryFolder folder;
    run_.folderNow = store::RunFolder(folder.path());
    model::WeightsFile file;
    file.metadata = {{"step", "321"}};
    const auto add = [&](const std::string& name, const std::vector<std::int64_t>& shape, std::size_t size) {
        std::vector<float> values(size);
        for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<float>(i);
        file.tensors.push_back({name, shape, values});
        file.tensors.push_back({name + ".latent", shape, values});
        std::vector<std::uint8_t> mask(size, 0);
        mask.back() = 1;
        file.tensors.push_back({name + ".mask", shape, mask});
    };
    add("conv1.weight", {6, 1, 3, 3}, 54);
    add("fc1.weight", {8, 20}, 160);
    model::writeWeights(run_.folderNow->weights(), file);
    page_.show();
    showNetwork(RunModel::Stage::finished);
    auto* histogram = find<HistogramView>("magnitudeHistogram");
    ASSERT_TRUE(QTest::qWaitFor([&] { return histogram->thresholdX() > 0; }, 5000));
    const QString summary = find<QLabel>("weightsSummary")->text();
    EXPECT_TRUE(summary.contains(QLatin1String("98.15 %"))) << summary.toStdString();
    EXPECT_TRUE(summary.contains(QLatin1String("321"))) << summary.toStdString();
    QTest::keyClick(&picture(), Qt::Key_Return);
    auto* detail = find<QLabel>("weightDetail");
    if (!picture().weightUnder(picture().rect().center())) {  // the middle is a gap: look at a whole matrix
        page_.showLayer(LayerIndex{1});
        QTest::keyClick(&picture(), Qt::Key_Return);
    }
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return detail->text().contains(QLatin1String("Rank in network")); }, 5000));
    EXPECT_TRUE(run_.submitted.empty()) << "nobody is there to ask";
}

TEST_F(WeightsPageTest, SaysWhenNoWeightsWereSavedAndWhenTheyCannotBeRead) {
    test::TemporaryFolder folder;
    run_.folderNow = store::RunFolder(folder.path());
    page_.show();
    showNetwork(RunModel::Stage::interrupted);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return shownTitle() == QLatin1String("No weights were saved"); }, 5000));
    // Weights of another network.
    model::WeightsFile other;
    other.tensors.push_back({"fc9.weight", {1}, std::vector<float>{1}});
    model::writeWeights(run_.folderNow->weights(), other);
    emit run_.runChanged();
    const auto told = [&] {
        for (const QLabel* label : page_.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("belongs to another run")))
                return true;
        }
        return false;
    };
    EXPECT_TRUE(QTest::qWaitFor(told, 5000));
}

}  // namespace
}  // namespace prunescope::ui
