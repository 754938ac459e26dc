#include "ui/runs/runs_filter.h"

#include "ui/runs/run_columns.h"
#include "ui/runs/run_rows.h"
#include "ui/runs/runs_model.h"

#include <algorithm>

namespace prunescope::ui {

RunsFilter::RunsFilter(const RunsModel& model, RunRows& rows, QObject* parent)
    : QSortFilterProxyModel(parent), model_(model), rows_(rows) {
    setSourceModel(&rows);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    connect(&rows, &RunRows::groupsChanged, this, &RunsFilter::invalidate);
}

void RunsFilter::setQuery(const QString& text) {
    query_ = store::parseRunFilter(text.toStdString());
    words_.clear();
    for (const std::string& word : query_.words) words_.push_back(QString::fromStdString(word));
    invalidateFilter();
    emit queryChanged();
}

std::vector<int> RunsFilter::wantedRuns() const {
    std::vector<int> wanted;
    for (int run = 0; run < model_.rowCount(); ++run) {
        if (isWanted(run)) wanted.push_back(run);
    }
    return wanted;
}

bool RunsFilter::isWanted(int run) const {
    const QString& searched = model_.searchText(run);
    const bool hasAll = std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
        return searched.contains(word, Qt::CaseInsensitive);
    });
    if (!hasAll || query_.conditions.empty()) return hasAll;
    return query_.meetsConditions(model_.run(run), shownName(model_.run(run)).toStdString());
}

bool RunsFilter::filterAcceptsRow(int sourceRow, const QModelIndex& /*sourceParent*/) const {
    if (rows_.isGroup(sourceRow)) {
        const std::vector<int> runs = rows_.runsOf(sourceRow);
        return std::any_of(runs.begin(), runs.end(), [this](int run) { return isWanted(run); });
    }
    const int group = rows_.groupRowOf(sourceRow);
    return (group == sourceRow || rows_.isExpanded(group)) && isWanted(sourceRow);
}

bool RunsFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const int column = left.column();
    if (!rows_.isGrouped()) return isLess(left.row(), right.row(), column);
    const int leftGroup = rows_.groupRowOf(left.row());
    const int rightGroup = rows_.groupRowOf(right.row());
    const bool rising = sortOrder() == Qt::AscendingOrder;
    if (leftGroup != rightGroup) {
        if (isLess(leftGroup, rightGroup, column)) return true;
        if (isLess(rightGroup, leftGroup, column)) return false;
        // Groups that are equal must not mix; they keep their places in either order.
        return (leftGroup < rightGroup) == rising;
    }
    if (left.row() == right.row()) return false;
    if (left.row() == leftGroup) return rising;
    if (right.row() == rightGroup) return !rising;
    return isLess(left.row(), right.row(), column);
}

bool RunsFilter::isLess(int left, int right, int column) const {
    const QVariant a = rows_.sortValue(left, column);
    const QVariant b = rows_.sortValue(right, column);
    if (!a.isValid() || !b.isValid())
        return a.isValid() != b.isValid() && a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (RunsModel::isNumber(a) && RunsModel::isNumber(b)) return a.toDouble() < b.toDouble();
    return QString::compare(a.toString(), b.toString(), Qt::CaseInsensitive) < 0;
}

}  // namespace prunescope::ui
