#include "ui/runs/runs_model.h"

#include "store/run_label.h"
#include "ui/runs/run_colours.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_icons.h"
#include "ui/support/engine_text.h"
#include "ui/support/theme.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

const RunColumn& columnOf(int column) {
    return runColumns()[static_cast<std::size_t>(column)];
}

}  // namespace

RunsModel::RunsModel(Theme& theme, RunColours& colours, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme), colours_(colours) {
    connect(&theme_, &Theme::changed, this, [this] {
        if (!runs_.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DecorationRole});
    });
}

void RunsModel::setRuns(const std::vector<store::RunSummary>& runs) {
    const QSet<QString> tickedBefore = ticked_;
    removeOthers(runs);
    if (runs_.empty() && !runs.empty()) insertRuns(0, runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < runs_.size() && runs_[i].id == runs[i].id) {
            replaceRun(row, runs[i]);
            continue;
        }
        // A run whose start has become known moves.
        const int old = rowOf(QString::fromStdString(runs[i].id));
        if (old > row) {
            moveRun(old, row);
            replaceRun(row, runs[i]);
        } else {
            insertRuns(row, {runs[i]});
        }
    }
    setOptions(differingOptions(runs_));
    if (ticked_ != tickedBefore) emit ticksChanged();
    emit differencesChanged();
}

void RunsModel::removeOthers(const std::vector<store::RunSummary>& runs) {
    QSet<QString> ids;
    for (const store::RunSummary& run : runs) ids.insert(QString::fromStdString(run.id));
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (ids.contains(id(row))) continue;
        ticked_.remove(id(row));
        colours_.release(id(row));
        curvesProblems_.remove(id(row));
        removeRun(row);
    }
}

void RunsModel::insertRuns(int row, const std::vector<store::RunSummary>& runs) {
    beginInsertRows({}, row, row + static_cast<int>(runs.size()) - 1);
    runs_.insert(runs_.begin() + row, runs.begin(), runs.end());
    cells_.insert(cells_.begin() + row, runs.size(), RunCells{});
    rows_.clear();
    endInsertRows();
}

void RunsModel::replaceRun(int row, const store::RunSummary& run) {
    store::RunSummary& kept = runs_[static_cast<std::size_t>(row)];
    if (showTheSame(kept, run)) return;
    kept = run;
    updateRow(row);
}

void RunsModel::moveRun(int from, int to) {
    beginMoveRows({}, from, from, {}, to);
    std::rotate(runs_.begin() + to, runs_.begin() + from, runs_.begin() + from + 1);
    std::rotate(cells_.begin() + to, cells_.begin() + from, cells_.begin() + from + 1);
    rows_.clear();
    endMoveRows();
}

void RunsModel::setOptions(std::vector<RunOption> options) {
    if (options == options_) return;
    cells_.assign(runs_.size(), {});
    if (!options_.empty()) {
        beginRemoveColumns({}, firstOption, columnCount() - 1);
        options_.clear();
        endRemoveColumns();
    }
    if (options.empty()) return;
    beginInsertColumns({}, firstOption, firstOption + static_cast<int>(options.size()) - 1);
    options_ = std::move(options);
    cells_.assign(runs_.size(), {});
    endInsertColumns();
}

const RunOption* RunsModel::option(int column) const {
    const auto at = static_cast<std::size_t>(column - firstOption);
    return column >= firstOption && at < options_.size() ? &options_[at] : nullptr;
}

bool RunsModel::tellsApart(int column) const {
    if (column >= firstOption) return true;
    if (const auto known = columnOf(column).known; known != nullptr)
        return std::any_of(runs_.begin(), runs_.end(), known);
    if (columnOf(column).always || rowCount() < 2) return true;
    for (int row = 1; row < rowCount(); ++row) {
        if (text(row, column) != text(0, column)) return true;
    }
    return false;
}

QString RunsModel::columnKey(int column) const {
    const RunOption* asked = option(column);
    return asked != nullptr ? QString::fromStdString(asked->key) : QString::fromLatin1(columnOf(column).key);
}

bool RunsModel::isNumber(const QVariant& value) {
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong;
}

void RunsModel::removeRun(int row) {
    beginRemoveRows({}, row, row);
    runs_.erase(runs_.begin() + row);
    cells_.erase(cells_.begin() + row);
    rows_.clear();
    endRemoveRows();
}

void RunsModel::updateRow(int row) {
    forgetCells(row);
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int RunsModel::rowOf(const QString& runId) const {
    if (rows_.isEmpty()) {
        for (int row = 0; row < rowCount(); ++row) rows_.insert(id(row), row);
    }
    return rows_.value(runId, -1);
}

QColor RunsModel::colour(int row) const {
    const auto slot = colours_.slotOf(id(row));
    return slot ? theme_.category(*slot) : QColor();
}

void RunsModel::setTicked(const std::vector<int>& rows, bool ticked) {
    bool changed = false;
    for (const int row : rows) {
        if (isTicked(row) == ticked) continue;
        changed = true;
        if (ticked) {
            ticked_.insert(id(row));
            colours_.take(id(row));
        } else {
            ticked_.remove(id(row));
            colours_.release(id(row));
            if (curvesProblems_.remove(id(row)) > 0) updateRow(row);
        }
        emit dataChanged(index(row, compare), index(row, compare));
    }
    if (changed) emit ticksChanged();
}

void RunsModel::setName(int row, const QString& given) {
    store::RunSummary& changed = runs_[static_cast<std::size_t>(row)];
    const std::string clean = store::cleanName(given.toStdString());
    if (changed.name == clean) return;
    changed.name = clean;
    updateRow(row);
    emit differencesChanged();
}

void RunsModel::setReference(int row, bool reference) {
    for (int other = 0; other < rowCount(); ++other) {
        store::RunSummary& changed = runs_[static_cast<std::size_t>(other)];
        const bool now = other == row ? reference : changed.reference && !reference;
        if (changed.reference == now) continue;
        changed.reference = now;
        updateRow(other);
    }
}

void RunsModel::setCurvesProblem(const QString& runId, const Text& problem) {
    if (curvesProblems_.value(runId) == problem) return;
    if (problem.empty()) {
        curvesProblems_.remove(runId);
    } else {
        curvesProblems_.insert(runId, problem);
    }
    if (const int row = rowOf(runId); row >= 0) updateRow(row);
}

QString RunsModel::problem(int row) const {
    QStringList parts;
    if (!run(row).error.empty()) parts << engineText(run(row).error);
    const Text curves = curvesProblems_.value(id(row));
    if (!curves.empty()) parts << engineText(curves);
    parts.removeDuplicates();
    return parts.join(QLatin1Char('\n'));
}

void RunsModel::retranslate() {
    cells_.assign(runs_.size(), {});
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!runs_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : firstOption + static_cast<int>(options_.size());
}

const RunCells& RunsModel::cells(int row) const {
    RunCells& kept = cells_[static_cast<std::size_t>(row)];
    if (kept.texts.empty()) kept = cellsOf(run(row), options_);
    return kept;
}

QVariant RunsModel::sortValue(int row, int column) const {
    if (column == compare) return isTicked(row) ? 1 : 0;
    return cells(row).values[static_cast<std::size_t>(column)];
}

/// One that is not known, too: its dash stands where the figures do.
bool RunsModel::holdsFigure(int row, int column) const {
    if (column >= firstOption) return isNumber(sortValue(row, column));
    return column > name && column != started && columnOf(column).value != nullptr;
}

QVariant RunsModel::decoration(int row, int column) const {
    if (column == compare && isTicked(row)) return swatch(colour(row), theme_.surface());
    if (column == state && !problem(row).isEmpty()) return warningSign(theme_.warning(), theme_.surface());
    return {};
}

QString RunsModel::toolTip(int row, int column) const {
    if (column < firstOption && columnOf(column).tip != nullptr) return columnOf(column).tip(run(row));
    const QString wrong = problem(row);
    if (!wrong.isEmpty()) {
        return tr("%1: a part of this run cannot be read.\n%2\nWhat can be read is shown; nothing is changed "
                  "on "
                  "the disk.")
            .arg(id(row), wrong);
    }
    if (column == compare) return columnOf(compare).help();
    return QString::fromStdString(run(row).folder.string());
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return column == compare ? QVariant() : QVariant(text(row, column));
        case Qt::CheckStateRole:
            if (column != compare) return {};
            return static_cast<int>(isTicked(row) ? Qt::Checked : Qt::Unchecked);
        case Qt::DecorationRole:
            return decoration(row, column);
        case Qt::ToolTipRole:
            return toolTip(row, column);
        case Qt::EditRole:
            return column == name ? QVariant(shownName(run(row))) : QVariant();
        case Qt::AccessibleTextRole:
            return column == compare ? tr("Draw the curves of %1").arg(shownName(run(row)))
                                     : text(row, column);
        case Qt::TextAlignmentRole:
            return static_cast<int>((holdsFigure(row, column) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        case sortRole:
            return sortValue(row, column);
        default:
            return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid()) return false;
    if (role == Qt::CheckStateRole && index.column() == compare) {
        setTicked(index.row(), value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || index.column() != name) return false;
    const store::RunSummary& typedFor = run(index.row());
    // The title that the program makes is no name: it changes with the language and the version.
    const QString typed = value.toString().trimmed();
    const QString given = typed == madeTitle(typedFor) ? QString() : typed;
    if (store::cleanName(given.toStdString()) == typedFor.name) return true;
    setName(index.row(), given);
    emit renamed(typedFor.folder, given);
    return true;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    if (!index.isValid()) return usual;
    if (index.column() == compare) return usual | Qt::ItemIsUserCheckable;
    return index.column() == name ? usual | Qt::ItemIsEditable : usual;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const RunOption* asked = option(section);
    if (role == Qt::DisplayRole)
        return asked != nullptr ? engineText(asked->title) : columnOf(section).title();
    if (role == Qt::ToolTipRole) return asked != nullptr ? engineText(asked->help) : columnOf(section).help();
    if (role == Qt::TextAlignmentRole && !runs_.empty()) return data(index(0, section), role);
    return {};
}

}  // namespace prunescope::ui
