#include "ui/audit/audit_filter.h"

#include "ui/audit/audit_model.h"

namespace prunescope::ui {

AuditFilter::AuditFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(AuditModel::sortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void AuditFilter::setKind(const std::string& kind) {
    if (kind_ == kind) return;
    kind_ = kind;
    invalidateFilter();
}

bool AuditFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const {
    const auto* model = qobject_cast<const AuditModel*>(sourceModel());
    if (model != nullptr && !kind_.empty() && model->eventAt(sourceRow).kind != kind_) return false;
    return QSortFilterProxyModel::filterAcceptsRow(sourceRow, sourceParent);
}

}  // namespace prunescope::ui
