#include "ui/weights/weight_view.h"

#include "ui/support/theme.h"
#include "ui/weights/weight_colours.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double largestCell = 64;  ///< pixels
constexpr double hatchedFrom = 6;
constexpr std::int64_t mostCells = 768;  ///< along an edge of a tile: it is coloured on the window's thread
constexpr double margin = 0.25;          ///< of a tile around what is in sight
constexpr int flashMs = 350;
constexpr int flashRestMs = 1200;
constexpr double keyStep = 0.1;  ///< of the view, for an arrow key

}  // namespace

WeightView::WeightView(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(QStringLiteral("weightView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    flash_.setSingleShot(true);
    connect(&flash_, &QTimer::timeout, this, &WeightView::redraw);
    connect(&theme_, &Theme::changed, this, &WeightView::redraw);
}

QSize WeightView::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 24};
}

QSize WeightView::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 6};
}

void WeightView::setLayout(const view::WeightLayout& layout) {
    layout_ = layout;
    picture_.reset();
    scale_.forget();
    masksSeen_.reset();
    flash_.stop();
    fit();
}

void WeightView::setPicture(std::shared_ptr<const session::WeightPicture> picture) {
    picture_ = std::move(picture);
    if (picture_ != nullptr) {
        scale_.follow(picture_->histogram.largest);
        flashIfMasksMoved(*picture_);
    }
    redraw();
}

void WeightView::flashIfMasksMoved(const session::WeightPicture& picture) {
    const bool moved = masksSeen_ && picture.maskUpdate && *masksSeen_ != *picture.maskUpdate;
    masksSeen_ = picture.maskUpdate;
    // Masks of a fast run move many times a second: the picture must not flicker.
    if (!moved || (sinceFlash_.isValid() && sinceFlash_.elapsed() < flashRestMs)) return;
    const auto& marks = picture.tile.mark;
    const bool any = std::any_of(marks.begin(), marks.end(), [](view::CellMark mark) {
        return mark == view::CellMark::cut || mark == view::CellMark::revived;
    });
    if (!any) return;
    sinceFlash_.start();
    flash_.start(flashMs);
}

void WeightView::redraw() {
    imageStale_ = true;
    update();
}

double WeightView::fittingCellSize() const {
    if (layout_.rows() == 0 || layout_.columns() == 0) return 1;
    const double across = static_cast<double>(width()) / static_cast<double>(layout_.columns());
    const double down = static_cast<double>(height()) / static_cast<double>(layout_.rows());
    return std::min({across, down, largestCell});
}

void WeightView::fit() {
    fitted_ = true;
    cellSize_ = fittingCellSize();
    keepInSight();
    redraw();
    emit viewMoved();
}

/// A picture that is smaller than the view stands in its middle; a larger one never leaves an empty edge.
void WeightView::keepInSight() {
    const auto kept = [this](double at, double cells, double pixels) {
        const double seen = pixels / cellSize_;
        return cells <= seen ? (cells - seen) / 2 : std::clamp(at, 0.0, cells - seen);
    };
    origin_ = {kept(origin_.x(), static_cast<double>(layout_.columns()), width()),
               kept(origin_.y(), static_cast<double>(layout_.rows()), height())};
}

void WeightView::zoomBy(double factor, const QPointF& anchor) {
    const double least = fittingCellSize();
    const double next = std::clamp(cellSize_ * factor, least, std::max(least, largestCell));
    const QPointF cell = origin_ + anchor / cellSize_;
    cellSize_ = next;
    origin_ = cell - anchor / cellSize_;
    fitted_ = next <= least;
    keepInSight();
    update();
    emit viewMoved();
}

void WeightView::panBy(const QPointF& pixels) {
    origin_ += pixels / cellSize_;
    keepInSight();
    update();
    emit viewMoved();
}

view::TileRequest WeightView::wantedTile(view::Arrangement arrangement) const {
    const auto stretch = [this](double at, double pixels, std::int64_t cells, std::int64_t& first,
                                std::int64_t& count) {
        const double seen = pixels / cellSize_;
        first = std::clamp<std::int64_t>(std::llround(std::floor(at - margin * seen)), 0, cells);
        const auto end =
            std::clamp<std::int64_t>(std::llround(std::ceil(at + (1 + margin) * seen)), first, cells);
        count = end - first;
        const double devicePixels = std::ceil(static_cast<double>(count) * cellSize_ * devicePixelRatioF());
        return std::clamp<std::int64_t>(std::llround(devicePixels), 1, mostCells);
    };
    view::TileRequest request{.arrangement = arrangement};
    request.mostRows = stretch(origin_.y(), height(), layout_.rows(), request.row, request.rows);
    request.mostColumns = stretch(origin_.x(), width(), layout_.columns(), request.column, request.columns);
    return request;
}

std::optional<std::int64_t> WeightView::weightUnder(const QPointF& position) const {
    const QPointF cell = origin_ + position / cellSize_;
    return layout_.weightAt(std::llround(std::floor(cell.y())), std::llround(std::floor(cell.x())));
}

QRectF WeightView::onScreen(double row, double column, double rows, double columns) const {
    return {(column - origin_.x()) * cellSize_, (row - origin_.y()) * cellSize_, columns * cellSize_,
            rows * cellSize_};
}

void WeightView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const WeightColours colours(theme_);
    painter.fillRect(rect(), theme_.window());
    if (layout_.weights() > 0) {
        const QRectF all =
            onScreen(0, 0, static_cast<double>(layout_.rows()), static_cast<double>(layout_.columns()));
        const QRectF seen = all.intersected(QRectF(rect()));
        painter.fillRect(seen, colours.ground());
        if (picture_ != nullptr) {
            const view::WeightTile& tile = picture_->tile;
            const bool hatched = cellSize_ >= hatchedFrom && tile.showsEveryWeight();
            if (imageStale_ || hatched != image_.hasAlphaChannel())
                image_ = colours.image(tile, scale_.top(), flash_.isActive(), hatched);
            imageStale_ = false;
            const QRectF place =
                onScreen(static_cast<double>(tile.request.row), static_cast<double>(tile.request.column),
                         static_cast<double>(tile.request.rows), static_cast<double>(tile.request.columns));
            if (hatched) painter.fillRect(place.intersected(seen), colours.hatch());
            painter.drawImage(place, image_);
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme_.accent(), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void WeightView::resizeEvent(QResizeEvent* /*event*/) {
    if (fitted_ || cellSize_ < fittingCellSize()) {
        fit();
        return;
    }
    keepInSight();
    emit viewMoved();
}

void WeightView::wheelEvent(QWheelEvent* event) {
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void WeightView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void WeightView::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_) {
        const QPointF moved = *dragged_ - event->position();
        dragged_ = event->position();
        panBy(moved);
        return;
    }
    emit weightHovered(weightUnder(event->position()).value_or(-1), event->globalPosition().toPoint());
}

void WeightView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_.reset();
    setCursor(Qt::CrossCursor);
}

void WeightView::leaveEvent(QEvent* event) {
    emit weightHovered(-1, {});
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
            emit weightHovered(weightUnder(rect().center()).value_or(-1), mapToGlobal(rect().center()));
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace prunescope::ui
