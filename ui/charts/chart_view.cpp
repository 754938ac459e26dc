#include "ui/charts/chart_view.h"

#include "ui/support/tool_tips.h"

#include <QChart>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double markReach = 5;  ///< pixels beside a mark that still count as on it
constexpr double wheelFactor = 1.2;
constexpr double deepestZoom = 1e-6;  ///< of everything
constexpr double keyStep = 0.01;      ///< of what is shown

}  // namespace

ChartView::ChartView(QChart* chart, TimeAxis& axis, QWidget* parent)
    : QChartView(chart, parent), axis_(axis) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ChartView::setRange(std::pair<double, double> shown, std::pair<double, double> everything) {
    shown_ = shown;
    everything_ = everything;
}

double ChartView::pixelOf(double x) const {
    const QRectF area = chart()->plotArea();
    return area.left() + (x - shown_.first) / (shown_.second - shown_.first) * area.width();
}

double ChartView::xAt(double pixel) const {
    const QRectF area = chart()->plotArea();
    const double share = area.width() > 0 ? (pixel - area.left()) / area.width() : 0;
    return shown_.first + std::clamp(share, 0.0, 1.0) * (shown_.second - shown_.first);
}

const ChartView::Mark* ChartView::markNear(double pixel) const {
    const Mark* nearest = nullptr;
    double least = markReach;
    for (const Mark& mark : marks_) {
        if (mark.x < shown_.first || mark.x > shown_.second) continue;
        const double away = std::abs(pixelOf(mark.x) - pixel);
        if (away > least) continue;
        least = away;
        nearest = &mark;
    }
    return nearest;
}

/// Never beyond what there is.
void ChartView::show(double from, double span) {
    const double whole = everything_.second - everything_.first;
    if (span >= whole) {
        axis_.setZoom(std::nullopt);
        return;
    }
    span = std::max(span, whole * deepestZoom);
    from = std::clamp(from, everything_.first, everything_.second - span);
    axis_.setZoom(std::pair{from, from + span});
}

void ChartView::zoom(double around, double factor) {
    show(around - (around - shown_.first) * factor, (shown_.second - shown_.first) * factor);
}

double ChartView::factorOf(const QWheelEvent& wheel) {
    return std::pow(wheelFactor, -wheel.angleDelta().y() / 120.0);
}

void ChartView::wheelEvent(QWheelEvent* event) {
    zoom(xAt(event->position().x()), factorOf(*event));
    event->accept();
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const double pixel = event->position().x();
    if (const Mark* mark = markNear(pixel)) {
        // The receiver may change the marks.
        const qint64 sequence = mark->event;
        emit markActivated(sequence);
        return;
    }
    pressedAt_ = pixel;
    pressedRange_ = shown_;
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const double pixel = event->position().x();
    axis_.setCrosshair(xAt(pixel));
    if (pressedAt_ && axis_.zoom()) {
        const double span = pressedRange_.second - pressedRange_.first;
        const double moved = (pixel - *pressedAt_) / std::max(1.0, chart()->plotArea().width()) * span;
        // Whoever goes to another place wants to stay there.
        axis_.setFollowing(false);
        show(pressedRange_.first - moved, span);
        return;
    }
    const Mark* mark = markNear(pixel);
    viewport()->setCursor(mark != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark != nullptr) {
        showToolTip(event->globalPosition().toPoint(), mark->text, *viewport());
        emit pointerMoved(std::nullopt);
    } else {
        QToolTip::hideText();
        emit pointerMoved(event->position());
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* /*event*/) {
    pressedAt_.reset();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* /*event*/) {
    axis_.setZoom(std::nullopt);
}

void ChartView::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    forgetPointer();
}

void ChartView::forgetPointer() {
    axis_.setCrosshair(std::nullopt);
    emit pointerMoved(std::nullopt);
}

double ChartView::crosshairOrCentre() const {
    return axis_.crosshair().value_or((shown_.first + shown_.second) / 2);
}

void ChartView::moveCrosshair(double share) {
    const double moved = crosshairOrCentre() + share * (shown_.second - shown_.first);
    axis_.setCrosshair(std::clamp(moved, shown_.first, shown_.second));
}

/// The next mark that can be seen; it says what it is.
void ChartView::goToMark(int direction) {
    const double here = axis_.crosshair().value_or(direction > 0 ? shown_.first : shown_.second);
    const Mark* next = nullptr;
    for (const Mark& mark : marks_) {
        if (mark.x < shown_.first || mark.x > shown_.second || direction * (mark.x - here) <= 0) continue;
        if (next == nullptr || direction * (next->x - mark.x) > 0) next = &mark;
    }
    if (next == nullptr) return;
    axis_.setCrosshair(next->x);
    const QPoint place(static_cast<int>(pixelOf(next->x)), static_cast<int>(chart()->plotArea().top()));
    showToolTip(viewport()->mapToGlobal(place), next->text, *viewport());
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 * keyStep : keyStep;
    switch (event->key()) {
        case Qt::Key_Left:
            return moveCrosshair(-step);
        case Qt::Key_Right:
            return moveCrosshair(step);
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (rows_) return emit rowStepped(event->key() == Qt::Key_Down ? 1 : -1);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(crosshairOrCentre(), 1 / keyFactor);
        case Qt::Key_Minus:
            return zoom(crosshairOrCentre(), keyFactor);
        case Qt::Key_Home:
            return axis_.setZoom(std::nullopt);
        case Qt::Key_PageUp:
            return goToMark(-1);
        case Qt::Key_PageDown:
            return goToMark(1);
        case Qt::Key_Return:
        case Qt::Key_Enter: {
            const Mark* mark = axis_.crosshair() ? markNear(pixelOf(*axis_.crosshair())) : nullptr;
            if (mark != nullptr) return emit markActivated(mark->event);
            break;
        }
        case Qt::Key_Escape:
            if (axis_.crosshair()) return axis_.setCrosshair(std::nullopt);
            break;
        default:
            break;
    }
    event->ignore();
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    emit focusChanged();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    emit focusChanged();
}

}  // namespace prunescope::ui
