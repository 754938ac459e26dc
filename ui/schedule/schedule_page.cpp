#include "ui/schedule/schedule_page.h"

#include "run/audit_events.h"
#include "session/outlook.h"
#include "ui/live/outlook_words.h"
#include "ui/live/run_model.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/edit_commands.h"
#include "ui/schedule/edit_words.h"
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
#include <algorithm>
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
    : Page(parent),
      context_(context),
      history_(new EditHistory(context.run, this)),
      commands_(new EditCommands(*history_, this)) {
    setObjectName(QStringLiteral("schedulePage"));
    previewDelay_.setSingleShot(true);
    previewDelay_.setInterval(previewDelayMs);
    build();
    connectAll();
    retranslate();
    takeRun();
}

std::vector<Page::Command> SchedulePage::commands() const {
    return {{Menu::edit, commands_->undo}, {Menu::edit, commands_->redo}};
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
    leadToStart(*empty_);
    connect(curve_, &ScheduleCurve::draftEdited, this, [this] {
        refused_.reset();
        followDraft();
    });
    connect(curve_, &ScheduleCurve::applyRequested, this, &SchedulePage::askReason);
    connect(moveOther_, &QPushButton::clicked, this, &SchedulePage::moveOtherEnd);
    connect(curve_, &ScheduleCurve::revertRequested, this, &SchedulePage::revertDraft);
    connect(fields_, &ScheduleFields::proposed, this, &SchedulePage::takeProposal);
    connect(&attention_->model(), &AttentionModel::draftEdited, this, &SchedulePage::updateButtons);
    connect(reason_, &QLineEdit::returnPressed, this, &SchedulePage::applyDraft);
    connect(apply_, &QPushButton::clicked, this, &SchedulePage::applyDraft);
    connect(revert_, &QPushButton::clicked, this, &SchedulePage::revertDraft);
    connect(&run, &RunModel::freezeRequested, history_, &EditHistory::setFrozen);
    connect(history_, &EditHistory::editAccepted, this, &SchedulePage::takeAccepted);
    connect(history_, &EditHistory::editRefused, this, &SchedulePage::takeRefusal);
    connect(history_, &EditHistory::busyChanged, this, [this](bool busy) {
        if (!busy) updateButtons();
    });
    connect(&previewDelay_, &QTimer::timeout, this, &SchedulePage::askPreview);
}

bool SchedulePage::canEdit() const {
    return context_.run.takesCommands() && context_.run.hasRun() && prunes_;
}

void SchedulePage::takeRun() {
    history_->clear();
    applying_ = false;
    asked_.reset();
    answered_.reset();
    refused_.reset();
    draft_ = {};
    message_->clear();
    curve_->followEvents(true);
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
    if (!editable) {
        draft_.revert();
        refused_.reset();
    }
    curve_->setReadOnly(!editable);
    fields_->setReadOnly(!editable);
    if (!editable) attention_->model().dropDraft();
    attention_->setEditable(editable);
    footer_->setVisible(editable);
    notice_->setVisible(!editable);
    if (!editable) fields_->show(draft_.shown());
    updateButtons();
}

void SchedulePage::followEvents() {
    curve_->followEvents(false);
    updateButtons();
}

void SchedulePage::followSnapshot() {
    if (!context_.run.hasRun()) return;
    const auto snapshot = context_.run.snapshot();
    const run::SparsitySchedule& schedule =
        snapshot->totalSteps > 0 ? snapshot->schedule : context_.run.header()->schedule;
    if (schedule != draft_.applied()) {
        draft_.setApplied(schedule);
        curve_->refresh();
        if (!curve_->isDragging() && !refused_) fields_->show(draft_.shown());
        updateButtons();
        previewDelay_.start();
    }
    curve_->setNow(snapshot->step);
    AttentionModel& model = attention_->model();
    if (snapshot->strengths != model.applied() && snapshot->strengths.size() == model.applied().size()) {
        model.setApplied(snapshot->strengths);
        attention_->refresh();
        updateButtons();
    }
    model.setNow(snapshot->layers);
    model.setRunsSparse(snapshot->runsSparse);
    showPreview();
}

/// After every change of what is shown, whoever made it.
void SchedulePage::followDraft() {
    fields_->show(refused_.value_or(draft_.shown()));
    curve_->refresh();
    showProblem();
    showPreview();
    updateButtons();
    previewDelay_.start();
}

void SchedulePage::showProblem() {
    const run::SparsitySchedule wrong = draft_.impossible().value_or(draft_.shown());
    const bool crossed = refused_ && refused_->end < refused_->start;
    fields_->markCrossed(crossed);
    moveOther_->setVisible(crossed);
    if (crossed) {
        const bool start = wrong.start != draft_.draft().start;
        moveOther_->setText(start ? tr("Move the end, too") : tr("Move the start, too"));
        moveOther_->setToolTip(tr("Keeps the ramp as long as it was."));
    }
    if (draft_.problem().empty()) {
        message_->clear();
    } else if (!curve_->isDragging()) {
        message_->show(MessageBar::Kind::warning,
                       tr("Not changed: %1.").arg(EditWords(draft_.axis()).problem(wrong, draft_.problem())));
    }
}

void SchedulePage::takeProposal(const run::SparsitySchedule& next) {
    using Kind = CurveHandle::Kind;
    const run::SparsitySchedule& now = draft_.draft();
    // The handle of what was typed shows the reason when it is refused.
    if (next.start != now.start || next.initial != now.initial) curve_->select({Kind::start});
    if (next.end != now.end) curve_->select({Kind::end});
    if (next.target != now.target) curve_->select({Kind::target});
    if (next.freeze != now.freeze) curve_->select({Kind::freeze});
    refused_.reset();
    if (!draft_.propose(next)) refused_ = next;
    followDraft();
}

/// The ramp keeps its length: the end that was not typed goes along.
void SchedulePage::moveOtherEnd() {
    if (!refused_) return;
    run::SparsitySchedule next = *refused_;
    const run::SparsitySchedule& now = draft_.draft();
    const std::int64_t length = now.end.value - now.start.value;
    if (next.start != now.start) {
        next.end = StepIndex{std::min(next.start.value + length, draft_.axis().totalSteps)};
        if (next.freeze < next.end) next.freeze = next.end;
    } else {
        next.start = StepIndex{std::max<std::int64_t>(next.end.value - length, 0)};
    }
    takeProposal(next);
}

AppliedEdit SchedulePage::drafted() const {
    const AttentionModel& strengths = attention_->model();
    AppliedEdit edit;
    if (draft_.isChanged()) edit.schedule = {draft_.applied(), draft_.draft()};
    if (strengths.isChanged()) edit.strengths = {strengths.applied(), strengths.draft()};
    edit.reason = reason_->text().trimmed().toStdString();
    return edit;
}

/// One Enter more is needed: the run must not change by a key that was meant for something else.
void SchedulePage::askReason() {
    const AppliedEdit edit = drafted();
    if (!canEdit() || edit.isEmpty()) return;
    reason_->setFocus(Qt::ShortcutFocusReason);
    message_->show(
        MessageBar::Kind::information,
        tr("%1: Enter applies it, with a reason or without.").arg(EditWords(draft_.axis()).changes(edit)));
}

void SchedulePage::revertDraft() {
    draft_.revert();
    refused_.reset();
    attention_->model().dropDraft();
    attention_->refresh();
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
    if (edit.strengths) attention_->model().setApplied(edit.strengths->after);
    attention_->refresh();
    if (std::exchange(applying_, false)) reason_->clear();
    followDraft();
    message_->show(MessageBar::Kind::information, tr("In force from step %1 on.").arg(countText(step.value)));
}

void SchedulePage::takeRefusal(const Text& refusal) {
    // What an undo could not do leaves the draft alone.
    if (std::exchange(applying_, false)) {
        draft_.revert();
        attention_->model().dropDraft();
        attention_->refresh();
    }
    draft_.setProblem(refusal);
    followDraft();
    message_->show(MessageBar::Kind::error, tr("The run refused the change: %1.").arg(engineText(refusal)));
    if (!isVisible()) emit refusedUnseen(refusal);
}

/// Where the run would end under what is shown, which is not the target when the mask is frozen before.
run::Outlook SchedulePage::outlook() const {
    return session::outlookUnder(draft_.shown(), *context_.run.snapshot());
}

/// Nothing will be chosen any more.
bool SchedulePage::standsStill() const {
    return outlook().isFrozen() && context_.run.snapshot()->phase == run::Phase::exploitation;
}

void SchedulePage::askPreview() {
    if (!isVisible() || !canEdit() || !run::scheduleProblem(draft_.shown()).empty() || standsStill()) return;
    const double end = outlook().atEnd();
    if (asked_ == end) return;
    asked_ = end;
    context_.run.ask(session::PreviewMasks{end}, this,
                     [this](const session::Answered<session::MaskPreview>& answer) {
                         if (!answer.refusal.empty()) {
                             message_->show(MessageBar::Kind::warning,
                                            tr("No preview: %1.").arg(engineText(answer.refusal)));
                             return;
                         }
                         answered_ = answer.content;
                         showPreview();
                     });
}

std::shared_ptr<const session::MaskPreview> SchedulePage::preview() const {
    const auto now = context_.run.snapshot();
    if (!standsStill()) {
        return answered_ != nullptr && answered_->sparsity == outlook().atEnd() ? answered_ : nullptr;
    }
    auto same = std::make_shared<session::MaskPreview>();
    same->sparsity = now->sparsity;
    same->step = now->step;
    for (const run::LayerStatistic& layer : now->layers) same->kept.push_back(layer.kept);
    return same;
}

void SchedulePage::showPreview() {
    if (!context_.run.hasRun()) return;
    const auto now = context_.run.snapshot();
    const std::int64_t weights = context_.run.header()->network.prunableWeights();
    const auto shown = canEdit() ? preview() : nullptr;
    attention_->model().setPreview(shown);
    QString text = tr("Now %1 (measured)").arg(percentText(now->sparsity));
    if (canEdit()) {
        const OutlookWords words(outlook(), weights);
        if (!standsStill()) {
            const double then =
                shown != nullptr ? totalSparsity(*shown, weights) : std::numeric_limits<double>::quiet_NaN();
            text += tr(" → would be %1 (estimated)").arg(percentText(then));
        }
        if (words.misses()) text += QLatin1Char('\n') + tr("%1.").arg(words.ending());
    }
    if (text != preview_->text()) preview_->setText(text);
    showConsequences();
}

void SchedulePage::showConsequences() {
    const QString text = canEdit()
                             ? EditWords::atOnce(draft_.applied(), draft_.shown(), *context_.run.snapshot(),
                                                 context_.run.header()->network.prunableWeights())
                             : QString();
    if (text != atOnce_->text()) atOnce_->setText(text);
    atOnce_->setVisible(!text.isEmpty());
}

/// Of a button that is switched off the focus goes to the next control, which may be Pause at the other end
/// of the window. It goes to what the button was about, where keys go on editing; a field of text would take
/// Ctrl+Z.
void SchedulePage::switchButton(QPushButton& button, bool on) {
    if (!on && button.window()->focusWidget() == &button) curve_->setFocus();
    button.setEnabled(on);
}

void SchedulePage::updateButtons() {
    const bool changed = draft_.isChanged() || attention_->model().isChanged();
    switchButton(*revert_, changed || refused_);
    switchButton(*apply_, changed && !refused_ && canEdit() && !history_->isBusy());
}

void SchedulePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followEvents();
    followSnapshot();
    previewDelay_.start();
}

}  // namespace prunescope::ui
