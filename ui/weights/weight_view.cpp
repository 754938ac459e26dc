#include "ui/weights/weight_view.h"

#include "ui/support/theme.h"
#include "ui/weights/weight_colours.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double hatchedFrom = 6;  ///< pixels of a cell
constexpr double keyStep = 0.1;    ///< of the view, for an arrow key
constexpr int flashMs = 350;
constexpr int flashRestMs = 1200;

}  // namespace

WeightView::WeightView(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(QStringLiteral("weightView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    // Every pixel is painted: nothing needs to be cleared before.
    setAttribute(Qt::WA_OpaquePaintEvent);
    flash_.setSingleShot(true);
    connect(&flash_, &QTimer::timeout, this, &WeightView::colour);
    connect(&theme_, &Theme::changed, this, &WeightView::takeTheme);
    connect(&colouring_, &TileColouring::coloured, this, &WeightView::takeTile);
}

QSize WeightView::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 24};
}

QSize WeightView::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 6};
}

void WeightView::setLayout(const view::WeightLayout& layout) {
    setPicture(nullptr);
    scale_.reset();
    masksSeen_.reset();
    flash_.stop();
    viewport_ = WeightViewport(layout, size());
    moved();
}

void WeightView::setPicture(std::shared_ptr<const session::WeightPicture> picture) {
    picture_ = std::move(picture);
    if (picture_ == nullptr) {
        colouring_.forget();
        shown_ = {};
        flashDue_ = false;
        update();
        return;
    }
    if (const double largest = picture_->histogram.largest; largest > 0)
        scale_.follow(0, largest, magnitudeSteps);
    const bool masksMoved = masksSeen_ && picture_->maskUpdate && *masksSeen_ != *picture_->maskUpdate;
    masksSeen_ = picture_->maskUpdate;
    // Masks of a fast run move many times a second: the picture must not flicker.
    if (masksMoved && !(sinceFlash_.isValid() && sinceFlash_.elapsed() < flashRestMs)) flashDue_ = true;
    colour();
}

bool WeightView::wantsHatch() const {
    return cellSize() >= hatchedFrom && picture_ != nullptr && picture_->tile.showsEveryWeight();
}

bool WeightView::isHatched() const {
    return cellSize() >= hatchedFrom && shown_.image.hasAlphaChannel();
}

void WeightView::colour() {
    if (picture_ == nullptr) return;
    hatchAsked_ = wantsHatch();
    colouring_.colour({.picture = picture_,
                       .colours = WeightColours(theme_),
                       .largest = largest(),
                       .flash = flash_.isActive() || flashDue_,
                       .hatched = hatchAsked_});
}

void WeightView::takeTheme() {
    colouring_.forget();
    colour();
    update();
}

void WeightView::takeTile(const ColouredTile& tile) {
    shown_ = tile;
    if (flashDue_ && tile.flash) {
        flashDue_ = false;
        if (tile.hasChanges) {
            sinceFlash_.start();
            flash_.start(flashMs);
        }
    }
    update();
}

void WeightView::fit() {
    viewport_.fit();
    moved();
}

void WeightView::moved() {
    if (picture_ != nullptr && wantsHatch() != hatchAsked_) colour();
    update();
    emit viewMoved();
}

void WeightView::zoomBy(double factor, const QPointF& anchor) {
    viewport_.zoomBy(factor, anchor);
    moved();
}

void WeightView::panBy(const QPointF& pixels) {
    viewport_.panBy(pixels);
    moved();
}

void WeightView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QRectF seen = viewport_.layerOnScreen().intersected(QRectF(rect()));
    if (seen != QRectF(rect())) painter.fillRect(rect(), theme_.window());
    if (!seen.isEmpty()) paintTile(painter, seen);
    if (hasFocus()) {
        painter.setPen(QPen(theme_.accent(), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

/// Paints no pixel twice that it need not, and of the tile only what is in sight.
void WeightView::paintTile(QPainter& painter, const QRectF& seen) const {
    const WeightColours colours(theme_);
    const QImage& image = shown_.image;
    const QRectF place = viewport_.onScreen(shown_.request);
    const QRectF covered = image.isNull() ? QRectF() : place.intersected(seen);
    const bool seeThrough = image.hasAlphaChannel() && !isHatched();
    if (covered != seen || seeThrough) painter.fillRect(seen, colours.ground());
    if (covered.isEmpty()) return;
    if (isHatched()) paintHatch(painter, covered);
    const double across = place.width() / image.width();
    const double down = place.height() / image.height();
    const int left = static_cast<int>(std::floor((covered.left() - place.left()) / across));
    const int top = static_cast<int>(std::floor((covered.top() - place.top()) / down));
    const int right = static_cast<int>(std::ceil((covered.right() - place.left()) / across));
    const int bottom = static_cast<int>(std::ceil((covered.bottom() - place.top()) / down));
    const QRect cells = QRect(left, top, right - left, bottom - top).intersected(image.rect());
    painter.drawImage(QRectF(place.left() + cells.left() * across, place.top() + cells.top() * down,
                             cells.width() * across, cells.height() * down),
                      image, QRectF(cells));
}

void WeightView::paintHatch(QPainter& painter, const QRectF& where) const {
    const double scale = devicePixelRatioF();
    painter.save();
    painter.scale(1 / scale, 1 / scale);
    painter.setBrushOrigin((viewport_.layerOnScreen().topLeft() * scale).toPoint());
    painter.fillRect(QRectF(where.topLeft() * scale, where.size() * scale),
                     WeightColours(theme_).hatchedGround(scale));
    painter.restore();
}

void WeightView::resizeEvent(QResizeEvent* /*event*/) {
    viewport_.resize(size());
    moved();
}

void WeightView::wheelEvent(QWheelEvent* event) {
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void WeightView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_ = pressedAt_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void WeightView::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_) {
        const QPointF moved = *dragged_ - event->position();
        dragged_ = event->position();
        panBy(moved);
        return;
    }
    emit weightHovered(weightUnder(event->position()).value_or(-1));
}

void WeightView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_.reset();
    setCursor(Qt::CrossCursor);
    const bool still = (event->position() - pressedAt_).manhattanLength() < QApplication::startDragDistance();
    if (still) emit weightClicked(weightUnder(event->position()).value_or(-1));
}

void WeightView::leaveEvent(QEvent* event) {
    emit weightHovered(-1);
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
            emit weightClicked(weightUnder(rect().center()).value_or(-1));
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace prunescope::ui
