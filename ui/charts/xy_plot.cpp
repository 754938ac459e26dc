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
    area.setRight(area.right() - endLabelsWidth(ends(nullptr), QFontMetricsF(font())));
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
    for (const XySeries& s : series_) drawBand(painter, *f, s);
    for (const XySeries& s : series_) drawLine(painter, *f, s);
    for (const XySeries& s : series_) drawSpread(painter, *f, s);
    for (const XySeries& s : series_) drawMarks(painter, *f, s);
    drawLabels(painter, *f);
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

std::optional<std::size_t> XyPlot::markNear(const QPointF& place) const {
    const std::optional<Frame> f = frame();
    std::optional<std::size_t> nearest;
    double least = reach;
    const auto all = marks();
    for (std::size_t i = 0; f && i < all.size(); ++i) {
        const QPointF way = f->at(*all[i]) - place;
        const double distance = std::hypot(way.x(), way.y());
        if (distance > least) continue;
        least = distance;
        nearest = i;
    }
    return nearest;
}

void XyPlot::activate() {
    const auto all = marks();
    if (pointed_ && *pointed_ < all.size() && !all[*pointed_]->id.isEmpty())
        emit activated(all[*pointed_]->id);
}

void XyPlot::mouseMoveEvent(QMouseEvent* event) {
    point(markNear(event->position()));
}

void XyPlot::mousePressEvent(QMouseEvent* event) {
    QWidget::mousePressEvent(event);
    if (event->button() != Qt::LeftButton) return;
    point(markNear(event->position()));
    activate();
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
    if (pointed_ && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) return activate();
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (count == 0 || !(forward || back)) return QWidget::keyPressEvent(event);
    const std::size_t before = pointed_.value_or(forward ? count - 1 : 0);
    point((before + (forward ? 1 : count - 1)) % count);
}

}  // namespace prunescope::ui
