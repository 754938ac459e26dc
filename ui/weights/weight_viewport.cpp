#include "ui/weights/weight_viewport.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double largestCell = 64;       ///< pixels
constexpr std::int64_t mostCells = 768;  ///< along an edge of a tile: the training makes it
constexpr double margin = 0.25;          ///< of a tile around what is in sight

}  // namespace

WeightViewport::WeightViewport(const view::WeightLayout& layout, const QSizeF& view)
    : layout_(layout), view_(view) {
    fit();
}

void WeightViewport::resize(const QSizeF& view) {
    view_ = view;
    if (fitted_ || cellSize_ < fittingCellSize()) return fit();
    keepInSight();
}

void WeightViewport::fit() {
    fitted_ = true;
    cellSize_ = fittingCellSize();
    keepInSight();
}

void WeightViewport::zoomBy(double factor, const QPointF& anchor) {
    const double least = fittingCellSize();
    const double next = std::clamp(cellSize_ * factor, least, std::max(least, largestCell));
    const QPointF cell = origin_ + anchor / cellSize_;
    cellSize_ = next;
    origin_ = cell - anchor / cellSize_;
    fitted_ = next <= least;
    keepInSight();
}

void WeightViewport::panBy(const QPointF& pixels) {
    origin_ += pixels / cellSize_;
    keepInSight();
}

double WeightViewport::fittingCellSize() const {
    if (layout_.rows() == 0 || layout_.columns() == 0) return 1;
    const double across = view_.width() / static_cast<double>(layout_.columns());
    const double down = view_.height() / static_cast<double>(layout_.rows());
    return std::min({across, down, largestCell});
}

void WeightViewport::keepInSight() {
    const auto kept = [this](double at, double cells, double pixels) {
        const double seen = pixels / cellSize_;
        return cells <= seen ? (cells - seen) / 2 : std::clamp(at, 0.0, cells - seen);
    };
    origin_ = {kept(origin_.x(), static_cast<double>(layout_.columns()), view_.width()),
               kept(origin_.y(), static_cast<double>(layout_.rows()), view_.height())};
}

view::TileRequest WeightViewport::wantedTile(view::Arrangement arrangement, double devicePixelRatio) const {
    const auto stretch = [&](double at, double pixels, std::int64_t cells, std::int64_t& first,
                             std::int64_t& count) {
        const double seen = pixels / cellSize_;
        first = std::clamp<std::int64_t>(std::llround(std::floor(at - margin * seen)), 0, cells);
        const auto end =
            std::clamp<std::int64_t>(std::llround(std::ceil(at + (1 + margin) * seen)), first, cells);
        count = end - first;
        const double devicePixels = std::ceil(static_cast<double>(count) * cellSize_ * devicePixelRatio);
        return std::clamp<std::int64_t>(std::llround(devicePixels), 1, mostCells);
    };
    view::TileRequest request{.arrangement = arrangement};
    request.mostRows = stretch(origin_.y(), view_.height(), layout_.rows(), request.row, request.rows);
    request.mostColumns =
        stretch(origin_.x(), view_.width(), layout_.columns(), request.column, request.columns);
    return request;
}

std::optional<std::int64_t> WeightViewport::weightUnder(const QPointF& position) const {
    const QPointF cell = origin_ + position / cellSize_;
    return layout_.weightAt(std::llround(std::floor(cell.y())), std::llround(std::floor(cell.x())));
}

QRectF WeightViewport::onScreen(const view::TileRequest& cells) const {
    return {(static_cast<double>(cells.column) - origin_.x()) * cellSize_,
            (static_cast<double>(cells.row) - origin_.y()) * cellSize_,
            static_cast<double>(cells.columns) * cellSize_, static_cast<double>(cells.rows) * cellSize_};
}

QRectF WeightViewport::layerOnScreen() const {
    if (layout_.weights() == 0) return {};
    return onScreen({.rows = layout_.rows(), .columns = layout_.columns()});
}

}  // namespace prunescope::ui
