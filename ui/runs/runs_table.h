#pragma once

#include <QSet>
#include <QSettings>
#include <QTableView>
#include <filesystem>
#include <vector>

class QMenu;

namespace prunescope::ui {

class RunRows;
class RunsFilter;
class RunsModel;

/// The table of the runs: which columns it shows, and what its keys and the mouse do. What can be done with
/// its runs is in `RunRowActions`.
class RunsTable : public QTableView {
    Q_OBJECT
public:
    /// `filter` stands before `rows`, and these before `model`. The columns that a user wants are kept in
    /// `settings`.
    RunsTable(RunsModel& model, RunRows& rows, RunsFilter& filter, QSettings& settings, QWidget* parent);

    /// A row of the model; -1 when there is none, or when it is that of a group.
    int currentRun() const;
    /// Rows of the model that are selected, from top to bottom, those of groups too.
    std::vector<int> selectedRuns() const;
    /// The same, or all that are seen when none is selected.
    std::vector<int> wantedRuns() const;
    void selectFirst();
    /// Makes a run the current one and unfolds its group; one that the filter hides stays hidden.
    void showRun(int run);
    /// Opens the run that is chosen; unfolds or folds a group.
    void openCurrent();
    /// Lets the name of the current run be typed in its place.
    void editName();
    /// Groups runs that differ only in the seed, or lists each by itself.
    void setGrouped(bool grouped);
    /// A box for every column, and what sets them back; it acts by itself.
    void fillColumnMenu(QMenu& menu);
    void retranslate();

signals:
    void openRequested(const std::filesystem::path& folder);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void updateColumns();
    void openColumnMenu(const QPoint& at);
    /// The row of the current index in `rows_`; -1 when there is none.
    int currentRow() const;
    std::vector<int> runsOf(const std::vector<int>& shown) const;
    void toggleSelectedTicks();
    bool expandCurrent(bool expanded);

    RunsModel& model_;
    RunRows& rows_;
    RunsFilter& filter_;
    QSettings& settings_;
    QSet<QString> sized_;  ///< columns that have had a width
};

}  // namespace prunescope::ui
