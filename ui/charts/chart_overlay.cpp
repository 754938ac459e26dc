#include "ui/charts/chart_overlay.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double half = 4;    ///< of a triangle's side
constexpr double tall = 6;    ///< of a triangle
constexpr double apart = 10;  ///< between triangles
constexpr double gap = 4;     ///< between a mark and its word

}  // namespace

ChartOverlay::ChartOverlay(QGraphicsItem* parent) : QGraphicsItem(parent) {}

void ChartOverlay::setArea(const QRectF& area) {
    if (area_ == area) return;
    prepareGeometryChange();
    area_ = area;
}

void ChartOverlay::setWords(std::vector<Word> words) {
    if (words == words_) return;
    words_ = std::move(words);
    update();
}

void ChartOverlay::setBeyond(const std::vector<Beyond>& beyond) {
    std::vector<Beyond> apartOnes;
    for (const Beyond& next : beyond) {
        const bool touches = std::any_of(apartOnes.begin(), apartOnes.end(), [&](const Beyond& known) {
            return known.above == next.above && std::abs(known.x - next.x) < apart;
        });
        if (!touches) apartOnes.push_back(next);
    }
    if (apartOnes == beyond_) return;
    beyond_ = std::move(apartOnes);
    update();
}

void ChartOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
    painter->save();
    painter->setClipRect(area_);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ground_, 1));
    for (const Beyond& b : beyond_) {
        const double edge = b.above ? area_.top() + 1 : area_.bottom() - 1;
        const double base = b.above ? edge + tall : edge - tall;
        painter->setBrush(b.colour);
        painter->drawPolygon(QPolygonF{{b.x, edge}, {b.x + half, base}, {b.x - half, base}});
    }
    painter->setFont(font_);
    const QFontMetricsF metrics(font_);
    std::vector<QRectF> taken;
    for (const Word& word : words_) {
        const double width = metrics.horizontalAdvance(word.text) + 2;
        const bool left = word.x + gap + width > area_.right();
        QRectF place(left ? word.x - gap - width : word.x + gap, area_.top() + tall + 2, width,
                     metrics.height());
        // Marks of one moment stand under one another.
        const auto overprints = [&place](const QRectF& other) { return other.intersects(place); };
        while (std::any_of(taken.begin(), taken.end(), overprints)) place.translate(0, metrics.height());
        taken.push_back(place);
        painter->fillRect(place, ground_);
        painter->setPen(word.colour);
        painter->drawText(place, Qt::AlignCenter, word.text);
    }
    painter->restore();
}

}  // namespace prunescope::ui
