#pragma once

#include <QSortFilterProxyModel>

namespace prunescope::ui {

/// The runs in which a text stands, in any column. What is not known of a run stands last in either order.
class RunsFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunsFilter(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

}  // namespace prunescope::ui
