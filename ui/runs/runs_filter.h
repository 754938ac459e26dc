#pragma once

#include "store/run_filter.h"

#include <QSortFilterProxyModel>
#include <QString>
#include <vector>

namespace prunescope::ui {

class RunRows;
class RunsModel;

/// The runs that are wanted, sorted: those that meet the conditions and have every word, in any column. The
/// row of a group stands above its runs, which are there once it is expanded. What is not known of a run
/// stands last in either order.
class RunsFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    RunsFilter(const RunsModel& model, RunRows& rows, QObject* parent = nullptr);

    /// See `parseRunFilter`.
    void setQuery(const QString& text);
    /// What of the query looks like a condition and is none; empty when there is nothing of that kind.
    const Text& problem() const { return query_.problem; }
    /// The runs that are wanted, as rows of the model, whether or not their groups are expanded.
    std::vector<int> wantedRuns() const;

signals:
    void queryChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool isWanted(int run) const;
    bool isLess(int left, int right, int column) const;

    const RunsModel& model_;
    const RunRows& rows_;
    store::RunFilter query_;
    std::vector<QString> words_;
};

}  // namespace prunescope::ui
