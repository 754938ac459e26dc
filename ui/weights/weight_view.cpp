#include "ui/weights/weight_view.h"

#include "ui/support/theme.h"
#include "ui/weights/weight_colours.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double largestCell = 64;  ///< pixels
constexpr double hatchedFrom = 6;
constexpr std::int64_t mostCells = 768;  ///< along an edge of a tile: the training makes it
constexpr double margin = 0.25;          ///< of a tile around what is in sight
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
    layout_ = layout;
    setPicture(nullptr);
    scale_.reset();
    masksSeen_.reset();
    flash_.stop();
    fit();
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
    return cellSize_ >= hatchedFrom && picture_ != nullptr && picture_->tile.showsEveryWeight();
}

bool WeightView::isHatched() const {
    return cellSize_ >= hatchedFrom && shown_.image.hasAlphaChannel();
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
    moved();
}

void WeightView::moved() {
    if (picture_ != nullptr && wantsHatch() != hatchAsked_) colour();
    update();
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
    moved();
}

void WeightView::panBy(const QPointF& pixels) {
    origin_ += pixels / cellSize_;
    keepInSight();
    moved();
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

QRectF WeightView::onScreen(const view::TileRequest& cells) const {
    return {(static_cast<double>(cells.column) - origin_.x()) * cellSize_,
            (static_cast<double>(cells.row) - origin_.y()) * cellSize_,
            static_cast<double>(cells.columns) * cellSize_, static_cast<double>(cells.rows) * cellSize_};
}

QRectF WeightView::layerOnScreen() const {
    if (layout_.weights() == 0) return {};
    return onScreen({.rows = layout_.rows(), .columns = layout_.columns()});
}

void WeightView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QRectF seen = layerOnScreen().intersected(QRectF(rect()));
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
    const QRectF place = onScreen(shown_.request);
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
    painter.setBrushOrigin((layerOnScreen().topLeft() * scale).toPoint());
    painter.fillRect(QRectF(where.topLeft() * scale, where.size() * scale),
                     WeightColours(theme_).hatchedGround(scale));
    painter.restore();
}

void WeightView::resizeEvent(QResizeEvent* /*event*/) {
    if (fitted_ || cellSize_ < fittingCellSize()) {
        fit();
        return;
    }
    keepInSight();
    moved();
}

}  // namespace prunescope::ui
