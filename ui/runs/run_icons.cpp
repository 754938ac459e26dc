#include "ui/runs/run_icons.h"

#include <QColor>
#include <QPainter>
#include <QPixmap>

namespace prunescope::ui {
namespace {

constexpr int swatchSize = 64;  ///< larger than on any screen: it is scaled down

template <class Paint>
QIcon painted(const Paint& paint) {
    QPixmap pixmap(swatchSize, swatchSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    QIcon icon(pixmap);
    // Or a selected row would tint it.
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

}  // namespace

QIcon swatch(const QColor& colour, const QColor& ring) {
    return painted([&](QPainter& painter) {
        painter.setPen(QPen(ring, 6));
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(5, 5, 54, 54));
    });
}

QIcon warningSign(const QColor& colour, const QColor& ground) {
    return painted([&](QPainter& painter) {
        painter.setPen(QPen(colour, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{32, 8}, {60, 56}, {4, 56}}));
        painter.setPen(QPen(ground, 7, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(32, 24), QPointF(32, 38));
        painter.drawPoint(QPointF(32, 49));
    });
}

QIcon expander(const QColor& colour, bool open) {
    return painted([&](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(open ? QPolygonF({{10, 20}, {54, 20}, {32, 46}})
                                 : QPolygonF({{20, 10}, {46, 32}, {20, 54}}));
    });
}

QIcon emptyIcon() {
    return painted([](const QPainter&) {});
}

}  // namespace prunescope::ui
