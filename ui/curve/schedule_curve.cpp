#include "ui/curve/schedule_curve.h"

#include "ui/curve/curve_picture.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace prunescope::ui {

namespace {

bool isFine(const QMouseEvent& event) {
    return event.modifiers().testFlag(Qt::AltModifier);
}

bool contains(const std::vector<CurveHandle>& handles, CurveHandle handle) {
    return std::find(handles.begin(), handles.end(), handle) != handles.end();
}

}  // namespace

ScheduleCurve::ScheduleCurve(Theme& theme, ScheduleDraft& draft, QWidget* parent)
    : QWidget(parent), theme_(theme), draft_(draft) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

void ScheduleCurve::refresh() {
    if (!contains(handlesOf(draft_.shown()), selected_)) selected_ = {Kind::target};
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
    const std::optional<CurveHandle> handle = told();
    const CurveScene scene{.draft = draft_,
                           .now = now(),
                           .focused = hasFocus(),
                           .selected = selected_,
                           .hovered = hovered_,
                           .told = handle,
                           .caption = handleText(handle.value_or(selected_))};
    CurvePicture(painter, theme_, plane(), scene).paint();
}

/// Whose numbers somebody wants to read: in the hand, under the pointer, under the keys.
std::optional<CurveHandle> ScheduleCurve::told() const {
    if (base_) return selected_;
    if (hovered_ && contains(plane().shownHandles(), *hovered_)) return hovered_;
    return hasFocus() ? std::optional(selected_) : std::nullopt;
}

QString ScheduleCurve::momentText(double step) const {
    return tr("epoch %1").arg(decimalText(draft_.axis().epochOf(step), 2));
}

QString ScheduleCurve::handleText(CurveHandle handle) const {
    const CurvePoint point = pointOf(draft_.shown(), handle, draft_.axis());
    switch (handle.kind) {
        case Kind::start:
            return tr("Start: %1").arg(momentText(point.step));
        case Kind::end:
            return tr("End: %1").arg(momentText(point.step));
        case Kind::target:
            return tr("Target: %1").arg(percentText(point.sparsity));
        case Kind::freeze:
            return draft_.shown().freeze == run::neverFrozen ? tr("Freeze: never")
                                                             : tr("Freeze: %1").arg(momentText(point.step));
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

bool ScheduleCurve::takesKnotAt(const QPointF& position) const {
    return plane().area().contains(position);
}

void ScheduleCurve::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    const QPointF position = event->position();
    if (const auto hit = plane().handleAt(position)) {
        const QPointF grip = position - positionOf(*hit);
        draft_.giveUpTrial();
        return takeHold(*hit, draft_.draft(), grip);
    }
    const auto made = takesKnotAt(position)
                          ? withKnot(draft_.draft(), plane().pointAt(position, isFine(*event)))
                          : std::nullopt;
    if (!made) return event->ignore();
    draft_.tryOut(made->first);
    takeHold(made->second, made->first, {});
}

void ScheduleCurve::takeHold(CurveHandle handle, const run::SparsitySchedule& base, const QPointF& grip) {
    base_ = base;
    selected_ = handle;
    grip_ = grip;
    // The pointer may have come to it without having moved.
    hover(handle);
    notice();
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
    // Who drags what is behind it is on the way past the handles.
    hover(event->buttons() == Qt::NoButton ? plane().handleAt(event->position()) : std::nullopt);
    event->ignore();
}

void ScheduleCurve::hover(std::optional<CurveHandle> handle) {
    if (std::exchange(hovered_, handle) == handle) return;
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
    if (!base_ || event->button() != Qt::LeftButton) return event->ignore();
    base_.reset();
    draft_.settle();
    notice();
}

void ScheduleCurve::leaveEvent(QEvent* event) {
    hover(std::nullopt);
    QWidget::leaveEvent(event);
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
    const bool changes = !base_;
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
            return giveUp();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return changes ? emit applyRequested() : void();
        default:
            QWidget::keyPressEvent(event);
    }
}

/// To the next handle that can be seen.
bool ScheduleCurve::stepSelection(bool next) {
    std::vector<CurveHandle> handles = handlesOf(draft_.shown());
    if (!next) std::reverse(handles.begin(), handles.end());
    const std::vector<CurveHandle> shown = plane().shownHandles();
    const auto at = std::find(handles.begin(), handles.end(), selected_);
    if (at == handles.end()) return false;
    const auto found = std::find_if(at + 1, handles.end(), [&](CurveHandle h) { return contains(shown, h); });
    if (found == handles.end()) return false;
    select(*found);
    return true;
}

bool ScheduleCurve::focusNextPrevChild(bool next) {
    return (hasFocus() && stepSelection(next)) || QWidget::focusNextPrevChild(next);
}

void ScheduleCurve::focusInEvent(QFocusEvent* event) {
    const std::vector<CurveHandle> shown = plane().shownHandles();
    if (event->reason() == Qt::TabFocusReason && !shown.empty()) select(shown.front());
    if (event->reason() == Qt::BacktabFocusReason && !shown.empty()) select(shown.back());
    QWidget::focusInEvent(event);
    update();
}

void ScheduleCurve::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool ScheduleCurve::event(QEvent* event) {
    // Enter and Esc are the curve's own while it has the focus, whatever shortcuts the window has.
    if (event->type() == QEvent::ShortcutOverride) {
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
