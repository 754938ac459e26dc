#include "ui/runs/run_curves.h"

#include "store/run_list.h"
#include "ui/runs/run_differences.h"
#include "ui/runs/run_names.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_reader.h"

#include <QHash>
#include <cstddef>
#include <utility>

namespace prunescope::ui {

RunCurves::RunCurves(const RunModel& run, RunsModel& model, RunColours& colours, RunsReader& reader,
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

std::vector<RunCurves::Drawn> RunCurves::drawnRuns(bool mayRead, QSet<QString>& wanted) {
    std::vector<Drawn> drawn;
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (!model_.isTicked(row)) continue;
        const store::RunSummary& run = model_.run(row);
        const QString id = model_.id(row);
        if (!isOnDisplay(run)) wanted.insert(id);
        if (const view::RunHistory* history = historyOf(run)) {
            drawn.push_back({&run, history});
        } else if (mayRead && !reading_.contains(id) && !histories_.contains(id)) {
            read(run);
        }
    }
    return drawn;
}

/// Groups of which there are several, one of them at least with several seeds; else none. A run that is being
/// recorded stands alone: with it the mean would end where that run is.
std::vector<store::RunGroup> RunCurves::groupsOf(const std::vector<Drawn>& drawn) const {
    std::vector<store::RunSummary> runs;
    for (const Drawn& each : drawn) {
        runs.push_back(*each.run);
        if (each.run->live) runs.back().config.reset();
    }
    std::vector<store::RunGroup> groups = store::groupsBySeed(runs);
    const bool several = groups.size() > 1 && groups.size() < runs.size();
    return several ? groups : std::vector<store::RunGroup>();
}

/// In the table the runs of a group have its colour as long as its mean is drawn.
void RunCurves::shareColours(const std::vector<Drawn>& drawn, const std::vector<store::RunGroup>& groups) {
    QHash<QString, std::size_t> shared;
    QSet<QString> keys;
    for (const store::RunGroup& group : groups) {
        const QString key = QString::fromStdString(drawn[group.members.back()].run->id);
        keys.insert(key);
        const std::size_t slot = groupColours_.take(key);
        for (const std::size_t i : group.members)
            shared.insert(QString::fromStdString(drawn[i].run->id), slot);
    }
    for (const QString& key : groupKeys_) {
        if (!keys.contains(key)) groupColours_.release(key);
    }
    groupKeys_ = keys;
    colours_.share(std::move(shared));
}

OverlaidRun RunCurves::overlaid(const Drawn& drawn, const QString& label) const {
    const QString id = QString::fromStdString(drawn.run->id);
    const std::size_t slot = colours_.slotOf(id).value_or(0);
    return {.id = id,
            .label = label,
            .colour = model_.colour(model_.rowOf(id)),
            .style = RunColours::styleOf(slot),
            .width = RunColours::widthOf(slot),
            .history = drawn.history,
            .slot = slot,
            .unit = drawn.run->targetUnit};
}

void RunCurves::lay(RunOverlay& overlay, const std::vector<Drawn>& drawn,
                    const std::vector<store::RunGroup>& groups) {
    std::vector<const store::RunSummary*> runs;
    runs.reserve(drawn.size());
    for (const Drawn& each : drawn) runs.push_back(each.run);
    const std::vector<QString> names = legendNames(runs);
    std::vector<const store::RunSummary*> firsts;
    firsts.reserve(groups.size());
    for (const store::RunGroup& group : groups) firsts.push_back(runs[group.members.front()]);
    const std::vector<QString> groupNames = differenceNames(firsts, NamedTarget::named);
    QSet<QString> taken;
    std::vector<OverlaidRun> single;
    std::vector<OverlaidGroup> means;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::vector<std::size_t>& members = groups[g].members;
        QString name = groupNames[g];
        // A run that is being recorded may have been asked for the same as a group.
        if (taken.contains(name)) name += QStringLiteral(" · ") + names[members.front()];
        taken.insert(name);
        const OverlaidRun first = overlaid(drawn[members.front()], name);
        if (members.size() == 1) {
            single.push_back(first);
            continue;
        }
        OverlaidGroup group{first.label, first.colour, first.style, first.width, {}, first.slot, first.unit};
        for (const std::size_t i : members) group.histories.push_back(drawn[i].history);
        means.push_back(std::move(group));
    }
    for (std::size_t i = 0; groups.empty() && i < drawn.size(); ++i)
        single.push_back(overlaid(drawn[i], names[i]));
    overlay.setRuns(std::move(single), std::move(means));
}

bool RunCurves::show(RunOverlay& overlay, bool mayRead) {
    QSet<QString> wanted;
    const std::vector<Drawn> drawn = drawnRuns(mayRead, wanted);
    std::vector<store::RunGroup> groups = groupsOf(drawn);
    overlay.offerMeans(!groups.empty());
    if (!overlay.wantsMeans()) groups.clear();
    shareColours(drawn, groups);
    lay(overlay, drawn, groups);
    // Only now does nobody draw from these any more.
    forgetAllBut(wanted);
    return !drawn.empty();
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
