#include "ui/weights/weight_colours.h"

#include "ui/support/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr int shades = 256;
constexpr int hatchPeriod = 8;    ///< pixels from line to line, as in Qt's pattern
constexpr int hatchRepeats = 64;  ///< in the texture: wide ones are copied faster
/// Smallest share of the hue in a kept weight, so that it stands off the ground.
constexpr double palest = 0.25;

/// The exponent brings out the many small weights beside the few large ones.
double strengthOf(double share) {
    return palest + (1 - palest) * std::pow(share, 0.75);
}

double shareOf(double value, double largest) {
    if (!(largest > 0) || !std::isfinite(value)) return 0;
    return std::min(1.0, std::abs(value) / largest);
}

using Ramp = std::array<QRgb, shades>;

Ramp rampTo(const QColor& ground, const QColor& hue) {
    Ramp ramp;
    for (int i = 0; i < shades; ++i) {
        const double share = static_cast<double>(i) / (shades - 1);
        ramp[static_cast<std::size_t>(i)] = mixed(ground, hue, strengthOf(share)).rgb();
    }
    return ramp;
}

/// `colour` over `ground`; `part` of 256.
QRgb blended(QRgb ground, QRgb colour, int part) {
    const auto channel = [part](int a, int b) { return a + ((b - a) * part) / 256; };
    return qRgb(channel(qRed(ground), qRed(colour)), channel(qGreen(ground), qGreen(colour)),
                channel(qBlue(ground), qBlue(colour)));
}

}  // namespace

WeightColours::WeightColours(const Theme& theme)
    : ground_(theme.surface()),
      gap_(theme.hairline()),
      hatch_(mixed(theme.surface(), theme.mutedText(), 0.45)),
      negative_(theme.negative()),
      positive_(theme.positive()),
      cut_(theme.text()),
      revived_(theme.success()) {}

QColor WeightColours::kept(double value, double largest) const {
    return mixed(ground_, value < 0 ? negative_ : positive_, strengthOf(shareOf(value, largest)));
}

QBrush WeightColours::hatchedGround(double scale) const {
    const int period = std::max(2, static_cast<int>(std::lround(hatchPeriod * scale)));
    const int thickness = std::max(1, static_cast<int>(std::lround(scale)));
    QImage texture(period * hatchRepeats, period, QImage::Format_RGB32);
    for (int y = 0; y < texture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(texture.scanLine(y));
        for (int x = 0; x < texture.width(); ++x)
            line[x] = (x + y) % period < thickness ? hatch_.rgb() : ground_.rgb();
    }
    return QBrush(texture);
}

QImage WeightColours::image(const view::WeightTile& tile, double largest, bool flash, bool seeThrough) const {
    QImage image(static_cast<int>(tile.columns), static_cast<int>(tile.rows),
                 seeThrough ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    const QRgb ground = ground_.rgb();
    const QRgb gap = gap_.rgb();
    const QRgb cut = cut_.rgb();
    const QRgb revived = revived_.rgb();
    const QRgb pruned = seeThrough ? qRgba(0, 0, 0, 0) : ground;
    const Ramp below = rampTo(ground_, negative_);
    const Ramp above = rampTo(ground_, positive_);
    std::size_t cell = 0;
    for (int row = 0; row < image.height(); ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column, ++cell) {
            const view::CellMark mark = tile.mark[cell];
            const float keptShare = tile.keptShare[cell];
            if (mark == view::CellMark::gap) {
                line[column] = gap;
            } else if (flash && mark == view::CellMark::cut) {
                line[column] = cut;
            } else if (flash && mark == view::CellMark::revived) {
                line[column] = revived;
            } else if (keptShare <= 0) {
                line[column] = pruned;
            } else {
                const double value = static_cast<double>(tile.value[cell]);
                const auto shade = static_cast<std::size_t>(shareOf(value, largest) * (shades - 1));
                const QRgb colour = value < 0 ? below[shade] : above[shade];
                line[column] = blended(ground, colour, static_cast<int>(90 + 166 * keptShare));
            }
        }
    }
    return image;
}

}  // namespace prunescope::ui
