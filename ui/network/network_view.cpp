#include "ui/network/network_view.h"

#include "ui/support/theme.h"
#include "ui/support/tool_tips.h"

#include <QApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double keyZoom = 1.25;
constexpr double smallestScale = 0.1;
constexpr double largestScale = 4;
constexpr double padding = 8;  ///< inside a box and around the picture
constexpr double barOfKept = 5;
constexpr int widestLetters = 30;  ///< of a box

QString nameOf(const NetworkNode& node) {
    return QString::fromStdString(node.name);
}

}  // namespace

NetworkView::NetworkView(const Theme& theme, QWidget* parent) : QAbstractScrollArea(parent), theme_(theme) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme_, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

bool NetworkView::setGraph(NetworkGraph graph) {
    if (graph == graph_) return !layout_.boxes.empty();
    graph_ = std::move(graph);
    current_ = 0;
    layOut();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    return !layout_.boxes.empty();
}

void NetworkView::setMarks(std::function<Mark(LayerIndex)> markOf) {
    markOf_ = std::move(markOf);
    viewport()->update();
}

void NetworkView::layOut() {
    std::vector<view::GraphBox> boxes;
    for (const NetworkNode& node : graph_) {
        const QSizeF size = sizeOf(node);
        boxes.push_back({.reads = node.reads, .width = size.width(), .height = size.height()});
    }
    const double line = fontMetrics().height();
    layout_ =
        view::layOutGraph(boxes, {.across = line, .between = 1.75 * line}).value_or(view::GraphLayout());
    updateBars();
    viewport()->update();
}

/// As wide as what is written in it, and as high as its lines.
QSizeF NetworkView::sizeOf(const NetworkNode& node) const {
    const QFontMetrics letters = fontMetrics();
    const auto wide = [&](const QString& text) { return letters.horizontalAdvance(text); };
    int width = wide(kindText(node));
    int lines = 1;
    if (node.parameters > 0) {
        width = std::max({width, wide(nameOf(node)), wide(costText(node))});
        lines = 3;
    }
    if (node.prunable) width = std::max(width, wide(nameOf(node)) + wide(QStringLiteral("  100.0 %")));
    width = std::min(width, widestLetters * letters.averageCharWidth());
    const double bar = node.prunable ? barOfKept + 2 : 0;
    return {width + 2 * padding, lines * letters.height() + padding + bar};
}

QPointF NetworkView::origin() const {
    const QSizeF shown = QSizeF(layout_.width + 2 * padding, layout_.height + 2 * padding) * scale_;
    // What is narrower than the view stands in its middle.
    const double aside = std::max(0.0, (viewport()->width() - shown.width()) / 2);
    return {aside + padding * scale_ - horizontalScrollBar()->value(),
            padding * scale_ - verticalScrollBar()->value()};
}

QRectF NetworkView::placeOf(std::size_t node) const {
    const view::PlacedBox& box = layout_.boxes[node];
    return {origin() + QPointF(box.left, box.top) * scale_, QSizeF(box.width, box.height) * scale_};
}

void NetworkView::updateBars() {
    const QSizeF shown = QSizeF(layout_.width + 2 * padding, layout_.height + 2 * padding) * scale_;
    const QSize seen = viewport()->size();
    horizontalScrollBar()->setRange(0,
                                    std::max(0, static_cast<int>(std::ceil(shown.width())) - seen.width()));
    verticalScrollBar()->setRange(0,
                                  std::max(0, static_cast<int>(std::ceil(shown.height())) - seen.height()));
    horizontalScrollBar()->setPageStep(seen.width());
    verticalScrollBar()->setPageStep(seen.height());
    const int line = static_cast<int>(2 * fontMetrics().height() * scale_);
    verticalScrollBar()->setSingleStep(line);
    horizontalScrollBar()->setSingleStep(line);
}

void NetworkView::fit() {
    const QSizeF whole(layout_.width + 2 * padding, layout_.height + 2 * padding);
    const QSize seen = maximumViewportSize();
    scale_ = std::clamp(std::min(seen.width() / whole.width(), seen.height() / whole.height()), smallestScale,
                        1.0);
    updateBars();
    viewport()->update();
}

void NetworkView::zoom(double factor) {
    zoomAround(QRectF(viewport()->rect()).center(), factor);
}

/// What lies there stays there.
void NetworkView::zoomAround(const QPointF& fixed, double factor) {
    const QPointF there = (fixed - origin()) / scale_;
    scale_ = std::clamp(scale_ * factor, smallestScale, largestScale);
    updateBars();
    const QPointF moved = origin() + there * scale_ - fixed;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    viewport()->update();
}

std::optional<std::size_t> NetworkView::nodeAt(const QPointF& place) const {
    for (std::size_t node = 0; node < layout_.boxes.size(); ++node) {
        if (placeOf(node).contains(place)) return node;
    }
    return std::nullopt;
}

std::optional<LayerIndex> NetworkView::chosen() const {
    return current_ < graph_.size() ? graph_[current_].prunable : std::nullopt;
}

void NetworkView::choose(LayerIndex layer) {
    const auto found = std::find_if(graph_.begin(), graph_.end(),
                                    [&](const NetworkNode& node) { return node.prunable == layer; });
    if (found == graph_.end() || layout_.boxes.empty()) return;
    current_ = static_cast<std::size_t>(found - graph_.begin());
    setAccessibleDescription(nodeSentence(*found));
    scrollTo(current_);
    viewport()->update();
}

void NetworkView::setCurrent(std::size_t node) {
    const bool moved = std::exchange(current_, node) != node;
    setAccessibleDescription(nodeSentence(graph_[node]));
    scrollTo(node);
    viewport()->update();
    if (moved && graph_[node].prunable) emit layerChosen(*graph_[node].prunable);
}

void NetworkView::scrollTo(std::size_t node) {
    const QRectF place = placeOf(node);
    const auto reveal = [](QScrollBar& bar, double from, double to, int size) {
        if (from < 0 || to - from > size) {
            bar.setValue(bar.value() + static_cast<int>(std::floor(from - padding)));
        } else if (to > size) {
            bar.setValue(bar.value() + static_cast<int>(std::ceil(to + padding - size)));
        }
    };
    reveal(*horizontalScrollBar(), place.left(), place.right(), viewport()->width());
    reveal(*verticalScrollBar(), place.top(), place.bottom(), viewport()->height());
}

std::optional<std::size_t> NetworkView::next(int key) const {
    const bool back = key == Qt::Key_Up || key == Qt::Key_Left;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        if (back ? current_ == 0 : current_ + 1 >= layout_.boxes.size()) return std::nullopt;
        return back ? current_ - 1 : current_ + 1;
    }
    std::optional<std::size_t> nearest;
    const view::PlacedBox& here = layout_.boxes[current_];
    for (std::size_t node = 0; node < layout_.boxes.size(); ++node) {
        const view::PlacedBox& box = layout_.boxes[node];
        const bool beside =
            box.top == here.top && (back ? box.right() <= here.left : box.left >= here.right());
        if (!beside) continue;
        if (!nearest || std::abs(box.middle() - here.middle()) <
                            std::abs(layout_.boxes[*nearest].middle() - here.middle()))
            nearest = node;
    }
    return nearest;
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
    if (layout_.boxes.empty()) return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (const auto node = next(event->key())) setCurrent(*node);
            return;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(keyZoom);
        case Qt::Key_Minus:
            return zoom(1 / keyZoom);
        case Qt::Key_Home:
            return fit();
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (const auto layer = chosen()) emit layerOpened(*layer);
            return;
        default:
            return QAbstractScrollArea::keyPressEvent(event);
    }
}

void NetworkView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
    constexpr double turn = 120;
    zoomAround(event->position(), std::pow(keyZoom, event->angleDelta().y() / turn));
    event->accept();
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QAbstractScrollArea::mousePressEvent(event);
    pressed_ = event->position().toPoint();
    scrolledTo_ = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    panning_ = false;
}

void NetworkView::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton)) return;
    const QPoint moved = event->position().toPoint() - pressed_;
    panning_ = panning_ || moved.manhattanLength() >= QApplication::startDragDistance();
    if (!panning_) return;
    horizontalScrollBar()->setValue(scrolledTo_.x() - moved.x());
    verticalScrollBar()->setValue(scrolledTo_.y() - moved.y());
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || std::exchange(panning_, false)) return;
    if (const auto node = nodeAt(event->position())) setCurrent(*node);
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto node = nodeAt(event->position());
    if (node && graph_[*node].prunable) emit layerOpened(*graph_[*node].prunable);
}

bool NetworkView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto node = nodeAt(help->pos()))
        showToolTip(help->globalPos(), nodeSentence(graph_[*node]), *viewport());
    return true;
}

void NetworkView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void NetworkView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void NetworkView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void NetworkView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) layOut();
    QAbstractScrollArea::changeEvent(event);
}

QSize NetworkView::sizeHint() const {
    const int letter = fontMetrics().averageCharWidth();
    return {(widestLetters + 8) * letter, 20 * fontMetrics().height()};
}

QSize NetworkView::minimumSizeHint() const {
    return {20 * fontMetrics().averageCharWidth(), 8 * fontMetrics().height()};
}

void NetworkView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme_.surface());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.translate(origin());
    painter.scale(scale_, scale_);
    drawLines(painter);
    for (std::size_t node = 0; node < layout_.boxes.size(); ++node) {
        if (placeOf(node).intersects(QRectF(viewport()->rect()))) drawNode(painter, node);
    }
}

/// The shape of what flows stands once below each box.
void NetworkView::drawLines(QPainter& painter) const {
    const double line = fontMetrics().height();
    std::vector<bool> named(graph_.size(), false);
    for (const view::GraphLine& flow : layout_.lines) {
        painter.setPen(theme_.mutedText());
        for (std::size_t p = 1; p < flow.points.size(); ++p) {
            painter.drawLine(QPointF(flow.points[p - 1].x, flow.points[p - 1].y),
                             QPointF(flow.points[p].x, flow.points[p].y));
        }
        if (named[flow.from]) continue;
        named[flow.from] = true;
        const view::PlacedBox& from = layout_.boxes[flow.from];
        const QRectF place(from.middle() + padding / 2, from.bottom() + line / 4, layout_.width, line);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, outputText(graph_[flow.from]));
    }
}

void NetworkView::drawNode(QPainter& painter, std::size_t number) const {
    const NetworkNode& node = graph_[number];
    const view::PlacedBox& box = layout_.boxes[number];
    const QRectF place(box.left, box.top, box.width, box.height);
    const bool current = number == current_;
    const QColor ground = node.prunable ? theme_.surface() : theme_.window();
    painter.setBrush(current ? mixed(ground, theme_.accent(), 0.2) : ground);
    painter.setPen(QPen(current ? theme_.accent() : theme_.mutedText(), current && hasFocus() ? 2 : 1));
    painter.drawRoundedRect(place, 3, 3);
    const QFontMetrics letters = fontMetrics();
    const double inside = box.width - 2 * padding;
    QRectF text(box.left + padding, box.top + padding / 2, inside, letters.height());
    const auto write = [&](const QString& words, const QColor& colour, Qt::TextElideMode mode, double room) {
        painter.setPen(colour);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         letters.elidedText(words, mode, static_cast<int>(std::ceil(room))));
        text.translate(0, letters.height());
    };
    if (node.parameters == 0) return write(kindText(node), theme_.mutedText(), Qt::ElideRight, inside);
    const Mark mark = node.prunable && markOf_ ? markOf_(*node.prunable) : Mark();
    painter.setPen(theme_.text());
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, mark.text);
    const int taken = mark.text.isEmpty() ? 0 : letters.horizontalAdvance(mark.text + QLatin1Char(' '));
    // Names of layers differ at their ends.
    write(nameOf(node), theme_.text(), Qt::ElideLeft, inside - taken);
    write(kindText(node), theme_.mutedText(), Qt::ElideRight, inside);
    write(costText(node), theme_.mutedText(), Qt::ElideRight, inside);
    if (mark.kept)
        drawKept(painter, {box.left + padding, box.bottom() - barOfKept - 3, inside, barOfKept}, *mark.kept);
}

void NetworkView::drawKept(QPainter& painter, const QRectF& bar, double kept) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.mutedText(), 1));
    painter.drawRect(bar);
    painter.fillRect(QRectF(bar.left(), bar.top(), kept * bar.width(), bar.height()), theme_.accent());
}

}  // namespace prunescope::ui
