#pragma once

#include "store/run_groups.h"
#include "ui/live/run_model.h"
#include "ui/runs/run_colours.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <map>
#include <memory>
#include <vector>

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

class RunOverlay;
class RunsModel;
class RunsReader;
struct OverlaidRun;

/// The curves of the runs that are ticked: read from their folders, but for the run on display, and laid over
/// each other. Of several groups of runs that differ only in the seed the means are drawn, unless the user
/// wants each run by itself.
class RunCurves : public QObject {
    Q_OBJECT
public:
    RunCurves(const RunModel& run, RunsModel& model, RunColours& colours, RunsReader& reader,
              QObject* parent);
    ~RunCurves() override;

    /// Draws the ticked ones; those that are not there yet are read when `mayRead`. False: there is none.
    bool show(RunOverlay& overlay, bool mayRead);
    /// `runs` is a new reading of the workspace, which the model has yet to take: curves of a run that was
    /// being recorded when they were read are out of date once it has ended. `recording`: so are those of
    /// runs that are still being recorded, or could not be read.
    void rereadChanged(const std::vector<store::RunSummary>& runs, bool recording);

signals:
    /// Others have been read.
    void changed();

private:
    /// A run that is drawn.
    struct Drawn {
        const store::RunSummary* run = nullptr;
        const view::RunHistory* history = nullptr;
    };
    std::vector<Drawn> drawnRuns(bool mayRead, QSet<QString>& wanted);
    std::vector<store::RunGroup> groupsOf(const std::vector<Drawn>& drawn) const;
    void shareColours(const std::vector<Drawn>& drawn, const std::vector<store::RunGroup>& groups);
    void lay(RunOverlay& overlay, const std::vector<Drawn>& drawn,
             const std::vector<store::RunGroup>& groups);
    OverlaidRun overlaid(const Drawn& drawn, const QString& label) const;
    void read(const store::RunSummary& run);
    void take(const QString& runId, const std::shared_ptr<const view::RunHistory>& history,
              const Text& problem);
    void forgetAllBut(const QSet<QString>& wanted);
    bool isOnDisplay(const store::RunSummary& run) const;
    const view::RunHistory* historyOf(const store::RunSummary& run) const;

    const RunModel& run_;
    RunsModel& model_;
    RunColours& colours_;
    RunColours groupColours_;  ///< of groups, by their oldest run
    QSet<QString> groupKeys_;  ///< of those that have a colour
    RunsReader& reader_;
    /// Null when they cannot be read. The run on display has its own in the RunModel.
    std::map<QString, std::shared_ptr<const view::RunHistory>> histories_;
    QSet<QString> reading_;
};

}  // namespace prunescope::ui
