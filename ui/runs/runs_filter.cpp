#include "ui/runs/runs_filter.h"

#include "ui/runs/runs_model.h"

namespace prunescope::ui {

RunsFilter::RunsFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(RunsModel::sortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

bool RunsFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const bool knownLeft = left.data(RunsModel::sortRole).isValid();
    const bool knownRight = right.data(RunsModel::sortRole).isValid();
    if (knownLeft && knownRight) return QSortFilterProxyModel::lessThan(left, right);
    if (knownLeft == knownRight) return false;
    return knownLeft == (sortOrder() == Qt::AscendingOrder);
}

}  // namespace prunescope::ui
