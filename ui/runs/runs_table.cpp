#include "ui/runs/runs_table.h"

#include "ui/runs/runs_csv.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/support/row_table.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QUrl>
#include <QWidget>
#include <algorithm>

namespace prunescope::ui {
namespace {

/// What a user wants of a column; nothing: as it is useful.
QString columnSetting(const QString& key) {
    return QStringLiteral("runs/columns/") + key;
}

bool opens(const QKeyEvent& key) {
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

bool ticks(const QKeyEvent& key) {
    return key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier;
}

}  // namespace

RunsTable::RunsTable(RunsModel& model, RunsFilter& filter, QSettings& settings, QWidget* parent)
    : QTableView(parent), model_(model), filter_(filter), settings_(settings) {
    setObjectName(QStringLiteral("runsTable"));
    setModel(&filter_);
    makeRowTable(*this);
    sortByColumn(RunsModel::started, Qt::DescendingOrder);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSectionsMovable(true);
    makeActions();
    connect(&model_, &RunsModel::differencesChanged, this, &RunsTable::updateColumns);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &RunsTable::openColumnMenu);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        // A double click on a tick is two ticks.
        if (index.column() != RunsModel::compare) openCurrent();
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsTable::updateActions);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsTable::updateActions);
}

void RunsTable::makeActions() {
    const auto action = [this](const char* name, const QKeySequence& shortcut) {
        auto* a = new QAction(this);
        a->setObjectName(QLatin1String(name));
        a->setShortcut(shortcut);
        a->setShortcutContext(Qt::WidgetShortcut);
        addAction(a);
        return a;
    };
    open_ = action("openSelectedRunAction", {});
    openFolder_ = action("openRunFolderAction", {});
    copyPath_ = action("copyRunPathAction", {});
    copyCsv_ = action("copyRunsAction", QKeySequence::Copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(open_, &QAction::triggered, this, &RunsTable::openCurrent);
    connect(copyCsv_, &QAction::triggered, this, &RunsTable::copyCsv);
    connect(openFolder_, &QAction::triggered, this, &RunsTable::showFolder);
    connect(copyPath_, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromStdString(model_.run(currentRow()).folder.string()));
    });
}

void RunsTable::retranslate() {
    open_->setText(tr("Open"));
    openFolder_->setText(tr("Open the folder"));
    copyPath_->setText(tr("Copy the path"));
    copyCsv_->setText(tr("Copy as CSV"));
    setAccessibleName(tr("Runs"));
}

int RunsTable::currentRow() const {
    const QModelIndex current = filter_.mapToSource(currentIndex());
    return current.isValid() ? current.row() : -1;
}

void RunsTable::selectFirst() {
    if (!currentIndex().isValid() && filter_.rowCount() > 0)
        setCurrentIndex(filter_.index(0, RunsModel::name));
}

void RunsTable::updateActions() {
    for (QAction* action : {open_, openFolder_, copyPath_}) action->setEnabled(currentRow() >= 0);
    copyCsv_->setEnabled(filter_.rowCount() > 0);
}

/// The columns in which the runs differ, unless the user wants others.
void RunsTable::updateColumns() {
    for (int column = RunsModel::compare + 1; column < model_.columnCount(); ++column) {
        const QString key = model_.columnKey(column);
        const QVariant wanted = settings_.value(columnSetting(key));
        const bool shown = wanted.isValid() ? wanted.toBool() : model_.tellsApart(column);
        setColumnHidden(column, !shown);
        // Once: a width that the user has set stays.
        if (!shown || sized_.contains(key)) continue;
        resizeColumnToContents(column);
        sized_.insert(key);
    }
}

void RunsTable::openColumnMenu(const QPoint& at) {
    QMenu menu(this);
    for (int column = RunsModel::compare + 1; column < model_.columnCount(); ++column) {
        QString title = model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu.addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setData(columnSetting(model_.columnKey(column)));
    }
    menu.addSeparator();
    QAction* automatic = menu.addAction(tr("Only columns in which runs differ"));
    const QAction* chosen = menu.exec(horizontalHeader()->mapToGlobal(at));
    if (chosen == automatic) {
        settings_.remove(QStringLiteral("runs/columns"));
    } else if (chosen != nullptr) {
        settings_.setValue(chosen->data().toString(), chosen->isChecked());
    }
    updateColumns();
}

std::vector<int> RunsTable::selectedRows() const {
    std::vector<int> shown;
    for (const QModelIndex& index : selectionModel()->selectedRows()) shown.push_back(index.row());
    std::sort(shown.begin(), shown.end());
    if (shown.empty()) {
        for (int row = 0; row < filter_.rowCount(); ++row) shown.push_back(row);
    }
    std::vector<int> rows;
    rows.reserve(shown.size());
    for (const int row : shown) rows.push_back(filter_.mapToSource(filter_.index(row, 0)).row());
    return rows;
}

void RunsTable::openCurrent() {
    if (const int row = currentRow(); row >= 0) emit openRequested(model_.run(row).folder);
}

void RunsTable::toggleSelectedTicks() {
    if (currentRow() < 0) return;
    const bool ticked = !model_.isTicked(currentRow());
    for (const int row : selectedRows()) model_.setTicked(row, ticked);
}

void RunsTable::showFolder() {
    const std::filesystem::path& folder = model_.run(currentRow()).folder;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(folder.string()))))
        emit folderNotShown(folder);
}

void RunsTable::copyCsv() {
    std::vector<const store::RunSummary*> runs;
    for (const int row : selectedRows()) runs.push_back(&model_.run(row));
    QGuiApplication::clipboard()->setText(QString::fromStdString(runsCsv(runs)));
}

/// In the table the space bar ticks, as in any list; elsewhere it may be the window's shortcut.
bool RunsTable::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (opens(key) || ticks(key)) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void RunsTable::keyPressEvent(QKeyEvent* event) {
    if (opens(*event)) {
        openCurrent();
    } else if (ticks(*event)) {
        toggleSelectedTicks();
    } else {
        QTableView::keyPressEvent(event);
    }
}

}  // namespace prunescope::ui
