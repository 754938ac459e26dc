#include "ui/curve/curve_picture.h"

#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "view/axis.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {

void CurvePicture::paint() {
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.fillRect(QRect(QPoint(), plane_.size()), theme_.surface());
    if (scene_.history != nullptr) paintPast();
    paintAxes();
    paintMarks();
    paintFreeze();
    if (scene_.history != nullptr) paintRecord();
    const ScheduleDraft& draft = scene_.draft;
    if (draft.shown() != draft.applied()) paintAhead(draft.applied(), QPen(theme_.mutedText(), 1.5));
    // What cannot be followed has no curve: the one it would spring back to stays.
    const bool possible = run::scheduleProblem(draft.shown()).empty();
    paintAhead(possible ? draft.shown() : draft.draft(), QPen(theme_.accent(), 2));
    if (!scene_.readOnly) paintHandles();
    painter_.setPen(theme_.mutedText());
    painter_.drawText(QRectF(letter_, 0, plane_.size().width() - 2 * letter_, line_ * 1.4),
                      Qt::AlignLeft | Qt::AlignVCenter, scene_.caption);
    paintProblem();
}

double CurvePicture::xOf(StepIndex step) const {
    return plane_.positionOf(CurvePoint{static_cast<double>(step.value), 0}).x();
}

void CurvePicture::paintPast() {
    const double now = xOf(scene_.now.step);
    QColor shade = theme_.mutedText();
    shade.setAlpha(28);
    painter_.fillRect(QRectF(area_.topLeft(), QPointF(now, area_.bottom())), shade);
    painter_.setPen(QPen(theme_.text(), 1));
    painter_.drawLine(QPointF(now, area_.top()), QPointF(now, area_.bottom()));
    const QString word = tr("now");
    const double width = plane_.metrics().horizontalAdvance(word);
    const double gap = letter_ * 0.5;
    // To the right of the line, but inside.
    const double x = now + gap + width > area_.right() ? now - gap - width : now + gap;
    painter_.setPen(theme_.mutedText());
    // Near the foot, where a curve that rises leaves room, above the word for the freeze point.
    painter_.drawText(QRectF(x, area_.bottom() - 2.6 * line_, width + gap, line_), Qt::AlignLeft, word);
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

/// What was measured, which no edit changes any more.
void CurvePicture::paintRecord() {
    const view::RunHistory& history = *scene_.history;
    const double now = static_cast<double>(scene_.now.step.value);
    const auto columns = static_cast<std::size_t>(std::max(2.0, area_.width()));
    QPainterPath path;
    for (const view::Point& p :
         history.sparsity().thinned(history.steps(), view::TimeUnit::step, 0, now, columns)) {
        if (!std::isfinite(p.y) || p.x > now) continue;
        const QPointF at = plane_.positionOf(CurvePoint{p.x, p.y});
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter_.strokePath(path, QPen(theme_.text(), 1.5));
}

void CurvePicture::paintMarks() {
    const double size = plane_.handleRadius() * 0.8;
    const double top = area_.top();
    for (const StepIndex step : scene_.edits) {
        const double x = xOf(step);
        painter_.setPen(QPen(theme_.mutedText(), 1, Qt::DotLine));
        painter_.drawLine(QPointF(x, top), QPointF(x, area_.bottom()));
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(theme_.mutedText());
        painter_.drawPolygon(
            QPolygonF({QPointF(x - size, top), QPointF(x + size, top), QPointF(x, top + size * 1.4)}));
    }
}

void CurvePicture::paintAhead(const run::SparsitySchedule& schedule, const QPen& pen) {
    const std::int64_t total = scene_.draft.axis().totalSteps;
    if (!scene_.isAhead || total <= 0 || area_.width() <= 0) return;
    const run::Outlook outlook(schedule, scene_.now, StepIndex{total});
    QPainterPath path;
    // One point a pixel, which also draws a jump upright.
    const double from = static_cast<double>(scene_.now.step.value);
    const double ahead = static_cast<double>(total) - from;
    const int points = std::max(2, static_cast<int>(area_.width()));
    for (int i = 0; i <= points; ++i) {
        const StepIndex step{std::llround(from + ahead * i / points)};
        const QPointF at = plane_.positionOf(CurvePoint{static_cast<double>(step.value), outlook.at(step)});
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter_.strokePath(path, pen);
}

void CurvePicture::paintFreeze() {
    const StepIndex freeze = scene_.draft.shown().freeze;
    if (freeze.value > scene_.draft.axis().totalSteps) return;
    const double x = xOf(freeze);
    painter_.setPen(QPen(scene_.readOnly ? theme_.mutedText() : theme_.accent(), 1, Qt::DashLine));
    painter_.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    const QString word = tr("frozen");
    const double width = plane_.metrics().horizontalAdvance(word);
    const double gap = letter_ * 0.5;
    if (x + gap + width > area_.right()) return;
    painter_.setPen(theme_.mutedText());
    painter_.drawText(QRectF(x + gap, area_.bottom() - line_ * 1.2, width + gap, line_), Qt::AlignLeft, word);
}

void CurvePicture::paintHandles() {
    for (const CurveHandle handle : handlesOf(scene_.draft.shown())) {
        if (handle != scene_.selected) paintHandle(handle);
    }
    paintHandle(scene_.selected);
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

/// The reason of a refusal, at the handle, over everything.
void CurvePicture::paintProblem() {
    if (scene_.draft.problem().empty() || scene_.readOnly) return;
    const QString text = engineText(scene_.draft.problem());
    const double pad = letter_;
    const QRectF room(0, 0, area_.width() * 0.85 - 2 * pad, 1000);
    QRectF box = QRectF(plane_.metrics().boundingRect(room.toRect(), Qt::TextWordWrap, text))
                     .adjusted(-pad, -pad / 2, pad, pad / 2);
    const QPointF at = plane_.positionOf(scene_.selected);
    const double off = plane_.handleRadius() * 2;
    const bool below = at.y() + off + box.height() <= plane_.size().height();
    const double most = std::max(1.0, plane_.size().width() - box.width() - 1);
    box.moveTopLeft({std::clamp(at.x() - box.width() / 2, 1.0, most),
                     below ? at.y() + off : std::max(1.0, at.y() - off - box.height())});
    painter_.setPen(QPen(theme_.error(), 1));
    painter_.setBrush(theme_.surface());
    painter_.drawRoundedRect(box, 4, 4);
    painter_.drawText(box.adjusted(pad, pad / 2, -pad, -pad / 2), Qt::TextWordWrap, text);
}

}  // namespace prunescope::ui
