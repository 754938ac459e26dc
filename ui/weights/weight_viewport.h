#pragma once

#include "view/weight_layout.h"
#include "view/weight_tile.h"

#include <QRectF>
#include <optional>

namespace prunescope::ui {

/// What a view shows of the picture of a layer's weights, and how large: takes pixels to cells and back. A
/// picture that is smaller than the view stands in its middle; a larger one never leaves an empty edge.
class WeightViewport {
public:
    /// Nothing to show.
    WeightViewport() = default;
    /// All of a picture, in a view of so many pixels.
    WeightViewport(const view::WeightLayout& layout, const QSizeF& view);
    /// What was in sight as a whole stays so.
    void resize(const QSizeF& view);
    void fit();
    /// What lies under `anchor` stays there.
    void zoomBy(double factor, const QPointF& anchor);
    void panBy(const QPointF& pixels);

    double cellSize() const { return cellSize_; }  ///< in pixels
    /// The tile that would show what is in sight, with a margin to move in.
    view::TileRequest wantedTile(view::Arrangement arrangement, double devicePixelRatio) const;
    std::optional<std::int64_t> weightUnder(const QPointF& position) const;
    QRectF onScreen(const view::TileRequest& cells) const;
    QRectF layerOnScreen() const;

private:
    double fittingCellSize() const;
    void keepInSight();

    view::WeightLayout layout_;
    QSizeF view_{0, 0};
    double cellSize_ = 1;
    QPointF origin_;  ///< cell (column, row) at the view's corner
    bool fitted_ = true;
};

}  // namespace prunescope::ui
