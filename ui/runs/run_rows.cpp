#include "ui/runs/run_rows.h"

#include "store/run_groups.h"
#include "ui/runs/group_cells.h"
#include "ui/runs/run_icons.h"
#include "ui/runs/runs_model.h"
#include "ui/support/theme.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {

RunRows::RunRows(RunsModel& model, Theme& theme, QObject* parent)
    : QIdentityProxyModel(parent), model_(model), theme_(theme) {
    setSourceModel(&model_);
    connectModel();
}

void RunRows::connectModel() {
    const auto grow = [this] { stale_ = true; };
    connect(&model_, &QAbstractItemModel::rowsInserted, this, grow);
    connect(&model_, &QAbstractItemModel::rowsRemoved, this, grow);
    connect(&model_, &QAbstractItemModel::rowsMoved, this, grow);
    connect(&model_, &QAbstractItemModel::columnsInserted, this, grow);
    connect(&model_, &QAbstractItemModel::columnsRemoved, this, grow);
    connect(&model_, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                // Ticks are counted when they are asked for.
                if (!grouped_ || last.column() == RunsModel::compare) return;
                for (int row = first.row(); row <= last.row(); ++row) changed_.insert(row);
            });
    connect(&model_, &RunsModel::differencesChanged, this, &RunRows::follow);
    connect(&model_, &RunsModel::ticksChanged, this, &RunRows::updateChecks);
}

int RunRows::runs() const {
    return model_.rowCount();
}

void RunRows::setGrouped(bool grouped) {
    if (grouped == grouped_) return;
    grouped_ = grouped;
    regroup();
    if (!grouped_) emit groupsChanged();
}

void RunRows::follow() {
    if (!grouped_) return;
    if (groupsAreStale()) {
        regroup();
    } else {
        updateGroups();
    }
}

/// Whether a run may belong to another group than before.
bool RunRows::groupsAreStale() const {
    return stale_ || std::any_of(changed_.begin(), changed_.end(), [this](int row) {
               return model_.run(row).config.has_value() != known_[static_cast<std::size_t>(row)];
           });
}

/// The groups of which a run says something else, such as how far it is.
void RunRows::updateGroups() {
    QSet<int> groups;
    for (const int row : changed_) groups.insert(groupRowOf(row));
    changed_.clear();
    bool opened = false;
    for (const int row : groups) {
        Group& group = groups_[static_cast<std::size_t>(row - runs())];
        group.cells = cellsOfGroup(model_, group.members);
        opened = opened || isExpanded(row);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    // The runs follow the row of their group.
    if (opened) emit groupsChanged();
}

void RunRows::regroup() {
    std::vector<Group> groups;
    groupOf_.clear();
    known_.clear();
    changed_.clear();
    stale_ = false;
    if (grouped_) {
        groupOf_.resize(model_.runs().size());
        for (const store::RunSummary& run : model_.runs()) known_.push_back(run.config.has_value());
        for (const store::RunGroup& found : store::groupsBySeed(model_.runs())) {
            Group& group = groups.emplace_back();
            for (const std::size_t member : found.members) {
                groupOf_[member] = groups.size() - 1;
                group.members.push_back(static_cast<int>(member));
            }
            group.cells = cellsOfGroup(model_, group.members);
            group.key = model_.id(group.members.back());
        }
    }
    setGroups(std::move(groups));
}

void RunRows::setGroups(std::vector<Group> groups) {
    const auto before = static_cast<int>(groups_.size());
    const auto now = static_cast<int>(groups.size());
    if (now < before) {
        beginRemoveRows({}, runs() + now, runs() + before - 1);
        groups_ = std::move(groups);
        endRemoveRows();
    } else if (now > before) {
        beginInsertRows({}, runs() + before, runs() + now - 1);
        groups_ = std::move(groups);
        endInsertRows();
    } else {
        groups_ = std::move(groups);
    }
    // Where a row stands depends on its group.
    if (grouped_ && rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RunRows::groupRowOf(int row) const {
    const auto at = static_cast<std::size_t>(row);
    // While runs come and go, one may have no group yet.
    return at < groupOf_.size() && !isGroup(row) ? runs() + static_cast<int>(groupOf_[at]) : row;
}

std::vector<int> RunRows::runsOf(int row) const {
    return isGroup(row) ? group(row).members : std::vector<int>{row};
}

QString RunRows::textOf(const Group& group, int column) {
    const auto at = static_cast<std::size_t>(column);
    return at < group.cells.texts.size() ? group.cells.texts[at] : QString();
}

bool RunRows::isExpanded(int row) const {
    return expanded_.contains(group(row).key);
}

void RunRows::setExpanded(int row, bool expanded) {
    if (isExpanded(row) == expanded) return;
    const QString& key = group(row).key;
    if (expanded) {
        expanded_.insert(key);
    } else {
        expanded_.remove(key);
    }
    emit dataChanged(index(row, RunsModel::name), index(row, RunsModel::name), {Qt::DecorationRole});
    emit groupsChanged();
}

QVariant RunRows::sortValue(int row, int column) const {
    if (!isGroup(row)) return model_.sortValue(row, column);
    const Group& of = group(row);
    if (column == RunsModel::compare) return static_cast<double>(tickedIn(of));
    const auto at = static_cast<std::size_t>(column);
    return at < of.cells.values.size() ? of.cells.values[at] : QVariant();
}

void RunRows::updateChecks() {
    if (!groups_.empty())
        emit dataChanged(index(runs(), RunsModel::compare), index(rowCount() - 1, RunsModel::compare));
}

std::ptrdiff_t RunRows::tickedIn(const Group& group) const {
    return std::count_if(group.members.begin(), group.members.end(),
                         [this](int row) { return row < runs() && model_.isTicked(row); });
}

QVariant RunRows::checkState(const Group& group) const {
    const std::ptrdiff_t ticked = tickedIn(group);
    if (ticked == 0) return static_cast<int>(Qt::Unchecked);
    const bool all = ticked == static_cast<std::ptrdiff_t>(group.members.size());
    return static_cast<int>(all ? Qt::Checked : Qt::PartiallyChecked);
}

QVariant RunRows::groupData(int row, int column, int role) const {
    const Group& of = group(row);
    const bool isTick = column == RunsModel::compare;
    switch (role) {
        case Qt::DisplayRole:
            return isTick ? QVariant() : QVariant(textOf(of, column));
        case Qt::AccessibleTextRole:
            if (isTick) return tr("Draw the curves of all runs of the group");
            return column == RunsModel::name ? tr("Group of runs: %1").arg(textOf(of, column))
                                             : textOf(of, column);
        case Qt::CheckStateRole:
            return isTick ? checkState(of) : QVariant();
        case Qt::DecorationRole:
            if (column != RunsModel::name) return {};
            return expander(theme_.text(), isExpanded(row));
        case Qt::ToolTipRole:
            return tr(
                "Runs that differ only in the seed: the mean of those that are finished ± their sample "
                "standard deviation. Enter shows them.");
        case Qt::TextAlignmentRole:
            return model_.index(of.members.front(), column).data(role);
        case RunsModel::sortRole:
            return sortValue(row, column);
        default:
            return {};
    }
}

QModelIndex RunRows::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return isGroup(row) ? createIndex(row, column) : QIdentityProxyModel::index(row, column, parent);
}

QModelIndex RunRows::parent(const QModelIndex& /*child*/) const {
    return {};
}

QModelIndex RunRows::sibling(int row, int column, const QModelIndex& /*of*/) const {
    return index(row, column);
}

QModelIndex RunRows::mapToSource(const QModelIndex& proxyIndex) const {
    if (proxyIndex.isValid() && isGroup(proxyIndex.row())) return {};
    return QIdentityProxyModel::mapToSource(proxyIndex);
}

int RunRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : runs() + static_cast<int>(groups_.size());
}

bool RunRows::hasChildren(const QModelIndex& parent) const {
    return !parent.isValid() && rowCount() > 0;
}

QVariant RunRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (isGroup(index.row())) return groupData(index.row(), index.column(), role);
    // Below the row of its group a run is moved in.
    if (grouped_ && role == Qt::DecorationRole && index.column() == RunsModel::name) return emptyIcon();
    return QIdentityProxyModel::data(index, role);
}

bool RunRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || !isGroup(index.row())) return QIdentityProxyModel::setData(index, value, role);
    if (role != Qt::CheckStateRole || index.column() != RunsModel::compare) return false;
    model_.setTicked(group(index.row()).members, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RunRows::flags(const QModelIndex& index) const {
    if (!index.isValid() || !isGroup(index.row())) return QIdentityProxyModel::flags(index);
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return index.column() == RunsModel::compare ? usual | Qt::ItemIsUserCheckable : usual;
}

}  // namespace prunescope::ui
