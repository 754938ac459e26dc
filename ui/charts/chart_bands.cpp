#include "ui/charts/chart_bands.h"

#include <QPainter>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr float bandShare = 0.18F;    ///< how much of a band hides what is behind it: other bands, the grid
constexpr double behindCurves = 3.5;  ///< Qt Charts has its grid and axes below 4, its curves there

}  // namespace

ChartBands::ChartBands(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(behindCurves);
}

void ChartBands::set(const QRectF& area, std::vector<Band> bands) {
    if (area != area_) prepareGeometryChange();
    area_ = area;
    if (bands == bands_) return;
    bands_ = std::move(bands);
    update();
}

void ChartBands::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
    painter->save();
    painter->setClipRect(area_);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    for (const Band& band : bands_) {
        QColor fill = band.colour;
        fill.setAlphaF(bandShare);
        painter->setBrush(fill);
        painter->drawPolygon(band.outline);
    }
    painter->restore();
}

}  // namespace prunescope::ui
