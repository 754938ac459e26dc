#include "ui/charts/xy_labels.h"

#include "view/label_places.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>
#include <QSizeF>
#include <algorithm>
#include <cstddef>

namespace prunescope::ui {
namespace {

constexpr double leader = 14;  ///< pixels from the plot to a label of a curve's end
constexpr double leaderGap = 3;
constexpr double leaderWidth = 1.5;

}  // namespace

void drawMarkLabels(QPainter& painter, const std::vector<XyLabel>& labels, const QRectF& area) {
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    taken.reserve(labels.size());
    for (const XyLabel& label : labels)
        taken.emplace_back(label.at.x() - label.radius, label.at.y() - label.radius, 2 * label.radius,
                           2 * label.radius);
    for (const XyLabel& label : labels) {
        if (label.text.isEmpty()) continue;
        const QSizeF size(metrics.horizontalAdvance(label.text) + 2, metrics.height());
        const double gap = 2 * label.radius;
        const double middle = -size.height() / 2;
        const double left = -gap - size.width();
        for (const QPointF& corner :
             {label.at + QPointF(gap, middle), label.at + QPointF(left, middle),
              label.at + QPointF(gap, -size.height()), label.at + QPointF(gap, 0),
              label.at + QPointF(left, -size.height()), label.at + QPointF(left, 0)}) {
            const QRectF place(corner, size);
            const bool free = std::none_of(taken.begin(), taken.end(),
                                           [&](const QRectF& other) { return other.intersects(place); });
            if (!free || !area.adjusted(0, -size.height(), gap, 0).contains(place)) continue;
            painter.drawText(place, Qt::AlignCenter, label.text);
            taken.push_back(place);
            break;
        }
    }
}

double endLabelsWidth(const std::vector<XyLabel>& labels, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const XyLabel& label : labels) widest = std::max(widest, metrics.horizontalAdvance(label.text));
    return labels.empty() ? 0 : leader + 2 * leaderGap + widest;
}

std::vector<QRectF> endLabelPlaces(const std::vector<XyLabel>& labels, const QFontMetricsF& metrics,
                                   const QRectF& area) {
    std::vector<double> wanted;
    wanted.reserve(labels.size());
    for (const XyLabel& label : labels) wanted.push_back(label.at.y());
    const std::vector<double> middles = view::labelPlaces(
        wanted, metrics.height(), {area.top() - metrics.height() / 2, area.bottom() + metrics.height() / 2});
    std::vector<QRectF> places;
    for (std::size_t i = 0; i < middles.size(); ++i) {
        places.emplace_back(area.right() + leader + leaderGap, middles[i] - metrics.height() / 2,
                            metrics.horizontalAdvance(labels[i].text) + 2, metrics.height());
    }
    return places;
}

void drawEndLabels(QPainter& painter, const std::vector<XyLabel>& labels, const QRectF& area) {
    const std::vector<QRectF> places = endLabelPlaces(labels, QFontMetricsF(painter.font()), area);
    const QPen text = painter.pen();
    for (std::size_t i = 0; i < places.size(); ++i) {
        painter.setPen(QPen(labels[i].colour, leaderWidth));
        painter.drawLine(labels[i].at, {places[i].left() - leaderGap, places[i].center().y()});
        painter.setPen(text);
        painter.drawText(places[i], Qt::AlignLeft | Qt::AlignVCenter, labels[i].text);
    }
}

}  // namespace prunescope::ui
