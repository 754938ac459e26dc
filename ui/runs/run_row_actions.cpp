#include "ui/runs/run_row_actions.h"

#include "store/folder_lock.h"
#include "ui/live/run_model.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_files.h"
#include "ui/runs/runs_csv.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_table.h"
#include "ui/support/format.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QKeySequence>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <filesystem>

namespace prunescope::ui {
namespace {

QString folderText(const store::RunSummary& run) {
    return QString::fromStdString(run.folder.string());
}

}  // namespace

RunRowActions::RunRowActions(RunsTable& table, RunsModel& model, RunFiles& files, const RunModel& shown)
    : QObject(&table), table_(table), model_(model), files_(files), shown_(shown) {
    open_ = add("openSelectedRunAction", {});
    rename_ = add("renameRunAction", Qt::Key_F2);
    again_ = add("runAgainAction", {});
    branch_ = add("branchFromRunAction", {});
    reference_ = add("setReferenceAction", {});
    reference_->setCheckable(true);
    addSeparator();
    openFolder_ = add("openRunFolderAction", {});
    copyPath_ = add("copyRunPathAction", {});
    copyCsv_ = add("copyRunsAction", QKeySequence::Copy);
    addSeparator();
    trash_ = add("trashRunsAction", QKeySequence::Delete);
    table_.setContextMenuPolicy(Qt::ActionsContextMenu);
    connectActions();
}

QAction* RunRowActions::add(const char* name, const QKeySequence& shortcut) {
    auto* action = new QAction(&table_);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    table_.addAction(action);
    return action;
}

void RunRowActions::addSeparator() {
    auto* separator = new QAction(&table_);
    separator->setSeparator(true);
    table_.addAction(separator);
}

void RunRowActions::connectActions() {
    connect(open_, &QAction::triggered, &table_, &RunsTable::openCurrent);
    connect(rename_, &QAction::triggered, &table_, &RunsTable::editName);
    connect(again_, &QAction::triggered, this, &RunRowActions::runAgain);
    connect(branch_, &QAction::triggered, this, [this] {
        if (const int run = table_.currentRun(); run >= 0) emit branchRequested(model_.run(run).folder);
    });
    connect(reference_, &QAction::triggered, this, &RunRowActions::markAsReference);
    connect(openFolder_, &QAction::triggered, this, &RunRowActions::showFolder);
    connect(copyPath_, &QAction::triggered, this, &RunRowActions::copyPath);
    connect(copyCsv_, &QAction::triggered, this, &RunRowActions::copyCsv);
    connect(trash_, &QAction::triggered, this, &RunRowActions::moveToTrash);
    connect(&model_, &RunsModel::renamed, &files_, &RunFiles::rename);
    connect(table_.selectionModel(), &QItemSelectionModel::currentChanged, this, &RunRowActions::update);
    connect(table_.selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunRowActions::update);
}

void RunRowActions::retranslate() {
    open_->setText(tr("Open"));
    rename_->setText(tr("Rename"));
    again_->setText(tr("Run again…"));
    again_->setToolTip(tr("Fills the experiment with the settings of this run."));
    branch_->setText(tr("Branch from here…"));
    branch_->setToolTip(tr("Prepares a run that begins with a saved state of this one."));
    reference_->setText(tr("Reference of the workspace"));
    openFolder_->setText(tr("Open the folder"));
    copyPath_->setText(tr("Copy the path"));
    copyCsv_->setText(tr("Copy as CSV"));
    trash_->setText(tr("Move to trash…"));
}

void RunRowActions::update() {
    const int run = table_.currentRun();
    for (QAction* action : {rename_, branch_, openFolder_, copyPath_, reference_})
        action->setEnabled(run >= 0);
    open_->setEnabled(table_.currentIndex().isValid());
    again_->setEnabled(run >= 0 && model_.run(run).config.has_value());
    reference_->setChecked(run >= 0 && model_.run(run).reference);
    trash_->setEnabled(table_.selectionModel()->hasSelection());
    copyCsv_->setEnabled(table_.model()->rowCount() > 0);
}

void RunRowActions::runAgain() {
    const int run = table_.currentRun();
    if (run >= 0 && model_.run(run).config) emit runAgainRequested(*model_.run(run).config);
}

void RunRowActions::markAsReference(bool reference) {
    const int run = table_.currentRun();
    if (run < 0) return;
    model_.setReference(run, reference);
    files_.setReference(model_.run(run).folder, reference);
}

QString RunRowActions::keptBecause(int run) const {
    const store::RunSummary& summary = model_.run(run);
    if (store::FolderLock::isHeld(summary.folder))
        return tr("%1 is being recorded and stays where it is.").arg(shownName(summary));
    const store::RunFolder* onDisplay = shown_.folder();
    if (onDisplay != nullptr && onDisplay->path().lexically_normal() == summary.folder.lexically_normal())
        return tr("%1 is on display and stays where it is. Open another run first.").arg(shownName(summary));
    return {};
}

void RunRowActions::moveToTrash() {
    const std::vector<int> runs = table_.selectedRuns();
    std::vector<std::filesystem::path> folders;
    for (const int run : runs) {
        if (const QString why = keptBecause(run); !why.isEmpty()) return emit refused(why);
        folders.push_back(model_.run(run).folder);
    }
    if (!folders.empty() && userAgreesToTrash(runs)) files_.moveToTrash(folders);
}

bool RunRowActions::userAgreesToTrash(const std::vector<int>& runs) {
    const store::RunSummary& first = model_.run(runs.front());
    const QString question =
        runs.size() == 1
            ? tr("Move %1 to the trash? Its folder is %2.").arg(shownName(first), folderText(first))
            : tr("Move %1 runs to the trash?").arg(countText(static_cast<std::int64_t>(runs.size())));
    QMessageBox box(QMessageBox::Question, tr("Move to trash"), {}, {}, &table_);
    // A name may look like HTML.
    box.setTextFormat(Qt::PlainText);
    box.setText(question);
    const QPushButton* move = box.addButton(tr("Move to trash"), QMessageBox::AcceptRole);
    QPushButton* keep = box.addButton(tr("Keep"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.exec();
    return box.clickedButton() == move;
}

void RunRowActions::showFolder() {
    const int run = table_.currentRun();
    if (run < 0) return;
    const QString folder = folderText(model_.run(run));
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit refused(tr("No program is set up to show folders. The run lies in %1.").arg(folder));
}

void RunRowActions::copyPath() {
    if (const int run = table_.currentRun(); run >= 0)
        QGuiApplication::clipboard()->setText(folderText(model_.run(run)));
}

void RunRowActions::copyCsv() {
    std::vector<const store::RunSummary*> runs;
    for (const int run : table_.wantedRuns()) runs.push_back(&model_.run(run));
    QGuiApplication::clipboard()->setText(QString::fromStdString(runsCsv(runs)));
}

}  // namespace prunescope::ui
