#include "ui/schedule/schedule_page.h"

#include "session/snapshot.h"
#include "ui/live/outlook_words.h"
#include "ui/live/run_model.h"
#include "ui/schedule/apply_footer.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/attention_strengths.h"
#include "ui/schedule/edit_commands.h"
#include "ui/schedule/edit_words.h"
#include "ui/schedule/schedule_controls.h"
#include "ui/schedule/schedule_fields.h"
#include "ui/schedule/schedule_preview.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <limits>
#include <numeric>
#include <utility>

namespace prunescope::ui {
namespace {

std::vector<run::LayerDescription> prunableLayers(const run::RunHeader& header) {
    std::vector<run::LayerDescription> layers;
    for (const run::LayerDescription& layer : header.network.layers) {
        if (layer.prunable) layers.push_back(layer);
    }
    return layers;
}

/// Sparsity of the whole network in a preview.
double totalSparsity(const session::MaskPreview& preview, std::int64_t weights) {
    const auto kept = std::accumulate(preview.kept.begin(), preview.kept.end(), std::int64_t{0});
    return weights > 0 ? 1 - static_cast<double>(kept) / static_cast<double>(weights) : 0;
}

}  // namespace

SchedulePage::SchedulePage(const WindowContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      history_(new EditHistory(context.run, this)),
      commands_(new EditCommands(*history_, this)),
      preview_(new SchedulePreview(
          context.run, context.draft.schedule(), [this] { return isVisible() && canEdit(); }, this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(stack_)),
      controls_(new ScheduleControls(context, stack_)) {
    setObjectName(QStringLiteral("schedulePage"));
    stack_->addWidget(empty_);
    stack_->addWidget(controls_);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(stack_);
    connectAll();
    retranslate();
    takeRun();
}

std::vector<Page::Command> SchedulePage::commands() const {
    return {{Menu::edit, commands_->undo}, {Menu::edit, commands_->redo}};
}

const std::vector<double>& SchedulePage::currentStrengths() const {
    return controls_->attention().model().draft();
}

void SchedulePage::connectAll() {
    RunModel& run = context_.run;
    LiveDraft& draft = context_.draft;
    connect(&run, &RunModel::runChanged, this, &SchedulePage::takeRun);
    connect(&run, &RunModel::stageChanged, this, &SchedulePage::followStage);
    connect(&run, &RunModel::snapshotChanged, this, [this] {
        if (isVisible()) followSnapshot();
    });
    connect(&context_.theme, &Theme::changed, this, [this] { controls_->attention().update(); });
    connect(&draft, &LiveDraft::changed, this, &SchedulePage::followDraft);
    connect(&draft, &LiveDraft::followed, this, [this] {
        if (isVisible()) followApplied();
    });
    connect(&draft, &LiveDraft::begun, this, &SchedulePage::comeIntoSight);
    connect(&draft, &LiveDraft::applyRequested, this, &SchedulePage::askReason);
    connect(&draft, &LiveDraft::revertRequested, this, &SchedulePage::revertDraft);
    connect(&controls_->otherEndButton(), &QPushButton::clicked, this, &SchedulePage::moveOtherEnd);
    connect(&controls_->fields(), &ScheduleFields::proposed, &draft, &LiveDraft::propose);
    connect(&controls_->attention().model(), &AttentionModel::draftEdited, this,
            &SchedulePage::updateButtons);
    connect(&controls_->footer(), &ApplyFooter::applyRequested, this, &SchedulePage::applyDraft);
    connect(&controls_->footer(), &ApplyFooter::revertRequested, this, &SchedulePage::revertDraft);
    connect(&run, &RunModel::freezeRequested, history_, &EditHistory::setFrozen);
    connect(history_, &EditHistory::editAccepted, this, &SchedulePage::takeAccepted);
    connect(history_, &EditHistory::editRefused, this, &SchedulePage::takeRefusal);
    connect(history_, &EditHistory::busyChanged, this, [this](bool busy) {
        if (!busy) updateButtons();
    });
    connect(preview_, &SchedulePreview::answered, this, &SchedulePage::showPreview);
    connect(preview_, &SchedulePreview::refused, this, [this](const Text& why) {
        controls_->message().show(MessageBar::Kind::warning, tr("No preview: %1.").arg(engineText(why)));
    });
}

void SchedulePage::takeRun() {
    history_->clear();
    applying_ = false;
    preview_->forget();
    controls_->message().clear();
    const RunModel& run = context_.run;
    if (run.hasRun()) {
        const run::RunHeader& header = *run.header();
        controls_->fields().setAxis(context_.draft.schedule().axis());
        controls_->attention().model().setLayers(prunableLayers(header),
                                                 attentionStrengths(header, run.layerNames()));
    }
    followStage();
    followSnapshot();
    followDraft();
}

void SchedulePage::followStage() {
    stack_->setCurrentWidget(context_.draft.isOfPruning() ? static_cast<QWidget*>(controls_) : empty_);
    showEmptyTexts();
    controls_->setEditable(canEdit());
    updateButtons();
}

void SchedulePage::followSnapshot() {
    if (!context_.run.hasRun()) return;
    const auto snapshot = context_.run.snapshot();
    AttentionModel& model = controls_->attention().model();
    if (snapshot->strengths != model.applied() && snapshot->strengths.size() == model.applied().size()) {
        model.setApplied(snapshot->strengths);
        controls_->attention().refresh();
        updateButtons();
    }
    model.setNow(snapshot->layers);
    model.setRunsSparse(snapshot->runsSparse);
    showPreview();
}

/// What the run follows has changed: no news about the draft of the user.
void SchedulePage::followApplied() {
    controls_->showNumbers();
    updateButtons();
    preview_->askSoon();
    showPreview();
}

/// After every change that the user made, wherever.
void SchedulePage::followDraft() {
    controls_->showDraft();
    showPreview();
    updateButtons();
    preview_->askSoon();
}

/// What the handles begin is applied here.
void SchedulePage::comeIntoSight() {
    if (!isVisible()) emit showRequested();
}

/// The ramp keeps its length: the end that was not typed goes along.
void SchedulePage::moveOtherEnd() {
    LiveDraft& draft = context_.draft;
    if (!draft.refused()) return;
    const ScheduleDraft& schedule = draft.schedule();
    draft.propose(withOtherEndMoved(*draft.refused(), schedule.draft(), schedule.axis().totalSteps));
}

AppliedEdit SchedulePage::drafted() const {
    const AttentionModel& strengths = controls_->attention().model();
    const ScheduleDraft& draft = context_.draft.schedule();
    AppliedEdit edit;
    if (draft.isChanged()) edit.schedule = {draft.applied(), draft.draft()};
    if (strengths.isChanged()) edit.strengths = {strengths.applied(), strengths.draft()};
    edit.reason = controls_->footer().reason();
    return edit;
}

/// One Enter more is needed: the run must not change by a key that was meant for something else.
void SchedulePage::askReason() {
    const AppliedEdit edit = drafted();
    if (!canEdit() || edit.isEmpty()) return;
    comeIntoSight();
    controls_->footer().askReason();
    controls_->message().show(MessageBar::Kind::information,
                              tr("%1: Enter applies it, with a reason or without.")
                                  .arg(EditWords(context_.draft.schedule().axis()).changes(edit)));
}

void SchedulePage::revertDraft() {
    controls_->attention().model().dropDraft();
    controls_->attention().refresh();
    context_.draft.revert();
}

void SchedulePage::applyDraft() {
    if (!canEdit() || history_->isBusy() || context_.draft.refused()) return;
    const AppliedEdit edit = drafted();
    if (edit.isEmpty()) return;
    applying_ = true;
    history_->apply(edit);
}

void SchedulePage::takeAccepted(const AppliedEdit& edit, StepIndex step) {
    if (edit.schedule) context_.draft.takeApplied(edit.schedule->after);
    if (edit.strengths) controls_->attention().model().setApplied(edit.strengths->after);
    controls_->attention().refresh();
    if (std::exchange(applying_, false)) controls_->footer().clearReason();
    followDraft();
    controls_->message().show(MessageBar::Kind::information,
                              tr("In force from step %1 on.").arg(countText(step.value)));
}

void SchedulePage::takeRefusal(const Text& refusal) {
    // What an undo could not do leaves the draft alone.
    if (std::exchange(applying_, false)) revertDraft();
    context_.draft.setProblem(refusal);
    controls_->message().show(MessageBar::Kind::error,
                              tr("The run refused the change: %1.").arg(engineText(refusal)));
    if (!isVisible()) emit refusedUnseen(refusal);
}

void SchedulePage::showPreview() {
    if (!context_.run.hasRun()) return;
    const auto now = context_.run.snapshot();
    const std::int64_t weights = context_.run.header()->network.prunableWeights();
    const auto shown = canEdit() ? preview_->masks() : nullptr;
    controls_->attention().model().setPreview(shown);
    QString text = tr("Now %1 (measured)").arg(percentText(now->sparsity));
    if (canEdit()) {
        const OutlookWords words(preview_->outlook(), weights);
        if (!preview_->standsStill()) {
            const double then =
                shown != nullptr ? totalSparsity(*shown, weights) : std::numeric_limits<double>::quiet_NaN();
            text += tr(" → would be %1 (estimated)").arg(percentText(then));
        }
        if (words.misses()) text += QLatin1Char('\n') + tr("%1.").arg(words.ending());
    }
    controls_->showPreview(text);
    const ScheduleDraft& draft = context_.draft.schedule();
    controls_->footer().showConsequences(
        canEdit() ? EditWords::atOnce(draft.applied(), draft.shown(), *now, weights) : QString());
}

void SchedulePage::updateButtons() {
    const LiveDraft& draft = context_.draft;
    const bool changed = draft.schedule().isChanged() || controls_->attention().model().isChanged();
    const bool refused = draft.refused().has_value();
    QWidget* handles = draft.handles();
    controls_->footer().enable(changed || refused, changed && !refused && canEdit() && !history_->isBusy(),
                               handles != nullptr ? *handles : controls_->attention());
}

/// The scroll area may not be narrower than what it holds, or the right edge would be cut.
QSize SchedulePage::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 44};
}

void SchedulePage::showEmptyTexts() {
    if (!context_.run.hasRun() || context_.draft.isOfPruning()) return empty_->setTexts({}, {});
    empty_->setTexts(
        tr("Nothing to schedule"),
        tr("This run trains the network dense: no weight is cut, so there is no sparsity to plan. "
           "Choose another method in the experiment to prune."));
}

void SchedulePage::retranslate() {
    showEmptyTexts();
    commands_->retranslate();
    controls_->retranslate();
    showPreview();
}

void SchedulePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followApplied();
    followSnapshot();
}

}  // namespace prunescope::ui
