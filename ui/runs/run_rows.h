#pragma once

#include "ui/runs/run_cells.h"

#include <QIdentityProxyModel>
#include <QSet>
#include <QString>
#include <cstddef>
#include <vector>

namespace prunescope::ui {

class RunsModel;
class Theme;

/// The rows of the table: every run, as the model has it, and after them, while runs are grouped by the seed,
/// a row for each group. Sorting puts that row above its runs.
class RunRows : public QIdentityProxyModel {
    Q_OBJECT
public:
    RunRows(RunsModel& model, Theme& theme, QObject* parent = nullptr);

    bool isGrouped() const { return grouped_; }
    void setGrouped(bool grouped);
    bool isGroup(int row) const { return row >= runs(); }
    /// The row of the group that a run belongs to; of any other row itself.
    int groupRowOf(int row) const;
    /// The runs of a row: itself, or those of a group.
    std::vector<int> runsOf(int row) const;
    /// Whether the runs of a group stand below its row.
    bool isExpanded(int row) const;
    void setExpanded(int row, bool expanded);
    /// New language: every text of a group again.
    void retranslate() { regroup(); }
    /// What a row is sorted by in a column, see `RunsModel`.
    QVariant sortValue(int row, int column) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    QModelIndex sibling(int row, int column, const QModelIndex& of) const override;
    QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// What stands where has changed: runs are grouped or not any more, or a group is another one, or was
    /// expanded or folded.
    void groupsChanged();

private:
    /// While runs come and go it is what it was, until all of them are there: what it says of them is kept.
    struct Group {
        std::vector<int> members;
        RunCells cells;
        QString key;  ///< that of its oldest run: it stays when newer ones join
    };

    int runs() const;
    const Group& group(int row) const { return groups_[static_cast<std::size_t>(row - runs())]; }
    static QString textOf(const Group& group, int column);
    void connectModel();
    void follow();
    void regroup();
    bool groupsAreStale() const;
    void updateGroups();
    void setGroups(std::vector<Group> groups);
    void updateChecks();
    std::ptrdiff_t tickedIn(const Group& group) const;
    QVariant checkState(const Group& group) const;
    QVariant groupData(int row, int column, int role) const;

    RunsModel& model_;
    Theme& theme_;
    bool grouped_ = false;
    std::vector<Group> groups_;
    std::vector<std::size_t> groupOf_;  ///< of each run
    std::vector<bool> known_;           ///< whether it was known what the run was asked for
    QSet<QString> expanded_;            ///< by their keys
    bool stale_ = false;                ///< there are other rows or columns than when the runs were grouped
    QSet<int> changed_;                 ///< runs that say something else since then
};

}  // namespace prunescope::ui
