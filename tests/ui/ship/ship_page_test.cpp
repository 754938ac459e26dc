// What is taken away from a run that is put together by hand.
#include "ui/ship/ship_page.h"

#include "base/file.h"
#include "base/sha256.h"
#include "store/example_run.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace prunescope::ui {
namespace {

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

TEST_F(ShipPageTest, LeadsToTheReport) {
    show(RunModel::Stage::finished, true);
    QSignalSpy wanted(&page, &Page::exportReportRequested);
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("shipReportButton")), Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
}

}  // namespace
}  // namespace prunescope::ui
