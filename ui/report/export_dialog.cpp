#include "ui/report/export_dialog.h"

#include "ui/live/run_model.h"
#include "ui/report/page_preview.h"
#include "ui/report/reference_picker.h"
#include "ui/report/saved_files.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>
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
    const QSize available = screen()->availableSize();
    resize(std::min(available.width() - 80, fontMetrics().averageCharWidth() * 150),
           std::min(available.height() - 80, fontMetrics().height() * 44));
    retranslate();
    gather();
}

QLayout* ExportDialog::makeButtons(QWidget* panel) {
    export_ = new QPushButton(panel);
    export_->setObjectName(QStringLiteral("exportButton"));
    export_->setDefault(true);
    close_ = new QPushButton(panel);
    close_->setObjectName(QStringLiteral("closeButton"));
    close_->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(export_);
    return buttons;
}

QWidget* ExportDialog::makePanel() {
    auto* panel = new QWidget(this);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    folder_ = new QLineEdit(context_.settings.value(folderKey, usualFolder()).toString(), panel);
    folder_->setObjectName(QStringLiteral("folderEdit"));
    folderLabel_ = new PlainLabel(panel);
    folderLabel_->setBuddy(folder_);
    browse_ = new QPushButton(panel);
    browse_->setObjectName(QStringLiteral("browseButton"));
    browse_->setAutoDefault(false);
    auto* folderRow = new QHBoxLayout;
    folderRow->setSpacing(8);
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(browse_);
    reference_ = new ReferencePicker(panel);
    referenceLabel_ = new PlainLabel(panel);
    referenceLabel_->setBuddy(reference_);
    filesLabel_ = new PlainLabel(panel);
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
    message_->setFadeMs(0);  // where the files are
    saved_ = new SavedFiles(panel);
    layout->addWidget(referenceLabel_);
    layout->addWidget(reference_);
    layout->addSpacing(8);
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
    layout->addWidget(saved_);
    layout->addStretch(1);
    layout->addLayout(makeButtons(panel));

    connect(reference_, &ReferencePicker::picked, this, &ExportDialog::gather);
    connect(saved_, &SavedFiles::notOpened, this, &ExportDialog::sayNotOpened);
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
    referenceLabel_->setText(tr("&Compared with"));
    reference_->retranslate();
    folderLabel_->setText(tr("&Folder"));
    folder_->setToolTip(tr("Where the files are saved; the folder is made if it is not there."));
    browse_->setText(tr("&Browse…"));
    filesLabel_->setText(tr("Files"));
    pdf_->setText(tr("&PDF, for paper"));
    pdf_->setToolTip(tr("The pages of the preview, with their fonts in the file."));
    web_->setText(tr("&Web page, JSON and CSV"));
    web_->setToolTip(tr("The same report for a browser, and every number of it for other programs."));
    openAfterwards_->setText(tr("&Open afterwards"));
    openAfterwards_->setToolTip(tr("Shows what was saved in the programs that open such files."));
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
    saved_->clear();
    const store::RunFolder* folder = context_.run.folder();
    if (folder == nullptr) {
        preview_->setReport(nullptr,
                            tr("There is no run to report on. Start one, or open one under Compare."));
        updateControls();
        return;
    }
    preview_->setReport(nullptr, tr("The run is being read…"));
    updateControls();
    reference_->setWorkspace(folder->path().parent_path());
    reference_->setEnabled(false);
    gathering_.start(
        [folder = *folder, choices = reference_->choices(), chosen = reference_->chosen(),
         live = context_.run.isLive(), now = QDateTime::currentMSecsSinceEpoch()] {
            Gathered gathered;
            gathered.choices = choices ? *choices : workspace::referencesFor(folder);
            gathered.reference = chosen;
            // Only a run that differs in pruning alone says by itself what pruning cost.
            if (!choices && !gathered.choices.empty() && gathered.choices.front().matches)
                gathered.reference = gathered.choices.front().folder.path();
            gathered.result = gatherReport(folder, now, gathered.reference, live);
            return gathered;
        },
        [this](const Gathered& gathered) { takeGathered(gathered); },
        [this](const Error& error) {
            takeGathered(
                {.result = {.report = nullptr, .error = engineText(error.whole()), .referenceError = {}},
                 .choices = {},
                 .reference = {}});
        });
}

void ExportDialog::takeGathered(const Gathered& gathered) {
    const GatherResult& result = gathered.result;
    reference_->setEnabled(true);
    reference_->setChoices(gathered.choices,
                           result.referenceError.isEmpty() ? gathered.reference : std::filesystem::path());
    report_ = result.report;
    preview_->setReport(report_, report_ ? QString() : tr("The run cannot be shown."));
    updateControls();
    if (!result.referenceError.isEmpty()) {
        message_->show(MessageBar::Kind::warning,
                       tr("The run to compare with cannot be read: %1").arg(result.referenceError));
    }
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
    saved_->clear();
    const ExportFiles files{QDir::cleanPath(folder_->text().trimmed()), pdf_->isChecked(), web_->isChecked()};
    exporting_.start(
        [report = report_, files] { return exportReport(*report, files); },
        [this](const ExportResult& result) { takeExported(result); },
        [this](const Error& error) { takeExported({.files = {}, .error = engineText(error.whole())}); });
    updateControls();
}

void ExportDialog::takeExported(const ExportResult& result) {
    updateControls();
    if (!result.error.isEmpty()) {
        message_->show(MessageBar::Kind::error, result.error);
        emit exportFailed(result.error);
        return;
    }
    remember();
    QString text = tr("Saved: %1").arg(result.files.join(QStringLiteral(", ")));
    const bool incomplete = report_ && !report_->input.problems.empty();
    if (incomplete) {
        text +=
            QLatin1Char('\n') + tr("The report is incomplete, since a part of the record could not be read. "
                                   "No other report was replaced.");
    }
    QStringList unopened;
    for (const QString& file : result.files) {
        if (openAfterwards_->isChecked() && !QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
            unopened << QFileInfo(file).fileName();
    }
    if (!unopened.isEmpty()) {
        text += QLatin1Char('\n') +
                tr("No program was found that opens %1.").arg(unopened.join(QStringLiteral(", ")));
    }
    message_->show(
        unopened.isEmpty() && !incomplete ? MessageBar::Kind::information : MessageBar::Kind::warning, text);
    saved_->setFiles(result.files);
    emit exported(result.files);
}

void ExportDialog::sayNotOpened(const QString& path) {
    message_->show(MessageBar::Kind::warning,
                   tr("No program was found that opens %1.").arg(QFileInfo(path).fileName()));
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
