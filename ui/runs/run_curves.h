#pragma once

#include "ui/live/run_model.h"

#include <QObject>
#include <QSet>
#include <map>
#include <memory>
#include <vector>

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

class RunColours;
class RunOverlay;
class RunsModel;
class RunsReader;

/// The curves of the runs that are ticked: read from their folders, but for the run on display, and laid over
/// each other.
class RunCurves : public QObject {
    Q_OBJECT
public:
    RunCurves(const RunModel& run, RunsModel& model, const RunColours& colours, RunsReader& reader,
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
    void read(const store::RunSummary& run);
    void take(const QString& runId, const std::shared_ptr<const view::RunHistory>& history,
              const Text& problem);
    void forgetAllBut(const QSet<QString>& wanted);
    bool isOnDisplay(const store::RunSummary& run) const;
    const view::RunHistory* historyOf(const store::RunSummary& run) const;

    const RunModel& run_;
    RunsModel& model_;
    const RunColours& colours_;
    RunsReader& reader_;
    /// Null when they cannot be read. The run on display has its own in the RunModel.
    std::map<QString, std::shared_ptr<const view::RunHistory>> histories_;
    QSet<QString> reading_;
};

}  // namespace prunescope::ui
