#pragma once

#include "store/run_list.h"
#include "ui/runs/run_cells.h"
#include "ui/runs/run_differences.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QSet>
#include <QString>
#include <QVariant>
#include <filesystem>
#include <vector>

namespace prunescope::ui {

class RunColours;
class Theme;

/// The runs of a workspace, a row each. Which of them are ticked, for their curves to be drawn, belongs to
/// the run's id and outlives a new reading of the workspace.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int {
        compare,  ///< tick and colour
        name,
        network,
        method,
        target,
        seed,
        dataset,
        sparsity,
        testAccuracy,
        testRmse,
        testMae,
        testRSquared,
        testCalibrationError,
        testMacroRecall,
        worstRecallLoss,
        oneImageMs,
        speedup,
        storedBytes,
        epochs,
        parentRun,  ///< that it was branched from
        state,
        started,
        firstOption  ///< from here on an option each, in which the runs differ
    };
    /// The value behind the text: a number sorts as a number.
    static constexpr int sortRole = Qt::UserRole;

    RunsModel(Theme& theme, RunColours& colours, QObject* parent = nullptr);

    /// Takes a new reading of the workspace; rows of runs that stay keep their place in views and selections.
    void setRuns(const std::vector<store::RunSummary>& runs);
    const std::vector<store::RunSummary>& runs() const { return runs_; }
    const store::RunSummary& run(int row) const { return runs_[static_cast<std::size_t>(row)]; }
    QString id(int row) const { return QString::fromStdString(run(row).id); }
    /// -1 when there is no such run.
    int rowOf(const QString& runId) const;
    /// Of a ticked run; not valid for another.
    QColor colour(int row) const;
    /// Whether the column tells one run from another, or is always worth a look.
    bool tellsApart(int column) const;
    /// What the column is called in the settings.
    QString columnKey(int column) const;
    /// What a cell shows, and what it is sorted by.
    QString text(int row, int column) const { return cells(row).texts[static_cast<std::size_t>(column)]; }
    QVariant sortValue(int row, int column) const;
    static bool isNumber(const QVariant& value);
    /// Everything that words are looked for in: all columns and the name of the folder.
    const QString& searchText(int row) const { return cells(row).searched; }

    bool isTicked(int row) const { return ticked_.contains(id(row)); }
    void setTicked(int row, bool ticked) { setTicked(std::vector<int>{row}, ticked); }
    void setTicked(const std::vector<int>& rows, bool ticked);
    /// What the user has said of a run, which is still to be written into its folder; one run is the
    /// reference at most.
    void setName(int row, const QString& given);
    void setReference(int row, bool reference);
    /// Why the run's curves cannot be drawn, shown in its row; empty: they can.
    void setCurvesProblem(const QString& runId, const Text& problem);
    /// Everything that could not be read of the run, translated; empty for a sound one.
    QString problem(int row) const;
    /// New language: every text again.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void ticksChanged();
    /// Other runs, or other options in which they differ, or other names.
    void differencesChanged();
    /// The user has typed another name in the run's row; empty: none any more.
    void renamed(const std::filesystem::path& folder, const QString& given);

private:
    const RunCells& cells(int row) const;
    void forgetCells(int row) { cells_[static_cast<std::size_t>(row)] = {}; }
    const RunOption* option(int column) const;
    void setOptions(std::vector<RunOption> options);
    bool holdsFigure(int row, int column) const;
    QVariant decoration(int row, int column) const;
    QString toolTip(int row, int column) const;
    void insertRuns(int row, const std::vector<store::RunSummary>& runs);
    void replaceRun(int row, const store::RunSummary& run);
    void moveRun(int from, int to);
    void updateRow(int row);
    void removeRun(int row);
    void removeOthers(const std::vector<store::RunSummary>& runs);

    Theme& theme_;
    RunColours& colours_;
    std::vector<store::RunSummary> runs_;
    mutable std::vector<RunCells> cells_;  ///< one for each run; empty until they are asked for
    mutable QHash<QString, int> rows_;     ///< by run; empty until one is asked for
    std::vector<RunOption> options_;
    QSet<QString> ticked_;
    QHash<QString, Text> curvesProblems_;
};

}  // namespace prunescope::ui
