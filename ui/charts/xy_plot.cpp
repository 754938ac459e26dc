#include "ui/charts/xy_plot.h"

#include "ui/support/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double lineWidth = 2;
constexpr double markRadius = 3.5;
constexpr double reach = 16;  ///< pixels at which the pointer still finds a mark

}  // namespace

XyPlot::XyPlot(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void XyPlot::setAxes(const XyAxis& x, const XyAxis& y) {
    x_ = x;
    y_ = y;
    update();
}

void XyPlot::setSeries(std::vector<XySeries> series) {
    series_ = std::move(series);
    if (pointed_ && *pointed_ >= marks().size()) point(std::nullopt);
    update();
}

QSize XyPlot::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 15};
}

QSize XyPlot::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 36, fontMetrics().height() * 13};
}

QPointF XyPlot::Frame::at(const XyPoint& point) const {
    return {area.left() + area.width() * x.fractionOf(point.x),
            area.bottom() - area.height() * y.fractionOf(point.y)};
}

bool XyPlot::isDrawable(const XyPoint& point) const {
    const auto fits = [](double value, view::AxisKind kind) {
        return std::isfinite(value) && (kind != view::AxisKind::logarithmic || value > 0);
    };
    return fits(point.x, x_.kind) && fits(point.y, y_.kind);
}

bool XyPlot::hasSpread(const XyPoint& point) const {
    if (!point.spread) return false;
    const auto [from, to] = *point.spread;
    return isDrawable({.x = point.x, .y = from}) && isDrawable({.x = point.x, .y = to});
}

std::optional<XyPlot::Frame> XyPlot::frame() const {
    double lowX = HUGE_VAL;
    double highX = -HUGE_VAL;
    double lowY = HUGE_VAL;
    double highY = -HUGE_VAL;
    for (const XySeries& s : series_) {
        for (const XyPoint& p : s.points) {
            if (!isDrawable(p)) continue;
            lowX = std::min(lowX, p.x);
            highX = std::max(highX, p.x);
            lowY = std::min(lowY, p.y);
            highY = std::max(highY, p.y);
            if (!hasSpread(p)) continue;
            lowY = std::min(lowY, p.spread->first);
            highY = std::max(highY, p.spread->second);
        }
    }
    if (lowX > highX) return std::nullopt;
    const double line = fontMetrics().height();
    const double letter = fontMetrics().averageCharWidth();
    QRectF area = QRectF(rect()).adjusted(0, line * 1.6, -letter * 3, -line * 2.8);
    const auto y = view::Axis::around(y_.kind, {lowY, highY}, std::max(2.0, area.height() / (2 * line)));
    double widest = 0;
    for (const double tick : y.ticks())
        widest =
            std::max<double>(widest, fontMetrics().horizontalAdvance(QString::fromStdString(y.textOf(tick))));
    area.setLeft(widest + letter * 2);
    const auto x = view::Axis::around(x_.kind, {lowX, highX}, std::max(2.0, area.width() / (letter * 8)));
    return Frame{area, x, y};
}

std::vector<const XyPoint*> XyPlot::marks() const {
    std::vector<const XyPoint*> all;
    for (const XySeries& s : series_) {
        if (!s.markers) continue;
        for (const XyPoint& p : s.points) {
            if (isDrawable(p)) all.push_back(&p);
        }
    }
    return all;
}

void XyPlot::draw(QPainter& painter) const {
    painter.fillRect(rect(), theme_.surface());
    const std::optional<Frame> f = frame();
    if (!f) return;
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    drawAxes(painter, *f);
    for (const XySeries& s : series_) drawLine(painter, *f, s);
    for (const XySeries& s : series_) drawSpread(painter, *f, s);
    for (const XySeries& s : series_) drawMarks(painter, *f, s);
    drawLabels(painter, *f);
}

void XyPlot::drawAxes(QPainter& painter, const Frame& f) const {
    const double line = fontMetrics().height();
    const double letter = fontMetrics().averageCharWidth();
    for (const double tick : f.y.ticks()) {
        const double y = f.area.bottom() - f.area.height() * f.y.fractionOf(tick);
        painter.setPen(theme_.hairline());
        painter.drawLine(QPointF(f.area.left(), y), QPointF(f.area.right(), y));
        painter.setPen(theme_.mutedText());
        painter.drawText(QRectF(0, y - line / 2, f.area.left() - letter, line),
                         Qt::AlignRight | Qt::AlignVCenter, QString::fromStdString(f.y.textOf(tick)));
    }
    for (const double tick : f.x.ticks()) {
        const double x = f.area.left() + f.area.width() * f.x.fractionOf(tick);
        painter.setPen(theme_.hairline());
        painter.drawLine(QPointF(x, f.area.top()), QPointF(x, f.area.bottom()));
        painter.setPen(theme_.mutedText());
        const QString text = QString::fromStdString(f.x.textOf(tick));
        const double wide = fontMetrics().horizontalAdvance(text) + 2.0;
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QRectF(left, f.area.bottom() + line * 0.25, wide, line), Qt::AlignCenter, text);
    }
    painter.setPen(theme_.mutedText());
    painter.drawLine(f.area.bottomLeft(), f.area.bottomRight());
    painter.drawText(QRectF(f.area.left(), f.area.bottom() + line * 1.4, f.area.width(), line * 1.2),
                     Qt::AlignRight | Qt::AlignVCenter, x_.title);
    painter.drawText(QRectF(letter, 0, width() - 2 * letter, line * 1.2), Qt::AlignLeft | Qt::AlignVCenter,
                     y_.title);
}

void XyPlot::drawLine(QPainter& painter, const Frame& f, const XySeries& series) const {
    if (series.line == Qt::NoPen) return;
    QPolygonF line;
    for (const XyPoint& p : series.points) {
        if (isDrawable(p)) line << f.at(p);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(series.colour, lineWidth, series.line));
    painter.drawPolyline(line);
}

void XyPlot::drawSpread(QPainter& painter, const Frame& f, const XySeries& series) const {
    painter.setPen(QPen(series.colour, 1));
    for (const XyPoint& p : series.points) {
        if (!isDrawable(p) || !hasSpread(p)) continue;
        const QPointF low = f.at({.x = p.x, .y = p.spread->first});
        const QPointF high = f.at({.x = p.x, .y = p.spread->second});
        const QPointF half(markRadius, 0);
        painter.drawLine(low, high);
        painter.drawLine(low - half, low + half);
        painter.drawLine(high - half, high + half);
    }
}

/// An emphasised point is told by its shape as well: a diamond with a rim.
void XyPlot::drawMarks(QPainter& painter, const Frame& f, const XySeries& series) const {
    if (!series.markers) return;
    for (const XyPoint& p : series.points) {
        if (!isDrawable(p)) continue;
        const QPointF at = f.at(p);
        painter.setBrush(series.colour);
        if (!p.emphasised) {
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(at, markRadius, markRadius);
            continue;
        }
        const double r = 2 * markRadius;
        painter.setPen(QPen(theme_.text(), 1));
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)});
    }
}

/// Above right of its point, or where that is taken or beyond the edge, at another corner; else not at all.
void XyPlot::drawLabels(QPainter& painter, const Frame& f) const {
    std::vector<QRectF> taken;
    for (const XyPoint* p : marks()) {
        const QPointF at = f.at(*p);
        taken.emplace_back(at.x() - markRadius, at.y() - markRadius, 2 * markRadius, 2 * markRadius);
    }
    painter.setPen(theme_.text());
    for (const XyPoint* p : marks()) {
        if (p->label.isEmpty()) continue;
        const QPointF at = f.at(*p);
        const QSizeF size(fontMetrics().horizontalAdvance(p->label) + 2.0, fontMetrics().height());
        const double gap = p->emphasised ? 3 * markRadius : 2 * markRadius;
        for (const QPointF& corner :
             {at + QPointF(gap, -size.height()), at + QPointF(gap, 0),
              at + QPointF(-gap - size.width(), -size.height()), at + QPointF(-gap - size.width(), 0)}) {
            const QRectF place(corner, size);
            const bool free = std::none_of(taken.begin(), taken.end(),
                                           [&](const QRectF& other) { return other.intersects(place); });
            if (!free || !f.area.adjusted(0, -size.height(), gap, 0).contains(place)) continue;
            painter.drawText(place, Qt::AlignCenter, p->label);
            taken.push_back(place);
            break;
        }
    }
}

void XyPlot::drawPointed(QPainter& painter) const {
    const std::optional<Frame> f = frame();
    const auto all = marks();
    if (!f || !pointed_ || *pointed_ >= all.size()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.accent(), lineWidth));
    painter.drawEllipse(f->at(*all[*pointed_]), 2.5 * markRadius, 2.5 * markRadius);
}

void XyPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    draw(painter);
    drawPointed(painter);
    if (!hasFocus()) return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.accent(), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void XyPlot::point(std::optional<std::size_t> mark) {
    if (mark == pointed_) return;
    pointed_ = mark;
    const auto all = marks();
    emit pointed(mark && *mark < all.size() ? all[*mark]->explanation : QString());
    update();
}

void XyPlot::mouseMoveEvent(QMouseEvent* event) {
    const std::optional<Frame> f = frame();
    std::optional<std::size_t> nearest;
    double least = reach;
    const auto all = marks();
    for (std::size_t i = 0; f && i < all.size(); ++i) {
        const QPointF way = f->at(*all[i]) - event->position();
        const double distance = std::hypot(way.x(), way.y());
        if (distance > least) continue;
        least = distance;
        nearest = i;
    }
    point(nearest);
}

void XyPlot::leaveEvent(QEvent* event) {
    point(std::nullopt);
    QWidget::leaveEvent(event);
}

void XyPlot::focusOutEvent(QFocusEvent* event) {
    point(std::nullopt);
    QWidget::focusOutEvent(event);
}

void XyPlot::keyPressEvent(QKeyEvent* event) {
    const std::size_t count = marks().size();
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (count == 0 || !(forward || back)) return QWidget::keyPressEvent(event);
    const std::size_t before = pointed_.value_or(forward ? count - 1 : 0);
    point((before + (forward ? 1 : count - 1)) % count);
}

}  // namespace prunescope::ui
