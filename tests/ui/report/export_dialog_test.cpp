#include "ui/report/export_dialog.h"

#include "store/example_run.h"
#include "store/run_folder.h"
#include "support/demo_run.h"
#include "support/temporary_folder.h"
#include "support/write_record.h"
#include "ui/report/page_preview.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

/// Takes the place of the programs that open files: its signal is what is called.
class Opener {
public:
    Opener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), &receiver_, "anchorClicked"); }
    ~Opener() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QStringList opened() const {
        QStringList files;
        for (const auto& call : calls_) files << call.front().toUrl().toLocalFile();
        return files;
    }

private:
    QTextBrowser receiver_;
    QSignalSpy calls_{&receiver_, &QTextBrowser::anchorClicked};
};

class ExportDialogTest : public ::testing::Test {
protected:
    ExportDialogTest()
        : settings(text(folder / "settings.ini"), QSettings::IniFormat), context{model, theme, settings} {
        settings.setValue(QStringLiteral("report/folder"), text(folder / "reports"));
        test::DemoOptions options;
        options.epochs = 2;
        options.stepsPerEpoch = 40;
        const run::RunRecord record = test::demoRun(options);
        const auto path = folder / "demo";
        test::writeRecord(path, record);
        model.stageNow = RunModel::Stage::finished;
        model.headerNow = record.header;
        model.idNow = QStringLiteral("demo");
        model.folderNow = store::RunFolder(path);
    }

    static QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

    void open() {
        dialog = std::make_unique<ExportDialog>(context, nullptr);
        dialog->show();
    }
    void openReady() {
        open();
        QSignalSpy ready(dialog.get(), &ExportDialog::reportReady);
        ASSERT_TRUE(ready.wait(20'000));
    }
    template <class Widget>
    Widget* find(const char* name) {
        return dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    QString message() { return find<MessageBar>("exportMessage")->text(); }
    void exportAndWait(bool works) {
        QSignalSpy saved(dialog.get(), &ExportDialog::exported);
        QSignalSpy failed(dialog.get(), &ExportDialog::exportFailed);
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        ASSERT_TRUE(works ? saved.wait(20'000) : failed.wait(20'000));
    }

    test::TemporaryFolder folder;
    FakeRunModel model;
    Theme theme;
    QSettings settings;
    PageContext context;
    Opener opener;
    std::unique_ptr<ExportDialog> dialog;
};

TEST_F(ExportDialogTest, SavesAllFilesRemembersTheFolderAndOpensThePdf) {
    openReady();
    const QString target = text(folder / "else" / "where");
    find<QLineEdit>("folderEdit")->setText(target);
    exportAndWait(true);
    EXPECT_TRUE(QFileInfo::exists(target + QStringLiteral("/demo.pdf")));
    for (const char* file : {"index.html", "report.json", "metrics.csv", "events.csv", "layers.csv"}) {
        EXPECT_TRUE(QFileInfo::exists(target + QStringLiteral("/demo/") + QLatin1String(file))) << file;
    }
    EXPECT_EQ(opener.opened(), (QStringList{target + QStringLiteral("/demo.pdf"),
                                            target + QStringLiteral("/demo/index.html")}));
    EXPECT_EQ(settings.value(QStringLiteral("report/folder")).toString(), target);
    EXPECT_TRUE(message().contains(QStringLiteral("demo.pdf")));

    dialog.reset();
    open();
    EXPECT_EQ(find<QLineEdit>("folderEdit")->text(), target);
}

TEST_F(ExportDialogTest, OfADamagedRunReplacesNoReport) {
    openReady();
    exportAndWait(true);
    const std::string whole = test::readBytes(folder / "reports" / "demo.pdf");
    test::tamper(folder / "demo" / "run.db", "UPDATE samples SET phase = 7 WHERE step = 3");
    dialog.reset();
    openReady();
    exportAndWait(true);
    EXPECT_EQ(test::readBytes(folder / "reports" / "demo.pdf"), whole);
    EXPECT_TRUE(exists(folder / "reports" / "demo-incomplete.pdf"));
    EXPECT_TRUE(exists(folder / "reports" / "demo-incomplete" / "index.html"));
    EXPECT_TRUE(message().contains(QStringLiteral("incomplete"))) << message().toStdString();
}

TEST_F(ExportDialogTest, SavesOnlyWhatIsTickedAndOpensNothingUnasked) {
    openReady();
    find<QCheckBox>("webBox")->setChecked(false);
    find<QCheckBox>("openAfterwards")->setChecked(false);
    exportAndWait(true);
    EXPECT_TRUE(QFileInfo::exists(text(folder / "reports" / "demo.pdf")));
    EXPECT_FALSE(QFileInfo::exists(text(folder / "reports" / "demo")));
    EXPECT_TRUE(opener.opened().isEmpty());
}

TEST_F(ExportDialogTest, EverySavedFileCanBeOpenedAndFoundAfterwards) {
    openReady();
    find<QCheckBox>("openAfterwards")->setChecked(false);
    exportAndWait(true);
    const auto buttons = dialog->findChildren<QToolButton*>(QStringLiteral("openFileButton"));
    const auto folders = dialog->findChildren<QToolButton*>(QStringLiteral("showInFolderButton"));
    ASSERT_EQ(buttons.size(), 2);
    ASSERT_EQ(folders.size(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QTest::mouseClick(folders[0], Qt::LeftButton);
    EXPECT_EQ(opener.opened(),
              (QStringList{text(folder / "reports" / "demo" / "index.html"), text(folder / "reports")}));
}

TEST_F(ExportDialogTest, ReplacesItsOwnReportButNothingOfSomebodyElse) {
    openReady();
    find<QCheckBox>("openAfterwards")->setChecked(false);
    find<QCheckBox>("webBox")->setChecked(false);
    exportAndWait(true);
    exportAndWait(true);
    const std::filesystem::path paper = folder / "reports" / "demo.pdf";
    for (const std::string own : {"my own", "%PDF-1.7 by another program, about demo", ""}) {
        std::ofstream(paper, std::ios::trunc) << own;
        exportAndWait(false);
        EXPECT_TRUE(message().contains(QStringLiteral("is not a report of this run; it was not changed")))
            << message().toStdString();
        std::ifstream saved(paper);
        const std::string content{std::istreambuf_iterator<char>(saved), {}};
        EXPECT_EQ(content, own);
    }
}

TEST_F(ExportDialogTest, IsComparedWithTheMatchingDenseRunOfTheWorkspaceByItself) {
    const auto dense = [&](const char* name, std::uint64_t seed) {
        test::DemoOptions options;
        options.epochs = 2;
        options.stepsPerEpoch = 40;
        options.dense = true;
        options.seed = static_cast<decltype(options.seed)>(seed);
        test::writeRecord(folder / name, test::demoRun(options));
    };
    dense("dense-twin", 1);
    dense("dense-of-another-seed", 2);
    openReady();
    auto* combo = find<QComboBox>("referenceCombo");
    EXPECT_EQ(combo->currentText(), QStringLiteral("dense-twin"));
    EXPECT_EQ(combo->count(), 4) << "nothing, two runs, and any other";
    const auto reportText = [&] {
        std::ifstream file(folder / "reports" / "demo" / "report.json");
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    find<QCheckBox>("openAfterwards")->setChecked(false);
    exportAndWait(true);
    EXPECT_NE(reportText().find("\"run\": \"dense-twin\""), std::string::npos);

    QSignalSpy ready(dialog.get(), &ExportDialog::reportReady);
    combo->setCurrentIndex(0);
    emit combo->activated(0);
    ASSERT_TRUE(ready.wait(20'000));
    EXPECT_EQ(combo->currentText(), QStringLiteral("Nothing"));
    exportAndWait(true);
    EXPECT_EQ(reportText().find("dense-twin"), std::string::npos);
}

TEST_F(ExportDialogTest, WithoutADenseRunItIsComparedWithNothing) {
    openReady();
    EXPECT_EQ(find<QComboBox>("referenceCombo")->currentText(), QStringLiteral("Nothing"));
    EXPECT_TRUE(find<QComboBox>("referenceCombo")->toolTip().contains(QStringLiteral("There is none")));
}

TEST_F(ExportDialogTest, SaysWhyAFolderCannotBeWrittenAndStaysOpen) {
    openReady();
    std::ofstream(folder / "file") << "not a folder";
    find<QLineEdit>("folderEdit")->setText(text(folder / "file"));
    exportAndWait(false);
    EXPECT_TRUE(message().contains(text(folder / "file"))) << message().toStdString();
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(find<QPushButton>("exportButton")->isEnabled());
    EXPECT_TRUE(opener.opened().isEmpty());
    EXPECT_EQ(settings.value(QStringLiteral("report/folder")).toString(), text(folder / "reports"));
}

TEST_F(ExportDialogTest, CannotExportNothingOrNowhere) {
    openReady();
    auto* button = find<QPushButton>("exportButton");
    EXPECT_TRUE(button->isEnabled());
    find<QLineEdit>("folderEdit")->setText(QStringLiteral("relative/folder"));
    EXPECT_FALSE(button->isEnabled());
    find<QLineEdit>("folderEdit")->setText(text(folder.path()));
    find<QCheckBox>("pdfBox")->setChecked(false);
    EXPECT_TRUE(button->isEnabled());
    find<QCheckBox>("webBox")->setChecked(false);
    EXPECT_FALSE(button->isEnabled());
    EXPECT_FALSE(button->toolTip().isEmpty());
}

TEST_F(ExportDialogTest, ShowsThePagesOneByOneAndLarger) {
    openReady();
    auto* preview = dialog->findChild<PagePreview*>();
    ASSERT_GE(preview->pageCount(), 3);
    auto* sheet = find<QLabel>("previewSheet");
    ASSERT_TRUE(QTest::qWaitFor([sheet] { return !sheet->pixmap(Qt::ReturnByValue).isNull(); }, 20'000));
    EXPECT_FALSE(find<QToolButton>("previousPageButton")->isEnabled());
    QSignalSpy shown(preview, &PagePreview::pageShown);
    QTest::mouseClick(find<QToolButton>("nextPageButton"), Qt::LeftButton);
    ASSERT_TRUE(shown.wait(20'000));
    EXPECT_EQ(shown.back().front().toInt(), 1);
    EXPECT_TRUE(find<QLabel>("pageLabel")->text().startsWith(QStringLiteral("Page 2 of ")));
    const int width = sheet->pixmap(Qt::ReturnByValue).width();
    QTest::mouseClick(find<QToolButton>("zoomInButton"), Qt::LeftButton);
    ASSERT_TRUE(shown.wait(20'000));
    EXPECT_GT(sheet->pixmap(Qt::ReturnByValue).width(), width);
    preview->showPage(preview->pageCount() - 1);
    EXPECT_FALSE(find<QToolButton>("nextPageButton")->isEnabled());
}

TEST_F(ExportDialogTest, SaysWhatIsWrongWithARunThatCannotBeRead) {
    model.folderNow = store::RunFolder(folder / "nothing");
    open();
    QSignalSpy failed(dialog.get(), &ExportDialog::exportFailed);
    ASSERT_TRUE(failed.wait(20'000));
    EXPECT_TRUE(message().contains(QStringLiteral("nothing"))) << message().toStdString();
    EXPECT_FALSE(find<QPushButton>("exportButton")->isEnabled());
}

TEST_F(ExportDialogTest, SaysWhatToDoWithoutARun) {
    model.folderNow.reset();
    open();
    EXPECT_TRUE(find<QLabel>("previewSheet")->text().contains(QStringLiteral("Start one")));
    EXPECT_FALSE(find<QPushButton>("exportButton")->isEnabled());
}

TEST_F(ExportDialogTest, MayBeClosedWhileTheRunIsRead) {
    open();
    dialog.reset();
    openReady();
    QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
    dialog.reset();
}

}  // namespace
}  // namespace prunescope::ui
