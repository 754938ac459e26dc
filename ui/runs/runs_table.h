#pragma once

#include <QSet>
#include <QSettings>
#include <QTableView>
#include <filesystem>
#include <vector>

class QAction;

namespace prunescope::ui {

class RunsFilter;
class RunsModel;

/// The table of the runs: which columns it shows, what its keys do, and what can be done with a run in it.
class RunsTable : public QTableView {
    Q_OBJECT
public:
    /// `filter` stands before `model`. The columns that a user wants are kept in `settings`.
    RunsTable(RunsModel& model, RunsFilter& filter, QSettings& settings, QWidget* parent);

    /// A row of the model; -1 when there is none.
    int currentRow() const;
    void selectFirst();
    /// Opens what is chosen.
    void openCurrent();
    /// Which of the actions are possible.
    void updateActions();
    void retranslate();

signals:
    void openRequested(const std::filesystem::path& folder);
    void folderNotShown(const std::filesystem::path& folder);  ///< there is no program for it

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeActions();
    void updateColumns();
    void openColumnMenu(const QPoint& at);
    /// Rows of the model that are selected, from top to bottom; all that are seen when none is.
    std::vector<int> selectedRows() const;
    void toggleSelectedTicks();
    void showFolder();
    void copyCsv();

    RunsModel& model_;
    RunsFilter& filter_;
    QSettings& settings_;
    QSet<QString> sized_;  ///< columns that have had a width
    QAction *open_, *openFolder_, *copyPath_, *copyCsv_;
};

}  // namespace prunescope::ui
