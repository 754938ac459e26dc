#include "ui/schedule/schedule_page.h"

#include "ui/live/run_model.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/method_traits.h"
#include "ui/schedule/schedule_curve.h"
#include "ui/schedule/schedule_fields.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <numeric>

namespace prunescope::ui {
namespace {

constexpr int previewDelayMs = 150;

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
    : Page(parent), context_(context), history_(new EditHistory(context.run, this)) {
    setObjectName(QStringLiteral("schedulePage"));
    previewDelay_.setSingleShot(true);
    previewDelay_.setInterval(previewDelayMs);
    build();
    connectAll();
    retranslate();
    takeRun();
}

const std::vector<double>& SchedulePage::currentStrengths() const {
    return attention_->model().draft();
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
    connect(&context_.theme, &Theme::changed, this, [this] { attention_->update(); });
    connect(empty_, &EmptyState::actionTriggered, this, &SchedulePage::startRequested);
    connect(curve_, &ScheduleCurve::draftEdited, this, &SchedulePage::followDraft);
    connect(curve_, &ScheduleCurve::applyRequested, this, &SchedulePage::applyDraft);
    connect(curve_, &ScheduleCurve::revertRequested, this, &SchedulePage::revertDraft);
    connect(fields_, &ScheduleFields::proposed, this, &SchedulePage::takeProposal);
    connect(&attention_->model(), &AttentionModel::draftEdited, this, &SchedulePage::updateButtons);
    connect(reason_, &QLineEdit::returnPressed, this, &SchedulePage::applyDraft);
    connect(apply_, &QPushButton::clicked, this, &SchedulePage::applyDraft);
    connect(revert_, &QPushButton::clicked, this, &SchedulePage::revertDraft);
    connect(history_, &EditHistory::editAccepted, this, &SchedulePage::takeAccepted);
    connect(history_, &EditHistory::editRefused, this, &SchedulePage::takeRefusal);
    connect(history_, &EditHistory::busyChanged, this, [this](bool busy) {
        if (!busy) updateButtons();
    });
    connect(&previewDelay_, &QTimer::timeout, this, &SchedulePage::askPreview);
}

bool SchedulePage::canEdit() const {
    return context_.run.isLive() && context_.run.hasRun() && prunes_;
}

void SchedulePage::takeRun() {
    history_->clear();
    applying_ = false;
    appliedAt_.reset();
    asked_.reset();
    draft_ = {};
    message_->clear();
    const RunModel& run = context_.run;
    MethodTraits traits;
    if (run.hasRun()) {
        const run::RunHeader& header = *run.header();
        traits = methodTraits(header, run.layerNames());
        const RunAxis axis{header.totalSteps, static_cast<double>(header.config.epochs)};
        draft_.setAxis(axis);
        draft_.setApplied(header.schedule);
        fields_->setAxis(axis);
        attention_->model().setLayers(prunableLayers(header), traits.strengths);
    }
    prunes_ = traits.prunes;
    followEvents();
    followStage();
    followSnapshot();
    followDraft();
}

void SchedulePage::followStage() {
    const bool shown = context_.run.hasRun() && prunes_;
    stack_->setCurrentWidget(shown ? page_ : empty_);
    showEmptyTexts();
    const bool editable = canEdit();
    if (!editable) draft_.revert();
    curve_->setReadOnly(!editable);
    fields_->setReadOnly(!editable);
    if (!editable) attention_->model().revert();
    attention_->setEditable(editable);
    footer_->setVisible(editable);
    notice_->setVisible(!editable);
    if (!editable) fields_->show(draft_.shown());
    updateButtons();
}

void SchedulePage::followEvents() {
    AttentionModel& model = attention_->model();
    model.setApplied(strengthsAfter(model.applied(), context_.run.events()));
    attention_->refresh();
    updateButtons();
}

void SchedulePage::followSnapshot() {
    if (!context_.run.hasRun()) return;
    const auto snapshot = context_.run.snapshot();
    const run::SparsitySchedule& schedule =
        snapshot->totalSteps > 0 ? snapshot->schedule : context_.run.header()->schedule;
    const bool older = appliedAt_ && snapshot->step <= *appliedAt_;
    if (schedule != draft_.applied() && !older) {
        draft_.setApplied(schedule);
        curve_->refresh();
        if (!curve_->isDragging()) fields_->show(draft_.shown());
        updateButtons();
    }
    if (!older || schedule == draft_.applied()) appliedAt_.reset();
    curve_->setNow(snapshot->step);
    attention_->model().setNow(snapshot->layers);
    attention_->model().setRunsSparse(snapshot->runsSparse);
    showPreview();
}

/// After every change of what is shown, whoever made it.
void SchedulePage::followDraft() {
    fields_->show(draft_.shown());
    curve_->refresh();
    if (draft_.problem().empty()) {
        message_->clear();
    } else if (!curve_->isDragging()) {
        message_->show(MessageBar::Kind::warning, tr("Not changed: %1.").arg(engineText(draft_.problem())));
    }
    showPreview();
    updateButtons();
    previewDelay_.start();
}

void SchedulePage::takeProposal(const run::SparsitySchedule& next) {
    using Kind = CurveHandle::Kind;
    const run::SparsitySchedule& now = draft_.draft();
    // The handle of what was typed shows the reason when it is refused.
    if (next.start != now.start || next.initial != now.initial) curve_->select({Kind::start});
    if (next.end != now.end) curve_->select({Kind::end});
    if (next.target != now.target) curve_->select({Kind::target});
    if (next.freeze != now.freeze) curve_->select({Kind::freeze});
    draft_.propose(next);
    followDraft();
}

void SchedulePage::revertDraft() {
    draft_.revert();
    attention_->model().revert();
    attention_->refresh();
    followDraft();
}

void SchedulePage::applyDraft() {
    const AttentionModel& strengths = attention_->model();
    if (!canEdit() || history_->isBusy()) return;
    AppliedEdit edit;
    if (draft_.isChanged()) edit.schedule = {draft_.applied(), draft_.draft()};
    if (strengths.isChanged()) edit.strengths = {strengths.applied(), strengths.draft()};
    edit.reason = reason_->text().trimmed().toStdString();
    if (edit.isEmpty()) return;
    applying_ = true;
    history_->apply(edit);
}

void SchedulePage::takeAccepted(const AppliedEdit& edit, StepIndex step) {
    if (edit.schedule) {
        draft_.setApplied(edit.schedule->after);
        appliedAt_ = step;
    }
    if (edit.strengths) attention_->model().setApplied(edit.strengths->after);
    attention_->refresh();
    if (std::exchange(applying_, false)) reason_->clear();
    followDraft();
    message_->show(MessageBar::Kind::information, tr("In force from step %1 on.").arg(countText(step.value)));
}

void SchedulePage::takeRefusal(const std::string& refusal) {
    // What an undo could not do leaves the draft alone.
    if (std::exchange(applying_, false)) {
        draft_.revert();
        attention_->model().revert();
        attention_->refresh();
    }
    draft_.setProblem(refusal);
    followDraft();
    message_->show(MessageBar::Kind::error, tr("The run refused the change: %1.").arg(engineText(refusal)));
}

void SchedulePage::askPreview() {
    const run::SparsitySchedule& shown = draft_.shown();
    if (!isVisible() || !canEdit() || asked_ == shown.target || !run::scheduleProblem(shown).empty()) return;
    asked_ = shown.target;
    const auto answered = [this](const session::CommandResult& result) {
        if (result.accepted) return showPreview();
        message_->show(MessageBar::Kind::warning, tr("No preview: %1.").arg(engineText(result.refusal)));
    };
    context_.run.submit({.action = session::PreviewMasks{shown.target}, .who = "user", .reason = {}}, this,
                        answered);
}

void SchedulePage::showPreview() {
    if (!context_.run.hasRun()) return;
    const auto snapshot = context_.run.snapshot();
    auto preview = snapshot->preview;
    if (preview != nullptr && preview->sparsity != draft_.shown().target) preview.reset();
    attention_->model().setPreview(preview);
    const double then = preview != nullptr
                            ? totalSparsity(*preview, context_.run.header()->network.prunableWeights())
                            : std::numeric_limits<double>::quiet_NaN();
    QString text = tr("Now %1 (measured)").arg(percentText(snapshot->sparsity));
    if (canEdit()) text += tr(" → would be %1 (estimated)").arg(percentText(then));
    if (text != preview_->text()) preview_->setText(text);
}

void SchedulePage::updateButtons() {
    const bool changed = draft_.isChanged() || attention_->model().isChanged();
    revert_->setEnabled(changed);
    apply_->setEnabled(changed && canEdit() && !history_->isBusy());
}

void SchedulePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followEvents();
    followSnapshot();
    previewDelay_.start();
}

}  // namespace prunescope::ui
