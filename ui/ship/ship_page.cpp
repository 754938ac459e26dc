#include "ui/ship/ship_page.h"

#include "base/error.h"
#include "model/network_format.h"
#include "ui/live/run_model.h"
#include "ui/live/run_name.h"
#include "ui/ship/form_table.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/vertical_scroll.h"
#include "view/speed_words.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>
#include <utility>

namespace prunescope::ui {
namespace {

const QString shipFolderKey = QStringLiteral("ship/folder");
constexpr int shownDigits = 16;

QLabel* heading(QWidget* parent) {
    auto* label = new PlainLabel(parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel* facts(QWidget* parent, const char* name) {
    auto* label = new PlainLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

/// "Safetensors (*.safetensors)"
QString fileFilter(const model::NetworkFormat& format) {
    QStringList patterns;
    for (const std::string& suffix : format.suffixes)
        patterns << QLatin1Char('*') + QString::fromStdString(suffix);
    return QStringLiteral("%1 (%2)").arg(engineText(format.description.title),
                                         patterns.join(QLatin1Char(' ')));
}

QString fileFilters() {
    QStringList filters;
    for (const model::NetworkFormat& format : model::networkFormats()) filters << fileFilter(format);
    return filters.join(QStringLiteral(";;"));
}

/// A file with its bytes and the beginning of its hash, which tells files apart.
QString writtenText(const workspace::WrittenFile& file) {
    return ShipPage::tr("Saved: %1, %2, SHA-256 %3…")
        .arg(QString::fromStdString(file.path.string()), bytesText(static_cast<double>(file.bytes)),
             QString::fromStdString(file.sha256).left(shownDigits));
}

}  // namespace

ShipPage::ShipPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      save_(new QAction(this)),
      name_(new RunName(context.run, this)),
      run_(facts(this, "shipRun")),
      weightsTitle_(heading(this)),
      weightsFacts_(facts(this, "shipWeights")),
      hash_(facts(this, "shipHash")),
      formsTitle_(heading(this)),
      speed_(facts(this, "shipSpeed")),
      reportTitle_(heading(this)),
      reportText_(facts(this, "shipReport")),
      forms_(new FormTable(this)),
      saveButton_(new QPushButton(this)),
      reportButton_(new QPushButton(this)),
      message_(new MessageBar(context.theme, this)) {
    setObjectName(QStringLiteral("shipPage"));
    save_->setObjectName(QStringLiteral("saveWeightsAction"));
    saveButton_->setObjectName(QStringLiteral("saveWeightsButton"));
    reportButton_->setObjectName(QStringLiteral("shipReportButton"));
    message_->setObjectName(QStringLiteral("shipMessage"));
    // What was checked is to be read, and copied from.
    message_->setFadeMs(0);
    layOut();
    connect(save_, &QAction::triggered, this, &ShipPage::chooseFile);
    connect(saveButton_, &QPushButton::clicked, this, &ShipPage::chooseFile);
    connect(forms_, &FormTable::exportRequested, this, &ShipPage::chooseFileOf);
    connect(reportButton_, &QPushButton::clicked, this, &Page::exportReportRequested);
    connect(&context_.run, &RunModel::runChanged, this, &ShipPage::takeRun);
    connect(name_, &RunName::changed, this, &ShipPage::showFacts);
    connect(&context_.run, &RunModel::stageChanged, this, &ShipPage::takeRun);
    retranslate();
}

void ShipPage::layOut() {
    hash_->setForegroundRole(QPalette::PlaceholderText);
    reportText_->setForegroundRole(QPalette::PlaceholderText);
    speed_->setForegroundRole(QPalette::PlaceholderText);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(run_);
    column->addSpacing(8);
    column->addWidget(weightsTitle_);
    column->addWidget(weightsFacts_);
    column->addWidget(hash_);
    column->addWidget(saveButton_, 0, Qt::AlignLeft);
    column->addSpacing(16);
    column->addWidget(formsTitle_);
    column->addWidget(forms_);
    column->addWidget(speed_);
    column->addSpacing(16);
    column->addWidget(reportTitle_);
    column->addWidget(reportText_);
    column->addWidget(reportButton_, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* scroll = new VerticalScroll(this);
    scroll->setWidget(content);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    // At the foot, where it moves nothing.
    all->addWidget(message_);
}

void ShipPage::takeRun() {
    stale_ = true;
    weights_.reset();
    deploy_.reset();
    looking_.cancel();
    weighing_.cancel();
    message_->clear();
    if (isVisible()) look();
    showFacts();
}

void ShipPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (stale_) look();
}

void ShipPage::look() {
    stale_ = false;
    const RunModel& run = context_.run;
    if (!run.hasRun() || run.isLive() || run.folder() == nullptr) return;
    looking_.start([folder = *run.folder()] { return workspace::weightsOfRun(folder); },
                   [this](workspace::WeightsOfRun found) {
                       weights_ = std::move(found);
                       showFacts();
                   },
                   [this](const Error&) { showFacts(); });
    weighing_.start(
        [folder = *run.folder()](const Job::Working& working) {
            return workspace::deployForms(folder, [&] { return !working.isStopped(); });
        },
        [this](workspace::DeployForms found) {
            deploy_ = std::move(found);
            showFacts();
        },
        [this](const Error&) { showFacts(); });
    showFacts();
}

void ShipPage::showSpeed() {
    QStringList lines;
    if (deploy_) {
        if (deploy_->speed)
            for (const run::CallersAtOnce& callers : deploy_->speed->callers)
                lines << engineText(view::callersWords(callers));
        for (const run::DeviceMeasurement& device : deploy_->devices)
            lines << engineText(view::deviceWords(device));
        for (const Text& problem : deploy_->problems) lines << engineText(problem);
    }
    speed_->setText(lines.join(QLatin1Char('\n')));
    speed_->setVisible(!lines.isEmpty());
}

void ShipPage::showFacts() {
    const RunModel& run = context_.run;
    run_->setText(name_->text());
    const bool there = weights_.has_value();
    QString why;
    if (run.isLive()) {
        why = tr("The weights are saved when the run ends.");
    } else if (!there) {
        why = looking_.isRunning() ? tr("The weights are being read.")
                                   : tr("This run has no weights that can be read.");
    }
    weightsFacts_->setText(there ? tr("Effective weights, latent weights and masks: %1.")
                                       .arg(bytesText(static_cast<double>(weights_->bytes)))
                                 : why);
    // Its beginning tells files apart; the whole stands in the tip, and in the report.
    const QString hash = there ? QString::fromStdString(weights_->sha256) : QString();
    hash_->setText(there ? tr("SHA-256 %1").arg(hash.left(shownDigits)) : QString());
    hash_->setToolTip(there ? tr("SHA-256 %1").arg(hash) : QString());
    const bool weighs = weighing_.isRunning() && !deploy_;
    forms_->show(deploy_, weighs ? tr("The forms are being made.") : why);
    showSpeed();
    saveButton_->setEnabled(there);
    save_->setEnabled(there);
    saveButton_->setToolTip(there ? tr("Saves a copy where you say; the run keeps its own.") : why);
    reportButton_->setEnabled(run.hasRun());
}

/// In the folder that was chosen last, named as the run.
QString ShipPage::suggestedFile(const std::string& suffix) const {
    const QString folder = context_.settings.value(shipFolderKey, QDir::homePath()).toString();
    return QDir(folder).filePath(context_.run.runId() + QString::fromStdString(suffix));
}

void ShipPage::chooseFile() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the weights"), suggestedFile(model::networkFormats().begin()->suffixes.front()),
        fileFilters());
    if (!file.isEmpty()) saveWeights(file.toStdString());
}

void ShipPage::chooseFileOf(const std::string& format) {
    const model::NetworkFormat& known = model::networkFormats().get(format);
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export as %1").arg(engineText(known.description.title)),
                                     suggestedFile(known.suffixes.front()), fileFilter(known));
    if (!file.isEmpty()) exportAs(format, file.toStdString());
}

void ShipPage::saveWeights(const std::filesystem::path& target) {
    write({.target = target});
}

void ShipPage::exportAs(const std::string& format, const std::filesystem::path& target) {
    write({.target = target, .format = format});
}

void ShipPage::write(const workspace::ExportRequest& request) {
    if (context_.run.folder() == nullptr) return;
    context_.settings.setValue(shipFolderKey, QString::fromStdString(request.target.parent_path().string()));
    forms_->setBusy(true);
    message_->show(MessageBar::Kind::information, [] { return tr("It is being written and checked."); });
    saving_.start(
        [folder = *context_.run.folder(), request] { return workspace::exportNetwork(folder, request); },
        [this](const workspace::NetworkExport& written) {
            forms_->setBusy(false);
            message_->show(MessageBar::Kind::information, [written] {
                QStringList lines;
                for (const workspace::WrittenFile& file : written.files) lines << writtenText(file);
                for (const Text& remark : written.remarks) lines << engineText(remark);
                return lines.join(QLatin1Char('\n'));
            });
            emit saved(QString::fromStdString(written.files.front().path.string()));
        },
        [this](const Error& error) {
            forms_->setBusy(false);
            message_->show(MessageBar::Kind::error, [why = error.whole()] { return engineText(why); });
            emit notSaved();
        });
}

void ShipPage::retranslate() {
    save_->setText(tr("Save the weights…"));
    weightsTitle_->setText(tr("Weights"));
    saveButton_->setText(tr("Save the weights…"));
    formsTitle_->setText(tr("Forms"));
    forms_->retranslate();
    reportTitle_->setText(tr("Report"));
    reportText_->setText(tr(
        "What was done to the network, why, and what it cost, for someone who has to check it: on paper, as "
        "a page, as tables."));
    reportButton_->setText(tr("Export report…"));
    showFacts();
}

}  // namespace prunescope::ui
