#include "ui/charts/parallel_plot.h"

#include "ui/support/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double axisReach = 9;  ///< pixels beside an axis that belong to it
constexpr double endReach = 4;   ///< pixels before an axis's end that belong to it
constexpr double lineReach = 6;
constexpr double dragStart = 3;    ///< pixels from which on a press is a drag
constexpr double rounding = 1e-9;  ///< a value at the end of its axis lies on it
constexpr double brushStep = 0.05;

}  // namespace

ParallelPlot::ParallelPlot(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme_, &Theme::changed, this, &ParallelPlot::redraw);
}

void ParallelPlot::setData(std::vector<ParallelAxis> axes, std::vector<ParallelLine> lines) {
    std::vector<State> states(axes.size());
    for (std::size_t i = 0; i < axes.size(); ++i) {
        states[i].flipped = axes[i].startsTurned;
        for (std::size_t k = 0; k < axes_.size(); ++k) {
            if (axes_[k].title == axes[i].title) states[i] = states_[k];
        }
    }
    axes_ = std::move(axes);
    lines_ = std::move(lines);
    states_ = std::move(states);
    current_ = std::min(current_, axes_.empty() ? 0 : axes_.size() - 1);
    drag_.reset();
    rescale();
    point(std::nullopt);
    emit brushed();
}

void ParallelPlot::takeState(const ParallelPlot& other) {
    if (other.states_.size() == states_.size()) states_ = other.states_;
    redraw();
}

void ParallelPlot::rescale() {
    scales_.clear();
    const double most = std::max(2.0, plotArea().height() / (1.8 * fontMetrics().height()));
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        std::vector<double> values;
        for (const ParallelLine& line : lines_) values.push_back(line.values[i]);
        scales_.emplace_back(axes_[i], values, most);
    }
    redraw();
}

void ParallelPlot::redraw() {
    picture_ = QPixmap();
    update();
}

bool ParallelPlot::isLit(std::size_t line) const {
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        const auto& brush = states_[i].brush;
        if (!brush) continue;
        const double at = scales_[i].fractionOf(lines_[line].values[i]);
        if (!(at >= brush->first - rounding && at <= brush->second + rounding)) return false;
    }
    return true;
}

std::size_t ParallelPlot::litLines() const {
    std::size_t lit = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) lit += isLit(i) ? 1 : 0;
    return lit;
}

void ParallelPlot::setBrush(std::size_t axis, std::optional<std::pair<double, double>> brush) {
    states_[axis].brush = brush;
    redraw();
    emit brushed();
}

void ParallelPlot::flip(std::size_t axis) {
    states_[axis].flipped = !states_[axis].flipped;
    redraw();
}

double ParallelPlot::shownFraction(std::size_t axis, double fraction) const {
    return states_[axis].flipped ? 1 - fraction : fraction;
}

double ParallelPlot::fractionAt(std::size_t axis, double y) const {
    const QRectF area = plotArea();
    // Near its end the end is meant, and the value that stands there.
    const double snapped = y < area.top() + endReach      ? area.top()
                           : y > area.bottom() - endReach ? area.bottom()
                                                          : y;
    return shownFraction(axis, (area.bottom() - snapped) / area.height());
}

std::optional<std::size_t> ParallelPlot::axisAt(const QPointF& place) const {
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        if (axisPlace(i).adjusted(-axisReach, -1, axisReach, 1).contains(place)) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> ParallelPlot::titleAt(const QPointF& place) const {
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        if (titlePlace(i).contains(place)) return i;
    }
    return std::nullopt;
}

/// Lines that have stepped back are not pointed at.
std::optional<std::size_t> ParallelPlot::lineAt(const QPointF& place) const {
    std::optional<std::size_t> nearest;
    double least = lineReach;
    const double column = columnWidth();
    if (axes_.size() < 2 || column <= 0) return nearest;
    const double along = (place.x() - plotArea().left()) / column;
    if (along < 0 || along > static_cast<double>(axes_.size() - 1)) return nearest;
    const std::size_t left = std::min(static_cast<std::size_t>(along), axes_.size() - 2);
    const double share = along - static_cast<double>(left);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const double from = crossing(i, left).y();
        const double y = from + share * (crossing(i, left + 1).y() - from);
        const double away = std::abs(y - place.y());
        if (away > least || !isLit(i)) continue;
        least = away;
        nearest = i;
    }
    return nearest;
}

void ParallelPlot::point(std::optional<std::size_t> line) {
    if (line == pointed_) return;
    pointed_ = line;
    emit pointed(line ? lines_[*line].explanation : QString());
    update();
}

void ParallelPlot::sayBrush(std::size_t axis) {
    const auto& brush = states_[axis].brush;
    emit pointed(QStringLiteral("%1: %2").arg(axes_[axis].title,
                                              brush ? scales_[axis].rangeText(*brush) : tr("all values")));
}

void ParallelPlot::sayAxis() {
    if (!axes_.empty()) sayBrush(current_);
    redraw();
}

void ParallelPlot::mousePressEvent(QMouseEvent* event) {
    QWidget::mousePressEvent(event);
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    if (const auto title = titleAt(at)) return flip(*title);
    if (const auto axis = axisAt(at)) {
        current_ = *axis;
        drag_ = Drag{*axis, fractionAt(*axis, at.y()), false};
        return;
    }
    point(lineAt(at));
    if (pointed_ && !lines_[*pointed_].id.isEmpty()) emit activated(lines_[*pointed_].id);
}

void ParallelPlot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (!drag_) {
        setCursor(titleAt(at) ? Qt::PointingHandCursor : axisAt(at) ? Qt::SplitVCursor : Qt::ArrowCursor);
        return point(lineAt(at));
    }
    const double now = fractionAt(drag_->axis, at.y());
    if (!drag_->moved && std::abs(now - drag_->from) * plotArea().height() < dragStart) return;
    drag_->moved = true;
    setBrush(drag_->axis, std::minmax(now, drag_->from));
    sayBrush(drag_->axis);
}

void ParallelPlot::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !drag_) return;
    const Drag done = *std::exchange(drag_, std::nullopt);
    if (!done.moved) setBrush(done.axis, std::nullopt);
    sayBrush(done.axis);
}

void ParallelPlot::leaveEvent(QEvent* event) {
    point(std::nullopt);
    emit pointed({});
    QWidget::leaveEvent(event);
}

/// The edges of a brush that is not there are those of the axis. Up is up, whichever way the axis points.
void ParallelPlot::moveEdge(bool upper, double step) {
    auto brush = states_[current_].brush.value_or(std::pair(0.0, 1.0));
    const bool flipped = states_[current_].flipped;
    double& edge = upper != flipped ? brush.second : brush.first;
    edge += flipped ? -step : step;
    brush.first = std::clamp(brush.first, 0.0, 1.0);
    brush.second = std::clamp(brush.second, 0.0, 1.0);
    if (brush.first > brush.second) return;
    const bool whole = brush.first <= 0 && brush.second >= 1;
    setBrush(current_, whole ? std::nullopt : std::optional(brush));
    sayBrush(current_);
}

void ParallelPlot::keyPressEvent(QKeyEvent* event) {
    if (axes_.empty()) return QWidget::keyPressEvent(event);
    const std::size_t count = axes_.size();
    const bool upper = !event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
        case Qt::Key_Left:
            current_ = (current_ + count - 1) % count;
            return sayAxis();
        case Qt::Key_Right:
            current_ = (current_ + 1) % count;
            return sayAxis();
        case Qt::Key_Up:
            return moveEdge(upper, brushStep);
        case Qt::Key_Down:
            return moveEdge(upper, -brushStep);
        case Qt::Key_F:
            return flip(current_);
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            setBrush(current_, std::nullopt);
            return sayBrush(current_);
        default:
            return QWidget::keyPressEvent(event);
    }
}

/// The letter that turns an axis may be the window's shortcut elsewhere.
bool ParallelPlot::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool own =
            key.key() == Qt::Key_F || key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace;
        if (own && key.modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ParallelPlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    rescale();
}

void ParallelPlot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    redraw();
}

void ParallelPlot::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    redraw();
}

void ParallelPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) rescale();
    QWidget::changeEvent(event);
}

}  // namespace prunescope::ui
