// How the curve looks; what it does is in schedule_curve.cpp.

#include "session/outlook.h"
#include "ui/live/run_model.h"
#include "ui/schedule/schedule_curve.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {

namespace {

/// 1, 2 or 5 times a power of ten, so that at most `most` ticks cover `range`.
double tickStep(double range, double most) {
    const double raw = std::max(range / std::max(1.0, most), 1e-9);
    const double decade = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= raw) return factor * decade;
    }
    return 10 * decade;
}

}  // namespace

void ScheduleCurve::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_.surface());
    paintPast(painter);
    paintAxes(painter);
    paintMarks(painter);
    paintFreeze(painter);
    paintRecord(painter);
    const bool differs = draft_.shown() != draft_.applied();
    if (differs) paintAhead(painter, draft_.applied(), QPen(theme_.mutedText(), 1.5));
    // What cannot be followed has no curve: the one it would spring back to stays.
    const bool possible = run::scheduleProblem(draft_.shown()).empty();
    paintAhead(painter, possible ? draft_.shown() : draft_.draft(), QPen(theme_.accent(), 2));
    if (!readOnly_) paintHandles(painter);
    paintCaption(painter);
    paintProblem(painter);
}

void ScheduleCurve::paintPast(QPainter& painter) const {
    const QRectF area = plot();
    const QPointF now = positionOf(CurvePoint{static_cast<double>(now_.value), 0});
    QColor shade = theme_.mutedText();
    shade.setAlpha(28);
    painter.fillRect(QRectF(area.topLeft(), QPointF(now.x(), area.bottom())), shade);
    painter.setPen(QPen(theme_.text(), 1));
    painter.drawLine(QPointF(now.x(), area.top()), QPointF(now.x(), area.bottom()));
    const QString word = tr("now");
    const double width = fontMetrics().horizontalAdvance(word);
    const double gap = fontMetrics().averageCharWidth() * 0.5;
    // To the right of the line, but inside.
    const double x = now.x() + gap + width > area.right() ? now.x() - gap - width : now.x() + gap;
    painter.setPen(theme_.mutedText());
    // Near the foot, where a curve that rises leaves room, above the word for the freeze point.
    const double y = area.bottom() - 2.6 * fontMetrics().height();
    painter.drawText(QRectF(x, y, width + gap, fontMetrics().height()), Qt::AlignLeft, word);
}

void ScheduleCurve::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    const double line = fontMetrics().height();
    const double gap = fontMetrics().averageCharWidth() * 0.7;
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = area.bottom() - area.height() * percent / 100;
        painter.setPen(theme_.hairline());
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        if (percent % 50 != 0) continue;
        painter.setPen(theme_.mutedText());
        painter.drawText(QRectF(0, y - line / 2, area.left() - gap, line), Qt::AlignRight | Qt::AlignVCenter,
                         percentText(percent / 100.0, 0));
    }
    const double epochs = draft_.axis().epochs;
    const QString name = tr("epoch");
    const double nameWidth = fontMetrics().horizontalAdvance(name);
    const double top = height() - line * 1.1;
    painter.setPen(theme_.mutedText());
    painter.drawText(QRectF(width() - nameWidth - gap, top, nameWidth + gap, line), Qt::AlignLeft, name);
    if (epochs <= 0) return;
    const double label = fontMetrics().horizontalAdvance(QStringLiteral("0000")) * 1.5;
    const double step = tickStep(epochs, area.width() / label);
    for (double epoch = 0; epoch <= epochs * 1.0001; epoch += step) {
        const double x = area.left() + area.width() * epoch / epochs;
        if (x + label / 2 > width() - nameWidth - gap) break;
        painter.drawText(QRectF(x - label / 2, top, label, line), Qt::AlignHCenter,
                         decimalText(epoch, step < 1 ? 1 : 0));
    }
}

/// What was measured, which no edit changes any more.
void ScheduleCurve::paintRecord(QPainter& painter) const {
    const view::RunHistory& history = run_.history();
    const double now = static_cast<double>(now_.value);
    const auto columns = static_cast<std::size_t>(std::max(2.0, plot().width()));
    const std::vector<view::Point> points =
        history.sparsity().thinned(history.steps(), view::TimeUnit::step, 0, now, columns);
    QPainterPath path;
    for (const view::Point& p : points) {
        if (!std::isfinite(p.y) || p.x > now) continue;
        const QPointF at = positionOf(CurvePoint{p.x, p.y});
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setPen(QPen(theme_.text(), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

/// Where somebody, or a guard of the program, bent the plan.
void ScheduleCurve::paintMarks(QPainter& painter) const {
    const QRectF area = plot();
    const double size = handleRadius() * 0.8;
    for (const StepIndex step : edits_) {
        const double x = positionOf(CurvePoint{static_cast<double>(step.value), 0}).x();
        painter.setPen(QPen(theme_.mutedText(), 1, Qt::DotLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.mutedText());
        painter.drawPolygon(QPolygonF({QPointF(x - size, area.top()), QPointF(x + size, area.top()),
                                       QPointF(x, area.top() + size * 1.4)}));
    }
}

/// Of a run that has ended nothing is ahead.
void ScheduleCurve::paintAhead(QPainter& painter, const run::SparsitySchedule& schedule,
                               const QPen& pen) const {
    const QRectF area = plot();
    const std::int64_t total = draft_.axis().totalSteps;
    if (!run_.isLive() || total <= 0 || area.width() <= 0) return;
    run::MaskState masks = session::maskStateOf(*run_.snapshot());
    masks.step = now_;
    const run::Outlook outlook(schedule, masks, StepIndex{total});
    QPainterPath path;
    // One point a pixel, which also draws a jump upright.
    const double from = static_cast<double>(now_.value);
    const double ahead = static_cast<double>(total) - from;
    const int points = std::max(2, static_cast<int>(area.width()));
    for (int i = 0; i <= points; ++i) {
        const StepIndex step{std::llround(from + ahead * i / points)};
        const QPointF p = positionOf(CurvePoint{static_cast<double>(step.value), outlook.at(step)});
        if (i == 0) {
            path.moveTo(p);
        } else {
            path.lineTo(p);
        }
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void ScheduleCurve::paintFreeze(QPainter& painter) const {
    const run::SparsitySchedule& schedule = draft_.shown();
    if (schedule.freeze.value > draft_.axis().totalSteps) return;
    const QRectF area = plot();
    const double x = positionOf(CurvePoint{static_cast<double>(schedule.freeze.value), 0}).x();
    painter.setPen(QPen(readOnly_ ? theme_.mutedText() : theme_.accent(), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const QString word = tr("frozen");
    const double width = fontMetrics().horizontalAdvance(word);
    const double gap = fontMetrics().averageCharWidth() * 0.5;
    if (x + gap + width > area.right()) return;
    painter.setPen(theme_.mutedText());
    painter.drawText(
        QRectF(x + gap, area.bottom() - fontMetrics().height() * 1.2, width + gap, fontMetrics().height()),
        Qt::AlignLeft, word);
}

void ScheduleCurve::paintHandles(QPainter& painter) const {
    for (const CurveHandle handle : handlesOf(draft_.shown())) {
        if (handle != selected_) paintHandle(painter, handle);
    }
    paintHandle(painter, selected_);
}

void ScheduleCurve::paintHandle(QPainter& painter, CurveHandle handle) const {
    const QPointF at = positionOf(handle);
    const bool chosen = handle == selected_;
    const double r = handleRadius() * (handle.kind == Kind::knot ? 0.75 : 1);
    const QColor colour = chosen && !draft_.problem().empty() ? theme_.error() : theme_.accent();
    if (chosen && hasFocus()) {
        QColor halo = colour;
        halo.setAlpha(70);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(at, r * 1.9, r * 1.9);
    }
    painter.setPen(QPen(colour, 2));
    const bool hollow = !chosen && handle != hovered_;
    painter.setBrush(hollow ? theme_.surface() : colour);
    switch (handle.kind) {
        case Kind::freeze:
            painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, r), at + QPointF(-r, r)}));
            break;
        case Kind::target:
            painter.drawPolygon(QPolygonF({at + QPointF(-r, 0), at + QPointF(r, -r), at + QPointF(r, r)}));
            break;
        case Kind::knot:
            painter.drawPolygon(QPolygonF(
                {at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)}));
            break;
        case Kind::start:
        case Kind::end:
            painter.drawEllipse(at, r, r);
            break;
    }
}

QString ScheduleCurve::handleText(CurveHandle handle) const {
    const CurvePoint point = pointOf(draft_.shown(), handle, draft_.axis());
    const auto moment = [&] {
        return tr("epoch %1, step %2")
            .arg(decimalText(draft_.axis().epochOf(point.step), 2), countText(std::llround(point.step)));
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

void ScheduleCurve::paintCaption(QPainter& painter) const {
    const double gap = fontMetrics().averageCharWidth();
    painter.setPen(theme_.mutedText());
    const QString text =
        readOnly_ ? handleText({Kind::target}) : handleText(hovered_ && !base_ ? *hovered_ : selected_);
    painter.drawText(QRectF(gap, 0, width() - 2 * gap, fontMetrics().height() * 1.4),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// The reason of a refusal, at the handle, over everything.
void ScheduleCurve::paintProblem(QPainter& painter) const {
    if (draft_.problem().empty() || readOnly_) return;
    const QString text = engineText(draft_.problem());
    const double pad = fontMetrics().averageCharWidth();
    const QRectF area = plot();
    const QRectF room(0, 0, area.width() * 0.85 - 2 * pad, 1000);
    QRectF box = QRectF(fontMetrics().boundingRect(room.toRect(), Qt::TextWordWrap, text))
                     .adjusted(-pad, -pad / 2, pad, pad / 2);
    const QPointF at = positionOf(selected_);
    const double off = handleRadius() * 2;
    const bool below = at.y() + off + box.height() <= height();
    box.moveTopLeft({std::clamp(at.x() - box.width() / 2, 1.0, std::max(1.0, width() - box.width() - 1)),
                     below ? at.y() + off : std::max(1.0, at.y() - off - box.height())});
    painter.setPen(QPen(theme_.error(), 1));
    painter.setBrush(theme_.surface());
    painter.drawRoundedRect(box, 4, 4);
    painter.drawText(box.adjusted(pad, pad / 2, -pad, -pad / 2), Qt::TextWordWrap, text);
}

}  // namespace prunescope::ui
