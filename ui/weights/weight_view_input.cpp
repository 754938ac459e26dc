// How the picture of weights is moved about: wheel, mouse and keyboard.

#include "ui/weights/weight_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double keyStep = 0.1;  ///< of the view, for an arrow key

}  // namespace

void WeightView::wheelEvent(QWheelEvent* event) {
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void WeightView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_ = pressedAt_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void WeightView::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_) {
        const QPointF moved = *dragged_ - event->position();
        dragged_ = event->position();
        panBy(moved);
        return;
    }
    emit weightHovered(weightUnder(event->position()).value_or(-1));
}

void WeightView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_.reset();
    setCursor(Qt::CrossCursor);
    const bool still = (event->position() - pressedAt_).manhattanLength() < QApplication::startDragDistance();
    if (still) emit weightClicked(weightUnder(event->position()).value_or(-1));
}

void WeightView::leaveEvent(QEvent* event) {
    emit weightHovered(-1);
    QWidget::leaveEvent(event);
}

void WeightView::keyPressEvent(QKeyEvent* event) {
    const double across = keyStep * width();
    const double down = keyStep * height();
    switch (event->key()) {
        case Qt::Key_Left:
            return panBy({-across, 0});
        case Qt::Key_Right:
            return panBy({across, 0});
        case Qt::Key_Up:
            return panBy({0, -down});
        case Qt::Key_Down:
            return panBy({0, down});
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomIn();
        case Qt::Key_Minus:
            return zoomOut();
        case Qt::Key_0:
            return fit();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            // The weight in the middle, for those without a mouse.
            emit weightClicked(weightUnder(rect().center()).value_or(-1));
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace prunescope::ui
