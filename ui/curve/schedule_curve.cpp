#include "ui/curve/schedule_curve.h"

#include "run/audit_events.h"
#include "session/outlook.h"
#include "ui/curve/curve_picture.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {

namespace {

bool isFine(const QMouseEvent& event) {
    return event.modifiers().testFlag(Qt::AltModifier);
}

}  // namespace

ScheduleCurve::ScheduleCurve(Theme& theme, ScheduleDraft& draft, const RunModel* run, QWidget* parent)
    : QWidget(parent), theme_(theme), draft_(draft), run_(run) {
    setObjectName(QStringLiteral("scheduleCurve"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

void ScheduleCurve::setNow(StepIndex now) {
    if (now_ == now) return;
    const QPointF before = positionOf(CurvePoint{static_cast<double>(now_.value), 0});
    now_ = now;
    const QPointF after = positionOf(CurvePoint{static_cast<double>(now_.value), 0});
    if (std::round(before.x()) != std::round(after.x())) update();
}

void ScheduleCurve::followEvents(bool anew) {
    if (run_ == nullptr) return;
    const std::vector<run::AuditEvent>& events = run_->events();
    if (anew || events.size() < eventsSeen_) {
        edits_.clear();
        eventsSeen_ = 0;
    }
    for (; eventsSeen_ < events.size(); ++eventsSeen_) {
        const run::AuditEvent& event = events[eventsSeen_];
        // The first event holds the plan itself.
        if (event.kind == session::event::started || run::isRefusal(event)) continue;
        if (std::holds_alternative<run::SparsitySchedule>(event.after)) edits_.push_back(event.step);
    }
    update();
}

void ScheduleCurve::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    if (readOnly) base_.reset();
    refresh();
}

void ScheduleCurve::refresh() {
    const auto handles = handlesOf(draft_.shown());
    if (std::find(handles.begin(), handles.end(), selected_) == handles.end()) selected_ = {Kind::target};
    setAccessibleDescription(handleText(selected_));
    update();
}

void ScheduleCurve::select(CurveHandle handle) {
    selected_ = handle;
    refresh();
}

QSize ScheduleCurve::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 44, fontMetrics().height() * 15};
}

QSize ScheduleCurve::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 11};
}

void ScheduleCurve::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    run::MaskState now = run_ == nullptr ? run::MaskState{} : session::maskStateOf(*run_->snapshot());
    now.step = now_;
    const CurveHandle told = readOnly_ ? CurveHandle{Kind::target}
                             : base_   ? selected_
                                       : hovered_.value_or(selected_);
    const CurveScene scene{.draft = draft_,
                           .history = run_ == nullptr ? nullptr : &run_->history(),
                           .edits = edits_,
                           .now = now,
                           .isAhead = run_ == nullptr || run_->isLive(),
                           .readOnly = readOnly_,
                           .focused = hasFocus(),
                           .selected = selected_,
                           .hovered = hovered_,
                           .caption = handleText(told)};
    CurvePicture(painter, theme_, plane(), scene).paint();
}

QString ScheduleCurve::handleText(CurveHandle handle) const {
    const CurvePoint point = pointOf(draft_.shown(), handle, draft_.axis());
    const auto moment = [&] {
        const QString epoch = decimalText(draft_.axis().epochOf(point.step), 2);
        // How many steps a run will have only its data tell.
        return run_ == nullptr ? tr("epoch %1").arg(epoch)
                               : tr("epoch %1, step %2").arg(epoch, countText(std::llround(point.step)));
    };
    switch (handle.kind) {
        case Kind::start:
            return tr("Start: %1").arg(moment());
        case Kind::end:
            return tr("End: %1").arg(moment());
        case Kind::target:
            return tr("Target: %1").arg(percentText(point.sparsity));
        case Kind::freeze:
            return draft_.shown().freeze == run::neverFrozen ? tr("Freeze: never")
                                                             : tr("Freeze: %1").arg(moment());
        case Kind::knot:
            break;
    }
    return tr("Knot: %1 at epoch %2")
        .arg(percentText(point.sparsity), decimalText(draft_.axis().epochOf(point.step), 2));
}

void ScheduleCurve::notice() {
    refresh();
    emit draftEdited();
}

void ScheduleCurve::mousePressEvent(QMouseEvent* event) {
    if (readOnly_ || event->button() != Qt::LeftButton) return;
    const QPointF position = event->position();
    if (const auto hit = plane().handleAt(position)) {
        base_ = draft_.draft();
        selected_ = *hit;
        grip_ = position - positionOf(*hit);
        draft_.giveUpTrial();
        return notice();
    }
    if (!plane().area().contains(position)) return;
    if (const auto made = withKnot(draft_.draft(), plane().pointAt(position, isFine(*event)))) {
        base_ = made->first;
        selected_ = made->second;
        grip_ = {};
        draft_.tryOut(made->first);
        notice();
    }
}

void ScheduleCurve::dragTo(const QPointF& position, bool fine) {
    // The handles that stand off the curve are measured from where their values lie.
    const QPointF offset =
        positionOf(selected_) - positionOf(pointOf(draft_.shown(), selected_, draft_.axis()));
    draft_.tryOut(placed(*base_, selected_, plane().pointAt(position - grip_ - offset, fine), draft_.axis()));
    notice();
}

void ScheduleCurve::mouseMoveEvent(QMouseEvent* event) {
    if (base_) return dragTo(event->position(), isFine(*event));
    const auto before = hovered_;
    hovered_ = readOnly_ ? std::nullopt : plane().handleAt(event->position());
    if (before == hovered_) return;
    if (!hovered_) {
        unsetCursor();
    } else {
        setCursor(hovered_->kind == Kind::target ? Qt::SizeVerCursor
                  : hovered_->kind == Kind::knot ? Qt::SizeAllCursor
                                                 : Qt::SizeHorCursor);
    }
    update();
}

void ScheduleCurve::mouseReleaseEvent(QMouseEvent* event) {
    if (!base_ || event->button() != Qt::LeftButton) return;
    base_.reset();
    draft_.settle();
    notice();
}

void ScheduleCurve::moveSelected(int steps, int sparsitySteps) {
    draft_.propose(moved(draft_.draft(), selected_, steps, sparsitySteps, draft_.axis()));
    notice();
}

void ScheduleCurve::removeSelectedKnot() {
    if (selected_.kind != Kind::knot) return;
    draft_.propose(withoutKnot(draft_.draft(), selected_.knot));
    notice();
}

/// While a handle is being dragged this ends the drag alone.
void ScheduleCurve::giveUp() {
    if (!base_) return emit revertRequested();
    base_.reset();
    draft_.giveUpTrial();
    notice();
}

void ScheduleCurve::keyPressEvent(QKeyEvent* event) {
    const int far = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const bool changes = !readOnly_ && !base_;
    switch (event->key()) {
        case Qt::Key_Left:
            return changes ? moveSelected(-far, 0) : void();
        case Qt::Key_Right:
            return changes ? moveSelected(far, 0) : void();
        case Qt::Key_Up:
            return changes ? moveSelected(0, far) : void();
        case Qt::Key_Down:
            return changes ? moveSelected(0, -far) : void();
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return changes ? removeSelectedKnot() : void();
        case Qt::Key_Escape:
            return readOnly_ ? event->ignore() : giveUp();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return changes ? emit applyRequested() : void();
        default:
            QWidget::keyPressEvent(event);
    }
}

bool ScheduleCurve::stepSelection(bool next) {
    const auto handles = handlesOf(draft_.shown());
    const auto at = std::find(handles.begin(), handles.end(), selected_);
    if (at == handles.end() || (next ? at + 1 == handles.end() : at == handles.begin())) return false;
    select(next ? *(at + 1) : *(at - 1));
    return true;
}

bool ScheduleCurve::focusNextPrevChild(bool next) {
    return (hasFocus() && !readOnly_ && stepSelection(next)) || QWidget::focusNextPrevChild(next);
}

void ScheduleCurve::focusInEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason) select(handlesOf(draft_.shown()).front());
    if (event->reason() == Qt::BacktabFocusReason) select(handlesOf(draft_.shown()).back());
    QWidget::focusInEvent(event);
    update();
}

void ScheduleCurve::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool ScheduleCurve::event(QEvent* event) {
    // Enter and Esc are the curve's own while it has the focus, whatever shortcuts the window has.
    if (event->type() == QEvent::ShortcutOverride && !readOnly_) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Delete ||
            key == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

}  // namespace prunescope::ui
