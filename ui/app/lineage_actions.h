#pragma once

#include "base/text.h"
#include "run/run_config.h"
#include "ui/support/branch_origin.h"
#include "ui/support/job.h"

#include <QAction>
#include <QList>
#include <QObject>
#include <filesystem>

namespace prunescope::ui {

class RunModel;

/// What makes more of a run that is there: training it longer, and branching another run from it. Each asks
/// what it needs to know.
class LineageActions : public QObject {
    Q_OBJECT
public:
    LineageActions(RunModel& run, QWidget& window);

    QAction* const longer;
    QAction* const branch;

    QList<QAction*> all() const { return {longer, branch}; }
    void retranslate();

public slots:
    /// How long the run on display shall be, and trains it so long.
    void askForLength();
    /// Which state of the run a branch begins with, and tells `branchChosen`.
    void askForState(const std::filesystem::path& folder);

signals:
    void branchChosen(const prunescope::run::RunConfig& config, const prunescope::ui::BranchOrigin& origin);
    void refused(const prunescope::Text& why);

private:
    void refresh();
    void choose(const BranchOrigin& origin);

    RunModel& run_;
    QWidget& window_;
    Job reading_;
};

}  // namespace prunescope::ui
