#include "ui/schedule/schedule_page.h"

#include "run/audit_events.h"
#include "session/snapshot.h"
#include "ui/curve/schedule_curve.h"
#include "ui/live/outlook_words.h"
#include "ui/live/run_model.h"
#include "ui/schedule/apply_footer.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/edit_commands.h"
#include "ui/schedule/edit_words.h"
#include "ui/schedule/method_traits.h"
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

SchedulePage::SchedulePage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      history_(new EditHistory(context.run, this)),
      commands_(new EditCommands(*history_, this)),
      preview_(new SchedulePreview(
          context.run, draft_, [this] { return isVisible() && canEdit(); }, this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(stack_)),
      controls_(new ScheduleControls(context, draft_, stack_)) {
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
    connect(&run, &RunModel::runChanged, this, &SchedulePage::takeRun);
    connect(&run, &RunModel::stageChanged, this, &SchedulePage::followStage);
    connect(&run, &RunModel::eventsGrew, this, [this] {
        if (isVisible()) followEvents();
    });
    connect(&run, &RunModel::snapshotChanged, this, [this] {
        if (isVisible()) followSnapshot();
    });
    connect(&context_.theme, &Theme::changed, this, [this] { controls_->attention().update(); });
    connect(&controls_->curve(), &ScheduleCurve::draftEdited, this, [this] {
        refused_.reset();
        followDraft();
    });
    connect(&controls_->curve(), &ScheduleCurve::applyRequested, this, &SchedulePage::askReason);
    connect(&controls_->otherEndButton(), &QPushButton::clicked, this, &SchedulePage::moveOtherEnd);
    connect(&controls_->curve(), &ScheduleCurve::revertRequested, this, &SchedulePage::revertDraft);
    connect(&controls_->fields(), &ScheduleFields::proposed, this, &SchedulePage::takeProposal);
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

bool SchedulePage::canEdit() const {
    return context_.run.takesCommands() && context_.run.hasRun() && prunes_;
}

void SchedulePage::takeRun() {
    history_->clear();
    applying_ = false;
    preview_->forget();
    refused_.reset();
    draft_ = {};
    controls_->message().clear();
    controls_->curve().followEvents(true);
    const RunModel& run = context_.run;
    MethodTraits traits;
    if (run.hasRun()) {
        const run::RunHeader& header = *run.header();
        traits = methodTraits(header, run.layerNames());
        const RunAxis axis{header.totalSteps, static_cast<double>(header.config.epochs)};
        draft_.setAxis(axis);
        draft_.setApplied(header.schedule);
        controls_->fields().setAxis(axis);
        controls_->attention().model().setLayers(prunableLayers(header), traits.strengths);
    }
    prunes_ = traits.prunes;
    followEvents();
    followStage();
    followSnapshot();
    followDraft();
}

void SchedulePage::followStage() {
    const bool shown = context_.run.hasRun() && prunes_;
    stack_->setCurrentWidget(shown ? static_cast<QWidget*>(controls_) : empty_);
    showEmptyTexts();
    const bool editable = canEdit();
    if (!editable) {
        draft_.revert();
        refused_.reset();
    }
    controls_->setEditable(editable);
    updateButtons();
}

void SchedulePage::followEvents() {
    controls_->curve().followEvents(false);
    updateButtons();
}

void SchedulePage::followSnapshot() {
    if (!context_.run.hasRun()) return;
    const auto snapshot = context_.run.snapshot();
    const run::SparsitySchedule& schedule =
        snapshot->totalSteps > 0 ? snapshot->schedule : context_.run.header()->schedule;
    if (schedule != draft_.applied()) {
        draft_.setApplied(schedule);
        controls_->curve().refresh();
        if (!controls_->curve().isDragging() && !refused_) controls_->fields().show(draft_.shown());
        updateButtons();
        preview_->askSoon();
    }
    controls_->curve().setNow(snapshot->step);
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

/// After every change of what is shown, whoever made it.
void SchedulePage::followDraft() {
    controls_->showDraft(refused_);
    showPreview();
    updateButtons();
    preview_->askSoon();
}

void SchedulePage::takeProposal(const run::SparsitySchedule& next) {
    using Kind = CurveHandle::Kind;
    const run::SparsitySchedule& now = draft_.draft();
    // The handle of what was typed shows the reason when it is refused.
    if (next.start != now.start || next.initial != now.initial) controls_->curve().select({Kind::start});
    if (next.end != now.end) controls_->curve().select({Kind::end});
    if (next.target != now.target) controls_->curve().select({Kind::target});
    if (next.freeze != now.freeze) controls_->curve().select({Kind::freeze});
    refused_.reset();
    if (!draft_.propose(next)) refused_ = next;
    followDraft();
}

/// The ramp keeps its length: the end that was not typed goes along.
void SchedulePage::moveOtherEnd() {
    if (!refused_) return;
    takeProposal(withOtherEndMoved(*refused_, draft_.draft(), draft_.axis().totalSteps));
}

AppliedEdit SchedulePage::drafted() const {
    const AttentionModel& strengths = controls_->attention().model();
    AppliedEdit edit;
    if (draft_.isChanged()) edit.schedule = {draft_.applied(), draft_.draft()};
    if (strengths.isChanged()) edit.strengths = {strengths.applied(), strengths.draft()};
    edit.reason = controls_->footer().reason();
    return edit;
}

/// One Enter more is needed: the run must not change by a key that was meant for something else.
void SchedulePage::askReason() {
    const AppliedEdit edit = drafted();
    if (!canEdit() || edit.isEmpty()) return;
    controls_->footer().askReason();
    controls_->message().show(
        MessageBar::Kind::information,
        tr("%1: Enter applies it, with a reason or without.").arg(EditWords(draft_.axis()).changes(edit)));
}

void SchedulePage::revertDraft() {
    draft_.revert();
    refused_.reset();
    controls_->attention().model().dropDraft();
    controls_->attention().refresh();
    followDraft();
}

void SchedulePage::applyDraft() {
    if (!canEdit() || history_->isBusy() || refused_) return;
    const AppliedEdit edit = drafted();
    if (edit.isEmpty()) return;
    applying_ = true;
    history_->apply(edit);
}

void SchedulePage::takeAccepted(const AppliedEdit& edit, StepIndex step) {
    if (edit.schedule) draft_.setApplied(edit.schedule->after);
    refused_.reset();
    if (edit.strengths) controls_->attention().model().setApplied(edit.strengths->after);
    controls_->attention().refresh();
    if (std::exchange(applying_, false)) controls_->footer().clearReason();
    followDraft();
    controls_->message().show(MessageBar::Kind::information,
                              tr("In force from step %1 on.").arg(countText(step.value)));
}

void SchedulePage::takeRefusal(const Text& refusal) {
    // What an undo could not do leaves the draft alone.
    if (std::exchange(applying_, false)) {
        draft_.revert();
        controls_->attention().model().dropDraft();
        controls_->attention().refresh();
    }
    draft_.setProblem(refusal);
    followDraft();
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
    controls_->footer().showConsequences(
        canEdit() ? EditWords::atOnce(draft_.applied(), draft_.shown(), *now, weights) : QString());
}

void SchedulePage::updateButtons() {
    const bool changed = draft_.isChanged() || controls_->attention().model().isChanged();
    controls_->footer().enable(changed || refused_, changed && !refused_ && canEdit() && !history_->isBusy(),
                               controls_->curve());
}

/// The scroll area may not be narrower than what it holds, or the right edge would be cut.
QSize SchedulePage::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 44};
}

void SchedulePage::showEmptyTexts() {
    if (!context_.run.hasRun() || prunes_) return empty_->setTexts({}, {});
    empty_->setTexts(
        tr("Nothing to schedule"),
        tr("This run trains the network dense: no weight is cut, so there is no sparsity to plan. "
           "Choose another method in the experiment to prune."));
}

void SchedulePage::retranslate() {
    showEmptyTexts();
    commands_->retranslate();
    controls_->retranslate(refused_);
    showPreview();
}

void SchedulePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followEvents();
    followSnapshot();
    preview_->askSoon();
}

}  // namespace prunescope::ui
