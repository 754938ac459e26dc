// What is taken away from a run that is put together by hand.
#include "ui/ship/ship_page.h"

#include "base/file.h"
#include "base/sha256.h"
#include "store/device_file.h"
#include "store/example_run.h"
#include "store/measurement_file.h"
#include "support/example_measurement.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

namespace prunescope::ui {
namespace {

/// Of a network that was asked by four callers at once, too.
void storeMeasured(const store::RunFolder& run) {
    run::Measurement measurement = test::exampleMeasurement();
    measurement.callers = {
        {.callers = 4,
         .dense = {.medianUs = 80, .p95Us = 90, .p99Us = 100, .imagesPerSecond = 25'000, .images = 5000},
         .pruned = {.medianUs = 40, .p95Us = 45, .p99Us = 50, .imagesPerSecond = 50'000, .images = 9000}}};
    store::storeMeasurement(run, measurement);
}

class ShipPageTest : public testing::Test {
protected:
    void show(RunModel::Stage stage, bool withWeights) {
        run.headerNow = test::exampleHeader();
        run.idNow = QStringLiteral("mine");
        run.folderNow = store::RunFolder(folder / "mine");
        run.stageNow = stage;
        std::filesystem::create_directory(folder / "mine");
        if (withWeights) {
            test::writePrunedWeights(run.folderNow->weights());
        }
        emit run.runChanged();
        page.show();
    }
    QString text(const char* label) const { return page.findChild<QLabel*>(QLatin1String(label))->text(); }
    const QPushButton& save() const {
        return *page.findChild<QPushButton*>(QStringLiteral("saveWeightsButton"));
    }
    bool waitForWeights() const {
        return QTest::qWaitFor([&] { return save().isEnabled(); }, 20'000);
    }
    const QTableWidget& table() const { return *page.findChild<QTableWidget*>(QStringLiteral("shipForms")); }
    const QPushButton& exportButton() const {
        return *page.findChild<QPushButton*>(QStringLiteral("shipExportButton"));
    }
    bool waitForForms() const {
        return QTest::qWaitFor([&] { return table().rowCount() > 0; }, 20'000);
    }
    void choose(const QString& form) {
        auto& forms = *page.findChild<QTableWidget*>(QStringLiteral("shipForms"));
        forms.setCurrentItem(forms.findItems(form, Qt::MatchExactly).constFirst());
    }
    QString message() const { return page.findChild<MessageBar*>(QStringLiteral("shipMessage"))->text(); }

    test::TemporaryFolder folder;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    ShipPage page{PageContext{run, theme, settings}};
};

TEST_F(ShipPageTest, NamesTheWeightsAsTheReportDoes) {
    show(RunModel::Stage::finished, true);
    ASSERT_TRUE(waitForWeights());
    EXPECT_EQ(text("shipRun"), QStringLiteral("mine"));
    const QString hash = QString::fromStdString(sha256HexOfFile(run.folderNow->weights()));
    EXPECT_EQ(text("shipHash"), QStringLiteral("SHA-256 ") + hash.left(16));
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("shipHash"))->toolTip(),
              QStringLiteral("SHA-256 ") + hash);
}

TEST_F(ShipPageTest, SavesACopyWhereverItIsAsked) {
    show(RunModel::Stage::finished, true);
    ASSERT_TRUE(waitForWeights());
    QSignalSpy saved(&page, &ShipPage::saved);
    const auto target = folder / "taken.weights";
    page.saveWeights(target);
    ASSERT_TRUE(saved.wait(20'000));
    EXPECT_EQ(readFile(target, 1 << 20), readFile(run.folderNow->weights(), 1 << 20));
    EXPECT_TRUE(message().contains(QStringLiteral("taken.weights"))) << message().toStdString();
}

TEST_F(ShipPageTest, SaysWhyACopyCannotBeSaved) {
    show(RunModel::Stage::finished, true);
    ASSERT_TRUE(waitForWeights());
    QSignalSpy failed(&page, &ShipPage::notSaved);
    page.saveWeights(folder / "taken.docx");
    ASSERT_TRUE(failed.wait(20'000));
    EXPECT_TRUE(message().contains(QStringLiteral(".safetensors"))) << message().toStdString();
    EXPECT_FALSE(std::filesystem::exists(folder / "taken.docx"));
}

TEST_F(ShipPageTest, OfARunThatGoesOnThereIsNothingToSaveYet) {
    show(RunModel::Stage::running, false);
    EXPECT_FALSE(save().isEnabled());
    EXPECT_EQ(text("shipWeights"), QStringLiteral("The weights are saved when the run ends."));
    EXPECT_EQ(save().toolTip(), text("shipWeights"));
}

TEST_F(ShipPageTest, OfARunWithoutWeightsItSaysSo) {
    show(RunModel::Stage::interrupted, false);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return text("shipWeights") == QStringLiteral("This run has no weights that can be read."); },
        20'000))
        << text("shipWeights").toStdString();
    EXPECT_FALSE(save().isEnabled());
}

TEST_F(ShipPageTest, ShowsEveryFormWithWhatItTakesAndHowItIsUsed) {
    show(RunModel::Stage::finished, true);
    storeMeasured(*run.folderNow);
    emit run.runChanged();
    ASSERT_TRUE(waitForForms());
    const QTableWidget& forms = table();
    const auto cell = [&](const QString& form, int column) {
        for (int row = 0; row < forms.rowCount(); ++row)
            if (forms.item(row, 0)->text() == form) return forms.item(row, column)->text();
        return QStringLiteral("no such form");
    };
    const auto bytes = std::filesystem::file_size(run.folderNow->weights());
    EXPECT_EQ(cell(QStringLiteral("Weights of the run"), 1), bytesText(static_cast<double>(bytes)));
    EXPECT_EQ(cell(QStringLiteral("Weights of the run"), 2), QStringLiteral("0.038 ms"));
    EXPECT_EQ(cell(QStringLiteral("Weights of the run"), 3), QStringLiteral("×2.00"));
    EXPECT_EQ(cell(QStringLiteral("ONNX"), 3), QStringLiteral("–")) << "this program does not run it";
    // Of a run without a record there is no course to show.
    EXPECT_EQ(cell(QStringLiteral("TensorBoard"), 1), QStringLiteral("–"));
    choose(QStringLiteral("TensorBoard"));
    EXPECT_TRUE(text("shipUsage").contains(QStringLiteral("none is recorded here")))
        << text("shipUsage").toStdString();
    EXPECT_FALSE(exportButton().isEnabled());
    choose(QStringLiteral("C source"));
    EXPECT_TRUE(text("shipUsage").startsWith(QStringLiteral("cc -O3"))) << text("shipUsage").toStdString();
    EXPECT_TRUE(exportButton().isEnabled());
}

TEST_F(ShipPageTest, ShowsWhatDevicesMeasuredAndCallersWait) {
    show(RunModel::Stage::finished, true);
    storeMeasured(*run.folderNow);
    store::storeDevices(*run.folderNow, {{.wallMs = 1,
                                          .device = "board",
                                          .network = "net",
                                          .runs = 1000,
                                          .medianUs = 4200,
                                          .p05Us = 4100,
                                          .p95Us = 4300,
                                          .p99Us = 4400,
                                          .leastUs = 4000,
                                          .mostUs = 4500}});
    emit run.runChanged();
    ASSERT_TRUE(waitForForms());
    EXPECT_TRUE(text("shipSpeed").contains(QStringLiteral("One sample takes 4.2 ms on board")))
        << text("shipSpeed").toStdString();
    EXPECT_TRUE(text("shipSpeed").contains(QStringLiteral("Callers at once: 4.")))
        << text("shipSpeed").toStdString();
    choose(QStringLiteral("C source"));
    EXPECT_EQ(table().item(table().currentRow(), 2)->text(), QStringLiteral("4.2 ms"));
}

TEST_F(ShipPageTest, ExportsTheChosenFormAndSaysWhatWasChecked) {
    show(RunModel::Stage::finished, true);
    ASSERT_TRUE(waitForForms());
    QSignalSpy saved(&page, &ShipPage::saved);
    const auto target = folder / "net.onnx";
    page.exportAs("onnx", target);
    EXPECT_FALSE(exportButton().isEnabled()) << "while it is written";
    ASSERT_TRUE(saved.wait(20'000));
    EXPECT_TRUE(std::filesystem::exists(target));
    const QString hash = QString::fromStdString(sha256HexOfFile(target)).left(16);
    EXPECT_TRUE(message().contains(hash)) << message().toStdString();
    EXPECT_TRUE(message().contains(QStringLiteral("random inputs as the run does")))
        << message().toStdString();
    EXPECT_TRUE(exportButton().isEnabled());
}

TEST_F(ShipPageTest, LeadsToTheReport) {
    show(RunModel::Stage::finished, true);
    QSignalSpy wanted(&page, &Page::exportReportRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("shipReportButton")), Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
}

}  // namespace
}  // namespace prunescope::ui
