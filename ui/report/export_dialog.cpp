#include "ui/report/export_dialog.h"

#include "ui/live/run_model.h"
#include "ui/report/page_preview.h"
#include "ui/support/message_bar.h"

#include <QtConcurrent/QtConcurrentRun>

#include <QCheckBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStandardPaths>
#include <QUrl>
#include <algorithm>

namespace prunescope::ui {
namespace {

const QString folderKey = QStringLiteral("report/folder");
const QString openKey = QStringLiteral("report/openAfterwards");
const QString pdfKey = QStringLiteral("report/pdf");
const QString webKey = QStringLiteral("report/web");

QString usualFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Prunescope"));
}

}  // namespace

ExportDialog::ExportDialog(const PageContext& context, QWidget* parent)
    : QDialog(parent), context_(context), preview_(new PagePreview(context.theme, this)) {
    setObjectName(QStringLiteral("exportDialog"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(preview_, 3);
    layout->addWidget(makePanel(), 2);
    connect(&gathering_, &QFutureWatcherBase::finished, this, &ExportDialog::takeGathered);
    connect(&exporting_, &QFutureWatcherBase::finished, this, &ExportDialog::takeExported);
    const QSize available = screen()->availableSize();
    resize(std::min(available.width() - 80, fontMetrics().averageCharWidth() * 150),
           std::min(available.height() - 80, fontMetrics().height() * 44));
    retranslate();
    gather();
}

QWidget* ExportDialog::makePanel() {
    auto* panel = new QWidget(this);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    folder_ = new QLineEdit(context_.settings.value(folderKey, usualFolder()).toString(), panel);
    folder_->setObjectName(QStringLiteral("folderEdit"));
    folderLabel_ = new QLabel(panel);
    folderLabel_->setBuddy(folder_);
    browse_ = new QPushButton(panel);
    browse_->setObjectName(QStringLiteral("browseButton"));
    browse_->setAutoDefault(false);
    auto* folderRow = new QHBoxLayout;
    folderRow->setSpacing(8);
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(browse_);
    filesLabel_ = new QLabel(panel);
    pdf_ = new QCheckBox(panel);
    pdf_->setObjectName(QStringLiteral("pdfBox"));
    pdf_->setChecked(context_.settings.value(pdfKey, true).toBool());
    web_ = new QCheckBox(panel);
    web_->setObjectName(QStringLiteral("webBox"));
    web_->setChecked(context_.settings.value(webKey, true).toBool());
    openAfterwards_ = new QCheckBox(panel);
    openAfterwards_->setObjectName(QStringLiteral("openAfterwards"));
    openAfterwards_->setChecked(context_.settings.value(openKey, true).toBool());
    message_ = new MessageBar(context_.theme, panel);
    message_->setObjectName(QStringLiteral("exportMessage"));
    export_ = new QPushButton(panel);
    export_->setObjectName(QStringLiteral("exportButton"));
    export_->setDefault(true);
    close_ = new QPushButton(panel);
    close_->setObjectName(QStringLiteral("closeButton"));
    close_->setAutoDefault(false);

    layout->addWidget(folderLabel_);
    layout->addLayout(folderRow);
    layout->addSpacing(8);
    layout->addWidget(filesLabel_);
    layout->addWidget(pdf_);
    layout->addWidget(web_);
    layout->addSpacing(8);
    layout->addWidget(openAfterwards_);
    layout->addSpacing(8);
    layout->addWidget(message_);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(export_);
    layout->addLayout(buttons);

    connect(browse_, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::updateControls);
    connect(pdf_, &QCheckBox::toggled, this, &ExportDialog::updateControls);
    connect(web_, &QCheckBox::toggled, this, &ExportDialog::updateControls);
    return panel;
}

void ExportDialog::retranslate() {
    setWindowTitle(tr("Export report"));
    folderLabel_->setText(tr("&Folder"));
    folder_->setToolTip(tr("Where the files are saved; the folder is made if it is not there."));
    browse_->setText(tr("&Browse…"));
    filesLabel_->setText(tr("Files"));
    pdf_->setText(tr("&PDF, for paper"));
    pdf_->setToolTip(tr("The pages of the preview, with their fonts in the file."));
    web_->setText(tr("&Web page, JSON and CSV"));
    web_->setToolTip(tr("The same report for a browser, and every number of it for other programs."));
    openAfterwards_->setText(tr("&Open afterwards"));
    openAfterwards_->setToolTip(tr("Shows the saved report in the program that opens such files."));
    export_->setText(tr("&Export"));
    close_->setText(tr("&Close"));
    preview_->retranslate();
    updateControls();
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    gather();
}

void ExportDialog::gather() {
    report_.reset();
    message_->clear();
    const store::RunFolder* folder = context_.run.folder();
    if (folder == nullptr) {
        preview_->setReport(nullptr, tr("There is no run to report on. Start one, or open one under Runs."));
        updateControls();
        return;
    }
    preview_->setReport(nullptr, tr("The run is being read…"));
    updateControls();
    gathering_.setFuture(QtConcurrent::run(gatherReport, *folder, QDateTime::currentMSecsSinceEpoch()));
}

void ExportDialog::takeGathered() {
    const GatherResult result = gathering_.result();
    report_ = result.report;
    preview_->setReport(report_, report_ ? QString() : tr("The run cannot be shown."));
    updateControls();
    if (report_) {
        emit reportReady();
        return;
    }
    message_->show(MessageBar::Kind::error, result.error);
    emit exportFailed(result.error);
}

void ExportDialog::chooseFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the report"), folder_->text());
    if (!folder.isEmpty()) folder_->setText(folder);
}

void ExportDialog::startExport() {
    if (!report_ || exporting_.isRunning()) return;
    message_->clear();
    const ExportFiles files{QDir::cleanPath(folder_->text().trimmed()), pdf_->isChecked(), web_->isChecked()};
    exporting_.setFuture(
        QtConcurrent::run([report = report_, files] { return exportReport(*report, files); }));
    updateControls();
}

void ExportDialog::takeExported() {
    const ExportResult result = exporting_.result();
    updateControls();
    if (!result.error.isEmpty()) {
        message_->show(MessageBar::Kind::error, result.error);
        emit exportFailed(result.error);
        return;
    }
    remember();
    QString text = tr("Saved: %1").arg(result.files.join(QStringLiteral(", ")));
    if (openAfterwards_->isChecked() &&
        !QDesktopServices::openUrl(QUrl::fromLocalFile(result.files.front()))) {
        text += QLatin1Char('\n') + tr("No program was found that opens it.");
    }
    message_->show(MessageBar::Kind::information, text);
    emit exported(result.files);
}

void ExportDialog::remember() {
    context_.settings.setValue(folderKey, folder_->text().trimmed());
    context_.settings.setValue(openKey, openAfterwards_->isChecked());
    context_.settings.setValue(pdfKey, pdf_->isChecked());
    context_.settings.setValue(webKey, web_->isChecked());
}

void ExportDialog::updateControls() {
    const bool anything = pdf_->isChecked() || web_->isChecked();
    const bool named = QDir::isAbsolutePath(folder_->text().trimmed());
    export_->setEnabled(report_ && anything && named && !exporting_.isRunning());
    export_->setToolTip(!anything ? tr("Choose at least one kind of file.")
                        : !named  ? tr("Name a folder, with its whole path.")
                                  : QString());
}

}  // namespace prunescope::ui
