#pragma once

#include "run/run_config.h"

#include <QObject>
#include <QString>
#include <filesystem>
#include <vector>

class QAction;

namespace prunescope::ui {

class RunFiles;
class RunModel;
class RunsModel;
class RunsTable;

/// What can be done with the runs of the table: in its context menu and by keys.
class RunRowActions : public QObject {
    Q_OBJECT
public:
    /// `shown` is the run on display, which stays where it is.
    RunRowActions(RunsTable& table, RunsModel& model, RunFiles& files, const RunModel& shown);

    /// Which of them are possible.
    void update();
    void retranslate();

signals:
    void runAgainRequested(const prunescope::run::RunConfig& config);
    void branchRequested(const std::filesystem::path& folder);
    /// Why something was not done, in the window's language.
    void refused(const QString& why);

private:
    QAction* add(const char* name, const QKeySequence& shortcut);
    void addSeparator();
    void connectActions();
    void runAgain();
    void markAsReference(bool reference);
    void moveToTrash();
    /// Why this run must stay where it is; empty when it need not.
    QString keptBecause(int run) const;
    bool userAgreesToTrash(const std::vector<int>& runs);
    void showFolder();
    void copyPath();
    void copyCsv();

    RunsTable& table_;
    RunsModel& model_;
    RunFiles& files_;
    const RunModel& shown_;
    QAction *open_, *rename_, *again_, *branch_, *reference_, *trash_, *openFolder_, *copyPath_, *copyCsv_;
};

}  // namespace prunescope::ui
