#include "ui/runs/run_curves.h"

#include "store/run_list.h"
#include "ui/runs/run_colours.h"
#include "ui/runs/run_differences.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_reader.h"

#include <utility>

namespace prunescope::ui {

RunCurves::RunCurves(const RunModel& run, RunsModel& model, const RunColours& colours, RunsReader& reader,
                     QObject* parent)
    : QObject(parent), run_(run), model_(model), colours_(colours), reader_(reader) {
    connect(&reader_, &RunsReader::curvesRead, this, &RunCurves::take);
}

RunCurves::~RunCurves() = default;

void RunCurves::rereadChanged(const std::vector<store::RunSummary>& runs, bool recording) {
    for (const store::RunSummary& now : runs) {
        const QString id = QString::fromStdString(now.id);
        const int row = model_.rowOf(id);
        if (row < 0 || !histories_.contains(id) || isOnDisplay(now)) continue;
        const bool failed = histories_.at(id) == nullptr;
        const bool wasLive = model_.run(row).live;
        if (wasLive != now.live || (recording && (now.live || failed))) read(now);
    }
}

void RunCurves::read(const store::RunSummary& run) {
    const QString id = QString::fromStdString(run.id);
    reading_.insert(id);
    reader_.readCurves(id, run.folder);
}

void RunCurves::take(const QString& runId, const std::shared_ptr<const view::RunHistory>& history,
                     const Text& problem) {
    reading_.remove(runId);
    // The overlay draws from the old curves until it has been shown the new ones.
    const std::shared_ptr<const view::RunHistory> old = std::exchange(histories_[runId], history);
    model_.setCurvesProblem(runId, problem);
    emit changed();
}

bool RunCurves::isOnDisplay(const store::RunSummary& run) const {
    const store::RunFolder* folder = run_.folder();
    return run_.hasRun() && folder != nullptr &&
           folder->path().lexically_normal() == run.folder.lexically_normal();
}

const view::RunHistory* RunCurves::historyOf(const store::RunSummary& run) const {
    if (isOnDisplay(run)) return &run_.history();
    const auto read = histories_.find(QString::fromStdString(run.id));
    return read == histories_.end() ? nullptr : read->second.get();
}

bool RunCurves::show(RunOverlay& overlay, bool mayRead) {
    std::vector<OverlaidRun> shown;
    std::vector<const store::RunSummary*> drawn;
    QSet<QString> wanted;
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (!model_.isTicked(row)) continue;
        const store::RunSummary& run = model_.run(row);
        const QString id = model_.id(row);
        if (!isOnDisplay(run)) wanted.insert(id);
        if (const view::RunHistory* history = historyOf(run)) {
            const std::size_t slot = colours_.slotOf(id).value_or(0);
            drawn.push_back(&run);
            shown.push_back({.id = id,
                             .label = id,
                             .colour = model_.colour(row),
                             .style = RunColours::styleOf(slot),
                             .width = RunColours::widthOf(slot),
                             .history = history});
        } else if (mayRead && !reading_.contains(id) && !histories_.contains(id)) {
            read(run);
        }
    }
    const std::vector<QString> names = legendNames(drawn);
    for (std::size_t i = 0; i < shown.size(); ++i) shown[i].label = names[i];
    const bool any = !shown.empty();
    overlay.setRuns(std::move(shown));
    // Only now does nobody draw from these any more.
    forgetAllBut(wanted);
    return any;
}

void RunCurves::forgetAllBut(const QSet<QString>& wanted) {
    std::erase_if(histories_, [&](const auto& entry) { return !wanted.contains(entry.first); });
    for (const QString& id : QSet<QString>(reading_)) {
        if (wanted.contains(id)) continue;
        reading_.remove(id);
        reader_.dropCurves(id);
    }
}

}  // namespace prunescope::ui
