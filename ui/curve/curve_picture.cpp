#include "ui/curve/curve_picture.h"

#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "view/axis.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace prunescope::ui {

void CurvePicture::paint() {
    painter_.setRenderHint(QPainter::Antialiasing);
    if (!plane_.isOverPicture()) paintGround();
    paintFreeze();
    paintCourses();
    paintHandles();
    paintWords();
}

void CurvePicture::paintGround() {
    painter_.fillRect(QRect(QPoint(), plane_.size()), theme_.surface());
    paintAxes();
    painter_.setPen(theme_.mutedText());
    painter_.drawText(QRectF(letter_, 0, plane_.size().width() - 2 * letter_, line_ * 1.4),
                      Qt::AlignLeft | Qt::AlignVCenter, scene_.caption);
}

void CurvePicture::paintAxes() {
    const double gap = letter_ * 0.7;
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = area_.bottom() - area_.height() * percent / 100;
        painter_.setPen(theme_.hairline());
        painter_.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
        if (percent % 50 != 0) continue;
        painter_.setPen(theme_.mutedText());
        painter_.drawText(QRectF(0, y - line_ / 2, area_.left() - gap, line_),
                          Qt::AlignRight | Qt::AlignVCenter, percentText(percent / 100.0, 0));
    }
    const double epochs = scene_.draft.axis().epochs;
    const QString name = tr("epoch");
    const double nameWidth = plane_.metrics().horizontalAdvance(name);
    const double nameLeft = plane_.size().width() - nameWidth - gap;
    const double top = plane_.size().height() - line_ * 1.1;
    painter_.setPen(theme_.mutedText());
    painter_.drawText(QRectF(nameLeft, top, nameWidth + gap, line_), Qt::AlignLeft, name);
    if (epochs <= 0) return;
    const double label = plane_.metrics().horizontalAdvance(QStringLiteral("0000")) * 1.5;
    const double step = view::niceStep(epochs, area_.width() / label);
    for (double epoch = 0; epoch <= epochs * 1.0001; epoch += step) {
        const double x = area_.left() + area_.width() * epoch / epochs;
        if (x + label / 2 > nameLeft) break;
        painter_.drawText(QRectF(x - label / 2, top, label, line_), Qt::AlignHCenter,
                          decimalText(epoch, step < 1 ? 1 : 0));
    }
}

/// What the run follows, and over it the draft.
void CurvePicture::paintCourses() {
    const ScheduleDraft& draft = scene_.draft;
    const bool differs = draft.shown() != draft.applied();
    // What cannot be followed has no curve: the one it would spring back to stays.
    const bool possible = run::scheduleProblem(draft.shown()).empty();
    const run::SparsitySchedule& wanted = possible ? draft.shown() : draft.draft();
    if (!plane_.isOverPicture() && differs) paintCourse(draft.applied(), QPen(theme_.mutedText(), 1.5));
    if (!plane_.isOverPicture() || differs) paintCourse(wanted, QPen(theme_.accent(), 2));
}

void CurvePicture::paintCourse(const run::SparsitySchedule& schedule, const QPen& pen) {
    QPainterPath path;
    for (const CurvePoint& point : plane_.courseOf(schedule, scene_.now)) {
        const QPointF at = plane_.positionOf(point);
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter_.save();
    painter_.setClipRect(area_.adjusted(-pen.widthF(), -pen.widthF(), pen.widthF(), pen.widthF()));
    painter_.strokePath(path, pen);
    painter_.restore();
}

/// A mask that stands still already has its mark in a picture of the run.
void CurvePicture::paintFreeze() {
    const StepIndex freeze = scene_.draft.shown().freeze;
    const bool done = plane_.isOverPicture() && freeze <= scene_.now.step;
    if (freeze.value > scene_.draft.axis().totalSteps || done) return;
    const double x = plane_.positionOf(CurvePoint{static_cast<double>(freeze.value), 0}).x();
    if (x < area_.left() || x > area_.right()) return;
    painter_.setPen(QPen(theme_.accent(), 1, Qt::DashLine));
    painter_.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    const QString word = tr("frozen");
    const double width = plane_.metrics().horizontalAdvance(word);
    const double gap = letter_ * 0.5;
    if (x + gap + width > area_.right()) return;
    painter_.setPen(theme_.mutedText());
    // Over the handle where that stands at the foot.
    const double up = plane_.isOverPicture() ? plane_.handleRadius() * 3 : 0;
    painter_.drawText(QRectF(x + gap, area_.bottom() - up - line_ * 1.2, width + gap, line_), Qt::AlignLeft,
                      word);
}

void CurvePicture::paintHandles() {
    bool selected = false;
    for (const CurveHandle handle : plane_.shownHandles()) {
        if (handle == scene_.selected) {
            selected = true;
        } else {
            paintHandle(handle);
        }
    }
    if (selected) paintHandle(scene_.selected);
}

void CurvePicture::paintHandle(CurveHandle handle) {
    using Kind = CurveHandle::Kind;
    const QPointF at = plane_.positionOf(handle);
    const bool chosen = handle == scene_.selected;
    const double r = plane_.handleRadius() * (handle.kind == Kind::knot ? 0.75 : 1);
    const QColor colour = chosen && !scene_.draft.problem().empty() ? theme_.error() : theme_.accent();
    if (chosen && scene_.focused) {
        QColor halo = colour;
        halo.setAlpha(70);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(halo);
        painter_.drawEllipse(at, r * 1.9, r * 1.9);
    }
    painter_.setPen(QPen(colour, 2));
    const bool hollow = !chosen && handle != scene_.hovered;
    painter_.setBrush(hollow ? theme_.surface() : colour);
    switch (handle.kind) {
        case Kind::freeze:
            return painter_.drawPolygon(
                QPolygonF({at + QPointF(0, -r), at + QPointF(r, r), at + QPointF(-r, r)}));
        case Kind::target:
            return painter_.drawPolygon(
                QPolygonF({at + QPointF(-r, 0), at + QPointF(r, -r), at + QPointF(r, r)}));
        case Kind::knot:
            return painter_.drawPolygon(QPolygonF(
                {at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)}));
        case Kind::start:
        case Kind::end:
            return painter_.drawEllipse(at, r, r);
    }
}

/// At the handle and over everything: the reason of a refusal, else over a picture what is told of a handle.
void CurvePicture::paintWords() {
    if (!scene_.draft.problem().empty()) {
        paintBox(engineText(scene_.draft.problem()), scene_.selected, theme_.error());
    } else if (plane_.isOverPicture() && scene_.told) {
        paintBox(scene_.caption, *scene_.told, theme_.text());
    }
}

void CurvePicture::paintBox(const QString& text, CurveHandle handle, const QColor& colour) {
    const double pad = letter_;
    const QRectF room(0, 0, area_.width() * 0.85 - 2 * pad, 1000);
    QRectF box = QRectF(plane_.metrics().boundingRect(room.toRect(), Qt::TextWordWrap, text))
                     .adjusted(-pad, -pad / 2, pad, pad / 2);
    const QPointF at = plane_.positionOf(handle);
    const double off = plane_.handleRadius() * 2;
    const bool below = at.y() + off + box.height() <= plane_.size().height();
    const double right = std::max(1.0, plane_.size().width() - box.width() - 1);
    const double bottom = std::max(1.0, plane_.size().height() - box.height() - 1);
    box.moveTopLeft({std::clamp(at.x() - box.width() / 2, 1.0, right),
                     std::clamp(below ? at.y() + off : at.y() - off - box.height(), 1.0, bottom)});
    painter_.setPen(QPen(colour, 1));
    painter_.setBrush(theme_.surface());
    painter_.drawRoundedRect(box, 4, 4);
    painter_.drawText(box.adjusted(pad, pad / 2, -pad, -pad / 2), Qt::TextWordWrap, text);
}

}  // namespace prunescope::ui
