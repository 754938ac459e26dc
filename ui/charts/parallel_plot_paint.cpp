// What a ParallelPlot draws, and where.

#include "ui/charts/parallel_plot.h"
#include "ui/support/theme.h"

#include <QFont>
#include <QPainter>
#include <QPen>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double litWidth = 1.6;
constexpr double chosenWidth = 2.6;
constexpr double pointedWidth = 3.2;
constexpr double dimmedWidth = 1.2;
constexpr double dimmedShare = 0.18;  ///< of its colour that a line keeps that a brush has left out
constexpr double brushHalf = 6;
constexpr float brushSeen = 0.3F;
constexpr std::size_t mostSmooth = 400;  ///< lines; more of them are drawn without smooth edges

}  // namespace

QSize ParallelPlot::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 15};
}

QSize ParallelPlot::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 36, fontMetrics().height() * 7};
}

/// Over it stand the titles, under it what is unknown; labels of the last axis stand right of it.
QRectF ParallelPlot::plotArea() const {
    const double line = fontMetrics().height();
    const double letter = fontMetrics().averageCharWidth();
    return QRectF(rect()).adjusted(letter * 6, line * 2, -letter * 9, -line * 1.8);
}

double ParallelPlot::columnWidth() const {
    return axes_.size() < 2 ? 0 : plotArea().width() / static_cast<double>(axes_.size() - 1);
}

QRectF ParallelPlot::axisPlace(std::size_t axis) const {
    const QRectF area = plotArea();
    return {area.left() + static_cast<double>(axis) * columnWidth(), area.top(), 0, area.height()};
}

QRectF ParallelPlot::titlePlace(std::size_t axis) const {
    const double letter = fontMetrics().averageCharWidth();
    const double room = std::max(columnWidth(), letter * 8) - letter;
    const double centre = axisPlace(axis).left();
    const double left = std::clamp(centre - room / 2, 0.0, std::max(0.0, width() - room));
    return {left, 0, room, fontMetrics().height() * 1.5};
}

QPointF ParallelPlot::crossing(std::size_t line, std::size_t axis) const {
    const QRectF place = axisPlace(axis);
    const double fraction = scales_[axis].fractionOf(lines_[line].values[axis]);
    if (!std::isfinite(fraction)) return {place.left(), place.bottom() + fontMetrics().height()};
    return {place.left(), place.bottom() - place.height() * shownFraction(axis, fraction)};
}

QPolygonF ParallelPlot::polyline(std::size_t line) const {
    QPolygonF points;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) points << crossing(line, axis);
    return points;
}

void ParallelPlot::drawLines(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing, lines_.size() <= mostSmooth);
    painter.setBrush(Qt::NoBrush);
    for (const bool lit : {false, true}) {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (isLit(i) != lit) continue;
            const QColor colour =
                lit ? lines_[i].colour : mixed(theme_.surface(), lines_[i].colour, dimmedShare);
            const double width = !lit ? dimmedWidth : lines_[i].chosen ? chosenWidth : litWidth;
            painter.setPen(QPen(colour, width));
            painter.drawPolyline(polyline(i));
        }
    }
}

void ParallelPlot::drawTicks(QPainter& painter, std::size_t axis) const {
    const QRectF place = axisPlace(axis);
    const double line = fontMetrics().height();
    const double letter = fontMetrics().averageCharWidth();
    const double room = std::max(letter * 4, std::min(columnWidth(), letter * 14) - letter * 2);
    double free = HUGE_VAL;  // the next label ends above this
    std::vector<ParallelScale::Tick> ticks = scales_[axis].ticks();
    if (isFlipped(axis)) std::reverse(ticks.begin(), ticks.end());
    for (const ParallelScale::Tick& tick : ticks) {
        const double y = place.bottom() - place.height() * shownFraction(axis, tick.fraction);
        painter.setPen(theme_.mutedText());
        painter.drawLine(QPointF(place.left() - 3, y), QPointF(place.left() + 3, y));
        if (y + line / 2 > free) continue;
        free = y - line / 2;
        const QString text = fontMetrics().elidedText(tick.text, Qt::ElideMiddle, static_cast<int>(room));
        const QRectF label(place.left() + letter, y - line / 2, fontMetrics().horizontalAdvance(text) + 2.0,
                           line);
        painter.fillRect(label, theme_.surface());
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void ParallelPlot::drawBrush(QPainter& painter, std::size_t axis) const {
    const auto& brush = states_[axis].brush;
    if (!brush) return;
    const QRectF place = axisPlace(axis);
    const double from = place.bottom() - place.height() * shownFraction(axis, brush->first);
    const double to = place.bottom() - place.height() * shownFraction(axis, brush->second);
    QColor fill = theme_.accent();
    fill.setAlphaF(brushSeen);
    painter.setBrush(fill);
    painter.setPen(QPen(theme_.accent(), 1));
    painter.drawRect(
        QRectF(place.left() - brushHalf, std::min(from, to), 2 * brushHalf, std::abs(to - from)));
}

void ParallelPlot::drawTitle(QPainter& painter, std::size_t axis) const {
    const QRectF title = titlePlace(axis);
    QFont font = painter.font();
    font.setUnderline(hasFocus() && axis == current_);
    painter.setFont(font);
    painter.setPen(hasFocus() && axis == current_ ? theme_.accent() : theme_.text());
    const QString arrow = isFlipped(axis) ? QStringLiteral(" ↓") : QStringLiteral(" ↑");
    const int room = static_cast<int>(title.width()) - fontMetrics().horizontalAdvance(arrow);
    // Those of the outer axes begin and end with the picture.
    const Qt::Alignment side = axis == 0                  ? Qt::AlignLeft
                               : axis + 1 == axes_.size() ? Qt::AlignRight
                                                          : Qt::AlignHCenter;
    painter.drawText(title, static_cast<int>((side | Qt::AlignVCenter).toInt()),
                     fontMetrics().elidedText(axes_[axis].title, Qt::ElideMiddle, room) + arrow);
    font.setUnderline(false);
    painter.setFont(font);
}

void ParallelPlot::drawAxis(QPainter& painter, std::size_t axis) const {
    const QRectF place = axisPlace(axis);
    painter.setPen(QPen(theme_.mutedText(), 1));
    painter.drawLine(place.topLeft(), place.bottomLeft());
    drawBrush(painter, axis);
    drawTicks(painter, axis);
    const bool unknown = std::any_of(lines_.begin(), lines_.end(), [axis](const ParallelLine& line) {
        return !std::isfinite(line.values[axis]);
    });
    const double line = fontMetrics().height();
    painter.setPen(theme_.mutedText());
    if (unknown) {
        painter.drawText(QRectF(place.left() + fontMetrics().averageCharWidth(), place.bottom() + line / 2,
                                line * 2, line),
                         Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("–"));
    }
    drawTitle(painter, axis);
}

void ParallelPlot::draw(QPainter& painter) const {
    painter.fillRect(rect(), theme_.surface());
    painter.setFont(font());
    drawLines(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) drawAxis(painter, axis);
}

void ParallelPlot::paintEvent(QPaintEvent* /*event*/) {
    if (picture_.isNull()) {
        picture_ = QPixmap(size() * devicePixelRatioF());
        picture_.setDevicePixelRatio(devicePixelRatioF());
        QPainter painter(&picture_);
        draw(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture_);
    if (pointed_) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(lines_[*pointed_].colour, pointedWidth));
        painter.drawPolyline(polyline(*pointed_));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (!hasFocus()) return;
    painter.setPen(QPen(theme_.accent(), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace prunescope::ui
