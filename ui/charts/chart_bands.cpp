#include "ui/charts/chart_bands.h"

#include "ui/charts/chart_lines.h"

#include <QPaintEngine>
#include <QPainter>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr float bandShare = 0.18F;  ///< how much of a band hides what is behind it: other bands, the grid
constexpr double behindCurves = zOfCurves - 0.5;

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
    // Qt writes SVG without clipping.
    const bool clips = painter->paintEngine()->type() != QPaintEngine::SVG;
    for (const Band& band : bands_) {
        QColor fill = band.colour;
        fill.setAlphaF(bandShare);
        painter->setBrush(fill);
        painter->drawPolygon(clips ? band.outline : band.outline.intersected(area_));
    }
    painter->restore();
}

}  // namespace prunescope::ui
