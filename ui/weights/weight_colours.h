#pragma once

#include "view/weight_tile.h"

#include <QBrush>
#include <QImage>

namespace prunescope::ui {

class Theme;

/// At most as many round steps make up the scale of magnitudes, from nothing to the largest.
inline constexpr double magnitudeSteps = 4;

/// Colours of a picture of weights.
///
/// Kept weights run from pale (|w| near 0) to the full hue (|w| = `largest`), blue below zero and orange
/// above; a cell that stands for many is the fainter the fewer of them are kept. A pruned cell is ground,
/// flat or hatched.
class WeightColours {
public:
    explicit WeightColours(const Theme& theme);

    /// One pixel a cell. `flash` shows what was just cut and what just came back; `seeThrough` leaves out the
    /// ground of pruned cells, where a hatch is painted.
    QImage image(const view::WeightTile& tile, double largest, bool flash, bool seeThrough) const;

    QColor kept(double value, double largest) const;
    QColor ground() const { return ground_; }
    QColor gap() const { return gap_; }
    QColor cut() const { return cut_; }
    QColor revived() const { return revived_; }
    /// The fine hatch of pruned weights.
    QBrush hatch() const { return {hatch_, Qt::BDiagPattern}; }
    /// The same with its ground, as a texture for a screen of `scale` device pixels to the pixel: painted in
    /// device pixels it is copied, which is many times faster.
    QBrush hatchedGround(double scale) const;

private:
    QColor ground_, gap_, hatch_, negative_, positive_, cut_, revived_;
};

}  // namespace prunescope::ui
