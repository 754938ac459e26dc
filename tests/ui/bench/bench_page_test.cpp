// The page as a user drives it, with measurements of a few milliseconds. No test looks at how fast anything
// is.

#include "ui/bench/bench_page.h"

#include "store/measurement_file.h"
#include "support/example_measurement.h"
#include "support/file_bytes.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <filesystem>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class BenchPageTest : public testing::Test {
protected:
    BenchPageTest() : page_(std::make_unique<BenchPage>(PageContext{run_, theme_, settings_})) {
        page_->resize(900, 700);
        page_->show();
        find<QComboBox>("benchNetwork")->setEditText(QStringLiteral("mlp:8"));
        find<QSpinBox>("benchThreads")->setValue(1);
        find<QSpinBox>("benchBatch")->setValue(2);
        find<QDoubleSpinBox>("benchSeconds")->setValue(0.01);
    }

    template <class T>
    T* find(const char* name) const {
        auto* found = page_->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void type(const char* sparsities) const {
        find<QLineEdit>("benchSparsities")->setText(QString::fromUtf8(sparsities));
    }
    std::string message(const char* bar) const { return find<MessageBar>(bar)->text().toStdString(); }
    QPushButton* start() const { return find<QPushButton>("benchStart"); }
    void press() const { QTest::mouseClick(start(), Qt::LeftButton); }
    bool waitForTheEnd() const {
        return QTest::qWaitFor([&] { return !page_->isMeasuring(); }, 60'000);
    }
    QAbstractItemModel* table() const { return find<QTableView>("benchTable")->model(); }
    QString heading(int column) const { return table()->headerData(column, Qt::Horizontal).toString(); }

    /// An opened run of that network which ended well, with or without weights.
    void openRun(const std::string& model) {
        run::RunHeader header;
        header.config.model = model;
        header.dataset.imageShape = {1, 28, 28};
        header.dataset.classNames = std::vector<std::string>(10, "class");
        run_.headerNow = header;
        run_.folderNow = store::RunFolder(folder_.path());
        run_.stageNow = RunModel::Stage::finished;
        emit run_.runChanged();
        emit run_.stageChanged();
    }
    void train(RunModel::Stage stage) {
        run_.stageNow = stage;
        emit run_.stageChanged();
    }

    prunescope::test::TemporaryFolder folder_;
    FakeRunModel run_;
    Theme theme_;
    QSettings settings_;
    std::unique_ptr<BenchPage> page_;
};

TEST_F(BenchPageTest, MeasuresWhatTheFormSays) {
    type("50, 90");
    press();
    EXPECT_TRUE(page_->isMeasuring());
    EXPECT_EQ(start()->text(), QStringLiteral("Stop"));
    EXPECT_FALSE(find<QLineEdit>("benchSparsities")->isEnabled());
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_EQ(start()->text(), QStringLiteral("Measure"));
    EXPECT_TRUE(find<QLineEdit>("benchSparsities")->isEnabled());
    EXPECT_THAT(message("benchMessage"), IsEmpty());
    ASSERT_EQ(table()->columnCount(), 4);
    EXPECT_EQ(heading(2), QStringLiteral("50 %"));
    EXPECT_EQ(heading(3), QStringLiteral("90 %"));
    EXPECT_FALSE(find<QLabel>("benchSentence")->text().isEmpty());
    EXPECT_THAT(find<QLabel>("benchMachine")->text().toStdString(), HasSubstr("mlp:8"));
    QTest::mouseClick(find<QPushButton>("benchCopy"), Qt::LeftButton);
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 4);
}

TEST_F(BenchPageTest, SaysAtTheFieldWhatCannotBeMeasured) {
    type("50, 100");
    EXPECT_FALSE(start()->isEnabled());
    EXPECT_THAT(message("benchSparsitiesMessage"), HasSubstr("100 is not from 0"));
    type("");
    EXPECT_FALSE(start()->isEnabled());
    EXPECT_THAT(message("benchSparsitiesMessage"), HasSubstr("at least one"));
    type("50");
    EXPECT_TRUE(start()->isEnabled());
    EXPECT_THAT(message("benchSparsitiesMessage"), IsEmpty());
    find<QComboBox>("benchNetwork")->setEditText(QStringLiteral(" "));
    EXPECT_FALSE(start()->isEnabled());
    EXPECT_THAT(message("benchNetworkMessage"), HasSubstr("Choose a network"));
}

TEST_F(BenchPageTest, ShowsTheEnginesRefusalAtItsField) {
    find<QComboBox>("benchNetwork")->setEditText(QStringLiteral("lenet5"));
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(message("benchNetworkMessage"), HasSubstr("lenet-5"));
    find<QComboBox>("benchNetwork")->setEditText(QStringLiteral("mlp:8"));
    EXPECT_THAT(message("benchNetworkMessage"), IsEmpty());
    type("99.99");
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(message("benchSparsitiesMessage"), HasSubstr("keeps"));
}

TEST_F(BenchPageTest, StopsWhenAskedAndKeepsTheFigures) {
    find<QDoubleSpinBox>("benchSeconds")->setValue(600);
    type("50, 90");
    press();
    ASSERT_TRUE(QTest::qWaitFor([&] { return table()->columnCount() > 2; }, 60'000));
    press();
    EXPECT_FALSE(start()->isEnabled()) << "it ends after the pass that it is in";
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_GT(table()->columnCount(), 2);
    EXPECT_TRUE(start()->isEnabled());
}

TEST_F(BenchPageTest, StoppedBeforeTheFirstFiguresItSaysSo) {
    find<QDoubleSpinBox>("benchSeconds")->setValue(600);
    press();
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(message("benchMessage"), HasSubstr("before the first sparsity"));
}

TEST_F(BenchPageTest, ClosedInTheMiddleItEndsTheMeasurement) {
    find<QDoubleSpinBox>("benchSeconds")->setValue(600);
    press();
    QTest::qWait(50);
    QElapsedTimer closing;
    closing.start();
    page_.reset();
    EXPECT_LT(closing.elapsed(), 30'000) << "ten minutes were asked for";
}

TEST_F(BenchPageTest, MeasuresTheOpenRunsOwnModelFirst) {
    prunescope::test::writePrunedWeights(folder_ / "final.weights");
    openRun("mlp:20");
    EXPECT_THAT(find<QComboBox>("benchNetwork")->currentText().toStdString(), HasSubstr("trained weights"));
    type("");
    EXPECT_TRUE(start()->isEnabled()) << "its own sparsity is enough";
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(message("benchMessage"), IsEmpty());
    ASSERT_EQ(table()->columnCount(), 3);
    EXPECT_THAT(heading(2).toStdString(), testing::StartsWith("your model, 90.0"));
}

TEST_F(BenchPageTest, KeepsWhatItMeasuredOfTheRunWithTheRun) {
    prunescope::test::writePrunedWeights(folder_ / "final.weights");
    prunescope::test::writeBytes(folder_ / "config.json", "{}");
    run_.snapshotNow->sparsity = 0.9;
    openRun("mlp:20");
    EXPECT_EQ(find<QComboBox>("benchNetwork")->currentText(),
              QStringLiteral("This run's network: mlp:20, 90.00 % pruned"));
    EXPECT_TRUE(find<QWidget>("benchHeadline")->isHidden());
    type("50");
    press();
    ASSERT_TRUE(waitForTheEnd());
    const auto kept = store::readMeasurements(store::RunFolder(folder_.path()));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].batch, 2);
    EXPECT_NEAR(kept[0].sparsity, 0.9, 1e-3);
    EXPECT_TRUE(find<QWidget>("benchHeadline")->isVisible());
    EXPECT_THAT(find<QLabel>("benchOneImage")->text().toStdString(), HasSubstr("One sample takes"));
    EXPECT_TRUE(find<QTableView>("benchTable")->isVisible());
}

TEST_F(BenchPageTest, KeepsNothingOfAMeasurementThatWasStopped) {
    prunescope::test::writePrunedWeights(folder_ / "final.weights");
    prunescope::test::writeBytes(folder_ / "config.json", "{}");
    openRun("mlp:20");
    find<QDoubleSpinBox>("benchSeconds")->setValue(600);
    press();
    ASSERT_TRUE(QTest::qWaitFor([&] { return table()->columnCount() > 2; }, 60'000));
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_FALSE(exists(folder_ / "measurement.json"));
    EXPECT_TRUE(find<QTableView>("benchTable")->isVisible());
}

TEST_F(BenchPageTest, ShowsWhatWasMeasuredOfTheRunBefore) {
    store::storeMeasurement(store::RunFolder(folder_.path()), prunescope::test::exampleMeasurement());
    openRun("mlp:20");
    EXPECT_TRUE(find<QWidget>("benchHeadline")->isVisible());
    EXPECT_THAT(find<QLabel>("benchOneImage")->text().toStdString(), HasSubstr("0.038 ms pruned"));
    const prunescope::test::TemporaryFolder other;
    run_.folderNow = store::RunFolder(other.path());
    emit run_.runChanged();
    EXPECT_FALSE(find<QWidget>("benchHeadline")->isVisible()) << "another run was never measured";
}

TEST_F(BenchPageTest, MeasuresTheRunAgainAtTheHeadline) {
    prunescope::test::writePrunedWeights(folder_ / "final.weights");
    run::Measurement busy = prunescope::test::exampleMeasurement();
    busy.doubt = run::Doubt::busy;
    store::storeMeasurement(store::RunFolder(folder_.path()), busy);
    openRun("mlp:20");
    find<QComboBox>("benchNetwork")->setEditText(QStringLiteral("mlp:8"));
    EXPECT_THAT(message("benchDoubt"), HasSubstr("not conclusive"));
    find<QPushButton>("benchMeasureAgain")->click();
    EXPECT_TRUE(page_->isMeasuring());
    EXPECT_THAT(find<QComboBox>("benchNetwork")->currentText().toStdString(), HasSubstr("This run's"));
    EXPECT_FALSE(find<QPushButton>("benchMeasureAgain")->isEnabled());
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(heading(2).toStdString(), testing::StartsWith("your model"));
}

TEST_F(BenchPageTest, SaysWhatIsWrongWithADamagedMeasurement) {
    prunescope::test::writeBytes(folder_ / "measurement.json", "{");
    openRun("mlp:20");
    EXPECT_THAT(message("benchMessage"), HasSubstr("is not valid JSON"));
    EXPECT_FALSE(find<QWidget>("benchHeadline")->isVisible());
    std::filesystem::remove(folder_ / "measurement.json");
    emit run_.runChanged();
    EXPECT_THAT(message("benchMessage"), IsEmpty());
}

TEST_F(BenchPageTest, TakesTheFiguresOfARunAwayWithTheRun) {
    prunescope::test::writePrunedWeights(folder_ / "final.weights");
    openRun("mlp:20");
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_TRUE(find<QTableView>("benchTable")->isVisible());
    const prunescope::test::TemporaryFolder other;
    run_.folderNow = store::RunFolder(other.path());
    emit run_.runChanged();
    EXPECT_FALSE(find<QTableView>("benchTable")->isVisible());
}

TEST_F(BenchPageTest, OffersARunWithoutWeightsAsANetwork) {
    openRun("mlp:20");
    auto* network = find<QComboBox>("benchNetwork");
    EXPECT_EQ(network->currentText(), QStringLiteral("mlp:8")) << "what was chosen stays chosen";
    EXPECT_THAT(network->itemText(0).toStdString(), HasSubstr("mlp:20, untrained"));
    network->setCurrentIndex(0);
    type("90");
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_EQ(heading(2), QStringLiteral("90 %"));
    EXPECT_THAT(find<QLabel>("benchMachine")->text().toStdString(), HasSubstr("mlp:20"));
}

TEST_F(BenchPageTest, SaysWhatIsWrongWithADamagedWeightsFile) {
    std::filesystem::resize_file(prunescope::test::writePrunedWeights(folder_ / "final.weights"), 700);
    openRun("mlp:20");
    press();
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(message("benchMessage"), HasSubstr("final.weights"));
    EXPECT_TRUE(start()->isEnabled());
}

TEST_F(BenchPageTest, ATrainingRunIsPausedFirst) {
    openRun("mlp:20");
    train(RunModel::Stage::running);
    press();
    EXPECT_FALSE(page_->isMeasuring());
    EXPECT_THAT(message("benchMessage"), HasSubstr("A run is training"));
    auto* pause = find<QPushButton>("benchPauseRun");
    ASSERT_TRUE(pause->isVisible());
    QTest::mouseClick(pause, Qt::LeftButton);
    ASSERT_EQ(run_.submitted.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<session::Pause>(run_.submitted[0].action));
    train(RunModel::Stage::paused);
    EXPECT_TRUE(page_->isMeasuring());
    EXPECT_THAT(message("benchMessage"), IsEmpty());
    train(RunModel::Stage::running);
    EXPECT_THAT(message("benchMessage"), HasSubstr("trains again"));
    ASSERT_TRUE(waitForTheEnd());
    EXPECT_THAT(find<QLabel>("benchSentence")->text().toStdString(), HasSubstr("a run trained meanwhile"));
}

TEST_F(BenchPageTest, TheWarningGoesWhenTheRunHasEnded) {
    train(RunModel::Stage::running);
    press();
    EXPECT_FALSE(message("benchMessage").empty());
    train(RunModel::Stage::finished);
    EXPECT_THAT(message("benchMessage"), IsEmpty());
}

}  // namespace
}  // namespace prunescope::ui
