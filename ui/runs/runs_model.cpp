#include "ui/runs/runs_model.h"

#include "ui/runs/run_colours.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_icons.h"
#include "ui/support/engine_text.h"
#include "ui/support/theme.h"

#include <algorithm>

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
    QSet<QString> ids;
    for (const store::RunSummary& run : runs) ids.insert(QString::fromStdString(run.id));
    const QSet<QString> tickedBefore = ticked_;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (ids.contains(id(row))) continue;
        ticked_.remove(id(row));
        colours_.release(id(row));
        curvesProblems_.remove(id(row));
        removeRun(row);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < runs_.size() && runs_[i].id == runs[i].id) {
            runs_[i] = runs[i];
            updateRow(row);
            continue;
        }
        // A run whose start has become known moves.
        const int old = rowOf(QString::fromStdString(runs[i].id));
        if (old > row) {
            beginMoveRows({}, old, old, {}, row);
            std::rotate(runs_.begin() + row, runs_.begin() + old, runs_.begin() + old + 1);
            endMoveRows();
            runs_[i] = runs[i];
            updateRow(row);
            continue;
        }
        beginInsertRows({}, row, row);
        runs_.insert(runs_.begin() + row, runs[i]);
        endInsertRows();
    }
    setOptions(differingOptions(runs_));
    if (ticked_ != tickedBefore) emit ticksChanged();
    emit differencesChanged();
}

void RunsModel::setOptions(std::vector<RunOption> options) {
    if (options == options_) return;
    if (!options_.empty()) {
        beginRemoveColumns({}, firstOption, columnCount() - 1);
        options_.clear();
        endRemoveColumns();
    }
    if (options.empty()) return;
    beginInsertColumns({}, firstOption, firstOption + static_cast<int>(options.size()) - 1);
    options_ = std::move(options);
    endInsertColumns();
}

const RunOption* RunsModel::option(int column) const {
    const auto at = static_cast<std::size_t>(column - firstOption);
    return column >= firstOption && at < options_.size() ? &options_[at] : nullptr;
}

bool RunsModel::tellsApart(int column) const {
    if (column >= firstOption || columnOf(column).always || rowCount() < 2) return true;
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
    endRemoveRows();
}

void RunsModel::updateRow(int row) {
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int RunsModel::rowOf(const QString& runId) const {
    const std::string wanted = runId.toStdString();
    const auto found =
        std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return run.id == wanted; });
    return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

QColor RunsModel::colour(int row) const {
    const auto slot = colours_.slotOf(id(row));
    return slot ? theme_.category(*slot) : QColor();
}

void RunsModel::setTicked(int row, bool ticked) {
    if (isTicked(row) == ticked) return;
    if (ticked) {
        ticked_.insert(id(row));
        colours_.take(id(row));
    } else {
        ticked_.remove(id(row));
        colours_.release(id(row));
        curvesProblems_.remove(id(row));
    }
    updateRow(row);
    emit ticksChanged();
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
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!runs_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : firstOption + static_cast<int>(options_.size());
}

QString RunsModel::text(int row, int column) const {
    const RunOption* asked = option(column);
    return asked != nullptr ? optionText(*asked, run(row)) : columnOf(column).text(run(row));
}

QVariant RunsModel::sortValue(int row, int column) const {
    if (const RunOption* asked = option(column)) return optionValue(*asked, run(row));
    if (column == compare) return isTicked(row) ? 1 : 0;
    const auto value = columnOf(column).value;
    return value != nullptr ? value(run(row)) : text(row, column);
}

QVariant RunsModel::decoration(int row, int column) const {
    if (column == compare && isTicked(row)) return swatch(colour(row), theme_.surface());
    if (column == state && !problem(row).isEmpty()) return warningSign(theme_.warning(), theme_.surface());
    return {};
}

QString RunsModel::toolTip(int row, int column) const {
    const QString wrong = problem(row);
    if (!wrong.isEmpty()) {
        return tr("%1: a part of this run cannot be read.\n%2\nWhat can be read is shown; nothing is changed "
                  "on "
                  "the disk.")
            .arg(id(row), wrong);
    }
    return column == compare ? columnOf(compare).help() : id(row);
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
        case Qt::AccessibleTextRole:
            return column == compare ? tr("Draw the curves of %1").arg(id(row)) : text(row, column);
        case Qt::TextAlignmentRole:
            return static_cast<int>(
                (column != started && isNumber(sortValue(row, column)) ? Qt::AlignRight : Qt::AlignLeft) |
                Qt::AlignVCenter);
        case sortRole:
            return sortValue(row, column);
        default:
            return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != compare) return false;
    setTicked(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == compare ? usual | Qt::ItemIsUserCheckable : usual;
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
