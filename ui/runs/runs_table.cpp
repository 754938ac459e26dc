#include "ui/runs/runs_table.h"

#include "ui/runs/run_rows.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/support/row_table.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int mostRowsMeasured = 100;  ///< for the width of a column
constexpr int roundingRoom = 2;        ///< widths of letters are no whole pixels on every screen
constexpr int widestColumn = 360;      ///< at first

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

RunsTable::RunsTable(RunsModel& model, RunRows& rows, RunsFilter& filter, QSettings& settings,
                     QWidget* parent)
    : QTableView(parent), model_(model), rows_(rows), filter_(filter), settings_(settings) {
    setObjectName(QStringLiteral("runsTable"));
    setModel(&filter_);
    makeRowTable(*this);
    sortByColumn(RunsModel::started, Qt::DescendingOrder);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setResizeContentsPrecision(mostRowsMeasured);
    connect(&model_, &RunsModel::differencesChanged, this, &RunsTable::updateColumns);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &RunsTable::openColumnMenu);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        // A double click on a tick is two ticks.
        if (index.column() != RunsModel::compare) openCurrent();
    });
}

void RunsTable::retranslate() {
    setAccessibleName(tr("Runs"));
}

int RunsTable::currentRow() const {
    const QModelIndex current = filter_.mapToSource(currentIndex());
    return current.isValid() ? current.row() : -1;
}

int RunsTable::currentRun() const {
    const int row = currentRow();
    return row >= 0 && rows_.isGroup(row) ? -1 : row;
}

void RunsTable::selectFirst() {
    if (!currentIndex().isValid() && filter_.rowCount() > 0)
        setCurrentIndex(filter_.index(0, RunsModel::name));
}

void RunsTable::showRun(int run) {
    if (const int group = rows_.groupRowOf(run); rows_.isGroup(group)) rows_.setExpanded(group, true);
    const QModelIndex row = filter_.mapFromSource(rows_.index(run, RunsModel::name));
    if (!row.isValid()) return;
    setCurrentIndex(row);
    scrollTo(row);
}

/// The columns in which the runs differ, unless the user wants others.
void RunsTable::updateColumns() {
    for (int column = RunsModel::compare; column < model_.columnCount(); ++column) {
        const QString key = model_.columnKey(column);
        const QVariant wanted = settings_.value(columnSetting(key));
        const bool shown = wanted.isValid() ? wanted.toBool() : model_.tellsApart(column);
        setColumnHidden(column, !shown);
        // Once: a width that the user has set stays.
        if (!shown || model_.rowCount() == 0 || sized_.contains(key)) continue;
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column) + roundingRoom, widestColumn));
        sized_.insert(key);
    }
}

void RunsTable::fillColumnMenu(QMenu& menu) {
    menu.clear();
    for (int column = RunsModel::compare + 1; column < model_.columnCount(); ++column) {
        QString title = model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu.addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        const QString setting = columnSetting(model_.columnKey(column));
        connect(action, &QAction::triggered, this, [this, setting](bool shown) {
            settings_.setValue(setting, shown);
            updateColumns();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Only columns in which runs differ")), &QAction::triggered, this, [this] {
        settings_.remove(QStringLiteral("runs/columns"));
        updateColumns();
    });
}

void RunsTable::openColumnMenu(const QPoint& at) {
    QMenu menu(this);
    fillColumnMenu(menu);
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void RunsTable::setGrouped(bool grouped) {
    rows_.setGrouped(grouped);
    // Means with their deviations are wider than the figures of a run.
    for (const int column : {RunsModel::name, RunsModel::sparsity, RunsModel::testAccuracy,
                             RunsModel::oneImageMs, RunsModel::speedup, RunsModel::storedBytes}) {
        if (isColumnHidden(column)) continue;
        const int wide = std::min(sizeHintForColumn(column), widestColumn);
        setColumnWidth(column, std::max(columnWidth(column), wide));
    }
    scrollTo(currentIndex());
}

std::vector<int> RunsTable::runsOf(const std::vector<int>& shown) const {
    std::vector<int> runs;
    QSet<int> taken;
    for (const int row : shown) {
        for (const int run : rows_.runsOf(filter_.mapToSource(filter_.index(row, 0)).row())) {
            if (taken.contains(run)) continue;
            taken.insert(run);
            runs.push_back(run);
        }
    }
    return runs;
}

std::vector<int> RunsTable::selectedRuns() const {
    std::vector<int> shown;
    for (const QModelIndex& index : selectionModel()->selectedRows()) shown.push_back(index.row());
    std::sort(shown.begin(), shown.end());
    return runsOf(shown);
}

std::vector<int> RunsTable::wantedRuns() const {
    if (selectionModel()->hasSelection()) return selectedRuns();
    std::vector<int> shown;
    for (int row = 0; row < filter_.rowCount(); ++row) shown.push_back(row);
    return runsOf(shown);
}

void RunsTable::openCurrent() {
    const int row = currentRow();
    if (row < 0) return;
    if (rows_.isGroup(row)) {
        rows_.setExpanded(row, !rows_.isExpanded(row));
    } else {
        emit openRequested(model_.run(row).folder);
    }
}

void RunsTable::editName() {
    if (currentRun() < 0) return;
    const QModelIndex cell = currentIndex().siblingAtColumn(RunsModel::name);
    setCurrentIndex(cell);
    scrollTo(cell);
    edit(cell);
}

void RunsTable::toggleSelectedTicks() {
    if (currentRow() < 0) return;
    const std::vector<int> current = rows_.runsOf(currentRow());
    const bool ticked =
        std::all_of(current.begin(), current.end(), [this](int run) { return model_.isTicked(run); });
    model_.setTicked(wantedRuns(), !ticked);
}

/// False when the current row is no group, or is so already.
bool RunsTable::expandCurrent(bool expanded) {
    const int row = currentRow();
    if (row < 0 || !rows_.isGroup(row) || rows_.isExpanded(row) == expanded) return false;
    rows_.setExpanded(row, expanded);
    return true;
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
    } else if ((event->key() == Qt::Key_Right && expandCurrent(true)) ||
               (event->key() == Qt::Key_Left && expandCurrent(false))) {
        event->accept();
    } else {
        QTableView::keyPressEvent(event);
    }
}

/// A click on the arrow of a group unfolds or folds it.
void RunsTable::mousePressEvent(QMouseEvent* event) {
    const QPoint place = event->position().toPoint();
    const QModelIndex at = indexAt(place);
    const int row = at.isValid() ? filter_.mapToSource(at).row() : -1;
    if (row >= 0 && rows_.isGroup(row) && at.column() == RunsModel::name &&
        place.x() < visualRect(at).left() + 2 * style()->pixelMetric(QStyle::PM_SmallIconSize)) {
        setCurrentIndex(at);
        rows_.setExpanded(row, !rows_.isExpanded(row));
        return;
    }
    QTableView::mousePressEvent(event);
}

}  // namespace prunescope::ui
