#include "ui/charts/y_grip.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_view.h"

#include <QChart>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace prunescope::ui {
namespace {

constexpr double keyShare = 0.1;  ///< of its length that a key moves the axis by
constexpr double middle = 0.5;

}  // namespace

YGrip::YGrip(ChartView& view, ChartAxes& axes) : view_(view), axes_(axes) {
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool YGrip::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = watched == &view_ && event->type() == QEvent::KeyPress;
    const bool taken = isKey ? typeKey(*static_cast<QKeyEvent*>(event))
                             : watched == view_.viewport() && filterPointer(*event);
    // Else it would be offered to what the chart lies in.
    if (taken) event->accept();
    return taken;
}

bool YGrip::filterPointer(QEvent& event) {
    switch (event.type()) {
        case QEvent::MouseButtonPress:
            return press(static_cast<QMouseEvent&>(event));
        case QEvent::MouseMove:
            return move(static_cast<QMouseEvent&>(event));
        case QEvent::MouseButtonRelease:
            return release();
        case QEvent::MouseButtonDblClick:
            return doubleClick(static_cast<QMouseEvent&>(event));
        case QEvent::Wheel:
            return turn(static_cast<QWheelEvent&>(event));
        default:
            return false;
    }
}

/// Left of the plot, beside it.
bool YGrip::isOn(const QPointF& place) const {
    const QRectF plot = view_.chart()->plotArea();
    return axes_.canHoldY() && place.x() >= 0 && place.x() < plot.left() && place.y() >= plot.top() &&
           place.y() <= plot.bottom();
}

bool YGrip::press(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton || !isOn(event.position())) return false;
    drag_ = {event.position().y(), axes_.handOnY()};
    return true;
}

/// What is under the pointer stays there. A drag that began in the plot is none of the axis.
bool YGrip::move(const QMouseEvent& event) {
    if (drag_) {
        const double down = event.position().y() - drag_->from;
        if (down != 0 || axes_.isHeld()) hold(drag_->range.moved(down / view_.chart()->plotArea().height()));
        return true;
    }
    if (event.buttons() != Qt::NoButton || !isOn(event.position())) return false;
    view_.viewport()->setCursor(Qt::SizeVerCursor);
    view_.forgetPointer();
    return true;
}

bool YGrip::release() {
    const bool dragged = drag_.has_value();
    drag_.reset();
    return dragged;
}

bool YGrip::doubleClick(const QMouseEvent& event) {
    if (!isOn(event.position())) return false;
    fit();
    return true;
}

bool YGrip::turn(const QWheelEvent& event) {
    if (!isOn(event.position())) return false;
    const QRectF plot = view_.chart()->plotArea();
    const double place = (plot.bottom() - event.position().y()) / plot.height();
    if (event.angleDelta().y() != 0) hold(axes_.handOnY().zoomed(place, ChartView::factorOf(event)));
    return true;
}

bool YGrip::typeKey(const QKeyEvent& event) {
    const bool forAxis = event.modifiers().testFlag(Qt::ControlModifier) &&
                         !(event.modifiers() & (Qt::AltModifier | Qt::MetaModifier));
    if (!forAxis || !axes_.canHoldY()) return false;
    switch (event.key()) {
        case Qt::Key_Up:
            hold(axes_.handOnY().moved(keyShare));
            return true;
        case Qt::Key_Down:
            hold(axes_.handOnY().moved(-keyShare));
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            hold(axes_.handOnY().zoomed(middle, 1 / ChartView::keyFactor));
            return true;
        case Qt::Key_Minus:
            hold(axes_.handOnY().zoomed(middle, ChartView::keyFactor));
            return true;
        case Qt::Key_Home:
            fit();
            return true;
        default:
            return false;
    }
}

void YGrip::hold(const YRange::Range& range) {
    axes_.holdY(range);
    emit moved();
}

void YGrip::fit() {
    axes_.fitY();
    emit moved();
}

}  // namespace prunescope::ui
