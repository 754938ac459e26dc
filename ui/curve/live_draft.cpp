#include "ui/curve/live_draft.h"

#include "prune/method.h"
#include "ui/live/run_model.h"

#include <utility>

namespace prunescope::ui {

LiveDraft::LiveDraft(RunModel& run) : QObject(&run), run_(run) {
    connect(&run, &RunModel::runChanged, this, &LiveDraft::takeRun);
    connect(&run, &RunModel::stageChanged, this, &LiveDraft::followStage);
    connect(&run, &RunModel::snapshotChanged, this, &LiveDraft::followSnapshot);
    takeRun();
}

bool LiveDraft::isOfPruning() const {
    return run_.hasRun() && prune::prunes(run_.header()->config.method);
}

bool LiveDraft::isEditable() const {
    return run_.takesCommands() && isOfPruning();
}

void LiveDraft::takeRun() {
    schedule_ = {};
    refused_.reset();
    differed_ = false;
    if (!run_.hasRun()) return;
    const run::RunHeader& header = *run_.header();
    schedule_.setAxis({header.totalSteps, static_cast<double>(header.config.epochs)});
    takeScheduleOfRun();
}

/// Of a run that has ended nothing can be made any more.
void LiveDraft::followStage() {
    if (isEditable()) return;
    schedule_.revert();
    refused_.reset();
    differed_ = false;
}

/// True when it is another than before.
bool LiveDraft::takeScheduleOfRun() {
    const auto snapshot = run_.snapshot();
    const run::SparsitySchedule& schedule =
        snapshot->totalSteps > 0 ? snapshot->schedule : run_.header()->schedule;
    if (schedule == schedule_.applied()) return false;
    schedule_.setApplied(schedule);
    differed_ = schedule_.isChanged();
    return true;
}

void LiveDraft::followSnapshot() {
    if (run_.hasRun() && takeScheduleOfRun()) emit followed();
}

void LiveDraft::takeBent() {
    refused_.reset();
    tell();
}

void LiveDraft::propose(const run::SparsitySchedule& next) {
    using Kind = CurveHandle::Kind;
    const run::SparsitySchedule& now = schedule_.draft();
    // The handle of what was typed shows the reason when it is refused.
    if (next.start != now.start || next.initial != now.initial) emit handleMeant({Kind::start});
    if (next.end != now.end) emit handleMeant({Kind::end});
    if (next.target != now.target) emit handleMeant({Kind::target});
    if (next.freeze != now.freeze) emit handleMeant({Kind::freeze});
    refused_.reset();
    if (!schedule_.propose(next)) refused_ = next;
    tell();
}

void LiveDraft::revert() {
    schedule_.revert();
    refused_.reset();
    tell();
}

void LiveDraft::takeApplied(const run::SparsitySchedule& schedule) {
    schedule_.setApplied(schedule);
    refused_.reset();
    tell();
}

void LiveDraft::setProblem(Text problem) {
    schedule_.setProblem(std::move(problem));
    tell();
}

QWidget* LiveDraft::handles() const {
    const bool usable =
        handles_ != nullptr && handles_->isVisible() && handles_->focusPolicy() != Qt::NoFocus;
    return usable ? handles_.data() : nullptr;
}

void LiveDraft::tell() {
    emit changed();
    const bool differs = schedule_.isChanged();
    if (!std::exchange(differed_, differs) && differs) emit begun();
}

}  // namespace prunescope::ui
